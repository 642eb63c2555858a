"""What people do with letters: post them, read them aloud, open, cancel and send them again."""

import uuid
from datetime import date

import pytest

from casereview import process
from casereview.cases.postgresql.roles import acting
from casereview.letters.models import SentLetter
from casereview.letters.safe_contact import route_to
from casereview.letters.states import states
from casereview.people.viewer import SYSTEM, for_person
from tests.rooms.letters.conftest import (
    COORDINATOR,
    NOW,
    RECEIVED,
    email,
    kinds,
    later,
    person,
    record_of,
    send,
    take_as,
)
from tests.rooms.letters.test_dispatch import contacts_changed

POST = {"method": "post", "value": "1 The Street\nDurham", "seen_by_others": "no"}
PAGE = {"method": "applicant_calls"}


def take(step, case, viewer=COORDINATOR, at=NOW, key=None, **answers):
    letter = str(record_of(case).letters[-1].pk)
    key = key or uuid.uuid4().hex
    return take_as(viewer, step, case, {"letter": letter, **answers}, key, at)


def decided(case):
    """Robin is told that there will be no review: only the letter of it matters here."""
    from django.db import transaction

    from casereview.cases import saving
    from casereview.cases.outcome import NewFact, Outcome, Told
    from casereview.cases.postgresql.roles import acting, writing
    from casereview.letters.queue import queue
    from casereview.people.viewer import SYSTEM

    record = record_of(case)
    fact = NewFact("threshold_not_met", RECEIVED, words=(Told({"reasons": "Because"}),))
    outcome = Outcome((fact,), **queue([("threshold_not_met", record.applicant.holder)], NOW)._asdict())
    with acting(SYSTEM), transaction.atomic(), writing():
        saving.save(case, outcome, record.facts[-1], COORDINATOR, uuid.uuid4().hex, NOW)
    return case


def served(case):
    return [fact.happened_on for fact in record_of(case).current("notice_served")]


def robin(case):
    return for_person(record_of(case).applicant.pk, "durham")


def test_a_decision_by_email_is_served_the_day_it_goes(apply, mailbox):
    case = decided(apply())
    send()
    assert kinds(case)[-3:] == ["letter_sent", "decision_notice_sent", "notice_served"]
    assert served(case) == [RECEIVED]
    assert record_of(case).latest("notice_served").codes["event"] == "threshold_not_met"


def test_a_posted_decision_is_served_two_working_days_after_posting(apply, mailbox):
    case = decided(apply(POST))
    send()
    assert record_of(case).has("decision_notice_sent") is False  # nothing was posted yet
    take("post_letter", case, at=later(days=2), on="2026-11-20")  # a Friday
    assert served(case) == [date(2026, 11, 24)]  # Monday, Tuesday
    assert record_of(case).latest("decision_notice_sent").happened_on == date(2026, 11, 20)


def test_a_letter_posted_on_friday_and_recorded_on_monday_is_kept_as_it_was_posted(apply, mailbox):
    case = decided(apply(POST))
    send()
    take("post_letter", case, at=later(days=5), on="2026-11-20")
    with acting(SYSTEM):
        prose = SentLetter.objects.get(case=case, letter=record_of(case).letters[-1]).prose
    assert prose.startswith("Friday 20 November 2026")
    # served on Tuesday 24 November; 14 days later is Tuesday 8 December
    assert "The last day to appeal is Tuesday 8 December 2026" in prose
    appeal = next(run for run in record_of(case).deadlines if run.clock == "appeal")
    assert appeal.due == date(2026, 12, 8)


def test_a_letter_is_not_posted_where_post_is_no_longer_safe(apply, mailbox):
    case = apply(POST)
    send()
    contacts_changed(case, {**POST, "seen_by_others": "yes"})
    with pytest.raises(process.Invalid) as refused:
        take("post_letter", case, on="2026-11-18")
    assert "letter" in refused.value.form.errors


def test_a_decision_on_the_page_is_served_when_it_is_opened(apply, mailbox):
    case = decided(apply(PAGE))
    send()
    assert record_of(case).has("decision_notice_sent")
    assert served(case) == []
    key = f"letter:{record_of(case).letters[-1].pk}:read"
    take("letter_read", case, viewer=robin(case), at=later(days=3), key=key)
    take("letter_read", case, viewer=robin(case), at=later(days=9), key=key)
    assert served(case) == [date(2026, 11, 21)]
    assert states(record_of(case))[-1].read_on == date(2026, 11, 21)


def test_nobody_opens_another_persons_letter(apply, mailbox):
    case = apply(PAGE)
    send()
    with pytest.raises(process.NotAllowed):
        take("letter_read", case, viewer=for_person(uuid.uuid4(), "durham"))
    with pytest.raises(process.NotAllowed):
        take("letter_read", case)


def test_a_letter_read_aloud_is_kept_in_writing_and_serves(apply, mailbox):
    case = decided(apply({"method": "phone", "value": "01"}))
    send()
    take("read_aloud", case, at=later(days=1), on="2026-11-19")
    assert kinds(case)[-4:] == ["letter_read_aloud", "letter_sent", "decision_notice_sent", "notice_served"]
    assert served(case) == [date(2026, 11, 19)]
    send(later(days=1))
    assert [state.code for state in states(record_of(case))][-1] == "sent"


def test_a_cancelled_letter_never_goes(apply, mailbox):
    case = apply()
    take("cancel_letter", case, why="Robin has died")
    send()
    assert mailbox.messages == []
    assert [state.code for state in states(record_of(case))] == ["cancelled"]


def test_a_letter_sent_again_goes_to_where_it_is_safe_now_and_moves_no_clock(apply, mailbox):
    case = decided(apply(email("old@example.org")))
    send()
    contacts_changed(case, email("new@example.org"))
    take("resend_letter", case)
    send(later(days=1))
    assert mailbox.recipients[-1] == ["new@example.org"]
    assert "Because" in mailbox.messages[-1].get_content()
    assert len(record_of(case).current("decision_notice_sent")) == 1
    assert served(case) == [RECEIVED]


def test_a_letter_that_came_back_is_queued_by_another_way(apply, mailbox):
    case = apply(email("gone@example.org"), PAGE)
    send()
    take("record_bounce", case)
    assert [state.code for state in states(record_of(case))] == ["bounced", "queued"]
    send(later(days=1))
    _first, second = states(record_of(case))
    assert (second.code, second.route) == ("sent", "page")
    assert len(mailbox.messages) == 1


def test_a_letter_of_another_case_is_no_choice(apply, mailbox):
    mine, other = apply(), apply()
    letter = str(record_of(other).letters[0].pk)
    with pytest.raises(process.Invalid):
        take_as(COORDINATOR, "cancel_letter", mine, {"letter": letter, "why": "x"}, "other")


def test_a_person_cannot_claim_that_a_letter_went(apply):
    case = apply()
    with pytest.raises(process.NotAllowed):
        take("record_dispatch", case)
    with pytest.raises(process.NotAllowed):
        take("hold_letter", case, why="x")


def test_after_a_death_nothing_goes_to_the_dead_but_to_others(apply, mailbox):
    family = person(email("family@example.org"), roles=("representative",), name="Sam")
    case = apply(people=[person(email("robin@example.org")), family])
    take_as(COORDINATOR, "record_death", case, {"notes": "His sister called"}, "death")
    send()
    assert mailbox.messages == []
    assert states(record_of(case))[-1].why == "died"
    record = record_of(case)
    assert route_to(record, record.person("representative").holder).address == "family@example.org"


def test_who_moved_gets_post_at_the_new_home_only(apply):
    """As `change_contact` writes it: the home that was left stays as a way never to be used."""
    case = apply(people=[person({**POST, "value": ""}, address="Old home")])
    record = record_of(case)
    assert route_to(record, record.applicant.holder).address == "Old home"
    contacts_changed(case, {**POST, "value": "", "never": True}, {**POST, "value": "New home"})
    record = record_of(case)
    assert route_to(record, record.applicant.holder).address == "New home"


def test_a_new_address_is_not_used_before_it_is_confirmed(apply):
    case = apply()
    contacts_changed(case, email("new@example.org", confirmed=False))
    record = record_of(case)
    assert route_to(record, record.applicant.holder).kind == "held"


def test_what_bounced_is_not_tried_again_when_other_contacts_change(apply, mailbox):
    case = apply(email("gone@example.org"), PAGE)
    mailbox.refused = {"gone@example.org"}
    send()
    contacts_changed(case, email("gone@example.org"), PAGE)
    record = record_of(case)
    assert route_to(record, record.applicant.holder).kind == "page"

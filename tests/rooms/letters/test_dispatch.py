"""From the outbox to a mailbox, over a real mail server."""

import pytest

from casereview.cases.models import Contact
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.postgresql.roles import acting, writing
from casereview.jobs import letters as job
from casereview.letters import outbox
from casereview.letters.models import Letter, SentLetter
from casereview.letters.states import states
from casereview.people.viewer import SYSTEM
from tests.rooms.letters.conftest import (
    COORDINATOR,
    NOW,
    email,
    kinds,
    later,
    outbox_of,
    record_of,
    send,
    take_as,
)


def test_the_acknowledgement_arrives_and_is_recorded(apply, mailbox):
    case = apply(email(seen="no"))
    assert send() == 1
    (message,) = mailbox.messages
    assert message["To"] == "robin@example.org"
    assert "Wednesday 18 November 2026" in message.get_content()
    assert "call 999" in message.get_content()
    assert kinds(case) == ["application_received", "letter_sent", "acknowledgement_sent"]
    assert outbox_of(case).state == "done"
    (state,) = states(record_of(case))
    assert (state.code, state.route) == ("sent", "email_full")


def test_a_sent_letter_is_kept_as_it_went(apply, mailbox):
    case = apply(email(seen="no"))
    send()
    with acting(SYSTEM):
        copy = SentLetter.objects.get(case=case)
    assert copy.address == "robin@example.org"
    assert "We received your request for a review on Wednesday 18 November 2026" in copy.prose


def test_nothing_goes_twice(apply, mailbox):
    apply()
    send()
    send(later(hours=100))
    assert len(mailbox.messages) == 1


@pytest.mark.parametrize("seen", ["yes", "not_sure", ""])
def test_where_others_may_see_the_mailbox_the_message_says_nothing(apply, mailbox, seen):
    case = apply(email(seen=seen))
    send()
    (message,) = mailbox.messages
    whole = (str(message.items()) + message.get_content()).lower()
    for word in (
        "canary",
        "review",
        "antisocial",
        "anti-social",
        "behaviour",
        "police",
        "neighbour",
        "robin,",
    ):
        assert word not in whole.replace("robin@example.org", "")
    assert case.reference.lower() in whole
    assert "/my/" in whole
    assert mailbox.recipients == [["robin@example.org"]]


def test_each_message_has_one_recipient(apply, mailbox):
    apply(email("a@example.org"))
    apply(email("b@example.org"))
    send()
    assert sorted(mailbox.recipients) == [["a@example.org"], ["b@example.org"]]


def contacts_changed(case, *new):
    """Somebody tells us, as a step of the product would record it, how they may be reached from now on."""
    with acting(SYSTEM):
        record = record_of(case)
        rows = [Contact(person=record.applicant, **contact) for contact in new]
        fact = NewFact("contact_changed", record.today, rows=tuple(rows))
        from django.db import transaction

        from casereview.cases import saving

        with transaction.atomic(), writing():
            saving.save(case, Outcome((fact,)), record.facts[-1], COORDINATOR, f"changed:{case.pk}", NOW)


def test_an_address_that_changed_after_queueing_is_never_used(apply, mailbox):
    case = apply(email("old@example.org"))
    contacts_changed(case, email("new@example.org"))
    send()
    assert mailbox.recipients == [["new@example.org"]]


def test_an_address_that_changes_while_the_line_opens_is_not_used(apply, mailbox, monkeypatch):
    case = apply(email("old@example.org"))
    real, changed = job.get_connection, []

    def slow_line():
        if not changed:
            changed.append(True)
            contacts_changed(case, email("new@example.org"))
        return real()

    monkeypatch.setattr(job, "get_connection", slow_line)
    send()
    assert mailbox.recipients == [["new@example.org"]]


def test_without_a_safe_way_the_letter_is_held_and_says_so_once(apply, mailbox):
    case = apply({"method": "phone", "value": "01"}, email(seen="no", never=True))
    send()
    send(later(hours=1))
    assert mailbox.messages == []
    assert kinds(case) == ["application_received", "letter_held"]
    assert [(s.code, s.why) for s in states(record_of(case))] == [("held", "read_aloud")]


def test_a_held_letter_goes_once_a_safe_way_is_known(apply, mailbox):
    case = apply({"method": "phone", "value": "01"})
    send()
    contacts_changed(case, email("new@example.org"))
    send(later(minutes=11))
    assert mailbox.recipients == [["new@example.org"]]
    assert kinds(case)[-2:] == ["letter_sent", "acknowledgement_sent"]


def test_who_will_contact_us_reads_it_on_their_page(apply, mailbox):
    case = apply({"method": "applicant_calls"})
    send()
    assert mailbox.messages == []
    (state,) = states(record_of(case))
    assert (state.code, state.route) == ("sent", "page")


@pytest.mark.parametrize(
    ("seen", "why"), [("no", "to_post"), ("not_sure", "no_safe_route"), ("yes", "no_safe_route")]
)
def test_post_waits_for_a_person_and_only_where_it_is_safe(apply, mailbox, seen, why):
    case = apply({"method": "post", "value": "1 The Street", "seen_by_others": seen})
    send()
    assert [(s.code, s.why) for s in states(record_of(case))] == [("held", why)]


def test_mail_that_is_down_loses_nothing_and_doubles_nothing(apply, mail_is_down, settings, request):
    case = apply()
    for hour in range(25):
        send(later(hours=hour))
    assert kinds(case) == ["application_received"]
    mailbox = request.getfixturevalue("mailbox")
    send(later(hours=26))
    send(later(hours=28))
    assert len(mailbox.messages) == 1
    assert kinds(case).count("letter_sent") == 1


def test_after_three_days_of_no_mail_a_person_must_phone(apply, mail_is_down):
    case = apply()
    for hour in range(80):
        send(later(hours=hour))
    assert outbox_of(case).state == "parked"
    assert [(s.code, s.why) for s in states(record_of(case))] == [("held", "mail_down")]


def test_back_off_is_capped_at_an_hour():
    minutes = [outbox.wait_after(tries).total_seconds() / 60 for tries in range(1, 10)]
    assert minutes == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_busy_server_is_asked_again(apply, mailbox):
    apply()
    mailbox.busy = True
    send()
    assert mailbox.messages == []
    mailbox.busy = False
    send(later(minutes=2))
    assert len(mailbox.messages) == 1


def test_a_refused_recipient_is_not_sent_and_the_next_safe_way_is_used(apply, mailbox):
    case = apply(email("gone@example.org"), email("works@example.org"))
    mailbox.refused = {"gone@example.org"}
    send()
    assert mailbox.recipients == [["works@example.org"]]
    assert kinds(case) == ["application_received", "letter_bounced", "letter_sent", "acknowledgement_sent"]


def test_a_refused_recipient_without_another_way_becomes_a_task(apply, mailbox):
    case = apply(email("gone@example.org"))
    mailbox.refused = {"gone@example.org"}
    send()
    assert kinds(case) == ["application_received", "letter_bounced", "letter_held"]


def test_a_crash_before_recording_sends_the_same_message_again(apply, mailbox, monkeypatch):
    case = apply()

    def crash(*_args):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(job, "_record", crash)
        with pytest.raises(SystemExit):
            send()
    assert send(later(minutes=1)) == 0  # the lease still holds
    send(later(minutes=6))
    first, second = mailbox.messages
    assert first["Message-ID"] == second["Message-ID"]
    assert str(record_of(case).letters[0].pk) in first["Message-ID"]
    assert kinds(case).count("letter_sent") == 1


def test_a_crash_after_recording_sends_nothing_again(apply, mailbox, monkeypatch):
    case = apply()

    def crash(*_args):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(job.outbox, "done", crash)
        with pytest.raises(SystemExit):
            send()
    send(later(minutes=6))
    assert len(mailbox.messages) == 1
    assert outbox_of(case).state == "done"


def test_a_poison_letter_is_parked_while_others_go(apply, mailbox):
    poison = apply(email("never@example.org"))
    with acting(SYSTEM), writing_in_transaction():
        Letter.objects.filter(case=poison).update(code="no_such_letter")
    apply(email("fine@example.org"))
    send()
    assert mailbox.recipients == [["fine@example.org"]]
    for hour in range(1, 6):
        send(later(hours=hour))
    assert outbox_of(poison).state == "parked"
    assert kinds(poison) == ["application_received", "letter_held"]


def writing_in_transaction():
    from contextlib import contextmanager

    from django.db import transaction

    @contextmanager
    def both():
        with transaction.atomic(), writing():
            yield

    return both()


def test_two_workers_never_claim_the_same_row(apply):
    apply()
    with acting(SYSTEM):
        assert outbox.claim(NOW) is not None
        assert outbox.claim(NOW) is None


def test_a_body_gets_a_notice_that_leads_to_signing_in(apply, mailbox, area):
    case = apply()
    body = area.body_set.get(code="police")
    take_as(COORDINATOR, "dispatch_application", case, {"bodies": [body.holder]}, "dispatch")
    send()
    (message,) = [m for m in mailbox.messages if m["To"] == "p@example.org"]
    assert "/partner/" in message.get_content()
    assert "canary" not in message.as_string().lower()

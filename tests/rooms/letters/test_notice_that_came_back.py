"""A decision whose letter comes back late: the days to appeal run from the notice that does reach them (D2)."""

from datetime import date

import pytest

from casereview.cases.chain import broken_at
from casereview.cases.postgresql.roles import acting
from casereview.interfaces.applicant.standing import ahead_of
from casereview.interfaces.history import history_of
from casereview.letters.models import SentLetter
from casereview.letters.states import states
from casereview.people.viewer import SYSTEM
from tests.rooms.letters.conftest import RECEIVED, email, kinds, later, record_of, send
from tests.rooms.letters.test_letter_steps import PAGE, decided, robin, served, take

# Decided and e-mailed on Wednesday 18 November 2026: the last day to appeal would be Wednesday 2 December.
LATE = {"days": 5}  # on Monday 23 November the mail comes back
GONE = "gone@example.org"


def appeal(case):
    return [run for run in record_of(case).deadlines if run.clock == "appeal" and run.is_open]


@pytest.fixture
def came_back(apply, mailbox):
    """A refusal that went by e-mail, and came back five days later."""
    case = decided(apply(email(GONE), PAGE))
    send()
    assert [run.due for run in appeal(case)] == [date(2026, 12, 2)]
    take("record_bounce", case, at=later(**LATE))
    return case


def test_nothing_runs_against_them_until_the_letter_goes_again(came_back):
    assert served(came_back) == []
    assert appeal(came_back) == []
    assert kinds(came_back)[-2:] == ["notice_served", "letter_bounced"]
    assert broken_at(record_of(came_back).facts) is None


def test_the_days_run_from_the_second_notice_and_the_receipt_says_why(came_back):
    send(later(**LATE))  # to their own page, where it counts from its opening
    key = f"letter:{record_of(came_back).letters[-1].pk}:read"
    take("letter_read", came_back, viewer=robin(came_back), at=later(days=8), key=key)
    assert served(came_back) == [date(2026, 11, 26)]
    (run,) = appeal(came_back)
    assert run.due == date(2026, 12, 10)
    assert run.receipt["served_before"] == {"date": "2026-11-18", "again": True}
    (told,) = ahead_of(record_of(came_back, later(days=8)), "appeal")
    assert (
        "The letter first counted as received on Wednesday 18 November 2026. It came back" in told.worked_out
    )


def test_the_history_says_what_happened_to_the_notice(came_back):
    sentences = [entry.sentence for entry in history_of(record_of(came_back))]
    assert "The written notice no longer counts as served on that day: its letter came back" in sentences


def test_who_had_opened_it_by_then_has_their_days_from_the_opening(apply, mailbox):
    case = decided(apply(email(GONE), PAGE))
    send()
    take("letter_read", case, viewer=robin(case), at=later(days=3))
    take("record_bounce", case, at=later(**LATE))
    assert served(case) == [date(2026, 11, 21)]
    assert appeal(case)[0].receipt["served_before"] == {"date": "2026-11-18", "again": False}
    send(later(**LATE))  # it goes again; that changes nothing
    assert appeal(case)[0].due == date(2026, 12, 5)


def test_an_opening_on_the_day_it_went_leaves_the_day_as_it_is(apply, mailbox):
    case = decided(apply(email(GONE), PAGE))
    send()
    take("letter_read", case, viewer=robin(case))
    take("record_bounce", case, at=later(**LATE))
    assert served(case) == [RECEIVED]


def test_what_a_mail_server_refuses_at_once_was_never_served(apply, mailbox):
    case = decided(apply(email(GONE), PAGE))
    mailbox.refused = {GONE}
    send()
    assert served(case) == []
    assert states(record_of(case))[-1].code == "sent"  # on their page
    assert kinds(case).count("decision_notice_sent") == 1


def test_a_letter_refused_at_once_and_sent_again_later_tells_nothing_twice(apply, mailbox):
    case = decided(apply(email(GONE), PAGE))
    mailbox.refused = {GONE}
    send()
    take("resend_letter", case, at=later(days=1))
    send(later(days=1))
    assert kinds(case).count("decision_notice_sent") == 1


def test_a_letter_sent_again_names_the_last_day_that_holds(apply, mailbox):
    case = decided(apply())
    send()
    take("resend_letter", case, at=later(**LATE))
    send(later(**LATE))
    with acting(SYSTEM):
        first, again = SentLetter.objects.filter(case=case, letter__in=record_of(case).letters[-2:]).order_by(
            "fact__number"
        )
    assert "The last day to appeal is Wednesday 2 December 2026" in first.prose
    assert "The last day to appeal is Wednesday 2 December 2026" in again.prose
    assert appeal(case)[0].due == date(2026, 12, 2)

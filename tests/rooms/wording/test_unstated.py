"""`scheme show` says as the product's own, with a reason, what it does where the file is silent, and no more."""

from datetime import date

import pytest

from casereview.schemes.load import by_name
from casereview.wording.unstated import unstated_section
from tests.rooms.schemes.small import TEXT, scheme


def lines(text):
    return unstated_section(scheme(text)).lines


def test_a_silent_file_is_told_everything_that_is_done_all_the_same():
    found = lines(TEXT)
    for says in (
        "Somebody can ask for themselves, for somebody else, for a group or for a business.",
        "A request that was begun is kept for 28 days. Somebody who stops",
        "before we write that we could not: 3.",
        "A case is kept for 72 months after it closes. The law lets nothing be kept for ever",
        "A posted letter counts as served 2 working days after it is sent.",
        "A letter on the applicant’s own page counts as served on the day on which it is opened",
        "consider inviting them. This page does not promise it.",
        "The year begins on 1 January.",
        "Counts under 5 are left out",
        "Reminders: 2 working days before, on the last day and 1 working day after.",
        "Reminders: 2 working days before. This is for whoever has not said which dates of a meeting",
    ):
        assert any(says in line for line in found), says


def test_what_the_file_states_is_not_said_again():
    found = lines(TEXT + '\n[timing]\nkeep_case = { months = 24 }\nsource = "page"\n')
    assert not any("A case is kept" in line for line in found)
    assert any("A request that was begun is kept" in line for line in found)


def test_of_other_pages_nothing_is_said():
    assert not [line for line in lines(TEXT) if "No public page" in line]
    invited = '\n[meeting]\napplicant = ["whole_meeting"]\nsource = "page"\n'
    assert not [line for line in lines(TEXT + invited) if "does not promise it" in line]


CLOCK = '\n[clock.a]\nstarts = "review_held"\nstops = "{}"\nsource = "p"\n'


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("acknowledgement_sent", "told that the request has arrived."),
        ("contact_made", "called or written to about it."),
        ("application_dispatched", "passed to the organisations that take part."),
        ("decision_notice_sent", "told in writing whether there will be a review, with the reasons."),
        ("plan_sent", "The action plan is sent to the person affected in writing."),
    ],
)
def test_what_is_done_with_every_request_is_ours_until_a_clock_of_the_file_ends_with_it(event, said):
    promised = unstated_section(scheme(TEXT + CLOCK.format(event), None)).lines
    assert not any(said in line for line in promised)
    assert any(said in line for line in lines(TEXT))


def test_who_may_ask_is_the_page_s_where_it_says_who():
    who = '\n[apply]\nwho = "The victim."\nsource = "p"\n'
    assert not any("for a business" in line for line in lines(TEXT + who))
    assert any("for a business" in line for line in lines(TEXT))


def test_where_a_page_leaves_nothing_open_only_what_no_file_can_state_is_told():
    (line,) = unstated_section(by_name("durham", date(2026, 12, 1))).lines
    assert "which dates of a meeting they can make" in line

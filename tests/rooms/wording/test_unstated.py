"""`scheme show` says as the product's own, with a reason, what it does where the file is silent, and no more."""

from datetime import date

from casereview.schemes.load import by_name
from casereview.wording.unstated import unstated_section
from tests.rooms.schemes.small import TEXT, scheme


def lines(text):
    return unstated_section(scheme(text)).lines


def test_a_silent_file_is_told_everything_that_is_done_all_the_same():
    found = lines(TEXT)
    for says in (
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


def test_where_a_page_leaves_nothing_open_only_what_no_file_can_state_is_told():
    (line,) = unstated_section(by_name("durham", date(2026, 12, 1))).lines
    assert "which dates of a meeting they can make" in line

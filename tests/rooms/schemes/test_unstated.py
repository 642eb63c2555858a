"""Where a file is silent and the work needs a value, there is one; what it states stands; the law's clocks run."""

import pytest

from casereview.clocks.length import Length
from casereview.process import events
from casereview.schemes import unstated
from casereview.schemes.check import check
from casereview.schemes.terms import Served
from tests.rooms.schemes.small import TEXT, scheme
from tests.silent import PAGES, text

SILENT = scheme()
KEEPS = '\n[timing]\nkeep_case = { months = 24 }\nsource = "How long we keep it"\n'


def test_a_silent_file_has_the_products_own():
    timing = unstated.timing(SILENT)
    assert (timing.draft_lasts, timing.contact_tries, timing.keep_case) == (
        Length(28, "days"),
        3,
        Length(72, "months"),
    )
    assert unstated.notices(SILENT).posted == Served(("sent",), Length(2, "working_days"))
    assert unstated.notices(SILENT).page == Served(("opened", "told"))
    figures = unstated.figures(SILENT.figures)
    assert (figures.months, figures.year_starts, figures.suppress_under) == (12, (1, 1), 5)
    meeting = unstated.meeting(SILENT)
    assert meeting.applicant == ("opening_section", "representative", "statement")
    assert (meeting.chair, meeting.quorum, meeting.settle) == (None, None, ())  # nothing is promised of these


def test_what_a_file_states_stands_and_the_rest_is_ours():
    stated = scheme(TEXT + KEEPS)
    assert unstated.timing(stated).keep_case == Length(24, "months")
    assert unstated.timing(stated).contact_tries == 3
    left = unstated.left_open(stated.timing, unstated.TIMING)
    assert (left.keep_case, left.contact_tries) == (None, 3)


def test_a_file_of_its_own_clock_keeps_it():
    assert SILENT.clocks["own_information"].length == Length(1, "months")
    stated = TEXT + (
        '\n[clock.own_information]\nstarts = "application_received"\nstops = "plan_sent"\n'
        'length = { days = 20 }\nsource = "page"\n'
    )
    assert scheme(stated).clocks["own_information"].length == Length(20, "days")
    assert list(SILENT.clocks) == ["review", "own_information"]


@pytest.mark.parametrize("silent", PAGES)
def test_no_promise_comes_of_a_silence(silent):
    """Nobody is given a day by anything but the page, or the law."""
    found = check(text(silent), events(), "nowhere")
    assert [name for name, clock in found.clocks.items() if clock.length] == ["own_information"]

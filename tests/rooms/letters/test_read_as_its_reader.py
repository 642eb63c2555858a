"""Letters read whole, as whoever gets them does: nothing in them contradicts itself or speaks of them as of others."""

import pytest
from django.conf import settings

from casereview.cases.outcome import Outcome
from casereview.letters.markup import to_plain
from casereview.letters.pdf import pdf
from casereview.letters.provisional import as_if
from casereview.letters.render import preview
from casereview.schemes.load import check_file
from casereview.wording.promised import times
from tests.rooms.letters.conftest import email, person, record_of
from tests.rooms.letters.test_pdf import read
from tests.rooms.letters.test_render import letter, reasons

SCHEMES = settings.BASE_DIR / "schemes"
AREAS = sorted([*SCHEMES.glob("*.toml"), *(SCHEMES / "examples").glob("*.toml")])
ROUTE = {"name": "individual", "met": False, "needs": 1, "found": 1, "unknown": [], "discounted": []}
PERSISTS = "the problem persists because of no, or inadequate, responses"


@pytest.fixture
def refused(apply):
    """A call gives the refusal of somebody who told the police, on a route that stands like this."""

    def refused(**route):
        told = {"kind": "police", "name": "The police", "from": "2026-11-03", "to": "2026-11-03"}
        incident = {"from": "2026-11-02", "to": "2026-11-02", "reports": [told]}
        record = record_of(apply(people=[person(email())], incidents=[incident]))
        counted = [str(report.pk) for report in record.reports]
        receipt = {"routes": [{**ROUTE, "counted": counted, "judged": [], **route}]}
        decided = reasons("threshold_not_met", receipt=receipt)
        return preview(as_if(record, Outcome((decided,))), "threshold_not_met", record.applicant.holder)

    return refused


def words(made):
    return " ".join(to_plain(made.prose).split())


def test_who_had_reports_enough_reads_what_was_not_found(refused):
    code = "no_or_inadequate_response"
    text = words(refused(judged=[{"code": code, "finding": False}]))
    assert (
        f"One could be counted; one is needed. That is enough. But it was not found that {PERSISTS}." in text
    )
    assert "That is enough" not in words(refused(needs=3, judged=[{"code": code, "finding": False}]))
    assert "That is enough" not in words(refused(judged=[{"code": code, "finding": True}]))


def test_a_body_called_the_something_is_called_so_within_a_sentence(refused, area):
    assert "Tuesday 3 November 2026, to the police. We counted this report." in words(refused())
    area.body_set.filter(code="council").update(name="The council")
    area.body_set.filter(code="police").update(name="The police")
    area.body_set.exclude(code__in=("council", "police")).delete()
    assert "no case review this time. The council and the police decided this" in words(refused())


def test_the_panel_is_named_before_its_chair_is_spoken_of(apply):
    text = words(letter(apply(), "appeal_acknowledgement"))
    assert "We call them the panel. Its chair decides whether there will be a hearing." in text


@pytest.mark.parametrize("path", AREAS, ids=lambda path: path.stem)
def test_no_promise_speaks_of_its_reader_as_the_applicant(path):
    assert not [when for when in times(check_file(path)).values() if "applicant" in when]


def test_a_list_of_one_entry_leaves_no_page_half_empty(refused):
    """The letter fills its first page, so that the last holds more than its last lines."""
    first, second = read(pdf(refused())).pages
    assert "What you told us about" in first.extract_text()
    assert "Who to contact" in second.extract_text()

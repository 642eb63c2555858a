"""What each page of a case shows besides its head."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casereview.cases.district import district_of
from casereview.cases.duplicates import alike
from casereview.cases.evidence import each_once
from casereview.cases.models import Summary
from casereview.cases.record import Record
from casereview.cases.representing import representatives
from casereview.cases.tasks import open_tasks
from casereview.cases.way_in import with_page
from casereview.interfaces.answers import bodies_of
from casereview.interfaces.appeals import appeal_page
from casereview.interfaces.history import history_of, holder_names
from casereview.interfaces.returned import returned_of
from casereview.interfaces.staff.case.doable import doable
from casereview.interfaces.staff.case.keeping import keeping_sentence
from casereview.interfaces.staff.case.meeting import meeting
from casereview.interfaces.staff.case.papers import papers_of
from casereview.interfaces.staff.case.plan import plan_of, stuck_of
from casereview.interfaces.staff.case.risk import risk_page, unassessed_sentence
from casereview.interfaces.staff.case.silence import silence_of
from casereview.interfaces.staff.case.written import letters_of
from casereview.interfaces.told import incidents_of, people_of, told_of
from casereview.process import STEPS
from casereview.wording.casework import ALIKE
from casereview.wording.districts import NOT_STATED, district_words
from casereview.wording.people import REPRESENTATIVES


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the sub navigation: its words, and what its template needs; None where it has a view of its own."""

    words: str | Promise
    shows: Callable[[Record], dict[str, Any]] | None = None


@dataclass(frozen=True, slots=True)
class Likely:
    """A case that may be about the same, and in what it is alike, in words."""

    case: Summary
    by: list[str]


def overview(record: Record) -> dict[str, Any]:
    """What can be done, what waits, and the dates."""
    return {
        "doable": doable(record),
        "tasks": tasks_of(record),
        "lately": history_of(record, record.facts[-5:]),
        "held": [letter for letter in letters_of(record) if letter.state.waits_for_a_person],
        "silence": silence_of(record),
        "unassessed": unassessed_sentence(record),
        "stuck": stuck_of(record),
        "keeping": keeping_sentence(record),
    }


def application(record: Record) -> dict[str, Any]:
    """What was told, and the cases that may be about the same: for whoever reads it, not each time the case opens."""
    likely = [Likely(other.case, [str(ALIKE[what]) for what in other.by]) for other in alike(record)]
    may_name = not STEPS["name_district"].closed_to(record, record.viewer)
    district = district_words(district_of(record) or NOT_STATED) if may_name or district_of(record) else ""
    return {"told": told_of(record), "alike": likely, "district": district, "may_name_district": may_name}


def tasks_of(record: Record) -> list[tuple[str, str, date | None]]:
    """What has still to be done, by whom (empty: the named contact), by when."""
    tasks = open_tasks(record)
    names = holder_names(record, [task.codes.get("who") or "" for task in tasks])
    return [
        (
            str(record.said(task, "what")),
            names.get(task.codes.get("who") or "", ""),
            date.fromisoformat(task.codes["due"]) if task.codes.get("due") else None,
        )
        for task in tasks
    ]


def _people(record: Record) -> dict[str, Any]:
    """Everybody, who of them has a page of their own, and who acts for the person affected."""
    acting = representatives(record)
    return {
        "people": people_of(record),
        "with_page": with_page(record),
        "acts": {each.holder: REPRESENTATIVES[each.state] for each in acting},
        "states": {each.state for each in acting},
    }


PAGES: dict[str, Page] = {
    "overview": Page(_("Overview"), overview),
    "application": Page(_("Application"), application),
    "incidents": Page(_("Incidents and reports"), lambda record: {"incidents": incidents_of(record)}),
    "risk": Page(_("Risk"), risk_page),
    "people": Page(_("People"), _people),
    "bodies": Page(
        _("Bodies"), lambda record: {"bodies": bodies_of(record), "returned": returned_of(record)}
    ),
    "chronology": Page(_("Chronology")),
    "meeting": Page(_("Meeting"), meeting),
    "papers": Page(_("Papers"), papers_of),
    "plan": Page(_("Plan"), plan_of),
    "appeal": Page(_("Appeal"), lambda record: {**appeal_page(record), "document_address": "work:document"}),
    "letters": Page(_("Letters"), lambda record: {"letters": letters_of(record)}),
    "documents": Page(_("Documents"), lambda record: {"documents": each_once(record)}),
    "history": Page(_("History"), lambda record: {"history": history_of(record)}),
}

"""Steps that deserve a page of their own; every other is drawn by `step/step.html`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from casereview.cases.record import Record
from casereview.interfaces.chronology.rows import rows_of
from casereview.interfaces.staff.case import threshold
from casereview.interfaces.staff.case.join import JoinPage
from casereview.interfaces.staff.case.meeting import writing
from casereview.interfaces.staff.case.own_information import asking
from casereview.interfaces.staff.case.weeks import arranging
from casereview.interfaces.staff.case.which_body import WhichBody, actions_there, those_asked
from casereview.interfaces.step_page import StepPage


def nothing(_record: Record) -> dict[str, Any]:
    """What most pages need besides the form: nothing."""
    return {}


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A step's template, what that shows besides the form, and the class that answers."""

    template: str = "step/step.html"
    shows: Callable[[Record], dict[str, Any]] = nothing
    page: type[StepPage] = StepPage


def read_aloud(record: Record) -> dict[str, Any]:
    """Whether the code of the applicant's page may be read to them too."""
    return {"has_code": bool(record.applicant) and not record.has("applicant_died")}


def joining(record: Record) -> dict[str, Any]:
    """The lines of the chronology, of which the form's `same` names some."""
    return {"rows": {row.line.key: row for row in rows_of(record)}}


OWN_PAGES = {
    "add_evidence": OwnPage("step/which_action.html", actions_there, WhichBody),
    "arrange_meeting": OwnPage("step/arrange.html", arranging),
    "appoint_chair": OwnPage("step/appoint.html"),
    "assess_risk": OwnPage("step/assess.html"),
    "decide_threshold": OwnPage("step/threshold.html", threshold.context_of),
    "give_return": OwnPage("step/return_body.html", those_asked, WhichBody),
    "join_duplicate": OwnPage(page=JoinPage),
    "merge_entries": OwnPage("step/merge.html", joining),
    "prepare_own_information": OwnPage("step/own_information.html", asking),
    "sign_own_information": OwnPage("step/own_information.html", asking),
    "propose_dates": OwnPage("step/propose.html", arranging),
    "read_aloud": OwnPage("step/read_aloud.html", read_aloud),
    "write_minutes": OwnPage("step/minutes.html", writing),
}

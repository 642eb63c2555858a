"""The dates of a case in words, each with how it was worked out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.deadlines import receipt_of
from casereview.cases.further_action import Further, decision_of, owed_further
from casereview.cases.models import Deadline
from casereview.cases.plan import Progress, owed_actions
from casereview.cases.record import Record
from casereview.wording.clocks import clock_title
from casereview.wording.dates import long_date
from casereview.wording.deadlines import counted_anew, deadline_words
from casereview.wording.hearing import FURTHER
from casereview.wording.receipt import skipped_days


@dataclass(frozen=True, slots=True)
class Due:
    """One run of a clock. days: left until its date, negative when late, None where none is promised.

    earlier: the dates that it had before a new bank holiday moved it. theirs: it is the applicant's own last day.
    """

    title: str
    sentence: str
    skipped: list[tuple[str, str]]
    days: int | None
    subject: str
    earlier: list[str]
    theirs: bool
    row: Deadline


def dues_of(record: Record, names: Mapping[str, str]) -> list[Due]:
    """Every run of every clock, the nearest date first and those without one last. names: of holders."""
    found = [_due(row, record, names) for row in record.deadlines]
    return sorted(found, key=lambda due: (due.row.due or date.max, due.row.clock))


def _due(row: Deadline, record: Record, names: Mapping[str, str]) -> Due:
    receipt = receipt_of(row)
    moved = [each["due"] for each in row.receipt.get("history", [])[:-1]]
    return Due(
        title=clock_title(row.clock),
        sentence=worked_out(row),
        skipped=skipped_days(receipt),
        days=(row.due - record.today).days if row.due else None,
        subject=names.get(row.subject, ""),
        earlier=[long_date(date.fromisoformat(day)) for day in moved if day],
        theirs=record.scheme.clocks[row.clock].owed_by == "applicant",
        row=row,
    )


def worked_out(row: Deadline) -> str:
    """How the date was worked out, as a sentence; and why it counts from a later day, where its notice came back."""
    said, before = deadline_words(receipt_of(row)), row.receipt.get("served_before")
    if before is None:
        return said
    return f"{said} {counted_anew(date.fromisoformat(before['date']), again=before['again'])}"


def action_dues(record: Record, names: Mapping[str, str]) -> list[Due]:
    """Every action of a plan that was sent and is not done, the nearest date first. names: of holders."""
    return [_action(action, record, names) for action in owed_actions(record)]


def further_dues(record: Record, names: Mapping[str, str]) -> list[Due]:
    """Everything that the panel asked for and that is not done, the nearest date first. names: of holders."""
    owed = sorted(owed_further(record), key=lambda each: each.due)
    return [_further(each, record, names) for each in owed]


def _further(each: Further, record: Record, names: Mapping[str, str]) -> Due:
    """The panel set its date, and no clock worked it out."""
    decided = decision_of(record)
    assert decided is not None
    row = Deadline(
        case=record.case,
        clock="further_action",
        subject=each.owner,
        started_by=decided,
        started_on=decided.happened_on,
        due=each.due,
    )
    told = {"day": long_date(row.started_on), "due": long_date(each.due)}
    return Due(
        title=_("The panel asked for: %(what)s") % {"what": FURTHER[each.what]},
        sentence=_("Decided on %(day)s. It is due on %(due)s.") % told,
        skipped=[],
        days=(each.due - record.today).days,
        subject=names.get(each.owner, ""),
        earlier=[],
        theirs=False,
        row=row,
    )


def _action(action: Progress, record: Record, names: Mapping[str, str]) -> Due:
    """An action's date is its own: people set it, and no clock worked it out."""
    row = Deadline(
        case=record.case,
        clock="action",
        subject=action.body,
        started_by=action.agreed,
        started_on=action.agreed.happened_on,
        due=action.due,
    )
    agreed = {"day": long_date(row.started_on), "due": long_date(action.due)}
    return Due(
        title=_("Action %(number)s of the plan") % {"number": action.number},
        sentence=_("Agreed on %(day)s. Its date now is %(due)s.") % agreed,
        skipped=[],
        days=(action.due - record.today).days,
        subject=names.get(action.body, ""),
        earlier=[],
        theirs=False,
        row=row,
    )

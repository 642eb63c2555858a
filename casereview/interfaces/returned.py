"""What came of asking each body for what it holds, in words: for the pages of those who work on the case."""

from dataclasses import dataclass
from datetime import date

from casereview.cases.models import Entry
from casereview.cases.record import Record
from casereview.cases.returns import Returned, entries_of, returns_of
from casereview.wording.casework import ENTRY_KINDS, RETURNS
from casereview.wording.dates import short_date, vague_date
from casereview.wording.told import told_words


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of a return in words. shown: to the applicant, it may be. report: the number of that which it is of."""

    kind: str
    day: str
    what: str
    outcome: str
    reference: str
    shown: bool
    report: int | None


@dataclass(frozen=True, slots=True)
class ReturnShown:
    """One body that was asked. state: in words; words: what it wrote, as labels and texts; lines: what it holds."""

    one: Returned
    state: str
    words: list[tuple[str, str]]
    lines: list[EntryLine]
    again_on: date | None


def returned_of(record: Record) -> list[ReturnShown]:
    """Every body that was asked, in order, as far as the viewer may read what it said."""
    return [_shown(record, one) for one in returns_of(record)]


def _shown(record: Record, one: Returned) -> ReturnShown:
    given = one.given
    words = record.words.get(given.id, []) if given else []
    again = given.codes.get("again_on") if given else None
    return ReturnShown(
        one=one,
        state=str(RETURNS[one.state]),
        words=[pair for row in words for pair in told_words(row.values)],
        lines=[_line(record, entry) for entry in entries_of(record, given)] if given else [],
        again_on=date.fromisoformat(again) if again else None,
    )


def _line(record: Record, entry: Entry) -> EntryLine:
    numbers = {report.id: report.number for report in record.reports}
    return EntryLine(
        kind=str(ENTRY_KINDS[entry.kind]),
        day=_day(entry),
        what=entry.what,
        outcome=entry.outcome,
        reference=entry.reference,
        shown=entry.scope == "application",
        report=numbers.get(entry.report_id) if entry.report_id else None,
    )


def _day(entry: Entry) -> str:
    if entry.on_from and entry.on_from == entry.on_to:
        return short_date(entry.on_from)
    return vague_date(entry.on_from, entry.on_to) if entry.on_from and entry.on_to else entry.as_told

"""One line of time from the application and the bodies' returns (MISSION C2): derived from what its reader may see.

A line that somebody may not see is not in their record, and so in no form of their chronology.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from casereview.cases.line import Answered, Line, told
from casereview.cases.record import Record
from casereview.cases.returns import return_of

LONG_GAP = 28  # days without anything told: four weeks is long where it happens "most nights". Our choice.
NEVER = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Gap:
    """Longer than LONG_GAP days in which nothing is told: the days between, both inclusive."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until - self.since).days + 1


@dataclass
class Chronology:
    """lines: in the order of time, undated ones last; gaps: by the key of the line that they stand before."""

    lines: list[Line] = field(default_factory=list)
    gaps: dict[str, Gap] = field(default_factory=dict)


def chronology(record: Record) -> Chronology:
    """Everything that was told and that the record's viewer may see, the same told by several once."""
    by_key = {line.key: line for line in told(record)}
    together = sorted(_together(record, by_key), key=_place)
    lines = [_with_answer(record, line, together) for line in together]
    return Chronology(lines, _gaps(lines))


def _with_answer(record: Record, line: Line, together: list[Line]) -> Line:
    answered = _answered(record, line, together)
    return (
        replace(line, answered=answered) if answered else line
    )  # most are no report, and a copy costs as much


def _together(record: Record, by_key: dict[str, Line]) -> list[Line]:
    """Lines of the same under the one that leads: a body's record of a report, and what a person has joined."""
    leads = {
        f"entry:{entry.id}": f"report:{entry.report_id}"
        for entry in record.standing(record.entries)
        if entry.report_id and f"report:{entry.report_id}" in by_key
    }
    joined: dict[str, list[str]] = {}
    for fact in record.current("entries_merged"):
        first, *others = [leads.get(key, key) for key in fact.codes["same"] if key in by_key] or [""]
        for other in others:
            if other != first:
                leads[other] = first
                joined.setdefault(first, []).append(str(fact.id))
    under: dict[str, list[Line]] = {}
    for key in leads:
        under.setdefault(_leader(key, leads), []).append(by_key[key])
    return [
        replace(line, same=tuple(under.get(key, ())), joined=tuple(dict.fromkeys(joined.get(key, ()))))
        if key in under or key in joined
        else line
        for key, line in by_key.items()
        if key not in leads
    ]


def _leader(key: str, leads: dict[str, str]) -> str:
    seen = {key}
    while key in leads and leads[key] not in seen:
        key = leads[key]
        seen.add(key)
    return key


def _place(line: Line) -> tuple[date, date, str, str]:
    return (line.since or NEVER, line.until or NEVER, line.kind, line.key)


def _answered(record: Record, line: Line, lines: list[Line]) -> Answered | None:
    """Whether something came of a report: an outcome told, or an act of that body before it was told again.

    Not known while the body has not answered: silence is not "nothing was done".
    """
    if line.kind != "report" or not line.to:
        return None
    if any(each.outcome for each in (line, *line.same)):
        return "yes"
    if return_of(record, line.to) is None:
        return "not_known"
    if line.since is None:
        return "not_known"
    again = [each.since for each in lines if _told_again(each, line)]
    end = min((day for day in again if day), default=NEVER)
    acted = [each for each in lines if each.told_by == line.to and each.kind in {"action", "contact"}]
    return "yes" if any(each.since and line.since <= each.since <= end for each in acted) else "no"


def _told_again(each: Line, line: Line) -> bool:
    later = bool(each.since and line.since and each.since > line.since)
    return each.kind == "report" and each.to == line.to and later


def _gaps(lines: list[Line]) -> dict[str, Gap]:
    found, last = {}, None
    for before, after in pairwise(line for line in lines if line.since):
        last = max(filter(None, (last, before.until)))
        if after.since and last and (after.since - last).days > LONG_GAP:
            found[after.key] = Gap(last + timedelta(days=1), after.since - timedelta(days=1))
    return found

"""The chronology as rows to read, whoever reads it: what is not in their record is in no row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casereview.cases.chronology import Chronology, chronology
from casereview.cases.line import Line
from casereview.cases.record import Record
from casereview.wording.chronology import ANSWERED, LINE_KINDS, SEEN_BY, gap_words, line_day, teller


@dataclass(frozen=True, slots=True)
class Row:
    """A line in words. gap: the sentence of the gap that lies before it, "" where there is none.

    joined: the ids of the facts by which a person joined others to it; same: those others.
    """

    line: Line
    day: str
    kind: str
    told_by: str
    answered: str
    seen_by: str
    gap: str
    same: tuple["Row", ...]

    @property
    def unanswered(self) -> bool:
        """Whether it is a report of which nothing done is told."""
        return self.line.answered == "no"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which rows are asked for; "" is all of them."""

    body: str = ""
    kind: str = ""
    seen_by: str = ""
    answered: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "Narrowed":
        """From an address: what it does not know is left out, as if nothing were asked."""
        known = {"kind": LINE_KINDS, "seen_by": SEEN_BY, "answered": ANSWERED}
        chosen = {name: asked.get(name, "") for name in known if asked.get(name, "") in known[name]}
        return cls(body=asked.get("body", ""), **chosen)

    def fits(self, line: Line) -> bool:
        """Whether the line is asked for, itself or by what is joined to it."""
        lines = (line, *line.same)
        return (
            (not self.body or self.body in line.holders)
            and (not self.kind or any(each.kind == self.kind for each in lines))
            and (not self.seen_by or any(each.scope == self.seen_by for each in lines))
            and (not self.answered or line.answered == self.answered)
        )


def rows_of(record: Record, narrowed: Narrowed | None = None) -> list[Row]:
    """The rows that are asked for, in the order of time."""
    whole, asked = chronology(record), narrowed or Narrowed()
    return in_words(record, whole, [line for line in whole.lines if asked.fits(line)])


def in_words(record: Record, whole: Chronology, lines: Iterable[Line]) -> list[Row]:
    """Some lines as rows; gaps are those of the whole, not of what is left over."""
    names = {holder: body.name for holder, body in record.bodies.items()}
    return [_row(line, whole, names) for line in lines]


def _row(line: Line, whole: Chronology, names: dict[str, str]) -> Row:
    gap = whole.gaps.get(line.key)
    return Row(
        line=line,
        day=line_day(line.since, line.until, line.as_told),
        kind=str(LINE_KINDS[line.kind]),
        told_by=teller(names.get(line.told_by, ""), names.get(line.to, "")),
        answered=str(ANSWERED[line.answered]) if line.answered else "",
        seen_by=str(SEEN_BY[line.scope]),
        gap=gap_words(gap.since, gap.until) if gap else "",
        same=tuple(_row(each, whole, names) for each in line.same),
    )

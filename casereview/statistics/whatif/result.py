"""What a rerun found, as values that may be kept: no case's words, nobody's name; references, which open nothing."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

Answer = Literal["met", "not_met", "not_known"]
ANSWERS: dict[bool | None, Answer] = {True: "met", False: "not_met", None: "not_known"}
MOST = 500  # references that are named of each list: open cases first, then by the alphabet


@dataclass(frozen=True, slots=True)
class Cases:
    """So many cases, of which so many open, and the references of the first MOST of them."""

    number: int = 0
    open: int = 0
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """The cases whose threshold is answered `before` by their own rules and `after` by the proposed ones.

    references are given where the answers differ. routes: of each route (and "statute", section 104(4)) by which
    they meet it after, or met it before where they do not any more, how many.
    """

    before: Answer
    after: Answer
    cases: Cases
    routes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Spread:
    """By how many days dates move: later is positive."""

    least: int
    median: float
    most: int


@dataclass(frozen=True, slots=True)
class Moves:
    """What becomes of the runs of a clock, each in one of these numbers. spread: of those earlier and later.

    appear, disappear: the clock runs, or not, where it did not, or did. gain_date, lose_date: a date is promised where
    none was, or the reverse.
    """

    same: int = 0
    earlier: int = 0
    later: int = 0
    appear: int = 0
    disappear: int = 0
    gain_date: int = 0
    lose_date: int = 0
    spread: Spread | None = None

    @property
    def changed(self) -> int:
        """All but those that stay the same."""
        return self.earlier + self.later + self.appear + self.disappear + self.gain_date + self.lose_date


@dataclass(frozen=True, slots=True)
class ClockMoves:
    """One clock, by its name in the schemes: of its runs, those that are open, and those that are over."""

    clock: str
    open: Moves
    over: Moves


@dataclass(frozen=True, slots=True)
class Total:
    """One of the four statutory totals of a year: as it `stands`, and what the proposed rules say against it.

    They say what the count would have been, not what people would have decided. fewer: how many of those that stand
    the rules' answer now contradicts; more: how many it would have added; None where nobody can know. unclear: where
    it would have hung on what people find.
    """

    code: str
    stands: int
    fewer: int = 0
    more: int | None = 0
    unclear: int = 0


@dataclass(frozen=True, slots=True)
class InTime:
    """Runs of a clock that began in the year and have a date: in time, late, still open, or not needed any more."""

    in_time: int = 0
    late: int = 0
    open: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True)
class Timeliness:
    """One clock, by its name: as it stands, and by the dates that the proposed rules would have promised."""

    clock: str
    before: InTime
    after: InTime


@dataclass(frozen=True, slots=True)
class Year:
    """One publishing year, both days inclusive."""

    since: date
    until: date
    totals: tuple[Total, ...]
    timeliness: tuple[Timeliness, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would change in an area under the scheme of that digest, seen on a London day.

    open_cases, closed_cases: how many were rerun. erased: of them, those whose incidents and reports are erased: their
    threshold cannot be rerun, and is in none of `answers`. moved: the open cases in which any date changes.
    """

    area: str
    starts: date
    digest: str
    on: date
    open_cases: int
    closed_cases: int
    erased: int
    answers: tuple[Answers, ...]
    clocks: tuple[ClockMoves, ...]
    moved: Cases
    years: tuple[Year, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether every case is answered as before, and every date stays where it is."""
        same = all(each.before == each.after for each in self.answers)
        return same and not any(clock.open.changed or clock.over.changed for clock in self.clocks)

    def as_json(self) -> dict[str, Any]:
        """In values that `json.dumps` takes."""
        told = asdict(self) | {"starts": self.starts.isoformat(), "on": self.on.isoformat()}
        for year in told["years"]:
            year |= {"since": year["since"].isoformat(), "until": year["until"].isoformat()}
        return told

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "WhatIf":
        """The value of such JSON, as `as_json` made it."""
        parts = {
            "starts": date.fromisoformat(told["starts"]),
            "on": date.fromisoformat(told["on"]),
            "answers": tuple(Answers(**{**each, "cases": _cases(each["cases"])}) for each in told["answers"]),
            "clocks": tuple(
                ClockMoves(each["clock"], _moves(each["open"]), _moves(each["over"]))
                for each in told["clocks"]
            ),
            "moved": _cases(told["moved"]),
            "years": tuple(_year(each) for each in told["years"]),
        }
        return cls(**{**told, **parts})


def _cases(told: Mapping[str, Any]) -> Cases:
    return Cases(told["number"], told["open"], tuple(told["references"]))


def _moves(told: Mapping[str, Any]) -> Moves:
    return Moves(**{**told, "spread": Spread(**told["spread"]) if told["spread"] else None})


def _year(told: Mapping[str, Any]) -> Year:
    return Year(
        date.fromisoformat(told["since"]),
        date.fromisoformat(told["until"]),
        tuple(Total(**each) for each in told["totals"]),
        tuple(
            Timeliness(each["clock"], InTime(**each["before"]), InTime(**each["after"]))
            for each in told["timeliness"]
        ),
    )

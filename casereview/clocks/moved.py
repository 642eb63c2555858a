"""Deadlines that move because a bank holiday was announced after the clock had started.

A forward clock never becomes earlier by it, a backward clock never later: whoever was told a date may rely
on it, even where a holiday was moved away. A stopped clock keeps the calendar of the day it stopped.
Everything follows from the dated holidays alone, so working it out again on any later day gives the same.
"""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from casereview.clocks.calendar import Calendar
from casereview.clocks.deadline import Receipt, backwards, deadline
from casereview.clocks.length import Length


@dataclass(frozen=True, slots=True)
class Move:
    """Since `known_on` the date is what `receipt` says. The first is of the day the clock was set."""

    known_on: date
    receipt: Receipt


def moves(
    start: date, length: Length | None, calendar: Calendar, *, stopped: date | None = None, source: str = ""
) -> tuple[Move, ...]:
    """Every date a forward clock has had, oldest first; the last is the one that holds.

    `stopped` is the day the clock stopped: what was announced after it changes nothing. Raises BeyondHorizon.
    """
    days = (start, *calendar.changes_after(start, until=stopped))
    dated = (Move(day, deadline(start, length, calendar.as_known_on(day), source)) for day in days)
    return _kept(dated, operator.gt)


def moves_back(
    event: date,
    set_on: date,
    length: Length | None,
    calendar: Calendar,
    *,
    stopped: date | None = None,
    source: str = "",
) -> tuple[Move, ...]:
    """The same for a clock that counts back from `event`, fixed on the day `set_on`."""
    days = (set_on, *calendar.changes_after(set_on, until=stopped))
    dated = (Move(day, backwards(event, length, calendar.as_known_on(day), source)) for day in days)
    return _kept(dated, operator.lt)


def _kept(dated: Iterable[Move], favours: Callable[[date, date], bool]) -> tuple[Move, ...]:
    """The first, and each whose date is one that the clock may move to from the one before."""
    kept: list[Move] = []
    for move in dated:
        newer, held = move.receipt.due, kept[-1].receipt.due if kept else None
        if not kept or (newer is not None and held is not None and favours(newer, held)):
            kept.append(move)
    return tuple(kept)

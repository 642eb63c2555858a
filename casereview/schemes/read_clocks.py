"""The `[clock.NAME]` blocks: promises, each with the events that start and stop it."""

import datetime
import difflib
from collections.abc import Mapping

from casereview.clocks.length import UNITS
from casereview.schemes.faults import no_event
from casereview.schemes.model import Clock
from casereview.schemes.promises import StandingGroup
from casereview.schemes.reading import Block
from casereview.schemes.vocabulary import CLOCKS, WITH_A_NOTICE

UNSTATED, NEXT_MEETING = "unstated", "next_meeting"
OWED_BY = ("lead", "bodies", "applicant", "panel")


def read_clocks(block: Block | None, events: Mapping[str, str] | None) -> dict[str, Clock]:
    """Every clock by its name. `events` are those there are, each in words; None: not checked."""
    if block is None:
        return {}
    clocks = {}
    for name in block.table:
        _slip(name, block)
        inner = block.block(name)
        if inner is not None:
            clocks[name] = _clock(name, inner, events)
    return clocks


def _slip(name: str, clocks: Block) -> None:
    """A clock whose name is nearly one of the procedure's is one of the area's own, which hardly anybody means."""
    near = difflib.get_close_matches(name[:80], [each for each in CLOCKS if each not in clocks.table], 1, 0.8)
    if near and name not in CLOCKS:
        said = f"[clock.{name[:40]}] is not [clock.{near[0]}]: name it so, or if it is something else, unlike that."
        clocks.refuse(said, name)


def _clock(name: str, block: Block, events: Mapping[str, str] | None) -> Clock:
    block.ask("counts_back_from", "one event")
    ahead = block.text("counts_back_from")
    readings = len(block.notes.readings)
    until = NEXT_MEETING if block.plain_quietly("length") == NEXT_MEETING else None
    block.ask("length", "length or meeting", known=UNITS)
    length = block.length("length") if until is None else None
    if until:
        block.take("length", str)  # is asked for
    length_stated = len(block.notes.readings) == readings
    clock = Clock(
        name=name,
        starts=_starts(block, ahead),
        stops=_events(block, "stops", required=True),
        source=block.source(),
        length=length,
        until=until,  # type: ignore[arg-type]  # the one word that it may be
        owed_by=block.choice("owed_by", OWED_BY) or "lead",
        counts_back_from=ahead,
        starts_on=block.choice("starts_on", ("day", "served")) or "day",
        survives_close=block.truth("survives_close") or False,
        chase=tuple(day for _, day in block.items("chase", int)),
        says=block.words("says"),
        stated=block.stated and length_stated,
    )
    _contradictions(block, clock)
    _unknown(block, clock, events)
    _never_served(block, clock, events)
    block.finish()
    return clock


def _starts(block: Block, ahead: str | None) -> tuple[str, ...]:
    """The events that start a clock; none where the file says in so many words that the page does not name them."""
    block.ask("starts", "event or unstated", required=ahead is None)
    if block.plain_quietly("starts") == UNSTATED:
        block.take("starts", str)
        return ()
    return _events(block, "starts", required=ahead is None) or ((ahead,) if ahead else ())


def read_group(block: Block) -> StandingGroup:
    """`[group]`: the days on which it meets, in order, or what the page says of them."""
    meets = tuple(day for _, day in block.items("meets", datetime.date))
    if list(meets) != sorted(set(meets)):
        block.fault("expected the days in order, each once.", "meets")
    return StandingGroup(
        name=block.words("name", required=True) or "",
        source=block.source(),
        meets=meets,
        says=block.words("says"),
    )


def _events(block: Block, key: str, *, required: bool) -> tuple[str, ...]:
    """One event or a list of them, whichever comes first."""
    block.ask(key, "event", required=required)
    if isinstance(block.plain_quietly(key), list):
        return block.codes(key)
    one = block.text(key, required=required)
    return (one,) if one else ()


def _contradictions(block: Block, clock: Clock) -> None:
    for event in clock.starts:
        if event in clock.stops:
            block.refuse(f'"{event}" both starts and stops this clock: it would start itself again.', "stops")
    for day in clock.chase:
        if abs(day) > 30:
            block.refuse(f"reminders are within 30 working days of the due date, not {day}.", "chase")
    if clock.until and clock.counts_back_from:
        block.refuse("the next meeting lies ahead: nothing is counted back from anything.", "length")
    elif clock.length is None and (clock.chase or clock.counts_back_from):
        needs = "chase" if clock.chase else "counts_back_from"
        block.refuse("there is no due date without a length.", needs)


def _unknown(block: Block, clock: Clock, events: Mapping[str, str] | None) -> None:
    ahead = (clock.counts_back_from,) if clock.counts_back_from else ()
    named = {"starts": clock.starts, "stops": clock.stops, "counts_back_from": ahead}
    if "starts" not in block.table:
        del named["starts"]  # the event counted back from, named already
    for key, mentioned in named.items():
        for event in mentioned:
            if events is not None and event not in events:
                block.fault(no_event(event, events), key)


def _never_served(block: Block, clock: Clock, events: Mapping[str, str] | None) -> None:
    """Refuses every start of which no letter is the notice, though the clock waits for its being served."""
    for event in clock.starts if clock.starts_on == "served" else ():
        if event not in WITH_A_NOTICE and (events is None or event in events):
            block.refuse(
                f'no letter is the notice of "{event[:40]}", so that none is ever served: '
                f'expected "day", or to start with {", ".join(WITH_A_NOTICE)}.',
                "starts_on",
            )

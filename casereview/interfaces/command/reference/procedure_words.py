"""The clocks of the procedure and the events by which any clock may start or stop, in plain words."""

from collections.abc import Iterator

from casereview.interfaces.command.interview.clock_parts import AHEAD, STANDARD
from casereview.procedure import STEPS, events
from casereview.schemes.promises import ALL_OF
from casereview.schemes.unstated import OF_THE_LAW
from casereview.schemes.vocabulary import CLOCKS, WITH_A_NOTICE
from casereview.steps.step import Step
from casereview.wording.clocks import clock_title
from casereview.wording.events import any_event
from casereview.wording.people import OWED_BY


def clocks() -> Iterator[str]:
    """A table of the clocks that the service speaks of by itself."""
    yield "| Name | What it is | Usually from when | Until when | Who must do it |"
    yield "|-|-|-|-|-|"
    for name in CLOCKS:
        law = OF_THE_LAW.get(name)
        starts, stops, owed_by = (law.starts, law.stops, law.owed_by) if law else STANDARD[name]
        what = "A copy of what is held: the law’s own clock, in every area" if law else clock_title(name)
        cells = (what, any_event(starts), any_event(stops), OWED_BY[owed_by])
        yield f"| `{name}` | {' | '.join(map(str, cells))} |"
    yield ""


def event_table() -> Iterator[str]:
    """Every event in the order of the procedure, with the step that records it."""
    words = events()
    yield "| Event | It happens when | Step of the procedure | |"
    yield "|-|-|-|-|"
    order = list(STEPS.values())
    steps = {event: _step(event) for event in words}
    for event in sorted(words, key=lambda each: order.index(steps[each])):
        yield f"| `{event}` | {words[event]} | {steps[event].title} | {_mark(event)} |"
    yield ""


def _step(event: str) -> Step:
    """The step that records it; of several the one that does least besides."""
    kind = ALL_OF[event][0] if event in ALL_OF else event
    return min((step for step in STEPS.values() if kind in step.records), key=lambda step: len(step.records))


def _mark(event: str) -> str:
    if event in WITH_A_NOTICE:
        return "notice"
    return "day ahead: a clock can count back from it" if event in AHEAD else ""

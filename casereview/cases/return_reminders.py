"""Which bodies are to be reminded of their returns today: by the days that the scheme's `return` clock names."""

from casereview.cases.record import Record
from casereview.cases.returns import returns_of
from casereview.clocks.rungs import has_come


def rungs_of(record: Record) -> tuple[int, ...]:
    """The days on which the scheme's clock reminds, counted from the due date; none where it names none."""
    clock = record.scheme.clocks.get("return")
    return clock.chase if clock else ()


def reminders_due(record: Record) -> dict[str, int]:
    """The rung to take now for each body that has not answered: its place in the scheme's `chase`, from 0.

    Where several rungs have come since anybody looked, only the last of them.
    """
    rungs, found = rungs_of(record), {}
    for one in returns_of(record):
        if one.state != "no_answer" or one.due is None:
            continue
        taken = max((fact.codes["level"] for fact in one.chased), default=-1)
        come = [
            level
            for level, rung in enumerate(rungs)
            if has_come(record.today, one.due, rung, record.calendar)
        ]
        if come and come[-1] > taken:
            found[one.body.holder] = come[-1]
    return found

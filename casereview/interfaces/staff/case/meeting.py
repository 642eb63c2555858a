"""The page of the meeting, with the steps that are about it."""

from typing import Any

from casereview.cases.record import Record
from casereview.interfaces.sitting import sitting_of
from casereview.process import STEPS
from casereview.steps.write_minutes import items_of

STAGE = 11  # BLUEPRINT's stage of the meeting


def meeting(record: Record) -> dict[str, Any]:
    """The meeting, and what a co-ordinator can do about it now."""
    theirs = [step for step in STEPS.values() if step.stage == STAGE and "coordinate" in step.who]
    return {**sitting_of(record), "steps": [step for step in theirs if not step.is_open(record)]}


def writing(record: Record) -> dict[str, Any]:
    """The items of the agenda with the names of their two boxes."""
    items = [(item, f"shareable_{n}", f"restricted_{n}") for n, item in enumerate(items_of(record), start=1)]
    return {"items": items}

"""What can be done in a case now, and why the rest cannot."""

from dataclasses import dataclass

from django.utils.functional import Promise

from casereview.cases.record import Record
from casereview.people.roles import ROLES
from casereview.process import STEPS
from casereview.schemes.promises import facts_of
from casereview.steps.step import Step

CLOSE = 16  # the stage of withdrawing, passing on and closing


@dataclass(frozen=True, slots=True)
class Doable:
    """A step with its title and who else may take it; `why_not` is empty where it is open."""

    name: str
    title: str | Promise
    who: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Doables:
    """The open steps that move the case on, those of earlier stages, those at any stage, and the closed ones."""

    now: list[Doable]
    earlier: list[Doable]
    any_time: list[Doable]
    closed: list[Doable]


def doable(record: Record) -> Doables:
    """Every step that the record's viewer may take in this case."""
    viewer, area = record.viewer, record.case.area
    theirs = [
        step
        for step in STEPS.values()
        if not step.opens and any(viewer.may(permission, area) for permission in step.who)
    ]
    found = [(step, _doable(step, record)) for step in theirs]
    opened = [(step, each) for step, each in found if not each.why_not]
    reached, awaited = _stage(record), _awaited(record)
    now = [step.stage >= reached or not awaited.isdisjoint(step.records) for step, _each in opened]
    return Doables(
        now=[each for (step, each), moves in zip(opened, now, strict=True) if step.stage and moves],
        earlier=[each for (step, each), moves in zip(opened, now, strict=True) if step.stage and not moves],
        any_time=[each for step, each in opened if not step.stage],
        closed=[each for _step, each in found if each.why_not],
    )


def _stage(record: Record) -> int:
    """The furthest stage of which something is recorded; the close is none that anything comes after."""
    moved = [step for step in STEPS.values() if step.stage < CLOSE and not step.opens]
    reached = [step.stage for step in moved if record.has(*step.records)]
    return max(reached, default=0)


def _awaited(record: Record) -> set[str]:
    """The kinds of fact for which a clock runs."""
    running = {run.clock for run in record.deadlines if run.is_open}
    return {kind for clock in running for kind in facts_of(record.scheme.clocks[clock].stops)}


def _doable(step: Step, record: Record) -> Doable:
    return Doable(step.name, step.title, _who(step), step.closed_to(record, record.viewer))


def _who(step: Step) -> str:
    """The roles that may take it, other than the co-ordinator."""
    others = set(step.who) - {"coordinate", "system"}
    return ", ".join(str(role.title) for role in ROLES.values() if role.permissions & others)

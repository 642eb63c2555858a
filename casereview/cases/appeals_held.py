"""The appeals that somebody may list, whoever's they are: read in three queries, however many there are."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from casereview.cases.appeal import OF_THE_APPEAL, Appeal, appeals
from casereview.cases.models import Access, Case, Deadline, Fact
from casereview.cases.record import Record
from casereview.cases.visible import lasting
from casereview.people.viewer import Viewer

# Clocks that run for an appeal: what the panel owes is by the nearest of their dates.
CLOCKS = ("appeal_acknowledge", "appeal_contact", "qualify", "qualification", "outcome")


@dataclass(frozen=True, slots=True)
class Held:
    """An appeal in a list. due: the nearest date that the panel owes, with its clock's name; None where none is."""

    case: Case
    appeal: Appeal
    due: date | None
    clock: str


def held_by_clerks(viewer: Viewer, now: datetime) -> list[Held]:
    """The last appeal of each case in which the viewer, as a clerk, may see one.

    Those that run come before those that are over; of them the nearest date first, then the longest waiting.
    """
    desks = [holder for holder in viewer.holders if holder.startswith("clerks:")]
    held = Access.objects.filter(lasting(now), holder__in=desks, scope="appeal").values("case_id")
    cases = Case.objects.visible_to(viewer).in_bulk(list(held.values_list("case_id", flat=True)))
    facts: dict[UUID, list[Fact]] = defaultdict(list)
    for fact in (
        Fact.objects.visible_to(viewer).filter(case__in=cases, kind__in=OF_THE_APPEAL).order_by("number")
    ):
        facts[fact.case_id].append(fact)
    runs: dict[UUID, list[Deadline]] = defaultdict(list)
    open_runs = Deadline.objects.visible_to(viewer).filter(
        case__in=cases, clock__in=CLOCKS, due__isnull=False, stopped_on=None, ended_on=None
    )
    for run in open_runs.order_by("due"):
        runs[run.case_id].append(run)
    found = []
    for key, case in cases.items():
        theirs = appeals(Record(case=case, viewer=viewer, now=now, facts=facts[key]))
        if theirs:
            due = runs[key][0] if runs[key] else None
            found.append(Held(case, theirs[-1], due.due if due else None, due.clock if due else ""))
    return sorted(found, key=_order)


def _order(held: Held) -> tuple[bool, date, date, str]:
    return (
        held.appeal.ended,
        held.due or date.max,
        held.appeal.received.happened_on,
        held.case.reference,
    )

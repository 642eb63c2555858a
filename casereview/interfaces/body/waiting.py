"""What waits for a body: what it was asked in a case and has not answered."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from casereview.cases.models import Case, Deadline, Fact
from casereview.people.models import Body
from casereview.people.viewer import Viewer

DECIDED = ("threshold_met", "threshold_not_met", "review_ordered")
OVER = ("application_withdrawn", "transferred_out", "case_closed")
# What asks a body for a step, and what shows that it took it.
ASKS = {
    "application_dispatched": "answer_reports",
    "decision_proposed": "record_body_view",
    "information_requested": "give_return",
}
ASKED_OF_THE_REVIEW = "information_requested"  # all else is of no use once it is decided
ANSWERS = {
    "reports_answered": "answer_reports",
    "body_view_recorded": "record_body_view",
    "return_received": "give_return",
}
CLOCKS = {"answer_reports": "reports_confirmed", "give_return": "return"}  # no length is promised for a view
DATES = "say_availability"
OF_DATES = ("dates_proposed", "availability_said", "meeting_arranged")
READ = (*ASKS, *ANSWERS, *DECIDED, *OVER, *OF_DATES)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that a body is asked: the step's name; days left until it is due, negative when late, or None."""

    reference: str
    body: Body
    step: str
    asked_on: date
    due: date | None
    days: int | None


def bodies_of(viewer: Viewer) -> list[Body]:
    """The bodies that this viewer answers for."""
    keys = [holder.removeprefix("body:") for holder in viewer.holders if holder.startswith("body:")]
    return list(Body.objects.filter(pk__in=keys))


def waiting_for(viewer: Viewer, today: date) -> list[Waiting]:
    """What waits, the nearest date first and those without one last (three queries, however many cases)."""
    bodies = {body.holder: body for body in bodies_of(viewer)}
    facts = _facts(viewer)
    runs = {
        (run.case_id, run.subject, run.clock): run.due
        for run in Deadline.objects.visible_to(viewer).filter(
            clock__in=CLOCKS.values(), subject__in=bodies, stopped_on=None, ended_on=None
        )
    }
    by_case: dict[Case, list[Fact]] = {}
    for fact in facts:
        by_case.setdefault(fact.case, []).append(fact)
    found = [
        _asked(case, body, asked, runs.get((case.pk, body.holder, CLOCKS.get(asked[0], ""))), today)
        for case, theirs in by_case.items()
        for body in bodies.values()
        for asked in _open(theirs, body.holder)
    ]
    return sorted(found, key=lambda one: (one.due or date.max, one.asked_on, one.reference))


def _facts(viewer: Viewer) -> QuerySet[Fact]:
    seen = Fact.objects.visible_to(viewer).filter(kind__in=READ).exclude(case__summary__closed=True)
    return seen.select_related("case").order_by("case_id", "number")


def _open(facts: list[Fact], holder: str) -> list[tuple[str, Fact]]:
    """The steps that this body has still to take in a case, each with the fact that asked for it."""
    asked: dict[str, Fact] = {}
    decided = False
    for fact in facts:
        theirs = holder in (fact.codes.get("body"), *fact.codes.get("bodies", ()))
        if fact.kind in OVER:
            return []
        if fact.kind in DECIDED:
            asked = {}
            decided = True
        elif fact.kind in ASKS and theirs and (not decided or fact.kind == ASKED_OF_THE_REVIEW):
            asked[ASKS[fact.kind]] = fact
        elif fact.kind in ANSWERS and theirs:
            asked.pop(ANSWERS[fact.kind], None)
    dates = _dates(facts, holder)
    return [*asked.items(), *([(DATES, dates)] if dates else [])]


def _dates(facts: list[Fact], holder: str) -> Fact | None:
    """The dates about which this body has still to answer: until it has for each of them, or one is arranged."""
    said: set[str] = set()
    asks: Fact | None = None
    for fact in facts:
        if fact.kind == "meeting_arranged":
            said, asks = set(), None
        elif fact.kind == "dates_proposed":
            asks = fact if holder in fact.codes["bodies"] else None
        elif fact.kind == "availability_said" and fact.codes["body"] == holder:
            said.update(fact.codes["can"])
    return asks if asks and not said.issuperset(asks.codes["dates"]) else None


def _asked(case: Case, body: Body, asked: tuple[str, Fact], due: date | None, today: date) -> Waiting:
    step, fact = asked
    if step == DATES:
        due = date.fromisoformat(fact.codes["answer_by"])
    return Waiting(case.reference, body, step, fact.happened_on, due, (due - today).days if due else None)

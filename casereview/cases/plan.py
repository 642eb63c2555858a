"""The plan of a review, derived from its facts: which actions stand, what became of each, what the applicant was told.

An action keeps its number for ever: what changes it is a later fact with the same number. Whoever may not read an
action's own row still sees its number, owner and dates, which is all that a fact holds.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casereview.cases.models import Action, Fact, Recommendation
from casereview.cases.record import Record
from casereview.cases.sharing import told
from casereview.people.models import Body

UPDATES = ("action_updated", "action_done")
ADDED = ("action_agreed", "recommendation_made")


@dataclass(frozen=True, slots=True)
class Progress:
    """One action as it stands. due: the London date that holds now, after any new one that was given.

    status: "agreed", "under_way", "late" (a new date was given), "blocked" or "done". last: the fact that says so, None
    while nobody has said anything. action: its row, None where the viewer may not read it.
    """

    number: int
    body: str
    agreed: Fact
    due: date
    status: str
    last: Fact | None
    action: Action | None

    @property
    def is_open(self) -> bool:
        """Whether it has still to be done."""
        return self.status != "done"

    def days_late(self, today: date) -> int:
        """By how many days its date is past, 0 where it is done or not due yet."""
        return max((today - self.due).days, 0) if self.is_open else 0


def progress(record: Record) -> list[Progress]:
    """Every action that stands, by its number."""
    rows = {action.fact_id: action for action in record.actions}
    updates: dict[int, list[Fact]] = {}
    for fact in record.current(*UPDATES):
        updates.setdefault(int(fact.codes["action"]), []).append(fact)
    found = [
        _progress(fact, updates.get(int(fact.codes["number"]), []), rows.get(fact.id))
        for fact in record.current("action_agreed")
    ]
    return sorted(found, key=lambda each: each.number)


def _progress(agreed: Fact, updates: list[Fact], action: Action | None) -> Progress:
    last = updates[-1] if updates else None
    dated = [fact for fact in (agreed, *updates) if fact is agreed or fact.codes.get("new_due")]
    newest = max(dated, key=lambda fact: fact.number)
    due = newest.codes["due"] if newest is agreed else newest.codes["new_due"]
    status = "agreed" if last is None else str(last.codes.get("status", "done"))
    return Progress(
        number=int(agreed.codes["number"]),
        body=str(agreed.codes["body"]),
        agreed=agreed,
        due=date.fromisoformat(due),
        status=status,
        last=last,
        action=action,
    )


def open_actions(record: Record) -> list[Progress]:
    """Those that have still to be done, the nearest date first."""
    left = [each for each in progress(record) if each.is_open]
    return sorted(left, key=lambda each: (each.due, each.number))


def owed_actions(record: Record) -> list[Progress]:
    """Those of a plan that was sent and is being carried out: what its owners owe now."""
    if settled(record) is None or record.has("plan_completed", "case_closed"):
        return []
    return open_actions(record)


def recommendations(record: Record) -> list[Recommendation]:
    """Those that stand and that the viewer may read, by their number."""
    return sorted(record.standing(record.recommendations), key=lambda each: each.number)


def answer_to(record: Record, number: int) -> Fact | None:
    """What the addressee of this recommendation last answered."""
    answers = record.current("recommendation_answered")
    return next((fact for fact in reversed(answers) if fact.codes.get("recommendation") == number), None)


def next_number(record: Record, kind: str) -> int:
    """The number that a new action or recommendation gets: one that was dropped keeps its own."""
    return max((int(fact.codes["number"]) for fact in record.facts if fact.kind == kind), default=0) + 1


def settled(record: Record) -> Fact | None:
    """The plan as it was last settled: its words are what the applicant was sent."""
    return record.latest("plan_settled")


def has_changed(record: Record) -> bool:
    """Whether an action or a recommendation was added, changed or dropped since the plan was last settled."""
    last = settled(record)
    if last is None:
        return False
    return any(fact.kind in ADDED and fact.number > last.number for fact in record.facts)


def since_settled(record: Record, fact_id: object) -> bool:
    """Whether the fact of that id is newer than the plan that was last settled; every fact is, before there is one."""
    last = settled(record)
    return last is None or any(fact.id == fact_id and fact.number > last.number for fact in record.facts)


def comment_by(record: Record) -> date | None:
    """The last day for comments while it runs; None where the scheme sets none, or they have commented."""
    runs = [run.due for run in record.deadlines if run.clock == "plan_comments" and run.is_open and run.due]
    return max(runs, default=None)


def for_the_applicant(record: Record) -> dict[str, list[dict[str, Any]]]:
    """The actions and recommendations in the words that are the applicant's: what a draft and a plan keep."""
    actions = [each for each in progress(record) if each.action]
    return {
        "actions": [
            {
                "number": each.number,
                "told": each.action.told if each.action else "",
                "by": name_of(record, each.body),
                "due": each.due.isoformat(),
            }
            for each in actions
        ],
        "recommendations": [
            {
                "number": each.number,
                "told": each.told,
                "to": addressee_of(record, each),
                "answer_by": each.answer_by.isoformat() if each.answer_by else "",
            }
            for each in recommendations(record)
        ],
    }


def name_of(record: Record, holder: str) -> str:
    """What a body of the area is called."""
    return record.bodies[holder].name if holder in record.bodies else holder


def addressee_of(record: Record, recommendation: Recommendation) -> str:
    """To whom a recommendation is made: a body's name, or who was named."""
    return name_of(record, recommendation.own) if recommendation.own else recommendation.addressee


def bodies_of_the_review(record: Record) -> list[Body]:
    """The bodies that took part: those that were told of the application, and those that were asked what they hold."""
    asked = [str(fact.codes.get("body", "")) for fact in record.current("information_requested")]
    holders = dict.fromkeys([*(body.holder for body in told(record)), *asked])
    return [record.bodies[holder] for holder in holders if holder in record.bodies]

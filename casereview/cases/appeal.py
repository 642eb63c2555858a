"""The appeal in a case, derived from its facts: against what, whether it came in time, where it stands (MISSION D)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from casereview.cases.models import Fact
from casereview.cases.record import Record

About = Literal["threshold", "review"]
State = Literal[
    "received",
    "acknowledged",
    "referred",
    "admitted",
    "qualified",
    "hearing_set",
    "part_heard",
    "heard",
    "decided",
    "not_admitted",
    "not_qualified",
    "withdrawn",
]

# In the order of the procedure: the last that has happened is where an appeal stands.
STATES: dict[State, str] = {
    "received": "appeal_received",
    "acknowledged": "appeal_acknowledged",
    "referred": "appeal_referred",
    "admitted": "late_appeal_admitted",
    "qualified": "appeal_qualified",
    "hearing_set": "hearing_arranged",
    "part_heard": "hearing_adjourned",
    "heard": "hearing_held",
    "decided": "appeal_decided",
    "not_admitted": "late_appeal_not_admitted",
    "not_qualified": "appeal_not_qualified",
    "withdrawn": "appeal_withdrawn",
}
# By these a chair of the panel gets it: to decide whether there is a hearing, and afterwards in another's place.
REFERRED = ("appeal_referred", "panel_chair_replaced")
# Nothing more is decided on it. The applicant may not have been told yet: see `is_over`.
ENDED: frozenset[State] = frozenset({"decided", "not_admitted", "not_qualified", "withdrawn"})
# What the panel, its clerk and whoever appeals record: none of it is a part in the case that is appealed against.
OF_THE_APPEAL = frozenset(
    {
        *STATES.values(),
        "appeal_confirmed",
        "clerk_named",
        "appeal_contact_made",
        "appeal_shared",
        "panel_declared",
        "panel_conflict_declared",
        "panel_chair_ended",
        "panel_chair_replaced",
        "panel_member_appointed",
        "panel_member_ended",
        "panel_office_ended",
        "hearing_cancelled",
        "hearing_part_chosen",
        "appeal_view_given",
        "bundle_sent",
        "further_action_done",
        "qualification_notice_sent",
        "outcome_notice_sent",
    }
)


@dataclass(frozen=True, slots=True)
class Appeal:
    """One appeal. received: its `appeal_received`, with `codes`; facts: all that is of it, in order, itself first.

    late: it came after the last day; it is taken all the same, and the panel's chair says whether it is heard.
    """

    received: Fact
    facts: tuple[Fact, ...]
    state: State

    @property
    def about(self) -> About:
        """What it is made against: the threshold decision, or the way the review was carried out."""
        return cast(About, self.received.codes["about"])

    @property
    def late(self) -> bool:
        """Whether it came after the last day."""
        return bool(self.received.codes.get("late"))

    @property
    def barred(self) -> tuple[str, ...]:
        """What was so when it came and while which the area's page takes no appeal: codes of `vocabulary.BARS`."""
        return tuple(self.received.codes.get("barred", ()))

    @property
    def ended(self) -> bool:
        """Whether nothing more is decided on it."""
        return self.state in ENDED

    def days_waited(self, today: date) -> int:
        """Days since it was received, up to today (a London date) or to the day on which it ended: LESSONS 9."""
        end = self.latest(*(STATES[state] for state in ENDED)) if self.ended else None
        until = end.happened_on if end else today
        return max((until - self.received.happened_on).days, 0)

    def latest(self, *kinds: str) -> Fact | None:
        """The last fact of these kinds in this appeal, or None."""
        return next((fact for fact in reversed(self.facts) if fact.kind in kinds), None)


def appeals(record: Record) -> list[Appeal]:
    """Every appeal in the case, in order. One is made after another is over, so none runs beside another."""
    groups: list[list[Fact]] = []
    for fact in record.current(*OF_THE_APPEAL):
        if fact.kind == "appeal_received":
            groups.append([fact])
        elif groups:
            groups[-1].append(fact)
    return [Appeal(facts[0], tuple(facts), _state(facts)) for facts in groups]


def appeal_of(record: Record) -> Appeal | None:
    """The appeal that stands: the last that was made, whatever became of it; None where nobody has appealed."""
    found = appeals(record)
    return found[-1] if found else None


def running(record: Record) -> Appeal | None:
    """The appeal on which something is still to be decided; None where there is none."""
    found = appeal_of(record)
    return found if found and not found.ended else None


def is_over(record: Record) -> bool:
    """Whether the appeal that stands has ended, and whoever made it was told so in writing. Raises where none was made.

    One that was withdrawn is over at once: they know.
    """
    found = appeal_of(record)
    assert found is not None
    told = found.latest("qualification_notice_sent", "outcome_notice_sent")
    last = found.latest(*(STATES[state] for state in ENDED))
    return last is not None and (
        found.state == "withdrawn" or (told is not None and _after(found, told, last))
    )


def clerk_of(record: Record) -> str:
    """The holder (`user:7`) of the clerk who has the appeal that stands; "" while nobody has taken it on."""
    found = appeal_of(record)
    named = found.latest("clerk_named") if found else None
    return str(named.codes["clerk"]) if named else ""


def panel_chair(record: Record) -> str:
    """The holder of the panel's chair to whom the appeal that stands is referred, declared or not; "" for nobody."""
    found = appeal_of(record)
    referred = found.latest(*REFERRED) if found else None
    if found is None or referred is None:
        return ""
    chair = str(referred.codes["panel_chair"])
    gone = [
        fact
        for fact in found.facts[found.facts.index(referred) :]
        if fact.kind in {"panel_chair_ended", "panel_conflict_declared"} and fact.codes.get("member") == chair
    ]
    return "" if gone else chair


def has_declared(record: Record, holder: str) -> bool:
    """Whether this person of the panel has declared, since the appeal was last referred, that nothing conflicts."""
    found = appeal_of(record)
    if found is None:
        return False
    said = [
        fact
        for fact in found.facts
        if fact.kind in {"panel_declared", "panel_conflict_declared"} and fact.codes.get("member") == holder
    ]
    return bool(said) and said[-1].kind == "panel_declared"


def may_appeal_about(record: Record) -> About | Literal[""]:
    """What an appeal can be made against now: a plan that was sent, else a refusal; "" where there is neither.

    While an appeal runs there is nothing to appeal against besides. A closed case still takes one.
    """
    if running(record):
        return ""
    if record.has("plan_sent"):
        return "review"
    return "threshold" if record.has("threshold_not_met") and not record.has("threshold_met") else ""


def _state(facts: list[Fact]) -> State:
    kinds = {fact.kind for fact in facts}
    return [state for state, kind in STATES.items() if kind in kinds][-1]


def _after(found: Appeal, one: Fact, other: Fact) -> bool:
    return found.facts.index(one) > found.facts.index(other)

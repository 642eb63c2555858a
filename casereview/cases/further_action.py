"""What the panel asks for when it upholds an appeal: each with an owner and a day, followed until it is done (D5)."""

from dataclasses import dataclass
from datetime import date

from casereview.cases.models import Fact
from casereview.cases.record import Record

REVIEWS = ("review_whole", "review_part")
NEW_DECISION = "new_decision"
OPEN_A_CASE = (*REVIEWS, NEW_DECISION)  # these are done in a case of their own
# In the order in which they are offered; words are in wording/hearing.py.
WHAT = ("information", *REVIEWS, "alternative_actions")


@dataclass(frozen=True, slots=True)
class Further:
    """One thing that the panel asked for. what: one of WHAT, or NEW_DECISION. owner: a holder, `area:…` or `body:…`.

    due: a London date. text: what exactly, "" for who may not read it. done: the fact that it was, or None.
    """

    number: int
    what: str
    owner: str
    due: date
    text: str
    done: Fact | None


def decision_of(record: Record) -> Fact | None:
    """The panel's decision of the appeal."""
    return record.latest("appeal_decided")


def further_of(record: Record) -> list[Further]:
    """Everything that the panel asked for, in its order; none before it decided, or where it asked for nothing."""
    decided = decision_of(record)
    done = {fact.codes["number"]: fact for fact in record.current("further_action_done")}
    return [
        Further(
            number=each["number"],
            what=each["what"],
            owner=each["owner"],
            due=date.fromisoformat(each["due"]),
            text=str(record.said(decided, f"further_{each['number']}")),
            done=done.get(each["number"]),
        )
        for each in (decided.codes.get("further", ()) if decided else ())
    ]


def owed_further(record: Record) -> list[Further]:
    """Those that are not done."""
    return [each for each in further_of(record) if each.done is None]


def opening(record: Record) -> Further | None:
    """The one for which a case of its own is to be opened."""
    return next((each for each in further_of(record) if each.what in OPEN_A_CASE), None)

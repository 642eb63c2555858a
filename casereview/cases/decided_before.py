"""Who decided before where a decision is taken again: they take no part in the new one (MISSION D3, D5)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from casereview.cases.beginning import beginning
from casereview.cases.models import Fact, Words
from casereview.cases.postgresql.roles import acting
from casereview.cases.record import Record
from casereview.people.viewer import SYSTEM, Viewer
from casereview.wording.dates import long_date
from casereview.wording.length import and_list


@dataclass(frozen=True, slots=True)
class Before:
    """The decisions that are taken again. on: the London day of the last of them. recorded_by: names by holder.

    deciders: who decided for a body, each "name and post (body)", as it was written down then.
    """

    on: date
    recorded_by: dict[str, str]
    deciders: tuple[str, ...]

    def includes(self, decider: str) -> bool:
        """Whether this name, with or without a post after a comma, is that of somebody who decided before."""
        return _called(decider) in {_called(each) for each in self.deciders}

    @property
    def sentence(self) -> str:
        """Who they are, and that they have no part in the new decision."""
        who = and_list([*self.deciders, *self.recorded_by.values()])
        words = {"day": long_date(self.on), "who": who}
        return gettext("Decided and recorded on %(day)s by %(who)s: somebody else decides now.") % words


def decided_before(record: Record) -> Before | None:
    """What was decided about the threshold in the cases that this one came out of; None unless it is decided again."""
    began = beginning(record)
    if began is None or began.kind != "decision_reopened":
        return None
    found = [fact for fact in record.linked_facts if fact.kind in {"threshold_met", "threshold_not_met"}]
    found = [fact for fact in found if fact.recorded_at < began.recorded_at]
    if not found:
        return None
    return Before(
        on=found[-1].happened_on,
        recorded_by={fact.by: fact.by_name for fact in found},
        deciders=tuple(dict.fromkeys(name for fact in found for name in _deciders(fact))),
    )


def nobody_else(record: Record, before: Before) -> bool:
    """Whether everybody in the office who could record the decision recorded it before."""
    return set(record.coordinators) <= before.recorded_by.keys()


def keeps_away(record: Record, viewer: Viewer) -> str:
    """Why this viewer may not propose or record the new decision, in a sentence, or "".

    Where the office has nobody else they may, with a reason that is kept and shown.
    """
    before = decided_before(record)
    if before is None or viewer.holder not in before.recorded_by or nobody_else(record, before):
        return ""
    return gettext(
        "You recorded the decision of %(day)s, which is taken again here: somebody else of the office does that."
    ) % {"day": long_date(before.on)}


def _deciders(fact: Fact) -> list[str]:
    """As the system: whoever decides now need not be able to read the case of before."""
    with acting(SYSTEM):
        told = Words.objects.filter(fact=fact, scope="restricted")
        return [name for words in told for name in words.values.get("deciders", ())]


def _called(decider: str) -> str:
    return " ".join(decider.partition(",")[0].partition("(")[0].casefold().split())

"""Members of panels whose office is over: nothing of an appeal stays open to them (docs/decisions/0010).

All of it is read from facts: whose access lasts, the database tells nobody but its holder.
"""

from datetime import date

from django.db.models import Q, QuerySet

from casereview.cases.appeal import REFERRED
from casereview.cases.hearing import ASKED_TO_SIT, LEAVES, asked_to_sit
from casereview.cases.models import Case, Fact
from casereview.cases.record import Record
from casereview.cases.retention import erased

CHAIR_LEAVES = ("panel_chair_ended", "panel_conflict_declared")


def out_of_office(record: Record) -> list[str]:
    """The holders to whom an appeal in this case is open as a member of its panel, and who are in office no more."""
    pool = record.panel_pool
    return [
        holder for holder in sitting(record) if not (holder in pool and pool[holder].in_office(record.today))
    ]


def sitting(record: Record) -> list[str]:
    """Those to whom something of an appeal is open as a member of its panel, of an earlier appeal as well."""
    asked = asked_to_sit(record.current(ASKED_TO_SIT, *LEAVES))
    return [holder for holder, fact in asked.items() if _lasts(record, fact)]


def chairs(record: Record, holder: str) -> bool:
    """Whether something of an appeal is open to them as the chair of its panel, of an earlier appeal as well."""
    theirs = [
        fact
        for fact in record.current(*REFERRED, *CHAIR_LEAVES)
        if holder in (fact.codes.get("panel_chair"), fact.codes.get("member"))
    ]
    return bool(theirs) and theirs[-1].kind in REFERRED and _lasts(record, theirs[-1])


def with_members(today: date) -> QuerySet[Case]:
    """The cases in which the day that was set for somebody of a panel has not passed on that London date."""
    return _cases(Q(kind=ASKED_TO_SIT), today)


def with_panels_of(holder: str, area: str, today: date) -> QuerySet[Case]:
    """The same of an area, of those who were asked to sit or to chair this holder alone."""
    theirs = Q(kind=ASKED_TO_SIT, codes__member=holder) | Q(kind__in=REFERRED, codes__panel_chair=holder)
    return _cases(theirs, today).filter(area=area)


def _cases(asked: Q, today: date) -> QuerySet[Case]:
    facts = Fact.objects.filter(asked, codes__until__gte=today.isoformat())
    return Case.objects.filter(pk__in=facts.values("case")).order_by("opened_at")


def _lasts(record: Record, fact: Fact) -> bool:
    """Whether what this fact opened lasts on the record's day."""
    return bool(fact.codes["until"] >= record.today.isoformat()) and not erased(record)

"""A case for what goes on in one of its own: what the appeals panel ordered, or what the office reopened."""

from django.db.models import Q, QuerySet

from casereview.cases.erasure import erased_cases
from casereview.cases.further_action import OPEN_A_CASE, REVIEWS
from casereview.cases.models import Fact
from casereview.jobs.each import for_each
from casereview.people.viewer import SYSTEM
from casereview.process import take


def open_linked_cases() -> int:
    """Open a case for each decision of the panel that orders one, and for each reopening; return how many.

    The fact's id is the key, so that nothing is ever opened twice.
    """
    wanted = {f"linked:{fact.pk}": (fact, step) for fact in _found() if (step := _step(fact))}
    done = set(Fact.objects.filter(key__in=wanted).values_list("key", flat=True))
    return for_each((wanted[key] for key in wanted if key not in done), _open)


def _open(wanted: tuple[Fact, str]) -> bool:
    fact, step = wanted
    area = fact.case.area
    take(step, viewer=SYSTEM, area=area, follows=fact.case, answers={"area": area}, key=f"linked:{fact.pk}")
    return True


def _found() -> QuerySet[Fact]:
    """Those of cases that nothing follows; and, since a reopened case can still be appealed against, of those."""
    reopened = Fact.objects.filter(kind="case_reopened")
    found = Fact.objects.filter(Q(kind="case_reopened") | Q(kind="appeal_decided", codes__outcome="upheld"))
    nothing_follows = Q(case__followed_by=None) | Q(kind="appeal_decided", case__in=reopened.values("case"))
    left = found.filter(nothing_follows).exclude(case__in=erased_cases())
    return left.select_related("case").order_by("recorded_at")


def _step(fact: Fact) -> str:
    """The step that opens the case; "" where none is to be opened."""
    if fact.kind == "case_reopened":
        return "begin_again"
    ordered = [each["what"] for each in fact.codes.get("further", ()) if each["what"] in OPEN_A_CASE]
    return ("order_review" if ordered[0] in REVIEWS else "reopen_decision") if ordered else ""

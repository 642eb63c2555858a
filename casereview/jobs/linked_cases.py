"""A case for what the appeals panel ordered: another review, or a new decision on the threshold."""

from casereview.cases.further_action import OPEN_A_CASE, REVIEWS
from casereview.cases.models import Fact
from casereview.people.viewer import SYSTEM
from casereview.process import take


def open_linked_cases() -> int:
    """Open a case for each decision of the panel that orders one and has none yet; return how many.

    The fact's id is the key, so that nothing is ever opened twice.
    """
    opened = 0
    decided = Fact.objects.filter(kind="appeal_decided", codes__outcome="upheld", case__followed_by=None)
    for fact in decided.select_related("case").order_by("recorded_at"):
        wanted = [each["what"] for each in fact.codes.get("further", ()) if each["what"] in OPEN_A_CASE]
        if wanted:
            take(
                "order_review" if wanted[0] in REVIEWS else "reopen_decision",
                viewer=SYSTEM,
                area=fact.case.area,
                follows=fact.case,
                answers={"area": fact.case.area},
                key=f"linked:{fact.pk}",
            )
            opened += 1
    return opened

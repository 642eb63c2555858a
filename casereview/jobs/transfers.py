"""An application passed on to another area of this installation opens a case there."""

from casereview.cases.erasure import erased_cases
from casereview.cases.models import Fact
from casereview.jobs.each import for_each
from casereview.people.models import Area
from casereview.people.viewer import SYSTEM
from casereview.process import take


def receive_transfers() -> int:
    """Open a case for each application that was passed on to a live area and has none there; return how many.

    The fact's id is the key, so that no transfer is ever received twice.
    """
    waiting = Fact.objects.filter(kind="transferred_out", case__followed_by=None).exclude(codes__area="")
    left = waiting.exclude(case__in=erased_cases())
    return for_each(left.select_related("case").order_by("recorded_at"), _receive)


def _receive(fact: Fact) -> bool:
    area = Area.objects.filter(pk=fact.codes["area"]).first()
    if area is None or not area.live:
        return False
    take(
        "receive_transfer",
        viewer=SYSTEM,
        area=area.pk,
        follows=fact.case,
        answers={"area": area.pk},
        key=f"transfer:{fact.pk}",
    )
    return True

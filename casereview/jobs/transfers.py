"""An application passed on to another area of this installation opens a case there."""

from casereview.cases.erasure import erased_cases
from casereview.cases.models import Case, Fact
from casereview.people.models import Area
from casereview.people.viewer import SYSTEM
from casereview.process import take


def receive_transfers() -> int:
    """Open a case for each application that was passed on to a live area and has none there; return how many.

    The fact's id is the key, so that no transfer is ever received twice.
    """
    waiting = Fact.objects.filter(kind="transferred_out", case__followed_by=None).exclude(codes__area="")
    received = 0
    left = waiting.exclude(case__in=erased_cases())
    for fact in left.select_related("case").order_by("recorded_at"):
        area = Area.objects.filter(pk=fact.codes["area"]).first()
        if area is not None and area.live:
            _receive(fact, area.pk, fact.case)
            received += 1
    return received


def _receive(fact: Fact, area: str, passed_on: Case) -> None:
    take(
        "receive_transfer",
        viewer=SYSTEM,
        area=area,
        follows=passed_on,
        answers={"area": area},
        key=f"transfer:{fact.pk}",
    )

"""Who has a case now: its named contact and the deputy, as holders; and who stands behind them."""

from typing import NamedTuple

from django.db.models import Q

from casereview.cases.record import Record
from casereview.people.models import Membership


class Owner(NamedTuple):
    """Both empty until somebody is named. until: the last day of an absence, in ISO form, or ""."""

    owner: str = ""
    deputy: str = ""
    until: str = ""


def owner_of(record: Record) -> Owner:
    """As the latest naming or hand-over says."""
    last = record.latest("owner_assigned", "handed_over")
    codes = last.codes if last else {}
    return Owner(codes.get("owner", ""), codes.get("deputy", ""), codes.get("until") or "")


def administrators_of(area: str) -> dict[str, str]:
    """Who looks after an area now, or the whole installation: their names by holder (one query)."""
    current = Membership.objects.current().filter(Q(area_id=area) | Q(area=None), role="administrator")
    found = current.select_related("user").order_by("user__name")
    return {f"user:{membership.user_id}": str(membership.user) for membership in found}

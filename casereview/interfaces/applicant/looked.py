"""Who has opened the case, for the person whose case it is. Organisations and roles, never the names of staff."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casereview.audit.readers import days_of
from casereview.cases.record import Record
from casereview.cases.representing import ROLE
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.own import frame, open_own
from casereview.people.models import Membership
from casereview.people.names import names_of
from casereview.people.roles import ROLES

A_PAGE = 30


class Look(NamedTuple):
    """On a London day somebody, as the applicant knows them, opened the case so many times."""

    day: date
    who: str
    times: int


@own_case
@require_safe
def looked(request: Request) -> HttpResponse:
    """The days, the latest first."""
    record = open_own(request, "looked")
    page = Paginator(days_of(record.case.pk), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "my/looked.html", frame(record, page=page, looks=_looks(record, page.object_list)))


def _looks(record: Record, rows: Iterable[dict[str, Any]]) -> list[Look]:
    """The rows in words, several people of one organisation on one day together."""
    rows = list(rows)
    roles = _roles([row["by"] for row in rows])
    times: dict[tuple[date, str], int] = {}
    for row in rows:
        key = (row["day"], _who(record, row["by"], row["day"], roles))
        times[key] = times.get(key, 0) + row["times"]
    return [Look(day, who, count) for (day, who), count in times.items()]


def _roles(holders: list[str]) -> dict[str, list[Membership]]:
    keys = {int(holder.removeprefix("user:")) for holder in holders if holder.startswith("user:")}
    found: dict[str, list[Membership]] = {}
    for each in Membership.objects.filter(user__in=keys).select_related("body"):
        found.setdefault(f"user:{each.user_id}", []).append(each)
    return found


def _who(record: Record, holder: str, day: date, roles: dict[str, list[Membership]]) -> str:
    if holder == record.viewer.holder:
        return _("You")
    if holder.startswith("person:"):
        return _person(record, holder)
    if holder.startswith("body:"):
        return record.bodies[holder].name if holder in record.bodies else names_of([holder]).get(holder, "")
    then = [each for each in roles.get(holder, ()) if _held(each, record, day)]
    return ", ".join(sorted({_role(record, each) for each in then})) or _("Somebody who worked with us")


def _person(record: Record, holder: str) -> str:
    theirs = [role for person in record.people if person.holder == holder for role in person.roles]
    return _("Somebody who acts for you") if ROLE in theirs else _("Somebody in your request")


def _held(membership: Membership, record: Record, day: date) -> bool:
    here = membership.area_id in {record.case.area, None}
    until = timezone.localdate(membership.until) if membership.until else date.max
    return here and timezone.localdate(membership.since) <= day <= until


def _role(record: Record, membership: Membership) -> str:
    if membership.body:
        return membership.body.name
    if membership.role == "coordinator":
        return _("The office that looks after your request")
    return str(ROLES[membership.role].title)

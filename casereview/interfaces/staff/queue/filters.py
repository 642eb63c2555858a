"""The filters of the queue: each a name in the address, its words, and what it leaves in the list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, QuerySet, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Summary
from casereview.cases.references import tidy
from casereview.cases.rules import calendar
from casereview.cases.status import ORDER
from casereview.clocks.deadline import deadline
from casereview.clocks.length import Length
from casereview.people.viewer import EVERYWHERE, Viewer

Cases = QuerySet[Summary]


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice among those of its group; `keeps` says which cases stay."""

    name: str
    words: str | Promise
    keeps: Callable[[Viewer, date], Q]


def _needs_me(viewer: Viewer, _today: date) -> Q:
    """Theirs, nobody's, where somebody is in danger, and what they were told of as an administrator."""
    theirs = Q(owner__in=["", viewer.holder]) | Q(deputy=viewer.holder) | Q(risk="immediate")
    if viewer.may("administer"):
        where = Q() if ("administer", EVERYWHERE) in viewer.grants else Q(area__in=viewer.areas("administer"))
        theirs |= where & Q(silence_told="administrators")
    return Q(closed=False) & theirs


def _due_soon(_viewer: Viewer, today: date) -> Q:
    return Q(closed=False, next_due__lte=deadline(today, Length(2, "working_days"), calendar()).due)


def _not_heard(_viewer: Viewer, today: date) -> Q:
    """Applicants who have heard nothing for longer than was promised, or than ten working days."""
    return Q(closed=False, hear_by__lt=today)


# The first is what the page opens with.
FILTERS: Mapping[str, Filter] = {
    chosen.name: chosen
    for chosen in (
        Filter("needs_me", _("Needs me"), _needs_me),
        Filter("mine", _("Mine"), lambda viewer, _today: Q(closed=False, owner=viewer.holder)),
        Filter("deputy", _("I am deputy"), lambda viewer, _today: Q(closed=False, deputy=viewer.holder)),
        Filter("unowned", _("Nobody’s yet"), lambda _viewer, _today: Q(closed=False, owner="")),
        Filter("overdue", _("Overdue"), lambda _viewer, today: Q(closed=False, next_due__lt=today)),
        Filter("soon", _("Due in two working days"), _due_soon),
        Filter(
            "silent",
            _("A body has not answered"),
            lambda _viewer, _today: Q(closed=False) & ~Q(silent_bodies=""),
        ),
        Filter("held", _("A letter is held"), lambda _viewer, _today: Q(letter_held=True)),
        Filter("not_heard", _("Has not heard from us"), _not_heard),
        Filter("open", _("All open"), lambda _viewer, _today: Q(closed=False)),
        Filter("closed", _("Closed"), lambda _viewer, _today: Q(closed=True)),
    )
}
STAGE = Case(*(When(status=code, then=place) for place, code in enumerate(ORDER)), default=99)
SORTS = {
    "date": (_("Next date"), ("order", "case_id")),
    "received": (_("Day received"), ("-received_on", "case_id")),
    "stage": (_("Where it stands"), (STAGE, "order", "case_id")),
}


def found(viewer: Viewer, asked: Mapping[str, str], today: date) -> Cases:
    """The cases that this viewer may see and asked for, in the order asked for. Unknown choices are left aside."""
    cases = Summary.objects.visible_to(viewer)
    words = asked.get("q", "").strip()[:100]
    if words:
        cases = cases.filter(_matching(words))
    else:
        chosen = FILTERS.get(asked.get("show", ""), FILTERS["needs_me"])
        cases = cases.filter(chosen.keeps(viewer, today))
    for name in ("area", "status", "channel"):
        if asked.get(name):
            cases = cases.filter(**{name: asked[name]})
    if asked.get("body"):
        cases = cases.filter(silent_bodies__contains=f"{asked['body']} ")
    order = SORTS.get(asked.get("sort", ""), SORTS["date"])[1]
    return cases.order_by(*order)


def _matching(words: str) -> Q:
    return Q(reference=tidy(words)) | Q(name__icontains=words) | Q(place__icontains=words)


def silent_bodies(viewer: Viewer) -> list[str]:
    """The bodies that have not answered in an open case of this viewer's, as holders (one query)."""
    waiting = Summary.objects.visible_to(viewer).filter(closed=False).exclude(silent_bodies="")
    found = waiting.order_by().values_list("silent_bodies", flat=True).distinct()
    return sorted({body for bodies in found for body in bodies.split()})

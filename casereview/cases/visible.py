"""The one query set through which anybody sees a case or a row of one."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.utils import timezone

from casereview.cases.guards import CaseGuard, OwnGuard
from casereview.people.viewer import Viewer

if TYPE_CHECKING:
    from casereview.cases.models.case import Case

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may see of one case: the scopes that they hold in it, through any of their holders."""

    case: "Case"
    viewer: Viewer
    scopes: frozenset[str]


def sight_of(case: "Case", viewer: Viewer, at: datetime | None = None) -> Sight:
    """Ask once what the viewer holds in a case, for all the tables that are then read of it (one query)."""
    from casereview.cases.models.access import Access

    held = Access.objects.filter(lasting(at or timezone.now()), case=case, holder__in=viewer.holders)
    return Sight(case, viewer, frozenset(held.values_list("scope", flat=True)))


def sight_by_reference(reference: str, viewer: Viewer, at: datetime | None = None) -> Sight | None:
    """The case of that reference with what the viewer holds in it; None where they may not see it (one query)."""
    from casereview.cases.models.access import Access

    held = Access.objects.filter(
        lasting(at or timezone.now()), case__reference=reference, holder__in=viewer.holders
    )
    rows = list(held.select_related("case"))
    scopes = frozenset(row.scope for row in rows)
    return Sight(rows[0].case, viewer, scopes) if "case" in scopes else None


class Visible(models.QuerySet[M]):
    """Adds `visible_to`, and for the tables of one case `seen_by`; both follow the model's own `guard`."""

    def seen_by(self, sight: Sight) -> "Visible[M]":
        """Return the rows of one case that its viewer may see: the same as `visible_to`, without asking again."""
        guard = self.model.guard  # type: ignore[attr-defined]
        rows = self.filter(**{guard.case: sight.case.pk})
        if guard.scope in sight.scopes and not guard.scope_column:
            return rows
        allowed = Q(**{f"{guard.scope_column}__in": sight.scopes}) if guard.scope_column else Q(pk__in=())
        if guard.own and "case" in sight.scopes:
            allowed |= Q(**{f"{guard.own}__in": sight.viewer.holders})
        return rows.filter(allowed)

    def visible_to(self, viewer: Viewer, at: datetime | None = None) -> "Visible[M]":
        """Return only the rows that this viewer may see now (or at the given moment)."""
        guard = self.model.guard  # type: ignore[attr-defined]
        if isinstance(guard, OwnGuard):
            if "system" in viewer.holders:
                return self
            return self.filter(**{f"{guard.own}__in": viewer.holders})
        if not isinstance(guard, CaseGuard):
            raise TypeError(f"{self.model.__name__} holds no rows of a case")
        return self.filter(_seen(guard, viewer, at or timezone.now()))


def _seen(guard: CaseGuard, viewer: Viewer, at: datetime) -> Q:
    wanted: Any = OuterRef(guard.scope_column) if guard.scope_column else guard.scope
    seen = Q(_held(guard, viewer, at, wanted))
    if guard.own:
        own = Q(**{f"{guard.own}__in": viewer.holders})
        seen |= own & Q(_held(guard, viewer, at, "case"))
    return seen


def _held(guard: CaseGuard, viewer: Viewer, at: datetime, scope: Any) -> Subquery:
    """Whether they hold the scope: looked up row by row, as the database's policies do, and for the same reason."""
    from casereview.cases.models.access import Access

    held = Access.objects.filter(
        lasting(at), case_id=OuterRef(guard.case), holder__in=viewer.holders, scope=scope
    )
    return Subquery(held.annotate(one=Value(True)).values("one")[:1], output_field=models.BooleanField())


def lasting(at: datetime) -> Q:
    """Access that has not ended at that moment."""
    return Q(until__isnull=True) | Q(until__gt=at)

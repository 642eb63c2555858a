"""Who is looking: the holders of access somebody is, and what they may do where."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from casereview.people.models.membership import Membership
from casereview.people.roles import ROLES, Permission

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from casereview.people.models.user import User

EVERYWHERE = None  # the area code of what is granted for the whole installation


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody, for the length of one request or job.

    holder: the one holder that facts are recorded under, "" for a passer-by. holders: all that they are
    (`user:7`, `area:durham`, `body:3`, `support:durham`, `clerks:durham`, `person:<uuid>`, `system`): what
    opens cases. name: for history.
    """

    holder: str = ""
    holders: frozenset[str] = frozenset()
    name: str = ""
    grants: frozenset[tuple[Permission, str | None]] = frozenset()

    def may(self, permission: str, area_code: str | None = None) -> bool:
        """Whether they hold the permission in that area; without an area, whether they hold it anywhere."""
        if area_code is None:
            return any(held == permission for held, _area in self.grants)
        return (permission, area_code) in self.grants or (permission, EVERYWHERE) in self.grants

    def areas(self, permission: str) -> frozenset[str]:
        """The codes of the areas in which they hold the permission by name (not: everywhere)."""
        return frozenset(area for held, area in self.grants if held == permission and area)


SYSTEM = Viewer("system", frozenset({"system"}), "the system", frozenset({("system", EVERYWHERE)}))


def anonymous() -> Viewer:
    """A passer-by: opens nothing, may nothing."""
    return Viewer()


def for_person(person: UUID | str, area_code: str) -> Viewer:
    """An applicant's person, who came in by a link or a code, or is applying now."""
    holder = f"person:{person}"
    return Viewer(holder, frozenset({holder}), "", frozenset({("apply", area_code)}))


def for_body(body: str, area_code: str) -> Viewer:
    """Somebody of a body who came by the link to its mailbox: for its return, where nothing else asks who they are."""
    return Viewer(body, frozenset({body}), "", frozenset({("answer_for_body", area_code)}))


def for_draft(draft: UUID | str, area_code: str) -> Viewer:
    """Somebody who is writing an application: they hold the draft, and will be the person it becomes."""
    viewer = for_person(draft, area_code)
    return replace(viewer, holders=viewer.holders | {f"draft:{draft}"})


def for_user(user: "User | AnonymousUser") -> Viewer:
    """A signed-in user, by their memberships at this moment (one query); a disabled one is a passer-by."""
    if not user.is_authenticated or not user.is_active:
        return anonymous()
    return with_memberships(user, Membership.objects.in_force().filter(user_id=user.pk).order_by())


def with_memberships(user: "User", memberships: Iterable[Membership]) -> Viewer:
    """The viewer that a user is by these memberships."""
    holder = f"user:{user.pk}"
    holders, grants = {holder}, set()
    for membership in memberships:
        if membership.role == "coordinator":
            holders.add(f"area:{membership.area_id}")
        if membership.role == "support_worker":
            holders.add(f"support:{membership.area_id}")
        if membership.role == "clerk":
            holders.add(f"clerks:{membership.area_id}")
        if membership.body_id:
            holders.add(f"body:{membership.body_id}")
        for permission in ROLES[membership.role].permissions:
            grants.add((permission, membership.area_id))
    return Viewer(holder, frozenset(holders), user.name, frozenset(grants))

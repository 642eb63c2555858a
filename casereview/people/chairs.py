"""The pools from which an area appoints chairs, clerks and its panel, with what could keep each out of a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casereview.people.models import Interest, Membership, User


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who has the role in the area now.

    served: every role for a body that they have or had, here and elsewhere. interests: all that they declared.
    """

    holder: str
    name: str
    served: tuple[Membership, ...] = ()
    interests: tuple[Interest, ...] = ()

    def interests_on(self, day: date) -> list[Interest]:
        """Those that last on that London date."""
        return [
            each for each in self.interests if each.since <= day and not (each.until and each.until < day)
        ]


def pool_of(area_code: str, role: str = "chair") -> dict[str, Candidate]:
    """Everybody who holds a role in an area by holder, in the order of their names (three queries).

    role: "chair" (of reviews), "clerk", "panel_chair" or "panel_member".
    """
    held = Membership.objects.current().filter(role=role, area_id=area_code).select_related("user")
    users = {each.user_id: each.user for each in held.order_by("user__name", "user_id")}
    return _candidates(users)


def candidate_of(holder: str) -> Candidate | None:
    """The same of one user, in the pool or not; None where there is no such user (three queries)."""
    users = User.objects.in_bulk([int(holder.removeprefix("user:"))])
    return _candidates(users).get(holder)


def _candidates(users: Mapping[int, User]) -> dict[str, Candidate]:
    served = Membership.objects.filter(user__in=users, body__isnull=False).select_related("body")
    interests = list(Interest.objects.filter(user__in=users).select_related("body"))
    roles = list(served)
    return {
        f"user:{key}": Candidate(
            holder=f"user:{key}",
            name=str(user),
            served=tuple(each for each in roles if each.user_id == key),
            interests=tuple(each for each in interests if each.user_id == key),
        )
        for key, user in users.items()
    }

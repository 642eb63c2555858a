"""How far an administrator's hand reaches: one of the whole installation, or of some areas."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from casereview.people.models import Area, Body, Membership, Proposal, User
from casereview.people.viewer import EVERYWHERE, Viewer
from casereview.schemes import load


def is_everywhere(viewer: Viewer) -> bool:
    """Whether they administer the whole installation."""
    return ("administer", EVERYWHERE) in viewer.grants


def area_codes(viewer: Viewer) -> list[str]:
    """The codes of the areas that have a scheme here and that they administer."""
    return [code for code in load.all_areas() if viewer.may("administer", code)]


def find_area(viewer: Viewer, code: str) -> Area:
    """The area's settings, unsaved where nobody has made any yet. Raises Http404."""
    if code not in area_codes(viewer):
        raise Http404
    return Area.objects.filter(pk=code).first() or Area(
        code=code, name=load.name_of(code, timezone.localdate())
    )


def find_area_to_be(viewer: Viewer, code: str) -> Area:
    """The same; for whoever administers all, an area too whose first rules were proposed. Raises Http404."""
    if is_everywhere(viewer) and code not in load.all_areas() and Proposal.objects.filter(area=code).exists():
        return Area(code=code)
    return find_area(viewer, code)


def find_body(viewer: Viewer, area: Area, number: int) -> Body:
    """A body of an area that was found with `find_area`. Raises Http404."""
    body = Body.objects.filter(area=area, pk=number).select_related("area").first()
    if body is None:
        raise Http404
    return body


def people(viewer: Viewer) -> QuerySet[User]:
    """Those whom they may look after: all, or whoever has or had a role in their areas, or has none yet."""
    everybody = User.objects.order_by("name", "email")
    if is_everywhere(viewer):
        return everybody
    roles = Membership.objects.filter(user=OuterRef("pk"))
    here = roles.filter(area__in=area_codes(viewer))
    return everybody.filter(Q(Exists(here)) | ~Q(Exists(roles)))


def find_person(viewer: Viewer, number: int) -> User:
    """Somebody they may look after. Raises Http404."""
    user = people(viewer).filter(pk=number).first()
    if user is None:
        raise Http404
    return user


def may_shut_out(viewer: Viewer, user: User) -> bool:
    """Whether all the roles that the person has now are in their areas: else it is not theirs to decide."""
    held = Membership.objects.current().filter(user=user)
    return is_everywhere(viewer) or not held.exclude(area__in=area_codes(viewer)).exists()

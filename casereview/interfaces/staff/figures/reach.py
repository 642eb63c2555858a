"""Whose figures somebody may see, and who may publish them."""

from django.http import Http404

from casereview.interfaces.access import Request
from casereview.people.models import Area
from casereview.schemes.load import all_areas


def areas_of(request: Request) -> list[tuple[str, str]]:
    """Code and name of every area whose figures they may see before they are released."""
    codes = [code for code in all_areas() if request.viewer.may("read_figures", code)]
    names = dict(Area.objects.filter(pk__in=codes).values_list("code", "name"))
    return [(code, names.get(code) or code.replace("-", " ").title()) for code in codes]


def name_of(request: Request, area: str) -> str:
    """The area's name. Raises Http404 where its figures are not theirs to see."""
    for code, name in areas_of(request):
        if code == area:
            return name
    raise Http404


def must_publish(request: Request, area: str) -> None:
    """Raise Http404 unless they co-ordinate in the area: a reader of figures checks, and changes nothing."""
    if not may_publish(request, area):
        raise Http404


def may_publish(request: Request, area: str) -> bool:
    """Whether they may draft, publish and correct figures of the area."""
    return request.viewer.may("coordinate", area)

"""How an area looks and where its exit leads: what an administrator chose, else what its scheme says."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from casereview.people.models import Area
from casereview.people.models.area import readable_under_white
from casereview.schemes.load import SchemeFault, all_areas, by_name, name_of
from casereview.schemes.model import Scheme
from casereview.wording.page import example_notice


@dataclass(frozen=True, slots=True)
class Brand:
    """An area's name and colours. `logo` is an address, "" for none; white words can be read on `colour`.

    office_hours: when what is written to it is read, in its own words; "" where nobody entered any.
    """

    code: str
    name: str
    colour: str
    logo: str
    exit_to: str
    office_hours: str
    example: str = ""  # where its rules are an example only: the sentence that says so


def brand_of(code: str) -> Brand | None:
    """The brand of an area by its code; None where there is no such area.

    Where somebody broke its file, as far as it is entered here: the way out leads away whatever is broken.
    """
    if code not in all_areas():
        return None
    scheme, name = _rules(code), name_of(code, timezone.localdate())
    area = Area.objects.select_related("logo").filter(code=code).first()
    example = example_notice(scheme) if scheme else ""
    if area is None:
        return Brand(code, name, _colour_of(scheme), "", settings.EXIT_URL, "", example)
    logo = getattr(area, "logo", None)
    address = reverse("logo", args=[code, logo.digest[:16]]) if logo else ""
    exit_to = area.exit_to or settings.EXIT_URL
    return Brand(code, area.name or name, area.colour, address, exit_to, area.office_hours, example)


def _rules(code: str) -> Scheme | None:
    try:
        return by_name(code, timezone.localdate())
    except SchemeFault:
        return None


def _colour_of(scheme: Scheme | None) -> str:
    """The scheme's colour where white words can be read on it, else the product's own."""
    own = str(Area._meta.get_field("colour").default)
    colour = scheme.brand.colour if scheme and scheme.brand and scheme.brand.colour else own
    try:
        readable_under_white(colour)
    except ValidationError:
        return own
    return colour

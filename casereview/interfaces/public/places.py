"""The areas of this installation as public pages need them: the rules, and how to get in touch."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils import timezone

from casereview.people.models import Area
from casereview.schemes.load import SchemeFault, all_areas, by_name, name_of
from casereview.schemes.model import Scheme
from casereview.schemes.terms import Contact, Timing
from casereview.schemes.unstated import timing


@dataclass(frozen=True, slots=True)
class Ways:
    """How to reach an office: what an administrator entered, else what the public page states; "" is unknown."""

    email: str
    phone: str
    post: tuple[str, ...]
    web: str = ""

    def __bool__(self) -> bool:
        return bool(self.email or self.phone or self.post or self.web)


@dataclass(frozen=True, slots=True)
class Place:
    """An area: today's rules, and whether it takes requests here (`live`)."""

    code: str
    name: str
    scheme: Scheme
    live: bool
    ways: Ways
    appeal_ways: Ways

    @property
    def timing(self) -> Timing:
        """How long what somebody sends is kept."""
        return timing(self.scheme)


@dataclass(frozen=True, slots=True)
class Office:
    """Who looks after an area. scheme: today's rules, None where their file is broken."""

    name: str
    scheme: Scheme | None
    ways: Ways

    @property
    def timing(self) -> Timing | None:
        """How long what somebody sends is kept."""
        return timing(self.scheme) if self.scheme else None


def place(code: str) -> Place:
    """One area by its code; raises Http404 where there is none."""
    if code not in all_areas():
        raise Http404
    scheme, area = by_name(code, timezone.localdate()), Area.objects.filter(code=code).first()
    appeal = scheme.appeal.contact if scheme.appeal else None
    return Place(
        code=code,
        name=(area.name if area else "") or scheme.area,
        scheme=scheme,
        live=area is not None and area.live,
        ways=_ways(scheme.contact, area, area.address if area else ""),
        appeal_ways=_ways(appeal or scheme.contact, area, area.appeals_address if area else ""),
    )


def places() -> list[tuple[str, str]]:
    """Code and name of every area, by name."""
    names, today = dict(Area.objects.values_list("code", "name")), timezone.localdate()
    named = [(code, names.get(code) or name_of(code, today)) for code in all_areas()]
    return sorted(named, key=lambda pair: pair[1])


def offices() -> list[Office]:
    """The office of every area, by name."""
    areas, today = Area.objects.in_bulk(), timezone.localdate()
    return [_office(code, name, areas.get(code), today) for code, name in places()]


def _office(code: str, name: str, area: Area | None, today: date) -> Office:
    try:
        scheme = by_name(code, today)
    except SchemeFault:
        scheme = None
    return Office(name, scheme, _ways(scheme.contact if scheme else None, area, area.address if area else ""))


def _ways(published: Contact | None, area: Area | None, address: str) -> Ways:
    stated = published or Contact()
    return Ways(
        email=(area.email if area else "") or stated.email or "",
        phone=(area.phone if area else "") or stated.phone or "",
        post=tuple(address.splitlines()) or stated.post,
        web=stated.web or "",
    )

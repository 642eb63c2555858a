"""The rules of an area: which hold since when, which are to come, which were before; each in words and as its text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.interfaces.staff.settings.rules import shown
from casereview.people.models import Proposal
from casereview.schemes.load import SchemeFault, by_name, versions
from casereview.schemes.model import Scheme


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an area's rules. until: its last day, None where none follows; proposal: how it came in here."""

    scheme: Scheme
    state: str  # "before", "now" or "to_come"
    until: date | None
    proposal: Proposal | None


@holds("administer")
@require_GET
def rules(request: Request, code: str) -> HttpResponse:
    """All versions, the newest first; what waits for a decision; what was discarded or taken back.

    Where somebody broke a file in the folder, what is wrong with it: until it is mended the area stands still.
    """
    area = reach.find_area(request.viewer, code)
    try:
        found = versions(code)
    except SchemeFault as fault:
        return render(request, "settings/rules/broken.html", {"settings_of": area, "faults": fault.faults})
    people = ("proposed_by", "confirmed_by", "withdrawn_by")
    proposals = list(Proposal.objects.filter(area=code).select_related(*people).defer("text", "what_if"))
    context = {
        "settings_of": area,
        "versions": [_version(scheme, proposals) for scheme in reversed(found)],
        "waiting": [each for each in proposals if each.waits],
        "withdrawn": [each for each in proposals if each.withdrawn_at],
    }
    return render(request, "settings/rules/rules.html", context)


@holds("administer")
@require_GET
def version(request: Request, code: str, since: str) -> HttpResponse:
    """One version in words."""
    area, scheme = reach.find_area(request.viewer, code), _found(code, since)
    context = {
        "settings_of": area,
        "version": _version(scheme, Proposal.objects.filter(area=code).defer("text", "what_if")),
        "topics": shown.in_words(scheme),
    }
    return render(request, "settings/rules/version.html", context)


@holds("administer")
@require_GET
def text(request: Request, code: str, since: str) -> HttpResponse:
    """One version's text, to the letter."""
    reach.find_area(request.viewer, code)
    return download(_found(code, since))


def download(scheme: Scheme) -> HttpResponse:
    """The text under the name that it has in the folder of schemes."""
    name = f'attachment; filename="{scheme.code}-{scheme.starts}.toml"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return HttpResponse(scheme.text.encode(), content_type="application/toml", headers=headers)


def _found(code: str, since: str) -> Scheme:
    scheme = shown.version_of(code, since)
    if scheme is None:
        raise Http404
    return scheme


def _version(scheme: Scheme, proposals: Iterable[Proposal]) -> Version:
    today = timezone.localdate()
    state = "to_come" if scheme.starts > today else "before"
    if scheme.starts == by_name(scheme.code, today).starts:
        state = "now"
    came = next(
        (p for p in proposals if p.digest == scheme.digest and p.confirmed_at and not p.withdrawn_at), None
    )
    return Version(scheme, state, shown.until(scheme.code, scheme), came)

"""What an area publishes about its case reviews: each of the four totals over time, and every release by itself.

Drawn without the request, so that a page is the same for everybody and may be kept by a cache.
"""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from casereview.interfaces import figures as shown
from casereview.interfaces.access import anyone
from casereview.interfaces.public.figures import files
from casereview.interfaces.public.places import place
from casereview.statistics.models import PastYear, Release
from casereview.statistics.releases import published
from casereview.wording.figures import period_words

FOR_NOW = "public, max-age=300"  # seconds; a new release or a correction shows after that at the latest
AS_IT_STANDS = "public, max-age=86400"  # the files of one version never change


@anyone
@require_safe
def figures(request: HttpRequest, code: str) -> HttpResponse:
    """The four totals of every period, with those that the area published by hand before."""
    here, releases = place(code), published(code)
    past = list(PastYear.objects.filter(area=code))[::-1]
    context = {
        "here": here,
        "totals": shown.over_time(releases, past) if releases or past else [],
        "releases": [(period_words(release.since, release.until), release) for release in releases],
        "past": past,
    }
    return _page("public/figures/all.html", context)


@anyone
@require_safe
def release(request: HttpRequest, code: str, since: str, version: int) -> HttpResponse:
    """One version of one release, at an address that stays its own."""
    found = _release(code, since, version)
    later = Release.objects.filter(area=code, since=found.since, version__gt=version).first()
    context = {
        "here": place(code),
        "release": found,
        "period": period_words(found.since, found.until),
        "later": later,
        "totals": shown.totals(found.figures),
        "sheets": shown.sheets(found.figures),
    }
    return _page("public/figures/release.html", context)


@anyone
@require_safe
def release_csv(request: HttpRequest, code: str, since: str, version: int) -> HttpResponse:
    """Every number of a release, a row each."""
    return _file(files.as_csv(_release(code, since, version)), "text/csv; charset=utf-8; header=present")


@anyone
@require_safe
def release_json(request: HttpRequest, code: str, since: str, version: int) -> HttpResponse:
    """The same as JSON."""
    address = settings.SERVICE_URL + reverse("public:figures_schema")
    told = {"$schema": address, **files.as_json(_release(code, since, version))}
    return _file(told, "application/json")


@anyone
@require_safe
def release_metadata(request: HttpRequest, code: str, since: str, version: int) -> HttpResponse:
    """What the columns of the CSV mean, where CSV on the Web looks for it: at its address with -metadata.json."""
    found = _release(code, since, version)
    return _file(files.metadata(found, place(code).name), "application/csvm+json")


@anyone
@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """What the JSON of every release looks like, as a JSON Schema."""
    return _file(files.SCHEMA.read_text(), "application/schema+json")


def _release(code: str, since: str, version: int) -> Release:
    try:
        day = date.fromisoformat(since)
    except ValueError as error:
        raise Http404 from error
    place(code)
    found = Release.objects.filter(area=code, since=day, version=version).first()
    if found is None:
        raise Http404
    return found


def _page(template: str, context: dict[str, Any]) -> HttpResponse:
    return HttpResponse(render_to_string(template, context), headers={"Cache-Control": FOR_NOW})


def _file(content: Any, kind: str) -> HttpResponse:
    headers = {"Cache-Control": AS_IT_STANDS, "Access-Control-Allow-Origin": "*"}
    headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # open data, for other people's pages too
    if isinstance(content, str):
        return HttpResponse(content, content_type=kind, headers=headers)
    return JsonResponse(
        content, content_type=kind, headers=headers, json_dumps_params={"ensure_ascii": False}
    )

"""Figures at work: what was published, a draft to check beside it, and the buttons that publish and correct."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.figures.beside import beside
from casereview.interfaces.staff.figures.forms import CorrectionForm, PeriodForm
from casereview.interfaces.staff.figures.no_district import without_district
from casereview.interfaces.staff.figures.reach import areas_of, may_publish, must_publish, name_of
from casereview.statistics import releases
from casereview.statistics.figures.districts import not_stated
from casereview.statistics.models import DraftRelease, Release
from casereview.statistics.periods import WrongPeriod
from casereview.statistics.table import counted_from
from casereview.wording.figures import period_words


@holds("read_figures")
@require_GET
def areas(request: Request) -> HttpResponse:
    """Every area whose figures they may see, with its last release and its draft."""
    found = areas_of(request)
    drafts = {
        draft.area: draft for draft in DraftRelease.objects.filter(area__in=[code for code, _name in found])
    }
    rows = [
        (code, name, next(iter(releases.published(code)), None), drafts.get(code)) for code, name in found
    ]
    return render(request, "figures_work/areas.html", {"rows": rows, "words": period_words})


@holds("read_figures")
@require_http_methods(["GET", "POST"])
def area(request: Request, area: str) -> HttpResponse:
    """An area's releases; a POST counts a new draft."""
    name = name_of(request, area)
    if request.method == "POST":
        must_publish(request, area)
    suggested = releases.suggested(area, timezone.localdate())
    first = {"since": suggested.since, "until": suggested.until}
    form = PeriodForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid() and _draft(request, area, form):
        return HttpResponseRedirect(reverse("work:figures_draft", args=[area]))
    context = {
        "form": form,
        "releases": [(period_words(r.since, r.until), r) for r in releases.published(area)],
        "draft": DraftRelease.objects.filter(pk=area).first(),
        "words": period_words,
        "suggested": suggested,
        "not_over": suggested.until >= timezone.localdate(),
        **_about(request, area, name),
    }
    return render(request, "figures_work/area.html", context)


@holds("read_figures")
@require_GET
def draft(request: Request, area: str) -> HttpResponse:
    """The draft as it was counted, beside the release that it corrects or follows, and what would be hidden in it."""
    name, found = name_of(request, area), _found(area)
    missing = not_stated(counted_from(found.counted))
    last = found.corrects or next((r for r in releases.published(area) if r.since < found.since), None)
    context = {
        "draft": found,
        "period": period_words(found.since, found.until),
        "last": last,
        "last_period": period_words(last.since, last.until) if last else "",
        "tables": beside(found, last),
        "old": found.counted_on < timezone.localdate(),
        "no_district": missing,
        "cases_without_district": without_district(found, request.viewer) if missing else [],
        **_about(request, area, name),
    }
    return render(request, "figures_work/draft.html", context)


@holds("coordinate")
@require_http_methods(["GET", "POST"])
def publish(request: Request, area: str) -> HttpResponse:
    """Ask, then publish the draft as it was checked."""
    name = name_of(request, area)
    must_publish(request, area)
    if request.method == "POST" and not _waits(area):
        return _gone(request, area)
    found = _found(area)
    problem = ""
    if request.method == "POST":
        if request.POST.get("counted") != _stamp(found):
            problem = _("The draft was counted again meanwhile. Check it before you publish it.")
        else:
            try:
                release = releases.publish(found, request.viewer, timezone.now())
            except WrongPeriod as wrong:
                problem = str(wrong)
            else:
                messages.success(request, _("The figures are published."))
                return HttpResponseRedirect(reverse("work:figures_area", args=[release.area]))
    context = {"draft": found, "period": period_words(found.since, found.until), "problem": problem}
    return render(
        request,
        "figures_work/publish.html",
        {**context, "counted": _stamp(found), **_about(request, area, name)},
    )


@holds("coordinate")
@require_http_methods(["GET", "POST"])
def discard(request: Request, area: str) -> HttpResponse:
    """Ask, then throw the draft away; it can be counted again."""
    name = name_of(request, area)
    must_publish(request, area)
    if request.method == "POST" and not _waits(area):
        return _gone(request, area)
    found = _found(area)
    if request.method == "POST":
        found.delete()
        messages.success(request, _("The draft was discarded. Nothing was published."))
        return HttpResponseRedirect(reverse("work:figures_area", args=[area]))
    context = {"period": period_words(found.since, found.until), **_about(request, area, name)}
    return render(request, "figures_work/discard.html", context)


@holds("coordinate")
@require_http_methods(["GET", "POST"])
def correct(request: Request, area: str, since: str) -> HttpResponse:
    """Why a release is corrected; then it is counted again, as a draft to check."""
    name = name_of(request, area)
    must_publish(request, area)
    release = next((r for r in releases.published(area) if r.since.isoformat() == since), None)
    if release is None:
        raise Http404
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _draft(request, area, form, corrects=release):
        return HttpResponseRedirect(reverse("work:figures_draft", args=[area]))
    context = {
        "form": form,
        "period": period_words(release.since, release.until),
        "draft": DraftRelease.objects.filter(pk=area).first(),
    }
    return render(request, "figures_work/correct.html", {**context, **_about(request, area, name)})


def _draft(request: Request, area: str, form: Any, corrects: Release | None = None) -> bool:
    """Count a draft; where its days may not be published, say so at the form."""
    period = corrects.period if corrects else form.period
    more: Mapping[str, Any] = {"corrects": corrects, "reason": form.cleaned_data.get("reason", "")}
    try:
        releases.draft(area, period, request.viewer, at=timezone.now(), **more)
    except WrongPeriod as wrong:
        form.add_error("reason" if corrects else "since", str(wrong))
        return False
    return True


def _waits(area: str) -> bool:
    return DraftRelease.objects.filter(pk=area).exists()


def _gone(request: Request, area: str) -> HttpResponse:
    """A button that was pressed twice, or after a colleague: nothing more happens, and that is said."""
    messages.info(request, _("There is no draft any more: it was published or discarded."))
    return HttpResponseRedirect(reverse("work:figures_area", args=[area]))


def _found(area: str) -> DraftRelease:
    draft = DraftRelease.objects.filter(pk=area).select_related("corrects").first()
    if draft is None:
        raise Http404
    return draft


def _stamp(draft: DraftRelease) -> str:
    """Which draft somebody has before them: another count has another one."""
    return draft.counted_at.isoformat()


def _about(request: Request, area: str, name: str) -> dict[str, Any]:
    return {"code": area, "name": name, "may_publish": may_publish(request, area)}

"""Keying in what came by phone, post or e-mail: one long page, received under the day on which it arrived."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from casereview.cases.models import Case, Draft
from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.key_in import kept
from casereview.interfaces.staff.key_in.page import Page
from casereview.interfaces.step_draft import Typed, typed_in
from casereview.people.models import Area
from casereview.process import Invalid, take


@holds("coordinate")
@require_GET
def areas(request: Request) -> HttpResponse:
    """Choose the area; whoever works in one alone is led there."""
    theirs = Area.objects.filter(pk__in=request.viewer.areas("coordinate"))
    if len(theirs) == 1:
        return HttpResponseRedirect(reverse("work:key_in_area", args=[theirs[0].pk]))
    return render(request, "key_in/areas.html", {"areas": theirs})


@holds("coordinate")
@require_http_methods(["GET", "POST"])
def key_in(request: Request, area: str) -> HttpResponse:
    """The page. Whatever is posted is kept first: more rows, a mistake or a mishap lose nothing."""
    where = Area.objects.filter(pk=area).first()
    if where is None or not request.viewer.may("coordinate", area):
        raise Http404
    if request.method != "POST":
        return _open(request, where)
    typed = kept.typed_into(request)
    key = kept.key_in_ticket(request.POST.get("ticket", ""), area, request.viewer)
    before = kept.by_key(key, request.viewer, area)
    case = before.became if before is not None else None
    if before is not None and case is not None and kept.is_same(before, typed):
        return _received(request, case)
    draft = kept.keep(key, typed, request.viewer, area)
    if request.POST.keys() & {"later", "drop"}:
        return _set_aside(request, where, draft)
    page = Page(where, request.POST, checked="more" not in request.POST)
    if case is not None or "more" in request.POST or not page.is_valid():
        return _show(request, page, draft, already=case)
    return _receive(request, page, draft, typed)


def _open(request: Request, where: Area) -> HttpResponse:
    """An empty page with what is kept above it, or what was kept, with all that was typed in its boxes."""
    wanted = request.GET.get("kept", "")
    drafts = kept.kept(request.viewer, where.pk)
    draft = next((draft for draft in drafts if draft.pk.hex == wanted), None)
    if draft is not None:
        return _show(request, Page(where, typed_in(draft), checked=False), draft, kept_at=draft.saved_at)
    if wanted:
        raise Http404
    listed = [(each, kept.called(each)) for each in drafts]
    return _show(request, Page(where), None, listed=listed)


def _receive(request: Request, page: Page, draft: Draft, typed: Typed) -> HttpResponse:
    said = page.form.cleaned_data
    answers = {
        "area": page.area.pk,
        "channel": said["channel"],
        "received_on": said["received_on"].isoformat(),
        "first_contact": said["first_contact"].isoformat() if said["first_contact"] else "",
        "read_back": "on" if said["read_back"] else "",
        "application": page.told(),
    }
    key = f"key-in:{request.viewer.holder}:{draft.pk.hex}"
    try:
        taken = take(
            "receive_application",
            viewer=request.viewer,
            area=page.area.pk,
            answers=answers,
            key=key,
            draft=draft,
        )
    except Invalid as invalid:
        for errors in invalid.form.errors.values():
            page.form.add_error(None, list(errors))
        return _show(request, page, draft)
    kept.mark_sent(draft, typed)
    return _received(request, taken.case)


def _received(request: Request, case: Case) -> HttpResponse:
    messages.success(request, _("Received as case %(reference)s") % {"reference": case.reference})
    return HttpResponseRedirect(reverse("work:case", args=[case.reference]))


def _set_aside(request: Request, where: Area, draft: Draft) -> HttpResponse:
    """Leave it for later; or ask whether what was kept is to be thrown away, and then throw it away."""
    if "later" in request.POST:
        messages.success(request, _("What you typed is kept for 28 days, for you alone."))
        return HttpResponseRedirect(request.path)
    if "confirmed" in request.POST:
        draft.delete()
        messages.success(request, _("It is thrown away."))
        return HttpResponseRedirect(request.path)
    ticket = kept.ticket_of(draft.pk, where.pk, request.viewer)
    context = {"area": where, "draft": draft, "called": kept.called(draft), "ticket": ticket}
    return render(request, "key_in/drop.html", context)


def _show(request: Request, page: Page, draft: Draft | None, **more: Any) -> HttpResponse:
    key: UUID = draft.pk if draft else uuid4()
    context = {
        "page": page,
        "form": page.form,
        "forms": page.every_form(),
        "draft": draft,
        "ticket": kept.ticket_of(key, page.area.pk, request.viewer),
    }
    return render(request, "key_in/key_in.html", {**context, **more})

"""Check and send, and the page that confirms it: the same page again, however often it is sent."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from casereview.cases.models import Case, Draft, Fact
from casereview.cases.postgresql.roles import acting
from casereview.cases.rate_limits import allowed
from casereview.cases.way_in import code_of
from casereview.components.errors import too_many
from casereview.interfaces.access import anyone
from casereview.interfaces.leave import leaving
from casereview.interfaces.network_address import address
from casereview.interfaces.public.places import place
from casereview.interfaces.public.request import writing as writings
from casereview.interfaces.public.request.complete import application
from casereview.interfaces.public.request.limits import SENDING
from casereview.interfaces.public.request.promises import promises
from casereview.interfaces.public.request.summary import Row, gaps, rows
from casereview.interfaces.public.request.writing import Writing
from casereview.people.viewer import for_draft, for_person
from casereview.process import take


@require_http_methods(["GET", "HEAD", "POST"])
@writings.page
def check(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Everything that was said; what was not is "we can ask you later". POST sends it."""
    if writing.draft is None:
        return HttpResponseRedirect(reverse("public:request", args=[writing.here.code]))
    told = writing.told
    missing = gaps(told)
    if request.method == "POST" and not leaving(request):
        if not missing:
            if not allowed(SENDING, address(request)):
                return too_many(request)
            return _send(writing, writing.draft)
        return _show(request, writing, missing, complain=True)
    return _show(request, writing, missing, complain=False)


def _show(request: HttpRequest, writing: Writing, missing: list[Row], *, complain: bool) -> HttpResponse:
    context = {
        "here": writing.here,
        "writing": writing,
        "rows": rows(writing.told),
        "missing": missing,
        "complain": complain,
        "needed": {row.page for row in missing},
    }
    return render(request, "public/request/check.html", context)


def _send(writing: Writing, draft: Draft) -> HttpResponse:
    """The draft's id is the key: sent twice, it is one case. The windows count from the day it was begun."""
    answers = {
        "area": draft.area,
        "channel": "web",
        "received_on": timezone.localdate().isoformat(),
        "first_contact": timezone.localtime(draft.begun_at).date().isoformat(),
        "application": application(writing.told, draft.pk),
    }
    viewer = for_person(draft.pk, draft.area)
    take(
        "receive_application", viewer=viewer, area=draft.area, answers=answers, key=str(draft.pk), draft=draft
    )
    return HttpResponseRedirect(reverse("public:request_sent", args=[draft.area]))


@anyone
@require_safe
def sent(request: HttpRequest, code: str) -> HttpResponse:
    """What was received when, and what happens by when. Only the session that sent it, or its code, opens it."""
    here, draft = place(code), writings.carried(request, code)
    if draft is None or draft.became_id is None:
        return HttpResponseRedirect(reverse("public:request", args=[code]))
    with acting(for_draft(draft.pk, code)):
        case = Case.objects.get(pk=draft.became_id)
        received = Fact.objects.get(case=case, kind="application_received", corrects=None)
        context = {
            "here": here,
            "case": case,
            "own_code": code_of(draft.pk),
            "received": received,
            "danger": received.codes.get("danger") == "yes",
            "promises": promises(here.scheme, received.happened_on),
        }
        return render(request, "public/request/sent.html", context)


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def ended(request: HttpRequest, code: str) -> HttpResponse:
    """For somebody whose draft has come to its end; POST lets go of it, so that another can be begun."""
    here = place(code)
    if request.method == "POST":
        writings.let_go(request, code)
        return HttpResponseRedirect(reverse("public:request", args=[code]))
    return render(request, "public/request/ended.html", {"here": here})


@require_safe
@writings.page
def urgent(request: HttpRequest, writing: Writing) -> HttpResponse:
    """After "somebody is in danger": 999 first, and that what is here can be sent at once."""
    missing = gaps(writing.told)
    return render(request, "public/request/urgent.html", {"here": writing.here, "missing": missing})

"""The way into one's own page: a reference with the code on paper, or with an e-mail address to which a link goes.

Every answer is the same page, byte for byte, whether or not there is such a case.
"""

import time

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casereview.audit.trail import note
from casereview.cases import way_in
from casereview.cases.rate_limits import Limit, allowed
from casereview.components.errors import too_many
from casereview.interfaces.access import anyone
from casereview.interfaces.applicant.limits import ALL_LINKS, ALL_TRIES, LINKS, TRIES
from casereview.interfaces.leave import leaving
from casereview.interfaces.network_address import address
from casereview.interfaces.steady import until_the_beat
from casereview.people import sessions

BEAT = 0.05  # seconds: longer than looking a code up takes
NO_SUCH = _("We cannot open anything with this reference and code. Check each letter and number")


class ReferenceForm(forms.Form):
    """Both ways begin with the reference."""

    reference = forms.CharField(
        label=_("Your reference"),
        max_length=20,
        help_text=_("Seven letters and numbers, such as K7M-4QDX. It is in every message from us"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Enter your reference")},
    )


class CodeForm(ReferenceForm):
    code = forms.CharField(
        label=_("Your code"),
        max_length=60,
        help_text=_("Four groups of four letters and numbers. Capitals and dashes do not matter"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Enter your code")},
    )


class EmailForm(ReferenceForm):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        error_messages={
            "required": _("Enter your e-mail address"),
            "invalid": _("Enter an e-mail address such as name@example.org"),
        },
    )


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest) -> HttpResponse:
    """The two ways in."""
    if request.method == "POST" and not leaving(request):
        return _by_email(request) if "email" in request.POST else _by_code(request)
    return _page(request)


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """An e-mailed link shows a button, so that a program that opens links does not use it up."""
    if request.method != "POST" or leaving(request):
        return render(request, "my/link_open.html", {"used": False})
    if not _may(request, TRIES, ALL_TRIES):
        return too_many(request)
    holder = way_in.spend_link(token, timezone.now())
    entered = _enter(request, holder, "link") if holder else None
    return entered or render(request, "my/link_open.html", {"used": True})


def _by_email(request: HttpRequest) -> HttpResponse:
    form = EmailForm(request.POST, label_suffix="", auto_id="email_%s")
    if not form.is_valid():
        return _page(request, email=form)
    if not _may(request, LINKS, ALL_LINKS):
        return too_many(request)
    way_in.ask_for_link(form.cleaned_data["reference"], form.cleaned_data["email"], timezone.now())
    return render(request, "my/link_asked.html")


def _by_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _page(request, code=form)
    if not _may(request, TRIES, ALL_TRIES):
        return too_many(request)
    begun = time.monotonic()
    holder = way_in.by_code(form.cleaned_data["reference"], form.cleaned_data["code"])
    if holder and (entered := _enter(request, holder, "code")):
        return entered
    until_the_beat(begun, BEAT)
    form.add_error("code", NO_SUCH)
    return _page(request, code=form)


def _may(request: HttpRequest, own: Limit, everybody: Limit) -> bool:
    return allowed(own, address(request)) and allowed(everybody)


def _page(request: HttpRequest, code: CodeForm | None = None, email: EmailForm | None = None) -> HttpResponse:
    context = {
        "form": code or email,
        "code": code or CodeForm(label_suffix=""),
        "email": email or EmailForm(label_suffix="", auto_id="email_%s"),
        "ended": "ended" in request.GET,
        "kept": "kept" in request.GET,
        "left": "left" in request.GET,
    }
    return render(request, "my/link.html", context)


def _enter(request: HttpRequest, holder: str, how: str) -> HttpResponse | None:
    """Begin a session for this person; None where they may see no case any more."""
    case = way_in.own_case(holder)
    if case is None:
        return None
    sessions.begin_as_person(request, holder.removeprefix("person:"), case.area)
    note(holder, "came in", how, case.pk)
    return HttpResponseRedirect(reverse("my:home"))

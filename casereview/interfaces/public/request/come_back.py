"""Coming back to a draft, on any device: by the code on paper, or by a link to an e-mail address nobody else reads.

Every answer is the same page whether or not there is such a draft.
"""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casereview.cases import drafts
from casereview.cases.models import Draft
from casereview.cases.rate_limits import allowed
from casereview.components.errors import too_many
from casereview.interfaces.access import anyone
from casereview.interfaces.network_address import address
from casereview.interfaces.public.places import place
from casereview.interfaces.public.request.limits import ALL_CODES, CODES, LINKS
from casereview.interfaces.public.request.writing import carry

NO_SUCH = _(
    "We cannot open anything with this code. Check each letter and number. A code opens what was begun on the pages "
    "of this area only"
)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Your return code"),
        max_length=60,
        help_text=_("Four groups of four letters and numbers. Capitals and dashes do not matter"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Enter your return code")},
    )


class EmailForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        error_messages={
            "required": _("Enter your e-mail address"),
            "invalid": _("Enter an e-mail address such as name@example.org"),
        },
    )


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest, code: str) -> HttpResponse:
    """The two ways. A code that leads nowhere and one of another area are answered alike."""
    here = place(code)
    if request.method == "POST" and "email" in request.POST:
        return _by_email(request, code)
    form = CodeForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        if not may_try_code(request):
            return too_many(request)
        draft = drafts.by_code(form.cleaned_data["code"], code)
        if draft is not None:
            return _enter(request, draft)
        form.add_error("code", NO_SUCH)
    context = {"here": here, "form": form, "code_form": form, "email": EmailForm(label_suffix="")}
    return render(request, "public/request/come_back.html", context)


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """An e-mailed link shows a button, so that a program that opens links does not use it up."""
    here = place(code)
    if request.method == "POST":
        if not may_try_code(request):
            return too_many(request)
        draft = drafts.spend_link(token, code, timezone.now())
        if draft is not None:
            return _enter(request, draft)
        return render(request, "public/request/link.html", {"here": here, "used": True})
    return render(request, "public/request/link.html", {"here": here, "used": False})


def may_try_code(request: HttpRequest) -> bool:
    """Whether this address may try one more code or link, and everybody together too."""
    return allowed(CODES, address(request)) and allowed(ALL_CODES)


def _by_email(request: HttpRequest, code: str) -> HttpResponse:
    form = EmailForm(request.POST, label_suffix="")
    if not form.is_valid():
        context = {"here": place(code), "form": form, "code_form": CodeForm(label_suffix=""), "email": form}
        return render(request, "public/request/come_back.html", context)
    if not allowed(LINKS, address(request)):
        return too_many(request)
    drafts.ask_for_link(form.cleaned_data["email"], code, timezone.now())
    return render(request, "public/request/link_asked.html", {"here": place(code)})


def _enter(request: HttpRequest, draft: Draft) -> HttpResponse:
    carry(request, draft)
    page = "public:request"
    if draft.became_id:
        page = "public:request_sent"
    elif draft.expires_at <= timezone.now():
        page = "public:request_ended"
    return HttpResponseRedirect(reverse(page, args=[draft.area]))

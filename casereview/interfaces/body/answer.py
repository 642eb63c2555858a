"""A body's return by the mailed link: the link, then the code from the same mailbox, then this one return."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from casereview.audit.trail import note
from casereview.cases import return_link
from casereview.cases.models import Case
from casereview.cases.rate_limits import allowed
from casereview.cases.reading import load
from casereview.cases.returns import asked_bodies
from casereview.components.errors import too_many
from casereview.interfaces.access import Request, anyone, own_return
from casereview.interfaces.body.limits import ALL_TRIES, TRIES
from casereview.interfaces.body.seen import seen_by
from casereview.interfaces.network_address import address
from casereview.interfaces.returning.files_page import files_page
from casereview.interfaces.returning.page import return_page
from casereview.interfaces.returning.place import Place
from casereview.interfaces.returning.sheet_page import sheet_page
from casereview.people import sessions
from casereview.people.models import Body

TEMPLATE = "body/answer.html"
LINK = "return_link"  # in the session of the browser that used a link up, until the code is typed
WRONG = _("We cannot open anything with this code. Check each digit, or have a new code sent")


class CodeForm(forms.Form):
    """The code from the mailbox."""

    code = forms.CharField(
        label=_("The code"),
        max_length=20,
        help_text=_("Eight digits. The message came to your organisation’s mailbox a moment ago"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Enter the code")},
    )


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: Request, token: str) -> HttpResponse:
    """A link shows a button, whatever it is: a program that opens links does not use it up, and learns nothing."""
    if request.method != "POST":
        return render(request, "body/answer_link.html", {"state": "new"})
    if not _may(request):
        return too_many(request)
    if "again" in request.POST:
        return_link.ask_for_new_link(token, timezone.now())
        return render(request, "body/answer_link.html", {"state": "asked"})
    used = return_link.spend_link(token, timezone.now())
    if used is None:
        return render(request, "body/answer_link.html", {"state": "over"})
    request.session[LINK] = str(used)
    return HttpResponseRedirect(reverse("partner:answer_code"))


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: Request) -> HttpResponse:
    """The code, in the browser that used the link."""
    row = request.session.get(LINK)
    if row is None:
        return HttpResponseRedirect(reverse("partner:answer_ended"))
    if request.method != "POST":
        return render(request, "body/answer_code.html", {"form": CodeForm(label_suffix="")})
    if not _may(request):
        return too_many(request)
    if "again" in request.POST:
        return_link.ask_for_code(row, timezone.now())
        return render(request, "body/answer_code.html", {"form": CodeForm(label_suffix=""), "again": True})
    form = CodeForm(request.POST, label_suffix="")
    if form.is_valid():
        if entered := return_link.enter(row, form.cleaned_data["code"], timezone.now()):
            return _enter(request, str(entered.case_id), entered.body)
        form.add_error("code", WRONG)
    return render(request, "body/answer_code.html", {"form": form})


@anyone
@require_GET
def ended(request: Request) -> HttpResponse:
    """There is no session: how to go on."""
    return render(request, "body/answer_link.html", {"state": "ended"})


@own_return
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: Request) -> HttpResponse:
    """The return itself."""
    return return_page(_place(request, "return by link"))


@own_return
@require_http_methods(["GET", "HEAD", "POST"])
def spreadsheet(request: Request) -> HttpResponse:
    """Rows out of a spreadsheet."""
    return sheet_page(_place(request, "return rows by link"))


@own_return
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: Request) -> HttpResponse:
    """Files that go with it."""
    return files_page(_place(request, "return files by link"))


def _may(request: Request) -> bool:
    return allowed(TRIES, address(request)) and allowed(ALL_TRIES)


def _enter(request: Request, case: str, holder: str) -> HttpResponse:
    """Begin a session for this one return."""
    body = Body.objects.get(pk=holder.removeprefix("body:"))
    sessions.begin_at_return(request, case, holder, body.area_id)
    note(holder, "came in", "link to a return", case)
    return HttpResponseRedirect(reverse("partner:answer"))


def _place(request: Request, page: str) -> Place:
    """The one return for which the session was begun. Raises Http404 where it is no longer theirs to give."""
    came = sessions.return_of(request)
    assert came is not None
    case = Case.objects.visible_to(request.viewer).filter(pk=came[0]).first()
    if case is None:
        raise Http404
    note(request.viewer.holder, "read", page, case.pk)
    record = load(case, request.viewer)
    body = next((body for body in asked_bodies(record) if body.holder == came[1] and body.active), None)
    if body is None:
        raise Http404
    more: dict[str, Any] = {"seen": seen_by(record, body), "record": record}
    form, sheet = reverse("partner:answer"), reverse("partner:answer_rows")
    sent = reverse("partner:answer_files")
    return Place(request, record, body, TEMPLATE, form=form, sheet=sheet, files=sent, done=form, more=more)

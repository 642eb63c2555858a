"""Telling us more. What was typed is kept when they leave, and also when their session has ended meanwhile."""

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.kept import kept_without_session, whose
from casereview.interfaces.applicant.own import ANYBODY, frame, open_own
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.applicant.standing import open_question
from casereview.interfaces.leave import leaving
from casereview.interfaces.step_draft import draft_of, keep, typed_in
from casereview.process import STEPS

STEP = STEPS["add_information"]


class AddForm(forms.Form):
    told = forms.CharField(
        label=gettext_lazy("What do you want to tell us?"),
        help_text=gettext_lazy(
            "What has happened since, when it was, and whom you told. Or your answer to what we asked"
        ),
        max_length=20_000,
        widget=forms.Textarea,
        error_messages={"required": gettext_lazy("Write what you want to tell us")},
    )


@kept_without_session
@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """One box. Sent twice, it is recorded once."""
    record = open_own(request, "add", ANYBODY)
    if request.method != "POST":
        draft = draft_of(record, STEP, request.viewer)
        return _page(
            request, record, AddForm(initial=typed_in(draft).dict() if draft else None, label_suffix="")
        )
    if leaving(request):
        keep(record, STEP, request.viewer, {"told": [request.POST.get("told", "")]}, record.last_number)
        return HttpResponseRedirect(reverse("my:home"))
    form = AddForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _page(request, record, form)
    return _send(request, record, form)


def _send(request: Request, record: Record, form: AddForm) -> HttpResponse:
    answers = {"channel": "web", "told": form.cleaned_data["told"]}
    if not sent(request, record, STEP, form, answers, box="told"):
        return _page(request, record, form)
    messages.success(request, _("We have what you sent. You do not need to do anything else."))
    return HttpResponseRedirect(reverse("my:add"))


def _page(request: Request, record: Record, form: AddForm) -> HttpResponse:
    context = frame(
        record,
        form=form,
        key=uuid.uuid4(),
        whose=whose(record, STEP),
        questions=_questions(record),
        earlier=[(fact, record.said(fact, "told")) for fact in reversed(_told_by(record))],
        closed=STEP.is_open(record),
    )
    return render(request, "my/add.html", context)


def _questions(record: Record) -> str:
    """What we asked last, while they have not answered."""
    return str(record.said(open_question(record), "questions"))


def _told_by(record: Record) -> list[Fact]:
    told = record.current("information_added")
    return [fact for fact in told if fact.by == record.viewer.holder and record.said(fact, "told")]

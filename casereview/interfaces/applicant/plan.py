"""The plan: before, when it comes; as a draft, with a box for comments; then what was done, what is late, and why."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.plan import settled
from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.kept import kept_without_session, whose
from casereview.interfaces.applicant.own import frame, open_own
from casereview.interfaces.applicant.plan_seen import (
    actions_shown,
    plan_shown,
    recommendations_shown,
    to_say_whether_stopped,
)
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.applicant.standing import ahead_of
from casereview.interfaces.file_form import STATES
from casereview.interfaces.leave import leaving
from casereview.interfaces.step_draft import draft_of, keep, typed_in
from casereview.process import STEPS
from casereview.steps.fields import choice, text
from casereview.steps.step import Step
from casereview.wording.plan import STOPPED

COMMENT = STEPS["comment_on_plan"]
ANSWER = STEPS["say_whether_stopped"]


class CommentsForm(forms.Form):
    comments = text(
        gettext_lazy("What do you think of it?"),
        help_text=gettext_lazy("Is something missing? Would something not help, or make it worse?"),
        error_messages={"required": gettext_lazy("Write what you think of the draft")},
    )


class StoppedForm(forms.Form):
    stopped = choice(
        gettext_lazy("Has it stopped?"),
        STOPPED,
        error_messages={"required": gettext_lazy("Say whether it has stopped")},
    )
    notes = text(gettext_lazy("Is there more that you want to say?"), required=False)


@kept_without_session
@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: Request) -> HttpResponse:
    """One page for all of it. What is sent twice is recorded once."""
    record = open_own(request, "plan")
    asked = to_say_whether_stopped(record)
    step, form = (ANSWER, StoppedForm) if asked else (COMMENT, CommentsForm)
    draft = draft_of(record, step, request.viewer)
    shown = form(initial=typed_in(draft).dict() if draft else None, label_suffix="")
    if request.method == "POST":
        if leaving(request):
            typed = {name: [request.POST.get(name, "")] for name in form.base_fields}
            keep(record, step, request.viewer, typed, record.last_number)
            return HttpResponseRedirect(reverse("my:home"))
        shown = form(request.POST, label_suffix="")
        if shown.is_valid() and _sent(request, record, step, shown):
            return HttpResponseRedirect(reverse("my:plan"))
    return render(
        request,
        "my/plan.html",
        frame(record, form=shown, asked=asked, whose=whose(record, step), **_context(record)),
    )


def _context(record: Record) -> dict[str, Any]:
    comments = [
        (fact, record.said(fact, "comments"))
        for fact in record.current("plan_commented")
        if record.said(fact, "comments")
    ]
    return {
        "key": uuid.uuid4(),
        "plan": settled(record),
        "shown": plan_shown(record),
        "actions": actions_shown(record),
        "recommended": recommendations_shown(record),
        "comments": comments,
        "may_comment": not COMMENT.is_open(record),
        "when": ahead_of(record, "plan"),
        "until": ahead_of(record, "plan_comments"),
        "completed": record.latest("plan_completed"),
        "states": STATES,
    }


def _sent(request: Request, record: Record, step: Step, form: forms.Form) -> bool:
    """Record it; False where the plan has gone on meanwhile."""
    if not sent(request, record, step, form, {**form.cleaned_data, "person": request.viewer.holder}):
        return False
    messages.success(request, _("We have what you sent. You do not need to do anything else."))
    return True

"""The statement that is read out in the meeting: written, kept, sent, and changed until it begins."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.involved import statement_of
from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.kept import kept_without_session, whose
from casereview.interfaces.applicant.own import frame, open_own
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.applicant.taking_part import afterwards, may_take_part
from casereview.interfaces.leave import leaving
from casereview.interfaces.step_draft import draft_of, keep, typed_in
from casereview.process import STEPS
from casereview.steps.give_statement import StatementForm

STEP = STEPS["give_statement"]


class OwnStatementForm(StatementForm):
    """The step's form in words for its own reader."""

    def prepare(self, record: Record) -> None:
        """One box, with what they sent before."""
        super().prepare(record)
        for name in ("person", "on"):
            del self.fields[name]
        box = self.fields["statement"]
        box.label = gettext_lazy("What do you want the meeting to hear?")
        box.help_text = gettext_lazy("It is read out as you write it")
        box.error_messages["required"] = gettext_lazy("Write what you want the meeting to hear")
        self.initial.setdefault(
            "statement", record.said(statement_of(record, record.viewer.holder), "statement")
        )


@kept_without_session
@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: Request) -> HttpResponse:
    """One box and two buttons: send, and keep for later."""
    record = open_own(request, "statement")
    if not may_take_part(record):
        raise Http404
    draft = draft_of(record, STEP, request.viewer)
    form = OwnStatementForm(record=record, initial=typed_in(draft).dict() if draft else {}, label_suffix="")
    if request.method == "POST":
        if leaving(request) or "later" in request.POST:
            typed = {"statement": [request.POST.get("statement", "")]}
            keep(record, STEP, request.viewer, typed, record.last_number)
            messages.success(request, _("What you wrote is kept for 28 days. It is not sent yet."))
            return HttpResponseRedirect(reverse("my:statement"))
        form = OwnStatementForm(request.POST, record=record, label_suffix="")
        if form.is_valid() and _sent(request, record, form):
            return HttpResponseRedirect(reverse("my:statement"))
    given = statement_of(record, request.viewer.holder)
    context = frame(
        record,
        form=form,
        key=uuid.uuid4(),
        whose=whose(record, STEP),
        kept=draft,
        given=given,
        text=record.said(given, "statement"),
        closed=STEP.is_open(record),
        instead=afterwards(record),
    )
    return render(request, "my/statement.html", context)


def _sent(request: Request, record: Record, form: OwnStatementForm) -> bool:
    """Record the statement; False where the meeting has begun meanwhile."""
    answers = {**form.cleaned_data, "person": request.viewer.holder}
    if not sent(request, record, STEP, form, answers, box="statement"):
        return False
    messages.success(request, _("We have your statement. You can change it until the meeting begins."))
    return True

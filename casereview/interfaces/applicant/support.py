"""The answer to the offer of support: yes or no, what the service may be told, and a change of mind at any time."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.record import Record
from casereview.cases.support import answer_of, referral_of, was_offered
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.own import frame, once, open_own
from casereview.interfaces.leave import leaving
from casereview.process import take
from casereview.steps.answer_support import AnswerForm
from casereview.wording.own import said
from casereview.wording.support import ANSWERS_YOU, COVERS_YOU


class OwnAnswerForm(AnswerForm):
    """The step's form in words for its own reader, who answers for themselves alone."""

    def prepare(self, record: Record) -> None:
        """Leave out what the page itself knows; show what they answered before."""
        for name in ("person", "notes", "on"):
            del self.fields[name]
        self.fields["answer"].label = gettext_lazy("Do you want the support service to be told about you?")
        self.fields["answer"].choices = list(ANSWERS_YOU.items())  # type: ignore[attr-defined]
        self.fields["answer"].error_messages["required"] = gettext_lazy("Choose yes or no")
        self.fields["covers"].label = gettext_lazy("If yes, what may we tell it?")
        self.fields["covers"].help_text = gettext_lazy(
            "It needs a name and a way to reach you to get in touch"
        )
        self.fields["covers"].choices = list(COVERS_YOU.items())  # type: ignore[attr-defined]
        if before := answer_of(record, record.viewer.holder):
            self.initial = {"answer": before.codes["answer"], "covers": before.codes["covers"]}


@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def support(request: Request) -> HttpResponse:
    """The offer, their answer, and whether the service has been told."""
    record = open_own(request, "support")
    form = OwnAnswerForm(record=record, label_suffix="")
    if request.method == "POST" and not leaving(request) and was_offered(record, record.viewer.holder):
        form = OwnAnswerForm(request.POST, record=record, label_suffix="")
        if form.is_valid():
            _answer(request, record, form.cleaned_data)
            return HttpResponseRedirect(reverse("my:support"))
    told = referral_of(record)
    context = frame(
        record,
        form=form,
        key=uuid.uuid4(),
        offered=was_offered(record, record.viewer.holder),
        answer=answer_of(record, record.viewer.holder),
        told=told if told and record.viewer.holder in told.codes["people"] else None,
        service=said(record.scheme.support),
    )
    return render(request, "my/support.html", context)


def _answer(request: Request, record: Record, answers: dict[str, object]) -> None:
    take(
        "answer_support",
        viewer=request.viewer,
        case=record.case,
        answers={**answers, "person": request.viewer.holder},
        key=once(request),
    )
    yes = _("We have your answer. We will tell the service. It can then get in touch with you.")
    no = _("We have your answer. The service is told nothing, and no longer sees what it was told before.")
    messages.success(request, yes if answers["answer"] == "yes" else no)

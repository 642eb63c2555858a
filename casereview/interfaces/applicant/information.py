"""The information we hold about somebody: asked for by a button, and read here once two people have looked at it."""

import uuid
from datetime import date

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casereview.cases.own_information import asked, copy_for
from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.own import frame, open_own
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.leave import leaving
from casereview.interfaces.own_information import copy_response
from casereview.letters.paper import can_make_pdf
from casereview.process import STEPS
from casereview.steps.fields import text

STEP = STEPS["ask_for_own_information"]
CLOCK = "own_information"


class InformationForm(forms.Form):
    what = text(
        gettext_lazy("What do you want to see?"),
        required=False,
        help_text=gettext_lazy("Leave it empty for everything that we hold about you"),
    )


@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def information(request: Request) -> HttpResponse:
    """What can be asked for; whether it was, and by when the copy comes; the copy."""
    record = open_own(request, "information")
    form = InformationForm(label_suffix="")
    if request.method == "POST" and not leaving(request):
        form = InformationForm(request.POST, label_suffix="")
        answers = {"person": record.viewer.holder, "what": form.data.get("what", "")}
        if form.is_valid() and sent(request, record, STEP, form, answers, "what"):
            return HttpResponseRedirect(reverse("my:information"))
    waiting = asked(record)
    mine = waiting if waiting and waiting.codes["person"] == record.viewer.holder else None
    context = frame(
        record,
        form=form,
        key=uuid.uuid4(),
        asked_on=mine.happened_on if mine else None,
        due=_due(record) if mine else None,
        has_copy=can_make_pdf() and copy_for(record, record.viewer.holder) is not None,
    )
    return render(request, "my/information.html", context)


@own_case
@require_safe
def copy_pdf(request: Request) -> HttpResponse:
    """The copy that was signed last. Raises Http404 before there is one."""
    record = open_own(request, "copy of own information")
    made = copy_for(record, record.viewer.holder)
    if made is None:
        raise Http404
    return copy_response(record.case, made)


def _due(record: Record) -> date | None:
    return next((run.due for run in record.deadlines if run.is_open and run.clock == CLOCK), None)

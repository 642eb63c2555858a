"""Asking us to stop. Somebody who is not safe, or was pressed, is not simply let go: we are told, and nothing ends."""

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.own import frame, open_own
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.leave import leaving
from casereview.process import STEPS
from casereview.steps.fields import choice
from casereview.steps.step import in_hand

YES_NO = {"yes": gettext_lazy("Yes"), "no": gettext_lazy("No")}
ASKED_TO_STOP = gettext_lazy(
    "On their own page they asked us to stop. Safe: %(safe)s. Pressed: %(pressed)s. %(why)s"
)


class StopForm(forms.Form):
    safe = choice(
        gettext_lazy("Are you safe?"),
        YES_NO,
        error_messages={"required": gettext_lazy("Say whether you are safe")},
    )
    pressed = choice(
        gettext_lazy("Has anybody pressed you to stop?"),
        YES_NO,
        error_messages={"required": gettext_lazy("Say whether anybody has pressed you")},
    )
    why = forms.CharField(
        label=gettext_lazy("Why do you want to stop?"),
        help_text=gettext_lazy("You do not have to say"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea,
    )


@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Request) -> HttpResponse:
    """Two questions and a reason, if they want to give one."""
    record = open_own(request, "stop")
    form = StopForm(label_suffix="")
    if request.method == "POST" and not leaving(request):
        form = StopForm(request.POST, label_suffix="")
        if form.is_valid() and _stopped(request, record, form):
            return HttpResponseRedirect(reverse("my:home"))
    context = frame(record, form=form, key=uuid.uuid4(), closed=in_hand(record))
    return render(request, "my/stop.html", context)


def _stopped(request: Request, record: Record, form: StopForm) -> bool:
    """Withdraw it, or tell the office at once that they may be in danger; False where nothing is there to stop."""
    said = form.cleaned_data
    worrying = said["safe"] == "no" or said["pressed"] == "yes"
    words = {"safe": YES_NO[said["safe"]], "pressed": YES_NO[said["pressed"]], "why": said["why"]}
    text = ASKED_TO_STOP % words
    step = "record_concern" if worrying else "withdraw"
    answers = {"concern": text} if worrying else {**said, "withdrawn_by": "applicant", "notes": text}
    if not sent(request, record, STEPS[step], form, answers):
        return False
    if worrying:
        messages.info(
            request,
            _(
                "We have not stopped yet. We will first speak to you, in a way that you said is safe. "
                "In danger? Call 999."
            ),
        )
    else:
        messages.success(request, _("We have stopped. You can ask for a review again at any time."))
    return True

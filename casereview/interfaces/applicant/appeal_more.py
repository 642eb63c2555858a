"""An appeal that was made: what was written down on the phone put right, and the appeal withdrawn."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.appeal import appeal_of, running
from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.kept import kept_without_session, whose
from casereview.interfaces.applicant.own import ANYBODY, frame, open_own
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.applicant.stop import YES_NO, StopForm
from casereview.interfaces.leave import leaving
from casereview.interfaces.step_draft import draft_of, keep, typed_in
from casereview.interfaces.typed import shown_again
from casereview.process import STEPS
from casereview.steps.confirm_appeal import ConfirmForm

CONFIRM = STEPS["confirm_appeal"]
ASKED_TO_STOP = gettext_lazy(
    "On their own page they asked to withdraw their appeal. Safe: %(safe)s. Pressed: %(pressed)s. %(why)s"
)


class OwnConfirmForm(ConfirmForm):
    """The step's form in words for its own reader."""

    def prepare(self, record: Record) -> None:
        """What was written down, to be left or changed."""
        super().prepare(record)
        box = self.fields["reasons"]
        box.label, box.help_text = (
            gettext_lazy("What we wrote down"),
            gettext_lazy("Change what is not right"),
        )
        box.error_messages["required"] = gettext_lazy("Write why you disagree")


@kept_without_session
@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: Request) -> HttpResponse:
    """One box with what was written down; sent as it is, it is right."""
    record = open_own(request, "appeal words", ANYBODY)
    if appeal_of(record) is None:
        raise Http404
    draft = draft_of(record, CONFIRM, request.viewer)
    form = OwnConfirmForm(record=record, label_suffix="")
    if draft:
        form = shown_again(form, typed_in(draft))
    if request.method == "POST":
        if leaving(request):
            typed = {"reasons": [request.POST.get("reasons", "")]}
            keep(record, CONFIRM, request.viewer, typed, record.last_number)
            return HttpResponseRedirect(reverse("my:appeal"))
        form = OwnConfirmForm(request.POST, record=record, label_suffix="")
        if form.is_valid() and sent(request, record, CONFIRM, form, form.cleaned_data, box="reasons"):
            messages.success(request, _("Thank you. Your appeal stands as you see it here."))
            return HttpResponseRedirect(reverse("my:appeal"))
    context = frame(
        record,
        form=form,
        key=uuid.uuid4(),
        whose=whose(record, CONFIRM),
        closed=CONFIRM.is_open(record),
        kept=draft,
    )
    return render(request, "my/appeal_words.html", context)


@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Request) -> HttpResponse:
    """Whether they are safe, whether anybody pressed them, and a reason, if they want to give one."""
    record = open_own(request, "appeal stop")
    if running(record) is None:
        raise Http404
    form = StopForm(label_suffix="")
    if request.method == "POST" and not leaving(request):
        form = StopForm(request.POST, label_suffix="")
        if form.is_valid() and _stopped(request, record, form):
            return HttpResponseRedirect(reverse("my:appeal"))
    return render(request, "my/appeal_stop.html", frame(record, form=form, key=uuid.uuid4()))


def _stopped(request: Request, record: Record, form: StopForm) -> bool:
    """Withdraw it, or tell the office at once that they may be in danger; False where it is over already."""
    said = form.cleaned_data
    worrying = said["safe"] == "no" or said["pressed"] == "yes"
    words = {"safe": YES_NO[said["safe"]], "pressed": YES_NO[said["pressed"]], "why": said["why"]}
    text = ASKED_TO_STOP % words
    step = STEPS["record_concern" if worrying else "withdraw_appeal"]
    if not sent(request, record, step, form, {"concern": text} if worrying else {**said, "notes": text}):
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
        messages.success(request, _("Your appeal is withdrawn. You can appeal again."))
    return True

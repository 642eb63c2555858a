"""The meeting, and the part that the applicant chooses in it: kept on leaving, changed until it begins."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.involved import STATEMENT, chosen, part_of, parts_of
from casereview.cases.meeting import meeting_of
from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.kept import kept_without_session, whose
from casereview.interfaces.applicant.own import frame, open_own
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.applicant.taking_part import afterwards, may_take_part
from casereview.interfaces.leave import leaving
from casereview.interfaces.step_draft import draft_of, keep, typed_in
from casereview.process import STEPS
from casereview.steps.choose_involvement import ASIDE, PartForm
from casereview.wording.meeting import OWN_PARTS, OWN_WAYS_IN, led_by, part_words

STEP = STEPS["choose_involvement"]
BOXES = ("part", "how", *ASIDE)
LABELS = {
    "part": gettext_lazy("How do you want to take part?"),
    "how": gettext_lazy("If you come, or somebody comes for you: how?"),
    "representative": gettext_lazy("Who comes for you?"),
    "adjustments": gettext_lazy("What would make it easier?"),
    "interpreter": gettext_lazy("Do you need an interpreter? For which language?"),
}
HINTS = {
    "part": gettext_lazy("All of these count the same. You can change it until the meeting begins"),
    "representative": gettext_lazy("Only if somebody comes for you"),
    "adjustments": gettext_lazy(
        "For example, a break, somebody with you, not to see somebody. You can leave this empty"
    ),
    "interpreter": gettext_lazy("You can leave this empty"),
}


class OwnPartForm(PartForm):
    """The step's form in words for its own reader."""

    def prepare(self, record: Record) -> None:
        """Leave out what the page itself knows; show what they chose before."""
        super().prepare(record)
        for name in ("person", "on"):
            del self.fields[name]
        for name, label in LABELS.items():
            self.fields[name].label = label
            self.fields[name].help_text = HINTS.get(name, "")
        parts = [(code, part_words(record.scheme, code, OWN_PARTS)) for code in parts_of(record)]
        self.fields["part"].choices = parts  # type: ignore[attr-defined]
        self.fields["part"].error_messages["required"] = gettext_lazy("Choose how you want to take part")
        self.fields["how"].choices = list(OWN_WAYS_IN.items())  # type: ignore[attr-defined]
        if before := chosen(record, record.viewer.holder):
            said = {name: record.said(before, name) for name in ASIDE}
            self.initial = {"part": before.codes["part"], "how": before.codes["how"], **said, **self.initial}


@kept_without_session
@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: Request) -> HttpResponse:
    """When and where it is, and the choice; once it has begun, what happens instead."""
    record = open_own(request, "meeting")
    if not may_take_part(record):
        raise Http404
    draft = draft_of(record, STEP, request.viewer)
    form = OwnPartForm(record=record, initial=typed_in(draft).dict() if draft else {}, label_suffix="")
    if request.method == "POST":
        if leaving(request):
            typed = {name: request.POST.getlist(name) for name in BOXES if name in request.POST}
            keep(record, STEP, request.viewer, typed, record.last_number)
            return HttpResponseRedirect(reverse("my:home"))
        form = OwnPartForm(request.POST, record=record, label_suffix="")
        if form.is_valid() and _chosen(request, record, form):
            statement = form.cleaned_data["part"] == STATEMENT
            return HttpResponseRedirect(reverse("my:statement" if statement else "my:meeting"))
    return _page(request, record, form)


def _page(request: Request, record: Record, form: OwnPartForm) -> HttpResponse:
    found, code = meeting_of(record), part_of(record, request.viewer.holder)
    fact = found.fact if found else None
    context = frame(
        record,
        form=form,
        key=uuid.uuid4(),
        whose=whose(record, STEP),
        meeting=found,
        begins=found.slot_of(request.viewer.holder) if found else None,
        place=record.said(fact, "place"),
        link=record.said(fact, "link"),
        part=part_words(record.scheme, code, OWN_PARTS) if code else "",
        closed=STEP.is_open(record),
        instead=afterwards(record),
        boxes=BOXES,
        led_by=led_by(record.scheme),
    )
    return render(request, "my/meeting.html", context)


def _chosen(request: Request, record: Record, form: OwnPartForm) -> bool:
    """Record the choice; False where the meeting has begun meanwhile."""
    answers = {**form.cleaned_data, "person": request.viewer.holder}
    if not sent(request, record, STEP, form, answers, box="part"):
        return False
    messages.success(request, _("We have your choice. You can change it until the meeting begins."))
    return True

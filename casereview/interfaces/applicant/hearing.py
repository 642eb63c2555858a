"""The hearing of an appeal: when and where it is, one's own part, what one wants the panel to read, and its outcome."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casereview.cases.appeal import appeal_of
from casereview.cases.hearing import hearing_of, held, part_chosen, since_appeal, view_of, views_of
from casereview.cases.involved import involved
from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.kept import kept_without_session, whose
from casereview.interfaces.applicant.own import frame, open_own
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.hearings import further_asked
from casereview.interfaces.leave import leaving
from casereview.interfaces.pack import HEARING, papers_response, sent_to
from casereview.interfaces.step_draft import draft_of, keep, typed_in
from casereview.process import STEPS
from casereview.steps.choose_hearing_part import ASIDE, HearingPartForm
from casereview.steps.give_appeal_view import ViewForm
from casereview.wording.hearing import OWN_PARTS, OWN_QUESTIONS
from casereview.wording.meeting import OWN_WAYS_IN

PART, VIEW = STEPS["choose_hearing_part"], STEPS["give_appeal_view"]
BOXES = ("part", "how", *ASIDE)


class OwnHearingPartForm(HearingPartForm):
    """The step's form in words for its own reader."""

    def prepare(self, record: Record) -> None:
        """Leave out what the page itself knows; show what they chose before."""
        super().prepare(record)
        for name in ("person", "on"):
            del self.fields[name]
        for name, (label, hint) in OWN_QUESTIONS.items():
            self.fields[name].label, self.fields[name].help_text = label, hint
        self.fields["part"].choices = list(OWN_PARTS.items())  # type: ignore[attr-defined]
        self.fields["part"].error_messages["required"] = gettext_lazy("Choose how you want to take part")
        self.fields["how"].choices = list(OWN_WAYS_IN.items())  # type: ignore[attr-defined]
        if before := part_chosen(record, record.viewer.holder):
            said = {name: record.said(before, name) for name in ASIDE}
            codes = {"part": before.codes["hearing_part"], "how": before.codes["how"]}
            self.initial = {**codes, **said, **self.initial}


class OwnViewForm(ViewForm):
    """One box, with what they sent before."""

    def prepare(self, record: Record) -> None:
        """The page knows whose it is."""
        super().prepare(record)
        for name in ("person", "on"):
            del self.fields[name]
        box = self.fields["view"]
        box.label = gettext_lazy("What do you want the panel to read?")
        box.help_text = gettext_lazy("You do not have to repeat your appeal. The panel has it")
        box.error_messages["required"] = gettext_lazy("Write what you want the panel to read")
        self.initial.setdefault("view", record.said(view_of(record, record.viewer.holder), "view"))


@kept_without_session
@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def hearing(request: Request) -> HttpResponse:
    """When and where it is, and the choice; after it, the outcome and what became of what the panel asked for."""
    record = _opened(request)
    draft = draft_of(record, PART, request.viewer)
    form = OwnHearingPartForm(record=record, initial=typed_in(draft).dict() if draft else {}, label_suffix="")
    if request.method == "POST":
        if leaving(request):
            typed = {name: request.POST.getlist(name) for name in BOXES if name in request.POST}
            keep(record, PART, request.viewer, typed, record.last_number)
            return HttpResponseRedirect(reverse("my:home"))
        form = OwnHearingPartForm(request.POST, record=record, label_suffix="")
        if form.is_valid() and _sent(request, record, PART, form, "part"):
            messages.success(request, _("We have your choice. You can change it until the hearing begins."))
            writes = form.cleaned_data["part"] == "in_writing"
            return HttpResponseRedirect(reverse("my:hearing_view" if writes else "my:hearing"))
    return render(request, "my/hearing.html", _context(request, record, form, PART))


@kept_without_session
@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def view(request: Request) -> HttpResponse:
    """One box and two buttons: send, and keep for later."""
    record = _opened(request)
    draft = draft_of(record, VIEW, request.viewer)
    form = OwnViewForm(record=record, initial=typed_in(draft).dict() if draft else {}, label_suffix="")
    if request.method == "POST":
        if leaving(request) or "later" in request.POST:
            typed = {"view": [request.POST.get("view", "")]}
            keep(record, VIEW, request.viewer, typed, record.last_number)
            messages.success(request, _("What you wrote is kept for 28 days. It is not sent yet."))
            return HttpResponseRedirect(reverse("my:hearing_view"))
        form = OwnViewForm(request.POST, record=record, label_suffix="")
        if form.is_valid() and _sent(request, record, VIEW, form, "view"):
            messages.success(
                request, _("The panel will read it. You can change it until the hearing begins.")
            )
            return HttpResponseRedirect(reverse("my:hearing"))
    given = view_of(record, request.viewer.holder)
    context = _context(request, record, form, VIEW)
    before = [fact for fact in views_of(record, request.viewer.holder) if fact != given]
    more = {
        "given": given,
        "text": record.said(given, "view"),
        "before": [(fact.happened_on, record.said(fact, "view")) for fact in before],
        "kept": draft,
    }
    return render(request, "my/hearing_view.html", {**context, **more})


@own_case
@require_safe
def papers(request: Request) -> HttpResponse:
    """The papers as they were sent last to this reader. Raises Http404 before that."""
    record = _opened(request)
    went = sent_to(record, request.viewer.holder, HEARING)
    if went is None:
        raise Http404
    return papers_response(record, request.viewer.holder, went.number, HEARING)


def may_be_heard(record: Record) -> bool:
    """Whether there is, or was, a hearing in which the reader takes part as somebody who appeals."""
    found = appeal_of(record)
    mine = any(person.holder == record.viewer.holder for person in involved(record))
    return mine and found is not None and found.latest("appeal_qualified") is not None


def to_choose_part(record: Record) -> bool:
    """Whether they were invited and have not said how they take part, while they still can."""
    me = record.viewer.holder
    arranged = hearing_of(record)
    invited = arranged is not None and me in arranged.invited
    return invited and part_chosen(record, me) is None and not PART.is_open(record)


def _opened(request: Request) -> Record:
    record = open_own(request, "hearing")
    if not may_be_heard(record):
        raise Http404
    return record


def _sent(request: Request, record: Record, step: Any, form: Any, box: str) -> bool:
    """Take the step; False where the hearing has begun meanwhile."""
    return sent(request, record, step, form, {**form.cleaned_data, "person": request.viewer.holder}, box=box)


def _context(request: Request, record: Record, form: Any, step: Any) -> dict[str, Any]:
    arranged, me = hearing_of(record), request.viewer.holder
    chose = part_chosen(record, me)
    decided = record.latest("appeal_decided")
    adjourned = since_appeal(record, "hearing_adjourned")
    return frame(
        record,
        form=form,
        key=uuid.uuid4(),
        whose=whose(record, step),
        hearing=arranged,
        place=record.said(arranged.fact, "place") if arranged else "",
        link=record.said(arranged.fact, "link") if arranged else "",
        held=held(record),
        adjourned=adjourned[-1] if adjourned else None,
        part=OWN_PARTS[chose.codes["hearing_part"]] if chose else "",
        closed=step.is_open(record),
        papers=sent_to(record, me, HEARING),
        decided=decided,
        outcome=decided.codes["outcome"] if decided else "",
        rationale=record.said(decided, "rationale"),
        further=further_asked(record),
        boxes=BOXES,
    )

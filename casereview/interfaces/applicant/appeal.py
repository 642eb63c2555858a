"""How to appeal, until when, and the appeal itself: written, kept, checked, sent; then how far it has come.

Nothing bars it: what it is made on is a prompt, late is a question, and the reasons are the one thing that is needed.
"""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.appeal import Appeal, appeal_of, may_appeal_about, running
from casereview.cases.appeal_rules import barred, is_late, rules, to_be_found
from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.appeal_files import files_of
from casereview.interfaces.applicant.kept import kept_without_session, whose
from casereview.interfaces.applicant.own import ANYBODY, frame, open_own
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.applicant.standing import ahead_of, standing_sentence
from casereview.interfaces.leave import leaving
from casereview.interfaces.step_draft import draft_of, keep, typed_in
from casereview.interfaces.typed import shown_again
from casereview.letters.about import About
from casereview.letters.safe_contact import Route
from casereview.letters.values import decision
from casereview.letters.values.window import window
from casereview.process import STEPS
from casereview.steps.receive_appeal import AppealForm
from casereview.wording.appeals import AHEAD, YES_NO, own_limits

STEP = STEPS["receive_appeal"]
BOXES = ("reasons", "wanted", "why_late", "consent")


class OwnAppealForm(AppealForm):
    """The step's form in words for its own reader: three boxes at most, of which one is needed."""

    def prepare(self, record: Record) -> None:
        """Why it is late is asked of those alone whose appeal is."""
        super().prepare(record)
        for name in ("channel", "made_by", "read_back", "kept_files", "on"):
            del self.fields[name]
        if not is_late(record, record.today):
            del self.fields["why_late"]
        said = {
            "reasons": (
                gettext_lazy("Why do you disagree?"),
                gettext_lazy("In your own words. A few are enough"),
            ),
            "wanted": (
                gettext_lazy("What do you want the panel to do?"),
                gettext_lazy("You do not have to say"),
            ),
            "why_late": (
                gettext_lazy("Why is it late?"),
                gettext_lazy(
                    "The chair of the panel reads this and decides whether your appeal can still be heard"
                ),
            ),
        }
        if "consent" in self.fields:
            said["consent"] = (
                gettext_lazy("Do you agree that we pass your appeal on to those who hear it?"),
                gettext_lazy("They cannot look at it before you agree. You can also say so later"),
            )
        for name, (label, hint) in said.items():
            if name in self.fields:
                self.fields[name].label, self.fields[name].help_text = label, hint
        self.fields["reasons"].error_messages["required"] = gettext_lazy("Write why you disagree")


@kept_without_session
@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def appeal(request: Request) -> HttpResponse:
    """Before an appeal its form; afterwards where it stands. Raises Http404 where nothing can be appealed."""
    record = open_own(request, "appeal", ANYBODY)
    found = appeal_of(record)
    if found and (running(record) or "again" not in request.GET):
        return _standing(request, record, found)
    if not may_appeal_about(record):
        raise Http404
    if record.scheme.appeal is None:
        return _no_appeal(request, record)
    if request.method == "POST":
        return _posted(request, record)
    draft = draft_of(record, STEP, request.viewer)
    form = OwnAppealForm(record=record, label_suffix="")
    return _page(request, record, shown_again(form, typed_in(draft)) if draft else form)


def _no_appeal(request: Request, record: Record) -> HttpResponse:
    """What somebody can do who disagrees where the area's page names no appeal. Raises Http404 where one is posted."""
    if request.method == "POST":
        raise Http404
    may_add = not STEPS["add_information"].is_open(record)
    return render(request, "my/disagree.html", _context(request, record, may_add=may_add))


def _posted(request: Request, record: Record) -> HttpResponse:
    """Leave, keep for later, look at it once more, change it, or send it."""
    asked = request.POST
    if leaving(request) or "later" in asked or "files" in asked:
        _keep(request, record)
        if "files" in asked:
            return HttpResponseRedirect(reverse("my:appeal_files"))
        messages.success(request, _("What you wrote is kept for 28 days. It is not sent yet."))
        return HttpResponseRedirect(reverse("my:appeal") + _again(request))
    if "back" in asked:
        return _page(request, record, shown_again(OwnAppealForm(record=record, label_suffix=""), asked))
    form = OwnAppealForm(asked, record=record, label_suffix="")
    if form.is_valid() and "confirmed" not in asked:
        _keep(request, record)  # a phone that is closed on the check page has lost nothing
        return _check(request, record, form)
    if form.is_valid() and _sent(request, record, form):
        return HttpResponseRedirect(reverse("my:appeal"))
    return _page(request, record, form)


def _keep(request: Request, record: Record) -> None:
    typed = {name: [request.POST.get(name, "")] for name in BOXES}
    keep(record, STEP, request.viewer, typed, record.last_number)


def _sent(request: Request, record: Record, form: OwnAppealForm) -> bool:
    answers = {
        **form.cleaned_data,
        "channel": "web",
        "kept_files": [{"file": one["file"], "name": one["name"]} for one in files_of(record)],
    }
    return sent(request, record, STEP, form, answers, box="reasons")


def _page(request: Request, record: Record, form: OwnAppealForm) -> HttpResponse:
    return render(request, "my/appeal.html", _context(request, record, form=form))


def _check(request: Request, record: Record, form: OwnAppealForm) -> HttpResponse:
    given = {name: form.cleaned_data[name] for name in BOXES if name in form.fields}
    answers = [(form.fields[name].label, name, text, YES_NO.get(text, text)) for name, text in given.items()]
    return render(request, "my/appeal_check.html", _context(request, record, form=form, answers=answers))


def _context(request: Request, record: Record, **more: Any) -> dict[str, Any]:
    """The window, to whom it goes, and what may be said; besides, what the page shows."""
    about = About(record, request.viewer.holder, Route("page"), record.facts[-1])
    return frame(
        record,
        against=may_appeal_about(record),
        dates=ahead_of(record, "appeal"),
        window=window(about),
        limits=own_limits(record.scheme, barred(record, record.today), to_be_found(rules(record))),
        routes=decision.other_routes(about),
        key=uuid.uuid4(),
        whose=whose(record, STEP),
        kept=draft_of(record, STEP, request.viewer),
        files=files_of(record),
        again=_again(request),
        **more,
    )


def _again(request: Request) -> str:
    return "?again=yes" if "again" in request.GET else ""


def _standing(request: Request, record: Record, found: Appeal) -> HttpResponse:
    """How far it has come, what was said in it, and what can be done now."""
    said = [
        (label, record.said(found.received, name))
        for name, label in (
            ("reasons", _("Why you disagree")),
            ("wanted", _("What you want the panel to do")),
            ("why_late", _("Why it is late")),
        )
    ]
    about = About(record, request.viewer.holder, Route("page"), record.facts[-1])
    context = frame(
        record,
        appeal=found,
        standing=standing_sentence(record),
        waited=found.days_waited(record.today),
        dates=[each for clock in ("qualification", "outcome") for each in ahead_of(record, clock)],
        said=[(label, text) for label, text in said if text],
        files=[document.name for document in record.documents if document.scope == "appeal"],
        lies_ahead=[words for until, words in AHEAD if found.latest(*until) is None],
        routes=decision.other_routes(about) if found.ended else [],
        may_confirm=not STEPS["confirm_appeal"].is_open(record),
        may_add=not STEPS["add_information"].is_open(record),
        again=may_appeal_about(record),
    )
    return render(request, "my/appeal_standing.html", context)

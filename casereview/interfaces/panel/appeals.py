"""The pages of the appeals panel: what waits for me, declaring any conflict, an appeal, the steps that are mine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from casereview.audit.trail import note
from casereview.cases.appeal import Appeal, appeal_of, has_declared
from casereview.cases.asked import asked_about_appeal, asked_to_hear, case_of
from casereview.cases.models import Appointment, Case
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.cases.visible import sight_of
from casereview.interfaces.access import Request, holds
from casereview.interfaces.appeals import appeal_page
from casereview.interfaces.opening import open_case
from casereview.interfaces.panel.appeal_pages import PAGES, frame, steps_for
from casereview.interfaces.served_file import served
from casereview.interfaces.step_page import StepPage, step_named
from casereview.people.models import Area
from casereview.process import STEPS, Invalid, NotAllowed, NotOpen, take
from casereview.steps.step import Step, StepForm
from casereview.wording.appeals import STATES

SPACE = "panel:appeal"
PANEL = ("qualify_appeals", "decide_appeals")


@dataclass(frozen=True, slots=True)
class Row:
    """An appeal that somebody of the panel is asked about: where it stands, and what they can do, each with its page.

    appeal, and waited, the days since it was received: None before they have declared. due: the nearest date that runs.
    """

    reference: str
    state: str | Promise
    steps: Sequence[tuple[str | Promise, str]]
    waited: int | None = None
    due: date | None = None
    asked_on: date | None = None
    appeal: Appeal | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more is decided on it."""
        return self.appeal is not None and self.appeal.ended


@holds(*PANEL)
@require_GET
def waiting(request: Request) -> HttpResponse:
    """What waits for me: appeals to declare on first, then those that are open to me, the longest waiting first."""
    asked = asked_to_hear(request.viewer)
    seen = Case.objects.visible_to(request.viewer).in_bulk([row.case_id for row in asked])
    rows = [_row(request, row, seen.get(row.case_id)) for row in asked]
    rows.sort(key=lambda row: (row.ended, row.waited is not None, -(row.waited or 0), row.reference))
    return render(request, "panel/appeals.html", {"rows": rows})


def _row(request: Request, asked: Appointment, case: Case | None) -> Row:
    """Panels are small and appeals few: each is read whole."""
    record = load(case, request.viewer) if case else None
    found = appeal_of(record) if record else None
    if record is None or found is None or not has_declared(record, request.viewer.holder):
        declare = [(_("Declare any conflict"), reverse("panel:appeal_declare", args=[asked.reference]))]
        return Row(asked.reference, _("Nothing opens before you declare"), declare, asked_on=asked.asked_on)
    # A conflict may be declared at any time: that waits for nobody.
    open_now = [step for step, why in _steps(record) if not why and step.sees != "appointment"]
    return Row(
        asked.reference,
        STATES[found.state],
        [(step.title, reverse("panel:appeal_do", args=[asked.reference, step.name])) for step in open_now],
        waited=found.days_waited(record.today),
        due=min((run.due for run in record.deadlines if run.is_open and run.due), default=None),
        appeal=found,
    )


@holds(*PANEL)
@require_http_methods(["GET", "POST"])
def declare(request: Request, reference: str) -> HttpResponse:
    """Who had a part in what is appealed against, and two answers to choose from."""
    asked = asked_about_appeal(request.viewer, reference)
    if asked is None:
        raise Http404
    note(request.viewer.holder, "read", "appeal declare", asked.case_id)
    if request.method == "POST":
        return _declared(request, asked)
    (first, *_others) = _to_declare(request)
    assert first.form is not None
    return _declare_page(request, asked, first.form(label_suffix=""))


def _to_declare(request: Request) -> list[Step]:
    """The steps by which somebody of the panel declares: which of them is this viewer's, `take` knows."""
    return [
        step
        for step in STEPS.values()
        if step.sees == "appointment" and any(p in step.who and request.viewer.may(p) for p in PANEL)
    ]


def _declared(request: Request, asked: Appointment) -> HttpResponse:
    """Take the step that is theirs; an appointment is declared once, however often the form is sent."""
    for step in _to_declare(request):
        try:
            key = f"{step.name}:{asked.pk}"
            take(step.name, viewer=request.viewer, case=case_of(asked), answers=request.POST, key=key)
        except Invalid as invalid:
            return _declare_page(request, asked, invalid.form)
        except (NotAllowed, NotOpen):
            continue
        if request.POST.get("conflict") == "yes":
            messages.success(
                request, _("Thank you. We will ask somebody else. Nothing of this case opens to you.")
            )
            return redirect("panel:appeals")
        messages.success(request, _("Thank you. The appeal is open to you now."))
        return redirect("panel:appeal_case", asked.reference)
    raise Http404


def _declare_page(request: Request, asked: Appointment, form: StepForm) -> HttpResponse:
    area = Area.objects.filter(pk=asked.area).first()
    return render(request, "panel/appeal_declare.html", {"asked": asked, "form": form, "office": area})


@holds(*PANEL)
@require_GET
def case(request: Request, reference: str, page: str = "appeal") -> HttpResponse:
    """One page of an appeal that is open to them."""
    record = _opened(request, reference, f"appeal {page}")
    if record is None:
        return redirect("panel:appeal_declare", reference)
    if page not in PAGES:
        raise Http404
    template = "panel/appeal_case.html" if page == "appeal" else f"panel/{page}.html"
    more = {"steps": _steps(record)}
    return render(request, template, {**frame(record, SPACE, page), **PAGES[page].shows(record), **more})


@holds(*PANEL)
@require_http_methods(["GET", "POST"])
def do(request: Request, reference: str, step: str) -> HttpResponse:
    """Take one of the steps that are the panel's; what it is about stands above the form."""
    record = _opened(request, reference, f"appeal step {step}")
    if record is None:
        return redirect("panel:appeal_declare", reference)
    if step not in {each.name for each, _why in _steps(record)}:
        raise Http404
    leaves = step_named(step).sees == "appointment"  # a conflict is declared: the appeal is gone
    done = reverse("panel:appeals") if leaves else reverse("panel:appeal_case", args=[record.case.reference])
    more = {**frame(record, SPACE), **appeal_page(record)}
    more["back"] = reverse("panel:appeal_case", args=[record.case.reference])
    return StepPage(request, record, step_named(step), "panel/appeal_step.html", done, more=more).answer()


@holds(*PANEL)
@require_GET
def document(request: Request, reference: str, number: str) -> HttpResponseBase:
    """A file of the case, or one that came with the appeal."""
    record = _opened(request, reference, "appeal document")
    found = next((each for each in record.documents if str(each.pk) == str(number)), None) if record else None
    if found is None:
        raise Http404
    return served(found.file, found.name)


def _opened(request: Request, reference: str, page: str) -> Record | None:
    """The case, once they have declared; None before that. Raises Http404 for what they are not asked about."""
    if asked_about_appeal(request.viewer, reference) is None:
        raise Http404
    try:
        record = open_case(request, reference, page)
    except Http404:
        return None
    return record if has_declared(record, request.viewer.holder) else None


def _steps(record: Record) -> list[tuple[Step, str]]:
    scopes = sight_of(record.case, record.viewer).scopes
    return steps_for(record, scopes, *PANEL)

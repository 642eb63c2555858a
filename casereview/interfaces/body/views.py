"""The pages of a body's officer: what waits, a case as their body sees it, and the steps that are theirs."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from casereview.cases.availability import poll_of
from casereview.cases.evidence import evidence_of
from casereview.cases.hearings_ahead import hearings_ahead
from casereview.cases.plan import Progress, progress, settled
from casereview.cases.record import Record
from casereview.cases.review_side import invited_to_speak
from casereview.interfaces.access import Request, holds
from casereview.interfaces.body.opening import opened
from casereview.interfaces.body.seen import seen_by
from casereview.interfaces.body.waiting import DATES, bodies_of, waiting_for
from casereview.interfaces.pack import HEARING, sent_to
from casereview.interfaces.sitting import invited_to
from casereview.interfaces.speaking import speaking_page
from casereview.interfaces.step_page import StepPage, step_named
from casereview.people.models import Body
from casereview.process import STEPS
from casereview.wording.plan import ACTION_STATUSES

VIEW = "give_appeal_view"
THEIRS = ("answer_reports", "record_body_view", DATES, "update_action", "answer_recommendation", VIEW)
RETURN = "give_return"  # it has pages of its own


@holds("answer_for_body")
@require_GET
def waiting(request: Request) -> HttpResponse:
    """What waits for me, by date."""
    found = waiting_for(request.viewer, timezone.localdate())
    titles = {name: STEPS[name].title for name in (*THEIRS, RETURN)}
    context = {"waiting": found, "titles": titles, "hearings": _hearings(request)}
    return render(request, "body/waiting.html", context)


@holds("answer_for_body")
@require_GET
def case(request: Request, reference: str, body: str) -> HttpResponse:
    """A case as this body sees it: what it was told, and the reports made to it; nothing that others hold."""
    record, mine = opened(request, reference, body, "partner case")
    steps = [(STEPS[name], STEPS[name].is_open(record)) for name in _theirs(record, mine) if name != VIEW]
    seen = seen_by(record, mine)
    context = {
        "record": record,
        "seen": seen,
        "steps": steps,
        "give": STEPS[RETURN].title if seen.asked else "",
        "papers": sent_to(record, mine.holder),
        "hearing_papers": sent_to(record, mine.holder, HEARING),
        "speaking": speaking_page(record, mine.holder, write=_address(record, mine, VIEW)),
        "invited": invited_to(record, mine.holder),
        "actions": _actions(record, mine),
    }
    return render(request, "body/case.html", context)


@holds("answer_for_body")
@require_http_methods(["GET", "POST"])
def do(request: Request, reference: str, body: str, step: str) -> HttpResponse:
    """Take one of the steps that are a body's, as that body."""
    if step not in THEIRS:
        raise Http404
    record, mine = opened(request, reference, body, f"partner step {step}")
    if step not in _theirs(record, mine):
        raise Http404
    done = reverse("partner:case", args=[record.case.reference, mine.code])
    fixed = {"body": mine.holder, **({"person": mine.holder} if step == VIEW else {})}
    more = {"seen": seen_by(record, mine)}
    return StepPage(
        request, record, step_named(step), "body/step.html", done, fixed=fixed, more=more
    ).answer()


def _actions(record: Record, mine: Body) -> list[tuple[Progress, str, int]]:
    """The actions of this body in a plan that was sent, each with how it stands and how many files are there."""
    theirs = [each for each in progress(record) if each.body == mine.holder and each.action]
    if settled(record) is None:
        return []
    return [
        (each, str(ACTION_STATUSES[each.status]), len(evidence_of(record, each.number))) for each in theirs
    ]


def _theirs(record: Record, mine: Body) -> list[str]:
    """The steps that this body may take in this case: about dates, and for a hearing, only where it was asked."""
    poll = poll_of(record)
    asked = {DATES: poll is None or mine.holder in poll.members}
    asked[VIEW] = invited_to_speak(record, mine.holder) is not None
    return [name for name in THEIRS if asked.get(name, True)]


def _hearings(request: Request) -> list[tuple[str, date, str]]:
    """The hearings to which a body of theirs is invited, each with the page of its case."""
    codes = {body.holder: body.code for body in bodies_of(request.viewer)}
    return [
        (
            each.reference,
            each.hearing.day,
            reverse("partner:case", args=[each.reference, codes[each.speaker]]),
        )
        for each in hearings_ahead(request.viewer, timezone.localdate())
        if each.speaker in codes
    ]


def _address(record: Record, mine: Body, step: str) -> str:
    return reverse("partner:do", args=[record.case.reference, mine.code, step])

"""The applicant's own page: where their case stands, what is ahead, what they can do now, and whom to ask."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casereview.cases.appeal import appeal_of
from casereview.cases.beginning import case_before
from casereview.cases.support import was_offered
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.hearing import may_be_heard
from casereview.interfaces.applicant.own import ANYBODY, frame, open_own
from casereview.interfaces.applicant.standing import ahead, may_appeal, standing_sentence, todos, whom_to_ask
from casereview.interfaces.applicant.taking_part import may_take_part
from casereview.process import STEPS
from casereview.steps.step import in_hand
from casereview.taking import is_for


@own_case
@require_safe
def home(request: Request) -> HttpResponse:
    """Status, dates, tasks, contact."""
    record = open_own(request, "page", ANYBODY)
    context = frame(
        record,
        standing=standing_sentence(record),
        ahead=ahead(record),
        todos=todos(record),
        whom=whom_to_ask(record),
        before=case_before(record),
        may_appeal=may_appeal(record),
        may_be_heard=may_be_heard(record),
        appealed=appeal_of(record) is not None,
        support_offered=was_offered(record, record.viewer.holder),
        may_take_part=may_take_part(record),
        may_stop=is_for(STEPS["withdraw"].roles, record, record.viewer) and not in_hand(record),
    )
    return render(request, "my/home.html", context)

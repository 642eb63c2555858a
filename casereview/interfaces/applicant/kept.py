"""What an applicant typed is kept even when their session ended meanwhile: the form says, signed, whose it is."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.core import signing
from django.http import HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from casereview.cases.models import Case
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.interfaces.access import Request
from casereview.interfaces.step_draft import keep
from casereview.people.viewer import for_person
from casereview.process import STEPS
from casereview.steps.step import Step

SALT = "casereview.own.kept"
FORM_LASTS = 24 * 60 * 60  # seconds for which a page left open may still be kept without its session
OURS = ("csrfmiddlewaretoken", "key", "whose", "later", "leave")  # boxes of the page, not of the step
View = Callable[..., HttpResponseBase]


def whose(record: Record, step: Step) -> str:
    """What the form carries: who types, in which case and step. It opens nothing."""
    return signing.dumps([record.viewer.holder, str(record.case.pk), step.name], salt=SALT)


def kept_without_session(view: View) -> View:
    """Keep what is posted after the session has ended, and say so where they come in again."""

    @wraps(view)
    def guarded(request: Request) -> HttpResponseBase:
        ended = request.method == "POST" and not request.viewer.holder.startswith("person:")
        if ended and _keep_for(request):
            return HttpResponseRedirect(reverse("my:link") + "?kept=1")
        return view(request)

    return guarded


def _keep_for(request: Request) -> bool:
    try:
        holder, case, step = signing.loads(request.POST.get("whose", ""), salt=SALT, max_age=FORM_LASTS)
    except signing.BadSignature:
        return False
    typed = {name: [str(each) for each in told] for name, told in request.POST.lists() if name not in OURS}
    viewer = for_person(holder.removeprefix("person:"), "")
    with acting(viewer):
        found = Case.objects.visible_to(viewer).filter(pk=UUID(case)).first()
        if found is not None:
            record = load(found, viewer)
            keep(record, STEPS[step], viewer, typed, record.last_number)
    return found is not None

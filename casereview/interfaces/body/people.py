"""The page of a support worker: the people who said yes, as far as the yes goes; and who no longer does."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from casereview.audit.trail import note
from casereview.cases.referred import Referred, referred_to
from casereview.interfaces.access import Request, holds
from casereview.wording.support import COVERS


@holds("support")
@require_GET
def people(request: Request) -> HttpResponse:
    """Everybody of whom the service was told, the newest first."""
    told, no_longer = referred_to(request.viewer)
    for one in told:
        note(request.viewer.holder, "read", "support people", one.case_id)
    context = {"referred": [(one, _lines(one)) for one in told], "no_longer": no_longer}
    return render(request, "body/people.html", context)


def _lines(one: Referred) -> list[list[tuple[str, str]]]:
    """Of each person, what they agreed to have told, as labels and texts."""
    return [
        [
            (str(COVERS[name]), "\n".join(value) if isinstance(value, list) else value)
            for name, value in each.items()
        ]
        for each in one.people
    ]

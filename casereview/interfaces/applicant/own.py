"""How a page of the applicant's opens their case, never without a note of it."""

import hashlib
import json
from typing import Any

from django.http import Http404

from casereview.audit.trail import note
from casereview.cases.models import Case
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.cases.representing import ROLE
from casereview.interfaces.access import Request
from casereview.taking import is_for

THEMSELVES = ("applicant", "victim")  # whose case it is
ANYBODY = (*THEMSELVES, ROLE)  # and who acts for them


def open_own(request: Request, page: str, roles: tuple[str, ...] = THEMSELVES) -> Record:
    """The case of the person whose session this is, as they may see it.

    roles: whose page it is. A page says so if somebody who acts for another may open it. Raises Http404 for others,
    and where they see no case.
    """
    cases = Case.objects.visible_to(request.viewer).filter(area__in=request.viewer.areas("apply"))
    case = cases.order_by("-opened_at").first()
    if case is None:
        raise Http404
    record = load(case, request.viewer)
    if not is_for(roles, record, request.viewer):
        raise Http404
    note(request.viewer.holder, "read", f"own {page}", case.pk)
    return record


def frame(record: Record, **more: Any) -> dict[str, Any]:
    """What every page of the applicant's needs, with what this one needs besides."""
    shown = {"record": record, "area_code": record.case.area, "office": record.area}
    return {**shown, "acts_for_another": not is_for(THEMSELVES, record, record.viewer), **more}


def once(request: Request) -> str:
    """The key for `take`: the same form with the same words is one step, however often it is sent."""
    posted = sorted((name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    return f"{request.viewer.holder}:{hashlib.sha256(json.dumps(posted).encode()).hexdigest()}"

"""Applicants who have heard nothing although their named contact and deputy were told: for administrators."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from casereview.audit.trail import note
from casereview.cases.unheard import told_to_administrators
from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.people.names import names_of


@holds("administer")
@require_GET
def unheard(request: Request) -> HttpResponse:
    """By reference, and who has each case: an administrator opens none, and asks those who do."""
    note(request.viewer.holder, "read", "unheard")
    found = told_to_administrators(reach.area_codes(request.viewer))
    names = names_of(holder for row in found for holder in (row.owner, row.deputy))
    rows = [(row, names.get(row.owner, ""), names.get(row.deputy, "")) for row in found]
    return render(request, "settings/unheard.html", {"rows": rows, "today": timezone.localdate()})

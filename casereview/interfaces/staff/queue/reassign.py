"""Several cases of the queue get a new owner at once: the one thing that is done in bulk."""

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from casereview.audit.trail import note
from casereview.cases.models import Summary
from casereview.interfaces.access import Request, holds
from casereview.people.models import Membership
from casereview.process import Invalid, NotTaken, take

MOST = 25  # a page of the queue


class ReassignForm(forms.Form):
    """Whoever co-ordinates in one of these areas."""

    owner = forms.ChoiceField(label=gettext_lazy("Named contact"))
    deputy = forms.ChoiceField(label=gettext_lazy("Deputy"), required=False)

    def __init__(self, *args: object, areas: set[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        current = Membership.objects.current().filter(role="coordinator", area_id__in=areas)
        held = current.select_related("user").order_by("user__name")
        people = list({f"user:{each.user_id}": str(each.user) for each in held}.items())
        self.fields["owner"].choices = [("", _("Choose somebody")), *people]  # type: ignore[attr-defined]
        self.fields["deputy"].choices = [("", _("As it is")), *people]  # type: ignore[attr-defined]


@holds("coordinate")
@require_POST
def reassign(request: Request) -> HttpResponse:
    """Ask to whom the ticked cases go; then name them in each. What is refused is said, case by case."""
    ticked = request.POST.getlist("case")[:MOST]
    cases = list(
        Summary.objects.visible_to(request.viewer).filter(reference__in=ticked).select_related("case")
    )
    key, chosen = request.POST.get("key", ""), "owner" in request.POST
    form = ReassignForm(request.POST if chosen else None, areas={case.area for case in cases})
    refused: dict[str, str] = {}
    if chosen and cases and form.is_valid():
        refused = _assign(request, cases, form.cleaned_data, key)
        if not refused:
            text = ngettext("%(n)s case was reassigned.", "%(n)s cases were reassigned.", len(cases))
            messages.success(request, text % {"n": len(cases)})
            return HttpResponseRedirect(reverse("work:queue"))
    left = [case for case in cases if not refused or case.reference in refused]
    context = {"cases": left, "form": form, "refused": refused, "key": key or uuid.uuid4().hex}
    return render(request, "queue/reassign.html", context)


def _assign(request: Request, cases: list[Summary], answers: dict[str, str], key: str) -> dict[str, str]:
    """Name the owner in each case; return why not, by reference, where it was refused."""
    refused = {}
    for case in cases:
        deputy = answers["deputy"] or ("" if case.deputy == answers["owner"] else case.deputy)
        named = {"owner": answers["owner"], "deputy": deputy}
        note(request.viewer.holder, "read", "reassign", case.case_id)
        try:
            take(
                "assign_owner",
                viewer=request.viewer,
                case=case.case,
                answers=named,
                key=f"{key}:{answers['owner']}:{case.case_id}",
            )
        except Invalid as invalid:
            refused[case.reference] = " ".join(
                str(e) for errors in invalid.form.errors.values() for e in errors
            )
        except NotTaken as why:
            refused[case.reference] = str(why)
    return refused

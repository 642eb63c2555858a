"""Who acts for the person affected: named here, and ended here at once. Whoever acts for somebody leaves here."""

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.record import Record
from casereview.cases.representing import Acting, acting_as, in_state
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.own import ANYBODY, THEMSELVES, frame, once, open_own
from casereview.interfaces.applicant.sending import sent
from casereview.interfaces.leave import leaving
from casereview.process import STEPS, Invalid, NotOpen, take
from casereview.steps.name_representative import NameForm
from casereview.taking import is_for

NAME, END = STEPS["name_representative"], STEPS["end_representative"]
WAYS = {
    "email": gettext_lazy("By e-mail"),
    "phone": gettext_lazy("By phone"),
    "post": gettext_lazy("By post"),
    "applicant_calls": gettext_lazy("They will contact us"),
}
LABELS = {
    "called": gettext_lazy("What is their name?"),
    "relation": gettext_lazy("Who are they to the person affected?"),
    "method": gettext_lazy("How may we reach them?"),
    "value": gettext_lazy("Their address or number"),
    "seen_by_others": gettext_lazy("Can anyone else see or answer it?"),
}
HINTS = {
    "relation": gettext_lazy("For example, a sister, a neighbour or a support worker"),
    "value": gettext_lazy("Not needed if they will contact us"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One of them, as the page shows them."""

    acting: Acting
    name: str
    relation: str


class NewPersonForm(NameForm):
    """The step's form in words for its own reader."""

    def prepare(self, record: Record) -> None:
        """Leave out what can be asked later."""
        for name in ("when", "how", "on"):
            del self.fields[name]
        for name, label in LABELS.items():
            self.fields[name].label = label
            self.fields[name].help_text = HINTS.get(name, "")
        self.fields["method"].choices = list(WAYS.items())  # type: ignore[attr-defined]
        required = {
            "called": _("Enter their name"),
            "relation": _("Say who they are to the person affected"),
            "method": _("Choose how we may reach them"),
        }
        for name, error in required.items():
            self.fields[name].error_messages["required"] = error

    def clean(self) -> dict[str, object]:
        """Whether others see it decides how we write to them."""
        cleaned = super().clean()
        reached = cleaned.get("method") not in {None, "", "applicant_calls"}
        if reached and not cleaned.get("seen_by_others"):
            self.add_error("seen_by_others", ValidationError(_("Say whether anyone else can see it")))
        return cleaned


@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: Request) -> HttpResponse:
    """Those who act, each with a button, and a form for one more; for somebody who acts, the way out."""
    record = open_own(request, "people", ANYBODY)
    if not is_for(THEMSELVES, record, request.viewer):
        return _leave(request, record)
    form = NewPersonForm(record=record, label_suffix="")
    if request.method == "POST" and not leaving(request):
        if "representative" in request.POST:
            _end(request, record, request.POST["representative"])
            messages.success(request, _("They no longer act, from now on. They see nothing any more."))
            return HttpResponseRedirect(reverse("my:people"))
        form = NewPersonForm(request.POST, record=record, label_suffix="")
        if form.is_valid() and sent(request, record, NAME, form, form.cleaned_data):
            messages.success(request, _("We have the name. We ask the person affected first."))
            return HttpResponseRedirect(reverse("my:people"))
    context = frame(
        record,
        form=form,
        key=uuid.uuid4(),
        acting=[_shown(record, each) for each in in_state(record, "named", "confirmed")],
        theirs=is_for(("victim",), record, request.viewer),
        closed=NAME.is_open(record),
    )
    return render(request, "my/people.html", context)


def _shown(record: Record, each: Acting) -> Shown:
    return Shown(each, record.said(each.named, "name"), record.said(each.named, "relation"))


def _end(request: Request, record: Record, holder: str) -> None:
    """Also where they, or another page, have ended it meanwhile. Raises Http404 for somebody else's holder."""
    acting = acting_as(record, holder)
    if acting is None:
        raise Http404
    if acting.state == "ended":
        return
    answers = {"representative": holder}
    try:
        take(END.name, viewer=request.viewer, case=record.case, answers=answers, key=once(request))
    except (Invalid, NotOpen):  # ended in this very moment
        return


def _leave(request: Request, record: Record) -> HttpResponse:
    """What somebody who acts for another may do, and a button that ends it; their session ends with it."""
    if request.method == "POST" and not leaving(request):
        _end(request, record, request.viewer.holder)
        request.session.flush()
        return HttpResponseRedirect(reverse("my:link") + "?left=1")
    return render(request, "my/people_leave.html", frame(record, key=uuid.uuid4()))

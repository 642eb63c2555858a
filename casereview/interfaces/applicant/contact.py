"""How the applicant may be reached. "No longer safe" works at once; a new way is confirmed before it is used."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casereview.cases.models import Contact, Person
from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.own import ANYBODY, frame, once, open_own
from casereview.interfaces.leave import leaving
from casereview.letters.safe_contact import usable_contacts
from casereview.process import take
from casereview.steps.change_contact import ContactsForm

WAYS = {
    "email": gettext_lazy("By e-mail"),
    "phone": gettext_lazy("By phone"),
    "post": gettext_lazy("By post"),
    "through_someone": gettext_lazy("Through somebody I trust"),
    "applicant_calls": gettext_lazy("I will contact you, and look on this page"),
}
LABELS = {
    "method": gettext_lazy("How may we reach you?"),
    "value": gettext_lazy("The address, the number, or who it is and how to reach them"),
    "seen_by_others": gettext_lazy("Can anyone else see or answer it?"),
    "when": gettext_lazy("When is it safe?"),
    "how": gettext_lazy("What must we do, or never do?"),
}
HINTS = {
    "value": gettext_lazy("Not needed if you will contact us"),
    "when": gettext_lazy("You can leave this empty"),
    "how": gettext_lazy(
        "For example, voicemail, or what to say if somebody else answers. You can leave this empty"
    ),
}


class NewWayForm(ContactsForm):
    """The step's form in words for its own reader: only the new way."""

    def prepare(self, record: Record) -> None:
        """Leave out what the page itself knows."""
        for name in ("person", "unsafe", "confirmed", "on"):
            del self.fields[name]
        for name, label in LABELS.items():
            self.fields[name].label = label
            self.fields[name].help_text = HINTS.get(name, "")
        self.fields["method"].choices = list(WAYS.items())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """Ask in the reader's words first."""
        if not self.cleaned_data.get("method"):
            raise ValidationError({"method": _("Choose how we may reach you")})
        return super().clean()


@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: Request) -> HttpResponse:
    """The ways that are held, each with a button; and a new one."""
    record = open_own(request, "contact", ANYBODY)
    form = NewWayForm(record=record, label_suffix="")
    if request.method == "POST" and not leaving(request):
        if "unsafe" in request.POST:
            if unsafe := _now(record, request.POST["unsafe"]):
                _change(request, record, {"unsafe": unsafe})
            messages.success(request, _("We will not use it, from now on."))
            return HttpResponseRedirect(reverse("my:contact"))
        form = NewWayForm(request.POST, record=record, label_suffix="")
        if form.is_valid():
            _change(request, record, form.cleaned_data)
            messages.success(request, _said_of(form.cleaned_data["method"]))
            return HttpResponseRedirect(reverse("my:contact"))
    me = _me(record)
    held = record.contacts_of(me) if me else []
    context = frame(
        record,
        form=form,
        key=uuid.uuid4(),
        ways=[(way, WAYS[way.method], _state(way)) for way in held],
        reachable=bool(me and usable_contacts(record, me)),
    )
    return render(request, "my/contact.html", context)


def _me(record: Record) -> Person | None:
    return next((person for person in record.people if person.holder == record.viewer.holder), None)


def _now(record: Record, pressed: str) -> list[str]:
    """The ways held now that are the one whose button was pressed, perhaps on a page opened before another change."""
    me = _me(record)
    shown = [way for way in record.contacts if me and str(way.pk) == pressed and way.own == me.holder]
    same = {(way.method, way.value) for way in shown}
    held = record.contacts_of(me) if me else []
    return [str(way.pk) for way in held if (way.method, way.value) in same and not way.never]


def _state(way: Contact) -> str:
    if way.never:
        return _("We never use this")
    return "" if way.confirmed else _("We use it once it is confirmed")


def _said_of(method: str) -> str:
    if method == "applicant_calls":
        return _("Your letters are left for you on this page from now on.")
    return _("We ask you, in a way that you gave before, whether this is right. Then we use it.")


def _change(request: Request, record: Record, answers: dict[str, object]) -> None:
    """Change their own ways, nobody else's."""
    take(
        "change_contact",
        viewer=request.viewer,
        case=record.case,
        answers={**answers, "person": request.viewer.holder},
        key=once(request),
    )

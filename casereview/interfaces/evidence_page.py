"""Files about one action: the list, and one more. Each is recorded as it is sent, and kept from all until scanned."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casereview.cases.evidence import evidence_of
from casereview.cases.files import Refused, keep
from casereview.cases.models import Document
from casereview.cases.plan import Progress
from casereview.cases.record import Record
from casereview.interfaces.access import Request
from casereview.interfaces.file_form import STATES, FileForm
from casereview.process import STEPS, Invalid, NotOpen, take
from casereview.steps.add_evidence import EvidenceForm as Asked

STEP = STEPS["add_evidence"]


class EvidenceForm(FileForm):
    """One file, and whether the applicant may see it."""

    shown = Asked.base_fields["shown"]


@dataclass(frozen=True, slots=True)
class Place:
    """The page of one action for one reader. body: for whom they send, "" for the office. here: its own address.

    document: the name of the address that hands out a file; its arguments but the last are `arguments`.
    """

    request: Request
    record: Record
    action: Progress
    template: str
    here: str
    document: str
    arguments: tuple[str, ...]
    body: str = ""
    back: str = ""

    def link(self, document: Document) -> str:
        """Where the file is downloaded."""
        return reverse(self.document, args=[*self.arguments, document.pk])

    def answer(self, more: dict[str, Any]) -> HttpResponse:
        """Show the list and the form, or take one file in."""
        closed = STEP.is_open(self.record)
        form = EvidenceForm(label_suffix="")
        if self.request.method == "POST" and not closed:
            form = EvidenceForm(self.request.POST, self.request.FILES, label_suffix="")
            if form.is_valid() and self._sent(form):
                messages.success(self.request, _("We have the file. It can be opened once it is checked."))
                return HttpResponseRedirect(self.here)
        found = evidence_of(self.record, self.action.number)
        shown = {"form": form, "closed": closed, "place": self, "found": found, "states": STATES}
        return render(self.request, self.template, {"record": self.record, **more, **shown})

    def _sent(self, form: EvidenceForm) -> bool:
        """Take the file in; False where it is refused, and the form says why. The same file again is the same file."""
        upload, number = form.cleaned_data["file"], str(self.action.number)
        answers = {"body": self.body, "action": number, "shown": "on" if form.cleaned_data["shown"] else ""}
        try:
            stored = keep(upload, timezone.now())
            name = upload.name.replace("\x00", "")[:200].strip() or "file"
            key = f"evidence:{self.record.case.pk}:{number}:{answers['shown']}:{stored.sha256[:40]}"
            take(
                STEP.name,
                viewer=self.request.viewer,
                case=self.record.case,
                answers={**answers, "file": str(stored.pk), "name": name},
                key=key,
            )
        except (Refused, NotOpen) as refused:
            form.add_error("file", str(refused))
            return False
        except Invalid as invalid:
            form.add_error("file", [error for errors in invalid.form.errors.values() for error in errors])
            return False
        return True

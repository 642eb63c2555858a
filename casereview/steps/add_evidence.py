"""Stage 13: a file that shows how an action stands, from who owns it or by the office (MISSION C6).

The file is taken in, bounded and kept from everybody until it is scanned, before this step: see `cases.files`.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.evidence import action_of, evidence_of
from casereview.cases.files import MOST_FILES
from casereview.cases.models import Document
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.plan import progress
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.plan_form import under_way
from casereview.steps.step import Answers, Step, StepForm, day_of


class EvidenceForm(StepForm):
    """`file` is the id of a stored file, `name` what its sender called it; `body` who owns the action."""

    body = forms.CharField(widget=forms.HiddenInput, required=False)
    action = forms.ChoiceField(label=_("Which action?"))
    file = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(widget=forms.HiddenInput, max_length=200)
    shown = forms.BooleanField(
        label=_("The applicant may see it"),
        help_text=_("If ticked, they can download it from their page. It must name nobody else who reported"),
        required=False,
    )

    def prepare(self, record: Record) -> None:
        """The actions of the body that sends it, done or not; for a co-ordinator all."""
        body = self.data.get("body") or self.initial.get("body")
        found = [each for each in progress(record) if each.action and body in (None, "", each.body)]
        self.fields["action"].choices = [(str(each.number), "") for each in found]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One action takes so many files and no more."""
        cleaned = super().clean()
        assert self.record is not None
        if cleaned.get("action") and len(evidence_of(self.record, int(cleaned["action"]))) >= MOST_FILES:
            self.add_error(None, _("One action takes %(n)s files") % {"n": MOST_FILES})
        return cleaned


def is_open(record: Record) -> str:
    """Open while the plan is carried out and the viewer may read an action of it."""
    if why := under_way(record):
        return why
    found = [each for each in progress(record) if each.action]
    return "" if found else gettext("There is no action in the plan.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it for the body that owns the action; for the applicant only where that is ticked."""
    assert record is not None
    action = action_of(record, int(answers["action"]))
    assert action is not None
    holders = [action.body]
    if answers["shown"] and record.applicant:
        holders.append(record.applicant.holder)
    codes = {"action": action.number, "body": action.body, "shown": "yes" if len(holders) > 1 else "no"}
    rows = tuple(Document(file_id=answers["file"], own=holder, name=answers["name"]) for holder in holders)
    return Outcome((NewFact("evidence_added", day_of(answers, at), codes, rows=rows),))


STEP = Step(
    name="add_evidence",
    title=_("Send a file about an action"),
    stage=13,
    who=("answer_for_body", "coordinate"),
    is_open=is_open,
    do=do,
    records={"evidence_added": _("A file about action %(action)s of %(body)s came")},
    form=EvidenceForm,
)

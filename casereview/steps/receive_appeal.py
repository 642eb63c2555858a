"""Stage 14: an appeal is taken the day it arrives, whichever way it came, late or in time (MISSION D1, D2).

Grounds are prompts, never bars; a late appeal is marked and goes to the panel's chair, who says whether it is heard
(LESSONS 9). It counts from the day it arrived, or was told by phone, whenever it is keyed in.
"""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import may_appeal_about, running
from casereview.cases.appeal_rules import barred, is_late, rules
from casereview.cases.application import Unreadable, added_rows
from casereview.cases.outcome import Grant, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.representing import affected, speaks
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.appeals import BROUGHT, MADE_BY, YES_NO
from casereview.wording.own import said

LETTER = "appeal_acknowledgement"


class AppealForm(StepForm):
    """`reasons` is all that is required; `kept_files` is JSON, each with the id of a stored file and a name."""

    channel = choice(_("How did it reach us?"), BROUGHT)
    made_by = choice(_("Who appeals?"), MADE_BY, required=False, initial="applicant")
    reasons = text(
        _("The reasons, in their own words"),
        help_text=_("Write all that they said. Whether it is enough is for the chair of the panel"),
        error_messages={"required": _("Write the reasons, in their own words")},
    )
    wanted = text(_("What they want the panel to do"), required=False)
    why_late = text(_("If it is late: why, as far as they said"), required=False)
    read_back = forms.BooleanField(
        label=_("By phone: I read it back, and the caller confirmed it"), required=False
    )
    kept_files = forms.JSONField(required=False, widget=forms.HiddenInput)
    consent = choice(_("Do they agree that we pass the appeal on?"), YES_NO, required=False)
    on = Day(label=_("The day on which it arrived, or they called"), required=False)

    def prepare(self, record: Record) -> None:
        """Whether they agree is asked where the page says that they must."""
        found = rules(record)
        if found is None or not found.consent:
            del self.fields["consent"]
        elif found.heard_by:
            label = _("Do they agree that we pass the appeal on to %(whom)s?") % {
                "whom": said(found.heard_by)
            }
            self.fields["consent"].label = label

    def clean_kept_files(self) -> list[dict[str, Any]]:
        """Read them once, so that nothing is half received."""
        told = {"files": self.cleaned_data["kept_files"] or []}
        try:
            added_rows(told, [], [], 0)
        except (Unreadable, TypeError, AttributeError, KeyError) as error:
            raise ValidationError(_("The files cannot be read: %s") % error) from error
        return told["files"]

    def clean(self) -> dict[str, Any]:
        """What was said by phone is read back; no appeal came before what it is made against."""
        cleaned = super().clean()
        if cleaned.get("channel") == "phone" and not cleaned.get("read_back"):
            self.add_error("read_back", _("Read it back to the caller, and tick this when they agree"))
        day, since = cleaned.get("on"), _decided_on(self.record) if self.record else None
        if day and since and day < since:
            self.add_error("on", _("Enter a day after the decision, or after the meeting about the case"))
        return cleaned


def _decided_on(record: Record) -> date | None:
    """The London day of what it can be made against: of the refusal, or of the meeting."""
    fact = record.latest("review_held") if may_appeal_about(record) == "review" else None
    fact = fact or record.latest("threshold_not_met")
    return fact.happened_on if fact else None


def is_open(record: Record) -> str:
    """Open from a refusal or the plan on, for good: also when it is late, and when the case is closed."""
    if running(record):
        return gettext("There is an appeal already.")
    if may_appeal_about(record):
        return ""
    return gettext("There is nothing to appeal against yet: neither a refusal nor a plan that was sent.")


def do(record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """Record it with its day; open it to the clerks of the panel; acknowledge it at once (L21)."""
    assert record is not None
    on = day_of(answers, at)
    own = viewer.holder if viewer.holder.startswith("person:") else _made_by(record, answers["made_by"])
    late = is_late(record, on)
    codes = {
        "about": may_appeal_about(record),
        "channel": answers["channel"],
        "late": late,
        "read_back": answers["read_back"],
        "person": own,
    }
    if answers.get("consent"):
        codes["consent"] = answers["consent"]
    if bars := barred(record, on):
        codes["barred"] = list(bars)
    told = {"reasons": answers["reasons"], "wanted": answers["wanted"]}
    if late:
        told["why_late"] = answers["why_late"]
    rows = added_rows({"files": answers["kept_files"]}, [], [], 0, own).rows
    for row in rows:
        row.scope = "appeal"  # type: ignore[attr-defined]
    fact = NewFact(
        "appeal_received", on, codes, words=(Told(told, scope="appeal", own=own),), rows=tuple(rows)
    )
    clerks = Grant(f"clerks:{record.case.area}", ("case", "appeal"))
    return Outcome((fact,), **queue(_told(record, own), at)._asdict(), access=(clerks,))


def _made_by(record: Record, role: str) -> str:
    """The holder of the person in that part: a clerk who keys it in need not be told who that is."""
    theirs = [each for each in record.in_role(role or "applicant") if speaks(record, each)]
    person = theirs[-1] if theirs else record.applicant
    return person.holder if person else ""


def _told(record: Record, own: str) -> list[tuple[str, str]]:
    """Whoever made it; and the person affected, where somebody made it for them."""
    if record.has("applicant_died"):
        return []
    person = affected(record)
    acts = person is not None and own not in {each.holder for each in (record.applicant, person) if each}
    holders = [own, person.holder] if acts and person else [own]
    return [(LETTER, holder) for holder in holders if holder]


STEP = Step(
    name="receive_appeal",
    title=_("Take an appeal in"),
    stage=14,
    who=("apply", "coordinate", "clerk_appeals"),
    roles=("applicant", "victim", "representative"),
    is_open=is_open,
    do=do,
    records={"appeal_received": _("An appeal arrived by %(channel)s")},
    form=AppealForm,
    minds=("appeal_received",),
    letters=(LETTER,),
)

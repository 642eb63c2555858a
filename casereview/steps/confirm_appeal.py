"""Stage 14: an appeal that was written down on the phone is confirmed, or put right, by whoever made it (MISSION D1).

It counts from the day of the call either way: what was put right corrects the words, never the day.
"""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import appeal_of, running
from casereview.cases.outcome import NewFact, Outcome, told_again
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.step import Answers, Step, StepForm


class ConfirmForm(StepForm):
    """The reasons as they stand: left as they are, they are confirmed; changed, the new ones count."""

    reasons = text(_("The reasons, as they should stand"))

    def prepare(self, record: Record) -> None:
        """What was written down."""
        found = appeal_of(record)
        self.initial.setdefault("reasons", record.said(found.received if found else None, "reasons"))


def is_open(record: Record) -> str:
    """Open for an appeal that came by phone, until the panel's chair has decided on it."""
    found = running(record)
    if found is None:
        return gettext("No appeal is running.")
    if found.received.codes.get("channel") != "phone":
        return gettext("They wrote it themselves.")
    if found.latest("appeal_confirmed"):
        return gettext("It is confirmed.")
    return gettext("The chair of the panel has decided.") if found.latest("appeal_qualified") else ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record that it was confirmed; where it was changed, the appeal again with the new words, in its place."""
    assert record is not None
    found = appeal_of(record)
    assert found is not None
    confirmed = NewFact("appeal_confirmed", record.today, {"person": found.received.codes.get("person", "")})
    if answers["reasons"].strip() == str(record.said(found.received, "reasons")).strip():
        return Outcome((confirmed,))
    words = told_again(record.words.get(found.received.id, []))
    for told in words:
        if "reasons" in told.values:
            told.values["reasons"] = answers["reasons"]
    corrected = NewFact(
        "appeal_received",
        found.received.happened_on,
        found.received.codes,
        words=words,
        corrects=found.received,
        reason=gettext("Put right by whoever made it"),
    )
    return Outcome((corrected, confirmed))


STEP = Step(
    name="confirm_appeal",
    title=_("Confirm or correct what was written down on the phone"),
    stage=14,
    who=("apply", "clerk_appeals"),
    roles=("applicant", "victim", "representative"),
    is_open=is_open,
    do=do,
    records={
        "appeal_received": _("The words of the appeal were put right"),
        "appeal_confirmed": _("What was written down on the phone was confirmed"),
    },
    form=ConfirmForm,
    minds=("appeal_received", "appeal_confirmed"),
)

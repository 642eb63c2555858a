"""Stage 14: the clerk speaks with whoever appeals, and every try to (MISSION D3)."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import running
from casereview.cases.appeal_rules import must_agree
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.contact_fields import TalkForm
from casereview.steps.fields import choice
from casereview.steps.step import Answers, Step, day_of
from casereview.wording.appeals import YES_NO


class TalkAboutAppeal(TalkForm):
    """A talk, and whether they agree to the appeal being passed on, where that is still to be asked."""

    consent = choice(_("Do they agree that we pass the appeal on?"), YES_NO, required=False)

    def prepare(self, record: Record) -> None:
        """Ask it only where they must agree, and have not."""
        super().prepare(record)
        if not must_agree(record):
            del self.fields["consent"]


def is_open(record: Record) -> str:
    """Open while an appeal is running."""
    return "" if running(record) else gettext("No appeal is running.")


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the talk, with what they said of their appeal, or the try."""
    codes = {"route": answers["route"], "outcome": answers["outcome"], "time": str(answers["time"])}
    if answers.get("consent"):
        codes["consent"] = answers["consent"]
    words = (Told({"views": answers["notes"]}, scope="appeal"),)
    if answers["outcome"] == "reached":
        return Outcome((NewFact("appeal_contact_made", day_of(answers, at), codes, words=words),))
    return Outcome((NewFact("contact_attempted", day_of(answers, at), codes, words=words),))


STEP = Step(
    name="contact_appellant",
    title=_("Record a contact about the appeal, or a try"),
    stage=14,
    who=("clerk_appeals",),
    is_open=is_open,
    do=do,
    records={
        "appeal_contact_made": _("The clerk spoke with whoever appeals, by %(route)s"),
        "contact_attempted": _("The clerk tried to reach whoever appeals, by %(route)s: %(outcome)s"),
    },
    form=TalkAboutAppeal,
    sees="panel",
)

"""Stage 14: the panel's chair decides whether there will be a hearing, with reasons; told in writing (MISSION D3).

Nothing is too little to be heard on: "no new evidence" is no reason that the product offers (LESSONS 9).
"""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import running
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.appeal_rules import appellants, before_the_panel
from casereview.steps.fields import choice, text
from casereview.steps.step import Answers, Step, StepForm
from casereview.wording.appeals import QUALIFIES

LETTERS = {"hearing": "appeal_hearing", "no_hearing": "appeal_no_hearing"}


class QualifyForm(StepForm):
    """`reasons` go into the letter; `notes` stay with the panel and its clerk."""

    result = choice(_("Will there be a hearing?"), QUALIFIES)
    reasons = text(_("The reasons, in words for whoever appeals"))
    notes = text(_("For the panel and its clerk alone"), required=False)


def is_open(record: Record) -> str:
    """Open to the panel's chair who has declared; a late appeal must be admitted first."""
    if why := before_the_panel(record):
        return why
    found = running(record)
    assert found is not None
    if found.late and not found.latest("late_appeal_admitted"):
        return gettext("The appeal came late: decide first whether it is admitted.")
    return ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the decision with its reasons, and queue its notice (L22, L23)."""
    assert record is not None
    kind = "appeal_qualified" if answers["result"] == "hearing" else "appeal_not_qualified"
    words = (
        Told({"reasons": answers["reasons"]}, scope="appeal"),
        Told({"notes": answers["notes"]}, scope="panel"),
    )
    letters = queue([(LETTERS[answers["result"]], holder) for holder in appellants(record)], at)
    return Outcome((NewFact(kind, record.today, words=words),), **letters._asdict())


STEP = Step(
    name="qualify_appeal",
    title=_("Decide whether there will be a hearing"),
    stage=14,
    who=("qualify_appeals",),
    is_open=is_open,
    do=do,
    records={
        "appeal_qualified": _("The chair of the panel decided that there will be a hearing"),
        "appeal_not_qualified": _("The chair of the panel decided that there will be no hearing"),
    },
    form=QualifyForm,
    minds=("appeal_withdrawn", "appeal_received", "appeal_contact_made", "panel_chair_ended"),
    letters=tuple(LETTERS.values()),
    sees="panel",
)

"""Stage 14: the panel's chair says whether a late appeal is heard all the same, with reasons (MISSION D2; L24)."""

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
from casereview.wording.appeals import ADMITTED


class LateForm(StepForm):
    """`reasons` go into the letter where it is not admitted; otherwise they stay with the appeal."""

    admitted = choice(_("Is the late appeal admitted?"), ADMITTED)
    reasons = text(_("The reasons, in words for whoever appeals"))


def is_open(record: Record) -> str:
    """Open to the panel's chair who has declared, for an appeal that came late."""
    if why := before_the_panel(record):
        return why
    found = running(record)
    assert found is not None
    if not found.late:
        return gettext("The appeal came in time.")
    return gettext("It has been admitted.") if found.latest("late_appeal_admitted") else ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record which, with the reasons; where it is not admitted, say so in writing, with other routes."""
    assert record is not None
    words = (Told({"reasons": answers["reasons"]}, scope="appeal"),)
    if answers["admitted"] == "yes":
        return Outcome((NewFact("late_appeal_admitted", record.today, words=words),))
    fact = NewFact("late_appeal_not_admitted", record.today, words=words)
    letters = queue([("appeal_too_late", holder) for holder in appellants(record)], at)
    return Outcome((fact,), **letters._asdict())


STEP = Step(
    name="admit_late_appeal",
    title=_("Decide whether a late appeal is admitted"),
    stage=14,
    who=("qualify_appeals",),
    is_open=is_open,
    do=do,
    records={
        "late_appeal_admitted": _("The late appeal was admitted"),
        "late_appeal_not_admitted": _("The late appeal was not admitted"),
    },
    form=LateForm,
    minds=("appeal_withdrawn", "appeal_received", "appeal_contact_made"),
    letters=("appeal_too_late",),
    sees="panel",
)

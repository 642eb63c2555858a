"""Stage 11: a statement that is read out in the meeting; the last one sent counts (MISSION C4)."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.meeting_rules import InvolvedForm, before_it_begins
from casereview.steps.step import Answers, Step, day_of


class StatementForm(InvolvedForm):
    """The whole statement: what was sent before is replaced."""

    statement = text(_("The statement, word for word"))
    on = Day(label=_("When they gave it, if not today"), required=False)


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it; whoever gave it reads it, the co-ordinator and the chair do."""
    person = answers["person"]
    words = Told({"statement": answers["statement"]}, own=person)
    return Outcome((NewFact("statement_received", day_of(answers, at), {"person": person}, words=(words,)),))


STEP = Step(
    name="give_statement",
    title=_("Record the applicant’s statement"),
    stage=11,
    who=("coordinate", "apply"),
    is_open=before_it_begins,
    do=do,
    records={"statement_received": _("%(person)s gave a statement for the meeting")},
    form=StatementForm,
    minds=("statement_received",),
)

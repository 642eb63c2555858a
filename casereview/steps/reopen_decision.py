"""Stage 15: a refusal that the panel did not uphold goes back to the relevant bodies, who decide again (MISSION D5).

Taken by a job. The record is that of the case it follows. What the bodies answered about the reports is kept; what
somebody found against a report is not, since that is part of what is decided again.
"""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.carried import Carried
from casereview.cases.further_action import NEW_DECISION, decision_of, opening
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step


def is_open(record: Record) -> str:
    """Open once the panel has upheld an appeal against a refusal."""
    wanted = opening(record)
    if wanted and wanted.what == NEW_DECISION:
        return ""
    return gettext("The panel has not asked for a new decision.")


def do(record: Record | None, _answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Begin on the day of the panel's decision; tell the applicant, and the bodies, who are asked to decide."""
    assert record is not None
    decided, wanted = decision_of(record), opening(record)
    assert decided is not None
    assert wanted is not None
    carried = Carried(record, with_bodies=True)
    codes = {**carried.codes(), "of": record.case.reference, "ordered_by": "panel"}
    words = (*carried.words(), Told({"ordered": wanted.text}))
    reopened = NewFact("decision_reopened", decided.happened_on, codes, words=words, rows=carried.rows)
    to_send = [("new_decision", record.applicant.holder)] if record.applicant else []
    return Outcome((reopened, *carried.facts()), **queue(to_send, at)._asdict(), access=carried.access())


STEP = Step(
    name="reopen_decision",
    title=_("Reopen the decision on the threshold"),
    stage=15,
    who=("system",),
    is_open=is_open,
    do=do,
    records={"decision_reopened": _("The decision was reopened by %(ordered_by)s, after the case %(of)s")},
    letters=("new_decision",),
    opens=True,
)

"""Stage 15: another review, in part or whole, that the panel ordered opens as a case of its own (MISSION D5).

Taken by a job. The record is that of the case it follows. Its clocks, chair, returns, meeting and plan are its own.
"""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.carried import Carried
from casereview.cases.further_action import REVIEWS, decision_of, opening
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step


def is_open(record: Record) -> str:
    """Open once the panel has ordered it."""
    wanted = opening(record)
    return "" if wanted and wanted.what in REVIEWS else gettext("No other review was ordered.")


def do(record: Record | None, _answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Begin on the day of the panel's decision, with all that was told and what the bodies know of it."""
    assert record is not None
    decided, wanted = decision_of(record), opening(record)
    assert decided is not None
    assert wanted is not None
    met = record.latest("threshold_met", "review_ordered")
    carried = Carried(record, with_bodies=True)
    codes = {
        **carried.codes(),
        "scope": "part" if wanted.what == "review_part" else "whole",
        "of": record.case.reference,
        "ordered_by": "panel",
        "findings": met.codes.get("findings", {}) if met else {},
    }
    words = (*carried.words(), Told({"ordered": wanted.text}))
    ordered = NewFact("review_ordered", decided.happened_on, codes, words=words, rows=carried.rows)
    to_send = [("another_review", record.applicant.holder)] if record.applicant else []
    return Outcome(
        (ordered, *carried.facts("report_discounted")),
        **queue(to_send, at)._asdict(),
        access=carried.access(),
    )


STEP = Step(
    name="order_review",
    title=_("Open the review that the panel ordered"),
    stage=15,
    who=("system",),
    is_open=is_open,
    do=do,
    records={
        "review_ordered": _("Another review (%(scope)s) was ordered by %(ordered_by)s, after the case %(of)s")
    },
    letters=("another_review",),
    opens=True,
)

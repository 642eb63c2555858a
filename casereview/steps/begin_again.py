"""Stage 16: the case in which one that was reopened goes on, with its own reference and clocks.

Taken by a job. The record is that of the case it follows. Where the threshold was met, there is another review;
elsewhere the bodies decide. Where somebody asked again it begins with their application: that is read, passed on and
decided like any other, under the rules of its own day, though nobody has to tell everything twice.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.carried import Carried
from casereview.cases.models import Fact
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step
from casereview.wording.casework import ASKED_AGAIN


def is_open(record: Record) -> str:
    """Open once the case was reopened."""
    return "" if record.has("case_reopened") else gettext("The case was not reopened.")


def do(record: Record | None, _answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Begin on the day on which it was asked for, or decided, and tell the applicant in writing."""
    assert record is not None
    reopened = record.latest("case_reopened")
    assert reopened is not None
    again = reopened.codes["why_again"] == ASKED_AGAIN
    carried = Carried(record, with_bodies=True, anew=again)
    kind, codes, findings = _begins(record, reopened)
    told, why = record.said(reopened, "told"), record.said(reopened, "for_applicant")
    words = (*carried.words(), Told({"told": told} if again else {"why_again": why}))
    began = NewFact(kind, reopened.happened_on, {**carried.codes(), **codes}, words=words, rows=carried.rows)
    to = record.applicant.holder if record.applicant and not record.has("applicant_died") else ""
    to_send = [("acknowledgement" if again else "case_reopened", to)] if to else []
    return Outcome(
        (began, *carried.facts(*findings)), **queue(to_send, at)._asdict(), access=carried.access()
    )


def _begins(record: Record, reopened: Fact) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    """The kind of the fact with which it begins, its own codes, and the findings about reports that hold on."""
    of = {"of": record.case.reference}
    if reopened.codes["why_again"] == ASKED_AGAIN:
        return "application_received", {**of, "channel": reopened.codes["channel"]}, ()
    met = record.latest("threshold_met", "review_ordered")
    if met is None:
        return "decision_reopened", {**of, "ordered_by": "office"}, ()
    codes = {**of, "ordered_by": "office", "scope": "whole", "findings": met.codes.get("findings", {})}
    return "review_ordered", codes, ("report_discounted",)


STEP = Step(
    name="begin_again",
    title=_("Open the case in which a reopened one goes on"),
    stage=16,
    who=("system",),
    is_open=is_open,
    do=do,
    records={
        "application_received": _("The application arrived by %(channel)s"),
        "review_ordered": _(
            "Another review (%(scope)s) was ordered by %(ordered_by)s, after the case %(of)s"
        ),
        "decision_reopened": _("The decision was reopened by %(ordered_by)s, after the case %(of)s"),
    },
    letters=("case_reopened", "acknowledgement"),
    opens=True,
)

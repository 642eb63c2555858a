"""Stage 4: an application that another area passed on opens a case here, dated the day it first arrived anywhere.

Taken by a job. The record is that of the case it follows: everything told there is told here, and nothing of what the
other area did with it.
"""

from datetime import date, datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.carried import Carried
from casereview.cases.guards import Scope
from casereview.cases.outcome import Grant, NewFact, Outcome, first_access
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm

APPLICANT_SCOPES: tuple[Scope, ...] = ("case",)


class TransferredForm(StepForm):
    """`area` is the code of the area that receives it."""

    area = forms.CharField()


def is_open(record: Record) -> str:
    """Open once it was passed on to an area of this service."""
    passed = record.latest("transferred_out")
    return (
        ""
        if passed and passed.codes.get("area")
        else gettext("It was not passed on to an area of this service.")
    )


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record its arrival with copies of all that was told; the applicant sees this case as they saw the other."""
    assert record is not None
    passed = record.latest("transferred_out")
    assert passed is not None
    carried = Carried(record, with_bodies=False)
    came = {"from": record.case.area, "passed_on": passed.happened_on.isoformat()}
    arrived = date.fromisoformat(passed.codes["arrived"])
    codes = {**carried.codes(), **came}
    fact = NewFact("transferred_in", arrived, codes, words=carried.words(), rows=carried.rows)
    access = list(first_access(answers["area"]))
    if record.applicant:
        access.append(Grant(record.applicant.holder, APPLICANT_SCOPES))
    to_send = [("acknowledgement", record.applicant.holder)] if record.applicant else []
    return Outcome((fact,), **queue(to_send, at)._asdict(), access=tuple(access))


STEP = Step(
    name="receive_transfer",
    title=_("Receive from another area"),
    stage=4,
    who=("system",),
    is_open=is_open,
    do=do,
    records={"transferred_in": _("Passed on to us by another area, where it arrived by %(channel)s")},
    form=TransferredForm,
    letters=("acknowledgement",),
    opens=True,
)

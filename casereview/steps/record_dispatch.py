"""A letter has gone by e-mail, or lies on its recipient’s page. Taken by the system, after it has gone (F2)."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import Outcome
from casereview.cases.record import Record
from casereview.letters.sending import sent
from casereview.people.viewer import Viewer
from casereview.steps.sent_facts import SENT
from casereview.steps.step import Answers, Step, always


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """`letter`: the queued letter. `rendered`: exactly what went, by the route that it names."""
    assert record is not None
    rendered = answers["rendered"]
    return Outcome(sent(record, answers["letter"], rendered, rendered.route.kind, record.today))


STEP = Step(
    name="record_dispatch",
    title=_("Record that a letter was sent"),
    stage=0,
    who=("system",),
    is_open=always,
    do=do,
    records=SENT,
)

"""No way to reach the recipient is safe now, or none works: the letter is held, and a person must act."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.letter_choice import codes_of
from casereview.steps.step import Answers, Step, always


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """`letter`: the queued letter. `why`: the reason's code, as `letters.states.State` lists them."""
    assert record is not None
    return Outcome(
        (NewFact("letter_held", record.today, codes_of(answers["letter"], why=answers["why"])),),
    )


STEP = Step(
    name="hold_letter",
    title=_("Hold a letter"),
    stage=0,
    who=("system",),
    is_open=always,
    do=do,
    records={"letter_held": _("A letter is held: it cannot safely reach its recipient")},
)

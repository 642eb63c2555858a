"""Any stage: the copy of what is held of somebody to whom no letter of ours goes was handed over, or posted by hand."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.own_information import by_hand, signed
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of


class HandOverForm(StepForm):
    """How it went, so that it can be shown."""

    how = text(_("How was it handed over, and how did you know that it was them?"))
    on = Day(label=_("When"), required=False)


def is_open(record: Record) -> str:
    """Open once a copy is signed that goes by hand."""
    found = signed(record)
    if found is None:
        return gettext("No signed copy waits.")
    return "" if by_hand(record, found) else gettext("This copy goes by letter.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record that they have it."""
    assert record is not None
    found = signed(record)
    assert found is not None
    words = (Told({"how": answers["how"]}, scope="restricted"),)
    codes = {"person": found.codes["person"]}
    return Outcome((NewFact("own_information_given", day_of(answers, at), codes, words=words),))


STEP = Step(
    name="hand_over_information",
    title=_("The copy was handed over"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"own_information_given": _("What is held of them was given")},
    form=HandOverForm,
    minds=("own_information_given",),
)

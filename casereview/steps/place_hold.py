"""Any stage: nothing of the case is erased, for as long as a court, an inquiry or a complaint may need it."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.retention import erased, hold_of
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of


class PlaceForm(StepForm):
    """Whoever lifts it later must know why it stands."""

    why = text(_("Why must it be kept?"))
    on = Day(label=_("Since when"), required=False)


def is_open(record: Record) -> str:
    """Open while there is something to keep and nothing keeps it."""
    if erased(record):
        return gettext("Its details are erased already.")
    return gettext("There is a legal hold.") if hold_of(record) else ""


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the hold; the reason stays with the office."""
    words = Told({"why": answers["why"]}, scope="restricted")
    return Outcome((NewFact("legal_hold_placed", day_of(answers, at), words=(words,)),))


STEP = Step(
    name="place_hold",
    title=_("Place a legal hold"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"legal_hold_placed": _("A legal hold was placed: nothing is erased")},
    form=PlaceForm,
    minds=("legal_hold_placed", "case_erased"),
)

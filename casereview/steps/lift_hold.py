"""Any stage: a legal hold is over. The time for which the scheme keeps a case runs from its close, as ever."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.retention import hold_of, last_day_kept
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.dates import long_date


class LiftForm(StepForm):
    """Says what follows at once, where the time is over already."""

    why = text(_("Why is it no longer needed?"))
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """A hold that outlasted the scheme's time is the only thing that still keeps the case."""
        last = last_day_kept(record)
        if last and last < record.today:
            says = _(
                "The case would have been erased after %(day)s. Without the hold, it is erased within the day."
            )
            self.fields["why"].help_text = says % {"day": long_date(last)}


def is_open(record: Record) -> str:
    """Open while a hold stands."""
    return "" if hold_of(record) else gettext("There is no legal hold.")


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record that it is lifted, and why."""
    words = Told({"why": answers["why"]}, scope="restricted")
    return Outcome((NewFact("legal_hold_lifted", day_of(answers, at), words=(words,)),))


STEP = Step(
    name="lift_hold",
    title=_("Lift the legal hold"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"legal_hold_lifted": _("The legal hold was lifted")},
    form=LiftForm,
    minds=("legal_hold_placed", "legal_hold_lifted"),
    confirm=_(
        "Once the time that the scheme keeps a case is over, its details are erased. That cannot be undone."
    ),
)

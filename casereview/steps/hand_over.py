"""Stage 5 on: the named contact is away; the deputy has the case, and the applicant still has a name."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.owner import Owner, owner_of
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed


class HandOverForm(StepForm):
    """`until` is the last day of the absence."""

    until = Day(label=_("Until when"), ahead=True)
    notes = text(_("What the deputy should know"), required=False)


def is_open(record: Record) -> str:
    """Open while the case has a deputy."""
    if why := until_closed(record):
        return why
    return "" if owner_of(record).deputy else gettext("The case has no deputy to hand it to.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Exchange contact and deputy; the case comes back by another hand-over, or when somebody is named."""
    assert record is not None
    now: Owner = owner_of(record)
    codes = {"owner": now.deputy, "deputy": now.owner, "until": answers["until"].isoformat()}
    words = Told({"notes": answers["notes"]}, scope="restricted")
    return Outcome((NewFact("handed_over", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="hand_over",
    title=_("Hand over during an absence"),
    stage=5,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"handed_over": _("%(owner)s has the case for %(deputy)s, until %(until)s")},
    form=HandOverForm,
    minds=("owner_assigned", "handed_over"),
)

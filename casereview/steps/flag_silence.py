"""Any stage: the applicant has heard nothing for too long; whoever is next to know of it is told (LESSONS 11)."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.cases.silence import next_to_tell, quiet_since
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step


def is_open(record: Record) -> str:
    """Open while an applicant has heard nothing for too long and somebody is left to tell."""
    return "" if next_to_tell(record) else gettext("Nobody is to be told of a silence now.")


def do(record: Record | None, _answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record who is told of it, on the record's day; it waits for them until the applicant hears."""
    assert record is not None
    telling = next_to_tell(record)
    assert telling is not None
    codes = {
        "since": quiet_since(record).isoformat(),
        "level": telling.level,
        "told": list(telling.holders),
    }
    return Outcome((NewFact("silence_flagged", record.today, codes),))


STEP = Step(
    name="flag_silence",
    title=_("Tell of a silence"),
    stage=0,
    who=("system",),
    is_open=is_open,
    do=do,
    records={"silence_flagged": _("The applicant has heard nothing since %(since)s. Told: %(told)s")},
)

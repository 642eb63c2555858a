"""Open deadlines follow the calendar: a new bank holiday moves them, and each move is recorded and told."""

from django.db.models import F

from casereview.cases.models import Case
from casereview.cases.reading import load
from casereview.jobs.each import for_each
from casereview.people.viewer import SYSTEM
from casereview.process import take
from casereview.steps.recalculate_deadlines import moved


def recalculate() -> int:
    """Record every open date that is another under the calendar as it is now; return how many there were.

    May be repeated at any time: a date that has been recorded has no longer moved.
    """
    running = Case.objects.filter(
        deadlines__stopped_on=None, deadlines__ended_on=None, deadlines__due__isnull=False
    )
    return for_each(running.distinct().order_by(F("opened_at")), _recalculate)


def _recalculate(case: Case) -> int:
    runs = moved(load(case, SYSTEM))
    for (clock, subject), (old, new) in runs.items():
        take(
            "recalculate_deadlines",
            viewer=SYSTEM,
            case=case,
            answers={"clock": clock, "subject": subject, "old": old.isoformat()},
            key=f"moved:{case.pk}:{clock}:{subject}:{old}:{new}",
        )
    return len(runs)

"""Reminds bodies of the information that they were asked for, on the days that the scheme's `return` clock names."""

from casereview.cases.models import Case, Deadline
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.cases.return_reminders import reminders_due
from casereview.jobs.each import for_each
from casereview.people.viewer import SYSTEM
from casereview.process import NotTaken, take


def chase_returns() -> int:
    """Take every reminder that is due today; return how many. May be repeated: each rung is taken once."""
    open_now = Deadline.objects.filter(clock="return", stopped_on=None, ended_on=None, due__isnull=False)
    cases = Case.objects.filter(pk__in=open_now.values("case")).order_by("opened_at")
    return for_each(cases, _chase)


def _chase(case: Case) -> int:
    record = load(case, SYSTEM)
    return sum(_remind(record, holder, level) for holder, level in reminders_due(record).items())


def _remind(record: Record, holder: str, level: int) -> bool:
    key = f"chase:{record.case.pk}:{holder}:{level}"
    answers = {"body": holder, "level": level}
    try:
        return not take("chase_return", viewer=SYSTEM, case=record.case, answers=answers, key=key).repeat
    except NotTaken:  # it has answered meanwhile, or the case is closed
        return False

"""The owners of actions are reminded before their date, on it and after it; then the applicant hears what is late.

Nobody is told twice of the same.
"""

from casereview.cases.action_reminders import reminders
from casereview.cases.late_actions import unspoken
from casereview.cases.models import Case, Summary
from casereview.cases.plan import Progress
from casereview.cases.reading import load
from casereview.jobs.each import for_each
from casereview.people.viewer import SYSTEM
from casereview.process import NotTaken, take


def chase_actions() -> int:
    """Send every reminder that is due; return how many. Runs as the system, and may be repeated at any time."""
    running = Summary.objects.filter(closed=False, status__in=("reviewed", "plan_sent")).select_related(
        "case"
    )
    return for_each(running.order_by("case_id"), _chase)


def _chase(summary: Summary) -> int:
    case = summary.case
    record = load(case, SYSTEM)
    reminded = [_taken("chase_action", case, each.action, str(each.level)) for each in reminders(record)]
    told = [_taken("tell_of_late_action", case, each, "late") for each in unspoken(record)]
    return sum(reminded) + sum(told)


def _taken(step: str, case: Case, action: Progress, level: str) -> bool:
    """Take the step for one action, once for its date and that level."""
    key = f"action:{case.pk}:{action.number}:{action.due}:{level}"
    try:
        answers = {"action": str(action.number)}
        return not take(step, viewer=SYSTEM, case=case, answers=answers, key=key).repeat
    except NotTaken:  # it was done meanwhile
        return False

"""Reminds the members of a meeting who have not said which of the proposed dates they can make."""

from datetime import timedelta

from django.utils import timezone

from casereview.cases.availability import to_remind
from casereview.cases.models import Case, Fact
from casereview.cases.reading import load
from casereview.jobs.each import for_each
from casereview.people.viewer import SYSTEM
from casereview.process import NotTaken, take

LATEST = timedelta(days=14)  # after the day to answer by: longer than a worker stands still


def chase_availability() -> int:
    """Take every reminder that is due today; return how many. May be repeated: each member has one for their dates."""
    since = timezone.localdate() - LATEST
    asked = Fact.objects.filter(
        kind="dates_proposed", codes__answer_by__gte=since.isoformat(), case__summary__closed=False
    )
    return for_each(Case.objects.filter(pk__in=asked.values("case")).order_by("opened_at"), _chase)


def _chase(case: Case) -> int:
    record = load(case, SYSTEM)
    proposed = record.latest("dates_proposed")
    asked = proposed.number if proposed else 0
    return sum(_remind(case, asked, holder) for holder in to_remind(record))


def _remind(case: Case, asked: int, holder: str) -> bool:
    key = f"dates:{case.pk}:{asked}:{holder}"
    try:
        answers = {"body": holder}
        return not take("chase_availability", viewer=SYSTEM, case=case, answers=answers, key=key).repeat
    except NotTaken:  # they have answered meanwhile, or a meeting is arranged
        return False

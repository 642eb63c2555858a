"""Erases what was kept long enough, and again what a backup brought back."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from django.db.models import QuerySet
from django.utils import timezone

from casereview.cases.erasure import erased_cases, noted
from casereview.cases.models import Case, SchemeText
from casereview.cases.retention import kept_for
from casereview.cases.rules import scheme_of
from casereview.clocks.deadline import by_calendar
from casereview.jobs.each import for_each
from casereview.people.viewer import SYSTEM
from casereview.process import NotOpen, take

AT_ONCE = 500
CLAMPED = timedelta(days=3)  # by so much may months, counted backwards and forwards, differ


def erase_after_time() -> int:
    """Erase every case whose time is over; return how many were. May be repeated at any time."""
    digests = SchemeText.objects.values_list("digest", flat=True)
    over = (case for digest in digests for case in _perhaps_over(digest))
    return for_each(over, lambda case: _erase(case, "erase_after_time"))


def erase_again() -> int:
    """Erase every case that was erased before and stands there with its details; return how many were."""
    ids = noted()
    batches = iter(lambda: list(islice(ids, AT_ONCE)), [])
    back = (Case.objects.filter(pk__in=some).exclude(facts__kind="case_erased") for some in batches)
    return for_each((case for cases in back for case in cases), lambda case: _erase(case, "erase_again"))


def _perhaps_over(digest: str) -> Iterator[Case]:
    """The cases under these rules that closed long enough ago, held or not: the step looks exactly."""
    length, closed = kept_for(scheme_of(digest)), _closed(digest)
    if length.unit != "working_days":
        last = by_calendar(timezone.localdate(), length, forward=False) + CLAMPED
        closed = closed.filter(facts__happened_on__lte=last)
    yield from closed.distinct().iterator(chunk_size=AT_ONCE)


def _closed(digest: str) -> QuerySet[Case]:
    closed = Case.objects.filter(scheme=digest, facts__kind="case_closed")
    return closed.exclude(pk__in=erased_cases().values("pk"))


def _erase(case: Case, step: str) -> bool:
    try:
        return not take(step, viewer=SYSTEM, case=case, answers={}, key=f"{step}:{case.pk}").repeat
    except NotOpen:  # held, linked with a case that is open, or its last day is today
        return False

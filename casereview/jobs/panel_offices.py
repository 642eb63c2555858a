"""Closes the appeals on whose panel somebody sits to them when their term of office is over."""

from django.utils import timezone

from casereview.cases.models import Case
from casereview.cases.panel_office import out_of_office, with_members
from casereview.cases.reading import load
from casereview.jobs.each import for_each
from casereview.people.viewer import SYSTEM
from casereview.process import NotTaken, take


def end_panel_offices() -> int:
    """Take everybody off the panels whose office is over; return how many it were. May be repeated at any time."""
    return for_each(with_members(timezone.localdate()), _end)


def _end(case: Case) -> int:
    record = load(case, SYSTEM)
    return sum(_taken(case, record.last_number, holder) for holder in out_of_office(record))


def _taken(case: Case, last: int, holder: str) -> bool:
    key = f"office:{case.pk}:{last}:{holder}"
    try:
        answers = {"member": holder}
        return not take("end_panel_office", viewer=SYSTEM, case=case, answers=answers, key=key).repeat
    except NotTaken:  # the term was renewed meanwhile, or they were taken off it
        return False

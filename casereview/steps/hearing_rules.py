"""When the steps of a hearing are open, and whom they write to."""

from django.utils.translation import gettext

from casereview.cases.hearing import begun, hearing_of, held, to_be_heard
from casereview.cases.record import Record
from casereview.steps.panel_choice import tied_clerk
from casereview.wording.dates import long_date


def until_held(record: Record) -> str:
    """Open once the appeal qualified for a hearing, until that is held."""
    if not to_be_heard(record):
        return gettext("There is no appeal that is to be heard.")
    return gettext("The hearing has been held.") if held(record) else ""


def before_it_begins(record: Record) -> str:
    """Open from then on, until the hearing begins."""
    return until_held(record) or (gettext("The hearing has begun.") if begun(record) else "")


def while_arranged(record: Record) -> str:
    """Open while a hearing is arranged."""
    return until_held(record) or ("" if hearing_of(record) else gettext("No hearing is arranged."))


def once_its_day_has_come(record: Record) -> str:
    """Open while a hearing is arranged, from its day on, to a clerk whom nothing ties to the case."""
    if why := while_arranged(record):
        return why
    hearing = hearing_of(record)
    assert hearing is not None
    if hearing.day > record.today:
        return gettext("The hearing is on %(day)s.") % {"day": long_date(hearing.day)}
    return tied_clerk(record)

"""What is said of how long a case is kept, once that matters: it is closed, held, or erased."""

from django.utils.translation import gettext as _

from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.cases.retention import erased, hold_of, kept_by, last_day_kept
from casereview.wording.casework import ERASURES, KEPT_BY
from casereview.wording.dates import long_date


def keeping_sentence(record: Record) -> str:
    """One or two sentences; "" for a case in hand that nothing holds."""
    if fact := erased(record):
        return _erased(fact)
    if hold := hold_of(record):
        says = _("Legal hold since %(day)s: nothing is erased before it is lifted. Why: %(why)s")
        return says % {"day": long_date(hold.happened_on), "why": record.said(hold, "why")}
    keeper = kept_by(record)
    if not keeper:
        return _until(record)
    return "" if keeper == "open" else f"{KEPT_BY[keeper]} {_('The details of this one are kept as long.')}"


def _erased(fact: Fact) -> str:
    why = str(ERASURES.get(fact.codes["erased_for"], ""))
    says = _("The details of this case were erased on %(day)s: %(why)s. Its dates are kept for the figures.")
    return says % {"day": long_date(fact.happened_on), "why": why}


def _until(record: Record) -> str:
    last = last_day_kept(record)
    if last is None:
        return ""
    if record.scheme.timing and record.scheme.timing.keep_case:
        return _("The details are kept until %(day)s, then erased.") % {"day": long_date(last)}
    text = _(
        "The scheme does not say how long a closed case is kept. The details are kept until %(day)s, then erased."
    )
    return text % {"day": long_date(last)}

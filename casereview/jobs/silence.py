"""An applicant has heard nothing for too long: the named contact is told, then the deputy, then the administrators.

The first two find it in their queue and among their tasks. Administrators see no queue: they get a message that names
the reference alone, and a page among the settings.
"""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casereview.cases.models import Case, Summary
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.cases.silence import Telling, next_to_tell, quiet_since
from casereview.jobs.each import for_each
from casereview.letters.message import message
from casereview.people.models import User
from casereview.people.viewer import SYSTEM
from casereview.process import NotOpen, take

log = logging.getLogger(__name__)


def tell_of_silence() -> int:
    """Tell whoever is next of every silence that lasts too long; return of how many. Runs as the system.

    May be repeated at any time: nobody is told twice of one silence.
    """
    quiet = Summary.objects.filter(closed=False, hear_by__lt=timezone.localdate())
    left = quiet.exclude(silence_told="administrators").select_related("case").order_by("hear_by")
    return for_each((summary.case for summary in left), _tell)


def _tell(case: Case) -> bool:
    record = load(case, SYSTEM)
    telling = next_to_tell(record)
    if telling is None:
        return False
    if telling.level == "administrators" and not _write(record, telling):
        return False
    key = f"silence:{case.pk}:{quiet_since(record)}:{telling.level}"
    try:
        return not take("flag_silence", viewer=SYSTEM, case=case, answers={}, key=key).repeat
    except NotOpen:  # they have heard meanwhile
        return False


def _write(record: Record, telling: Telling) -> bool:
    """Write to the administrators; whether all of it went. What is tried again is recognised as the same message."""
    address = settings.SERVICE_URL.rstrip("/") + reverse("settings:unheard")
    words = {"reference": record.case.reference, "address": address}
    body = _("Somebody waits to hear from us (reference %(reference)s). Sign in: %(address)s") % words
    keys = [holder.removeprefix("user:") for holder in telling.holders]
    try:
        for user in User.objects.filter(pk__in=keys):
            identity = f"quiet-{record.case.pk}-{quiet_since(record)}-{user.pk}"
            message(record.area, _("Please look at this"), body, user.email, identity).send()
    except (OSError, SMTPException):
        log.exception("the administrators could not be told; it is tried again")
        return False
    return True

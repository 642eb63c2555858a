"""Tells an area's duty contact at once when a request says that somebody is in danger, at night as by day.

The message names nobody and no cause: the duty contact signs in to read.
"""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casereview.cases.models import Case, Fact
from casereview.jobs.each import for_each
from casereview.letters.message import message
from casereview.letters.models import DutyAlert
from casereview.people.models import Area

log = logging.getLogger(__name__)
# Later than this nobody needs waking: whoever looks at the queue has seen it at the top. Our choice.
STILL_NEW = timedelta(days=3)


def alert_duty_contacts() -> int:
    """Send what is still to be told; return how many went. Runs as the system."""
    since = timezone.now() - STILL_NEW
    received = Fact.objects.filter(
        kind="application_received", corrects=None, codes__danger="yes", recorded_at__gte=since
    )
    new = received.exclude(case_id__in=DutyAlert.objects.values("case_id")).select_related("case")
    return for_each((fact.case for fact in new), _tell)


def _tell(case: Case) -> bool:
    alert, mine = DutyAlert.objects.get_or_create(case_id=case.pk, defaults={"sent_at": timezone.now()})
    if not mine:
        return False  # another worker has it
    area = Area.objects.get(pk=case.area)
    words = {"reference": case.reference, "address": settings.SERVICE_URL + reverse("work:queue")}
    body = _("A new message needs to be read now (reference %(reference)s). Sign in: %(address)s") % words
    try:
        message(area, _("Please read now"), body, area.duty_email, f"now-{case.pk}").send()
    except (OSError, SMTPException):
        log.exception("the duty contact could not be told; it is tried again")
        alert.delete()
        return False
    return True

"""Sends the link back to an unfinished request, to whoever asked for one and gave an address nobody else reads.

A link is made at the moment it is sent, and kept as a hash alone. What could not be sent is tried at the next round.
"""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from casereview.cases.drafts import LINK_LASTS, STEP, make_link
from casereview.cases.models import Draft
from casereview.jobs.each import for_each
from casereview.letters.way_back_in import way_back_in
from casereview.people.models import Area

log = logging.getLogger(__name__)


def send_ways_back() -> int:
    """Send every link that was asked for; return how many went."""
    wanted = Draft.objects.filter(step=STEP, link_asked_at__isnull=False, became=None)
    return for_each(wanted, _send)


def _send(draft: Draft) -> bool:
    asked_at, at = draft.link_asked_at, timezone.now()
    if not Draft.objects.filter(pk=draft.pk, link_asked_at=asked_at).update(link_asked_at=None):
        return False  # another worker has it
    to = draft.answers["pages"].get("contact/email", {}).get("value", [""])[0]
    link = settings.SERVICE_URL + reverse("public:continue_link", args=[draft.area, make_link(draft, at)])
    try:
        way_back_in(Area.objects.get(pk=draft.area), to, link, at + LINK_LASTS).send()
    except (OSError, SMTPException):
        log.exception("a way back could not be sent; it is tried again")
        Draft.objects.filter(pk=draft.pk).update(link_asked_at=asked_at)
        return False
    return True

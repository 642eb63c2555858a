"""The one letter that is never queued: a link back in, made for whoever asked and kept nowhere (L29).

A link opens a case, so it must not lie in the outbox or among the letters as sent: it is made and sent at once.
"""

from datetime import datetime
from uuid import uuid4

from django.core.mail import EmailMessage
from django.utils import timezone

from casereview.letters.markup import ours, to_plain
from casereview.letters.message import message
from casereview.letters.prose_file import part
from casereview.letters.render import JINJA
from casereview.people.models import Area
from casereview.wording.dates import time_of_day

SUBJECT = "Something to read"


def way_back_in(area: Area, to: str, link: str, ends_at: datetime) -> EmailMessage:
    """The message with the one link, which ends at that moment. It does not say that there is a case.

    The caller sends it (`.send()`), and answers alike whether or not anybody of that address is known.
    """
    prose = JINJA.from_string(part("_way_back_in", "en")).render(
        link=ours(link), ends=time_of_day(timezone.localtime(ends_at).time()), phone=area.phone
    )
    return message(area, SUBJECT, to_plain(prose), to, str(uuid4()))

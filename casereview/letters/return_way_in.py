"""The two messages that are never queued: the link to a body's return, and the code that it asks for.

They open something, so they must not lie in the outbox or among the letters as sent: each is made and sent at once.
"""

from datetime import datetime
from uuid import uuid4

from django.core.mail import EmailMessage
from django.utils import timezone

from casereview.cases.return_link import CODE_LASTS, LINK_LASTS
from casereview.letters.markup import ours, to_plain
from casereview.letters.message import message
from casereview.letters.prose_file import part
from casereview.letters.render import JINJA
from casereview.people.models import Body
from casereview.wording.dates import long_date, time_of_day


def link_message(body: Body, link: str, reference: str, at: datetime) -> EmailMessage:
    """The message with the link, to the body's mailbox. It names the reference, and nothing of the case."""
    ends = long_date(timezone.localdate(at + LINK_LASTS))
    prose = _made("_return_link", link=ours(link), reference=reference, ends=ends, phone=body.area.phone)
    return message(body.area, f"Something to read (reference {reference})", prose, body.mailbox, str(uuid4()))


def code_message(body: Body, code: str, at: datetime) -> EmailMessage:
    """The message with the code, to the same mailbox."""
    ends = time_of_day(timezone.localtime(at + CODE_LASTS).time())
    prose = _made("_return_code", code=f"{code[:4]} {code[4:]}", ends=ends, phone=body.area.phone)
    return message(body.area, "Your code", prose, body.mailbox, str(uuid4()))


def _made(name: str, **values: str) -> str:
    return to_plain(JINJA.from_string(part(name, "en")).render(**values))

"""Turns a letter into an e-mail: the letter itself where nobody else reads that mailbox, else a neutral notice."""

from email.mime.text import MIMEText
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import override

from casereview.letters.calendar_file import NAME
from casereview.letters.markup import ours, to_plain
from casereview.letters.models import Letter
from casereview.letters.prose_file import part, prose_of
from casereview.letters.render import JINJA, Rendered
from casereview.letters.values.office import sign_in_of
from casereview.people.models import Area


def email(letter: Letter, rendered: Rendered, area: Area, reference: str) -> EmailMessage:
    """The message to the one recipient of the letter's route, neutral in everything that others may see."""
    body = (
        to_plain(rendered.prose)
        if rendered.route.kind == "email_full"
        else _notice(rendered, area, reference)
    )
    made = message(area, rendered.subject, body, rendered.route.address, f"{letter.pk}")
    if rendered.calendar:
        made.attach(_calendar(rendered))
    return made


def _calendar(rendered: Rendered) -> MIMEText:
    """The calendar file as mail programs know it: its type says whether it invites or takes back (RFC 6047)."""
    file = MIMEText(rendered.calendar.decode(), "calendar", "utf-8")
    file.set_param("method", prose_of(rendered.code, rendered.language).calendar.upper())
    file.add_header("Content-Disposition", "attachment", filename=NAME)
    return file


def _notice(rendered: Rendered, area: Area, reference: str) -> str:
    """It names no case, no cause and no address but ours, and carries no token: whoever reads it can open nothing."""
    theirs = "_notice_person" if prose_of(rendered.code, rendered.language).has_page else "_notice_former"
    name = theirs if rendered.to.startswith("person:") else "_notice_work"
    with override(rendered.language):
        prose = JINJA.from_string(part(name, rendered.language)).render(
            reference=reference,
            phone=area.phone,
            service=ours(settings.SERVICE_URL),
            sign_in=sign_in_of(rendered.to),
        )
    return to_plain(prose)


def message(area: Area, subject: str, body: str, to: str, identity: str) -> EmailMessage:
    """The Message-ID follows from the letter: sent again after a crash, it is recognised as the same message."""
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return EmailMessage(
        subject=subject,
        body=body,
        from_email=formataddr((area.sender_name or area.name, sender)),
        to=[to],
        headers={
            "Message-ID": f"<{identity}@{sender.partition('@')[2]}>",
            "Auto-Submitted": "auto-generated",
        },
    )

"""The way to one body's return in one case: a link to its mailbox, used once, then a code to the same mailbox.

A link that is used, over or passed on shows nothing: without the code from the mailbox nobody gets further.
"""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from casereview.cases.models import ReturnLink
from casereview.cases.return_codes import hash_of_link

# All are our choice. A link alone opens nothing, so it may lie in a mailbox for as long as a body has to answer.
LINK_LASTS = timedelta(days=14)
CODE_LASTS = timedelta(minutes=15)
MOST_TRIES = 5
AGAIN_AFTER = timedelta(minutes=1)  # between two codes, or two links, to one mailbox for one return
KEPT_FOR = timedelta(days=90)  # so long a link that is over still leads to a new one
DIGITS = 8


def wanted(body: str, at: datetime) -> ReturnLink:
    """An unsaved row that asks for a link; `take` sets its case."""
    return ReturnLink(body=body, asked_at=at)


def make_link(row: ReturnLink, at: datetime) -> str | None:
    """The secret of a link that is now to be sent; every earlier link to this return is over. None: another made it."""
    token = secrets.token_urlsafe(32)
    mine = ReturnLink.objects.filter(pk=row.pk, wanted="link")
    if not mine.update(wanted="", link_hash=hash_of_link(token), link_until=at + LINK_LASTS):
        return None
    others = ReturnLink.objects.filter(case_id=row.case_id, body=row.body, link_until__gt=at)
    others.exclude(pk=row.pk).update(link_until=at)
    return token


def spend_link(token: str, at: datetime) -> UUID | None:
    """Use a link up, and ask for a code; return the row's id for the browser that did it. None where it is over."""
    row = _of_link(token)
    if row is None:
        return None
    fresh = ReturnLink.objects.filter(pk=row.pk, spent_at=None, link_until__gt=at)
    return row.pk if fresh.update(spent_at=at, wanted="code", asked_at=at) else None


def ask_for_new_link(token: str, at: datetime) -> None:
    """Have a new link sent to the registered mailbox, if this ever was one of ours; nobody is told whether it was."""
    row = _of_link(token)
    if row is not None:
        _ask_again(row, at)


def ask_for_code(row_id: str, at: datetime) -> None:
    """Have another code sent for a link that was used in this browser."""
    used = ReturnLink.objects.filter(pk=row_id, entered_at=None, asked_at__lt=at - AGAIN_AFTER)
    used.exclude(spent_at=None).update(wanted="code", asked_at=at)


def make_code(row: ReturnLink, at: datetime) -> str | None:
    """The code that is now to be sent, eight digits; None where another worker made it."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    made = ReturnLink.objects.filter(pk=row.pk, wanted="code").update(
        wanted="", code_hash=_hash(row.pk, code), code_until=at + CODE_LASTS, tries=0
    )
    return code if made else None


def enter(row_id: str, typed: str, at: datetime) -> ReturnLink | None:
    """The row whose case and body the right code opens; it is used up by this. None for a wrong or late one."""
    open_now = ReturnLink.objects.filter(pk=row_id, entered_at=None, code_until__gt=at, tries__lt=MOST_TRIES)
    if not open_now.update(tries=F("tries") + 1):
        return None
    row = ReturnLink.objects.get(pk=row_id)
    plain = "".join(character for character in typed if character.isdecimal())
    if not row.code_hash or not constant_time_compare(row.code_hash, _hash(row.pk, plain)):
        return None
    entered = ReturnLink.objects.filter(pk=row.pk, entered_at=None, code_hash=row.code_hash)
    return row if entered.update(entered_at=at, code_hash="") else None


def _of_link(token: str) -> ReturnLink | None:
    link = hash_of_link(token)
    return ReturnLink.objects.filter(link_hash=link).first() if link else None


def _ask_again(row: ReturnLink, at: datetime) -> None:
    same = ReturnLink.objects.filter(case_id=row.case_id, body=row.body)
    if not same.filter(wanted="link").exists() and not same.filter(asked_at__gt=at - AGAIN_AFTER).exists():
        ReturnLink.objects.create(case_id=row.case_id, body=row.body, asked_at=at)


def _hash(row: UUID, code: str) -> str:
    return salted_hmac("casereview.return_link.code", f"{row}:{code}", algorithm="sha256").hexdigest()

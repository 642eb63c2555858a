"""Applications that are still being written: begun, saved page by page, found again, and ended.

Answers are kept as typed: {"pages": {page: {box: [texts]}}, "saved": {page: {"version", "device"}}, "files": […]}.
Whether they can be read is asked when they are, so a page with a mistake in it is kept like any other.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.timezone import localtime

from casereview.cases.models import Draft
from casereview.cases.postgresql.roles import acting
from casereview.cases.return_codes import code_of, hash_of_code, hash_of_email, hash_of_link
from casereview.cases.rules import calendar
from casereview.clocks.deadline import deadline
from casereview.people.viewer import SYSTEM, for_draft
from casereview.schemes import unstated
from casereview.schemes.load import by_name

STEP = "receive_application"
LINK_LASTS = timedelta(minutes=15)
Typed = dict[str, list[str]]


class Clash(Exception):
    """Another device has saved this page since it was opened here; `draft` is as it stands there."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("saved on another device")
        self.draft = draft


def begin(area: str, at: datetime) -> Draft:
    """A new draft for an area. It ends as much later as the area's scheme says."""
    draft = Draft(id=uuid4(), step=STEP, area=area, begun_at=at, saved_at=at, expires_at=_end(area, at))
    draft.owner = f"draft:{draft.id}"
    draft.code_hash = hash_of_code(code_of(draft.id))
    draft.answers = {"pages": {}, "saved": {}, "files": []}
    with acting(for_draft(draft.id, area)):
        draft.save(force_insert=True)
    return draft


def by_id(draft: UUID | str, area: str) -> Draft | None:
    """The draft that a session carries, also one that was sent or has expired."""
    with acting(for_draft(draft, area)):
        return Draft.objects.filter(pk=draft, area=area, step=STEP).first()


def by_code(typed: str, area: str) -> Draft | None:
    """The draft with that return code. The one place where drafts are looked through: nobody holds it yet."""
    code = hash_of_code(typed)
    return _found(code_hash=code, area=area) if code else None


def save_page(
    draft: Draft, page: str, typed: Typed, *, seen: int, device: str, at: datetime, email: str | None = None
) -> Draft:
    """Keep what was typed on one page; return the draft as it now stands.

    seen: the draft's version when the page was opened. Raises Clash where another device saved this page since.
    email: where the page says so, the address to which a way back may be sent ("" for none).
    """

    def change(answers: dict[str, Any], current: Draft) -> None:
        last = answers["saved"].get(page)
        if last and last["version"] > seen and last["device"] != device and answers["pages"][page] != typed:
            raise Clash(current)
        answers["pages"][page] = typed
        answers["saved"][page] = {"version": current.version + 1, "device": device}
        if email is not None:
            current.email_hash = hash_of_email(email)

    return change_answers(draft, change, at)


def remove_pages(draft: Draft, prefix: str, at: datetime) -> Draft:
    """Take away an item of a list: its page, and all pages whose names begin with `prefix` and a stroke."""

    def change(answers: dict[str, Any], _current: Draft) -> None:
        for kept in (answers["pages"], answers["saved"]):
            for page in [page for page in kept if page == prefix or page.startswith(prefix + "/")]:
                del kept[page]

    return change_answers(draft, change, at)


def change_answers(draft: Draft, change: Callable[[dict[str, Any], Draft], None], at: datetime) -> Draft:
    """Change the answers of a draft that nobody else can change meanwhile; return it as saved."""
    with transaction.atomic():
        current = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
        if current.became_id is None:  # one that was sent stays as it was
            change(current.answers, current)
            current.version += 1
            current.saved_at = at
            current.save(update_fields=["answers", "version", "saved_at", "email_hash"])
    return current


def ask_for_link(email: str, area: str, at: datetime) -> None:
    """Note that a way back is wanted at this address. Costs the same whether or not there is a draft."""
    with acting(SYSTEM):
        drafts = Draft.objects.filter(area=area, step=STEP, expires_at__gt=at, became=None)
        drafts.filter(email_hash=hash_of_email(email) or "-").update(link_asked_at=at)


def make_link(draft: Draft, at: datetime) -> str:
    """A secret that leads back once, for 15 minutes; only its hash is kept. Inside acting(SYSTEM)."""
    token = secrets.token_urlsafe(32)
    Draft.objects.filter(pk=draft.pk).update(
        link_hash=hash_of_link(token), link_until=at + LINK_LASTS, link_asked_at=None
    )
    return token


def spend_link(token: str, area: str, at: datetime) -> Draft | None:
    """The draft that an e-mailed link leads to; the link is used up by this."""
    wanted = hash_of_link(token)
    with acting(SYSTEM):
        found = (
            Draft.objects.filter(link_hash=wanted, area=area, link_until__gt=at).first() if wanted else None
        )
        spent = found and Draft.objects.filter(pk=found.pk, link_hash=wanted).update(
            link_hash="", link_until=None
        )
    return found if spent else None


def _found(**which: str) -> Draft | None:
    with acting(SYSTEM):
        return Draft.objects.filter(step=STEP, **which).first()


def _end(area: str, at: datetime) -> datetime:
    today = localtime(at).date()
    due = deadline(today, unstated.timing(by_name(area, today)).draft_lasts, calendar()).due
    assert due is not None
    return at + (due - today)

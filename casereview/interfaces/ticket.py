"""The signed ticket that a step's form carries: the key that makes posting it twice harmless, and what was seen."""

import uuid
from typing import Any

from django.core import signing
from django.http import QueryDict

SALT = "step"


def signed(key: str, seen: int, about: dict[str, str]) -> str:
    """A ticket. seen: the number of the last fact that the reader had before them; about: what it is good for."""
    return signing.dumps({"key": key, "seen": seen, **about}, salt=SALT)


def ticket_in(posted: QueryDict, about: dict[str, str]) -> dict[str, Any]:
    """The ticket that a form carried; a spoilt or foreign one is replaced, and then nothing was seen."""
    try:
        ticket: dict[str, Any] = signing.loads(posted.get("ticket", ""), salt=SALT)
    except signing.BadSignature:
        ticket = {}
    if {name: ticket.get(name) for name in about} != about:
        return {"key": uuid.uuid4().hex, "seen": 0}
    return ticket

"""Writing the audit trail, sealing it, and finding where it was tampered with."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from casereview.audit.models import Entry, Seal

Row = list[Any]
BATCH = 1000  # entries a seal


def note(by: str, did: str, what: str, case: object = "") -> None:
    """Write down that a holder did something; `what` is the name of a page or a step."""
    Entry.objects.create(at=timezone.now(), by=by, did=did, what=what[:100], case=str(case or ""))


def seal(until: datetime | None = None) -> int:
    """Seal what has not been sealed, in batches; return how many entries were. A job calls it every minute.

    until: only entries older than this (a minute ago unless told), so that none still being written is missed.
    """
    sealed = 0
    until = until or timezone.now() - timedelta(minutes=1)
    while True:
        with transaction.atomic():
            previous = Seal.objects.order_by("-last").first()
            waiting = Entry.objects.filter(id__gt=previous.last if previous else 0, at__lte=until)
            batch = list(waiting.order_by("id")[:BATCH])
            if not batch:
                return sealed
            before = previous.hash if previous else ""
            Seal.objects.create(
                first=batch[0].id,
                last=batch[-1].id,
                count=len(batch),
                before=before,
                hash=_hash(before, batch),
                at=timezone.now(),
            )
            sealed += len(batch)


def broken_seals() -> list[Seal]:
    """Every seal that no longer fits its entries or the seal before it; empty when nothing was tampered with."""
    broken, before, last = [], "", 0
    for seal in Seal.objects.order_by("last").iterator():
        entries = list(Entry.objects.filter(id__gt=last, id__lte=seal.last).order_by("id"))
        if seal.before != before or seal.count != len(entries) or seal.hash != _hash(before, entries):
            broken.append(seal)
        before, last = seal.hash, seal.last
    return broken


def row_of(entry: Entry) -> Row:
    """What of an entry is hashed, in this order."""
    return [entry.id, entry.at.isoformat(), entry.by, entry.did, entry.case, entry.what]


def hash_of(before: str, rows: Iterable[Row]) -> str:
    """The hash of a seal, over the hash of the seal before it and the rows that it seals, oldest first."""
    chain = hashlib.sha256(before.encode())
    for row in rows:
        chain.update(json.dumps(row, separators=(",", ":")).encode())
    return chain.hexdigest()


def _hash(before: str, entries: Iterable[Entry]) -> str:
    return hash_of(before, map(row_of, entries))

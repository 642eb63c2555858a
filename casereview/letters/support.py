"""That the support service may no longer use what it was told: the end of its access, and the letter that says so."""

from datetime import datetime
from typing import Any

from casereview.cases.record import Record
from casereview.cases.support import service_of, stopped
from casereview.letters.queue import queue

LETTER = "support_ended"


def stop_support(record: Record, holder: str, at: datetime) -> dict[str, Any]:
    """Parts of an outcome: `access`, `letters` and `working`; all empty where the service was told nothing of them."""
    access = stopped(record, holder)
    letters = queue([(LETTER, service_of(record))] if access else [], at)
    return {"access": access, **letters._asdict()}

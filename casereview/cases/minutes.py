"""The minutes of the review: their versions, and which of them the chair has signed (LESSONS 8)."""

from dataclasses import dataclass

from casereview.cases.models import Fact
from casereview.cases.record import Record


@dataclass(frozen=True, slots=True)
class Minutes:
    """One version: who wrote it and when stand in its fact. signed: the signing of this very version, or None.

    changed_after_signing: a version before it had been signed.
    """

    fact: Fact
    version: int
    signed: Fact | None
    changed_after_signing: bool


def versions(record: Record) -> list[Minutes]:
    """Every version, oldest first."""
    signings = {fact.codes["minutes"]: fact for fact in record.current("minutes_signed")}
    found: list[Minutes] = []
    for fact in record.current("minutes_written"):
        after = any(each.signed and each.signed.number < fact.number for each in found)
        found.append(Minutes(fact, len(found) + 1, signings.get(str(fact.id)), after))
    return found


def latest(record: Record) -> Minutes | None:
    """The version that stands; None before there is one."""
    found = versions(record)
    return found[-1] if found else None


def signed(record: Record) -> bool:
    """Whether the version that stands is signed: nothing of the minutes leaves before that."""
    last = latest(record)
    return last is not None and last.signed is not None

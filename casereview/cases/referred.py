"""Of whom a support service knows now, and of whom no longer: what its own access opens, and nothing else of a case."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from casereview.cases.models import Access, Case, Words
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM, Viewer

SCOPE = "support"


@dataclass(frozen=True, slots=True)
class Referred:
    """A case of which the service was told. people: of each who said yes, what the yes covers, by its code."""

    case_id: UUID
    reference: str
    told_on: date
    people: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class NoLonger:
    """A case whose words are closed to the service again, since that London day."""

    reference: str
    since: date


def referred_to(viewer: Viewer) -> tuple[list[Referred], list[NoLonger]]:
    """Those that are open to the services this viewer works for, and those that are closed again; newest first."""
    services = [holder for holder in viewer.holders if holder.startswith("support:")]
    held = list(Access.objects.filter(holder__in=services, scope=SCOPE).order_by("since"))
    now = timezone.now()
    open_now = {row.case_id for row in held if row.until is None or row.until > now}
    ended = {row.case_id: row.until for row in held if row.case_id not in open_now and row.until}
    references = _references({row.case_id for row in held})
    words = Words.objects.visible_to(viewer).filter(case__in=open_now, scope=SCOPE)
    # A referral says everything that may be known, and replaces the one before: the last alone is shown.
    last = {row.case_id: row for row in sorted(words, key=lambda row: row.values["number"])}
    told = [_referred(row, references) for row in last.values()]
    closed = [NoLonger(references[case], timezone.localdate(until)) for case, until in ended.items()]
    return (
        sorted(told, key=lambda one: (one.told_on, one.reference), reverse=True),
        sorted(closed, key=lambda one: (one.since, one.reference), reverse=True),
    )


def _referred(row: Words, references: dict[UUID, str]) -> Referred:
    told_on = date.fromisoformat(row.values["told_on"])
    return Referred(row.case_id, references[row.case_id], told_on, row.values["people"])


def _references(cases: set[UUID]) -> dict[UUID, str]:
    """The reference was in the notice to the service; it opens nothing."""
    with acting(SYSTEM):
        return dict(Case.objects.filter(pk__in=cases).values_list("pk", "reference"))

"""`take`: the only way in which a case ever changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from casereview.cases import projections, rules, saving
from casereview.cases.after import after
from casereview.cases.beginning import open_case
from casereview.cases.models import Case, Draft, Fact
from casereview.cases.postgresql.roles import acting, writing
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.people.viewer import SYSTEM, Viewer
from casereview.procedure import STEPS, events
from casereview.taking import (
    Invalid,
    NotAllowed,
    NotOpen,
    NotTaken,
    Overtaken,
    checked,
    must_be_allowed,
    must_be_open,
    must_see,
)

__all__ = [
    "STEPS",
    "Invalid",
    "NotAllowed",
    "NotOpen",
    "NotTaken",
    "Overtaken",
    "Taken",
    "events",
    "take",
]


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken: the case, and the facts that it recorded. `repeat`: it had been taken before."""

    case: Case
    facts: list[Fact]
    repeat: bool = False


def take(  # noqa: PLR0913 - all of them are facts of the taking
    name: str,
    *,
    viewer: Viewer,
    answers: Mapping[str, Any],
    key: str,
    case: Case | None = None,
    area: str = "",
    follows: Case | None = None,
    seen: int | None = None,
    files: MultiValueDict[str, Any] | None = None,
    at: datetime | None = None,
    draft: Draft | None = None,
) -> Taken:
    """Take one step in a case (or, for a step that opens one, in an area), in one transaction.

    answers: as a form posts them. key: makes a repeat harmless: the same key again returns what was taken. seen: the
    number of the last fact that the form's reader had before them. at: the moment, now unless told. follows: the case
    out of which a new one is opened; the step is then handed that case's record.
    Raises NotAllowed, NotOpen, Overtaken or Invalid.
    """
    step, at = STEPS[name], at or timezone.now()
    must_see(case, viewer, step.sees)
    try:
        with acting(SYSTEM), transaction.atomic(), writing():
            if before := case or follows:
                Case.objects.select_for_update(of=("self",)).get(pk=before.pk)
            if repeated := _taken_before(key):
                return repeated
            record = load(before, SYSTEM, at) if before else None
            must_be_allowed(step, record, viewer, area, answers)
            must_be_open(step, record, viewer, seen)
            outcome = step.do(record, checked(step, record, answers, files), viewer, at)
            last = record.facts[-1] if record and case else None
            case = case or open_case(area, outcome.facts[0], at, follows)
            made = saving.save(case, outcome, last, viewer, key, at)
            before_it = record if record and last else Record(case, SYSTEM, at)
            stands = load(case, SYSTEM, at) if outcome.erases else after(before_it, made)
            projections.save(*projections.project(stands, rules.calendar()))
            if draft is not None:
                Draft.objects.filter(pk=draft.pk).update(became=case, answers={}, saved_at=at)
        return Taken(case, made.facts)
    except IntegrityError:  # the same form was posted twice at the same moment, and the other was first
        with acting(SYSTEM):
            if repeated := _taken_before(key):
                return repeated
        raise


def _taken_before(key: str) -> Taken | None:
    fact = Fact.objects.filter(key=key).select_related("case").first()
    return Taken(fact.case, [fact], repeat=True) if fact else None

"""Turns an outcome into rows: facts in their chain, words, details, letters and access. Called by `take` alone."""

import secrets
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from casereview.cases.chain import commitment, link
from casereview.cases.erasure import empty
from casereview.cases.models import Access, Case, Fact, Words
from casereview.cases.outcome import End, Grant, NewFact, Outcome, first_access
from casereview.cases.visible import lasting
from casereview.people.viewer import Viewer

Rows = dict[type[Model], list[Any]]


@dataclass(frozen=True, slots=True)
class Written:
    """What an outcome becomes: its facts, numbered and chained, and every other row by its model; all unsaved."""

    facts: list[Fact]
    rows: Rows


def written(
    case: Case, outcome: Outcome, last: Fact | None, viewer: Viewer, key: str, at: datetime
) -> Written:
    """Make the rows of an outcome, the facts numbered and chained after `last`."""
    facts: list[Fact] = []
    rows: Rows = defaultdict(list)
    for new in outcome.facts:
        words = _words(case, new)
        last = _fact(case, new, words, last, viewer, f"{key}:{len(facts)}" if facts else key, at)
        facts.append(last)
        rows[Words] += [_of(word, case, last) for word in words]
        for row in new.rows:
            rows[type(row)].append(_of(row, case, last))
    for row in outcome.letters:
        rows[type(row)].append(_of(row, case, facts[-1]))
    for row in outcome.working:
        row.case_id = case.pk  # type: ignore[attr-defined]
        rows[type(row)].append(row)
    return Written(facts, rows)


def save(case: Case, outcome: Outcome, last: Fact | None, viewer: Viewer, key: str, at: datetime) -> Written:
    """Save everything in the outcome, and who may see the case from now on; return what it became."""
    made = written(case, outcome, last, viewer, key, at)
    insert(made)
    for row in outcome.sealed:
        row.save(force_insert=True)
    _save_access(case, outcome.access, at)
    if outcome.erases:
        empty(case)
        others = Access.objects.filter(lasting(at), case=case)
        others.exclude(holder__in=[grant.holder for grant in first_access(case.area)]).update(until=at)
    return made


def insert(made: Written) -> None:
    """Insert facts and rows, parents before children."""
    Fact.objects.bulk_create(made.facts)
    for model, unsaved in made.rows.items():
        model._default_manager.bulk_create(unsaved)


def _of(row: Model, case: Case, fact: Fact) -> Model:
    row.case, row.fact = case, fact  # type: ignore[attr-defined]
    return row


def _words(case: Case, new: NewFact) -> list[Words]:
    return [
        Words(case=case, scope=told.scope, own=told.own, salt=secrets.token_hex(16), values=told.values)
        for told in new.words
        if any(told.values.values())
    ]


def _fact(
    case: Case, new: NewFact, words: list[Words], last: Fact | None, viewer: Viewer, key: str, at: datetime
) -> Fact:
    fact = Fact(
        case=case,
        number=(last.number if last else 0) + 1,
        kind=new.kind,
        happened_on=new.on,
        recorded_at=at,
        by=viewer.holder,
        by_name=viewer.name,
        key=key,
        corrects=new.corrects,
        reason=new.reason,
        codes=new.codes,
        commitment=commitment(words),
        before=last.hash if last else "",
    )
    fact.hash = link(fact)
    return fact


def lasts_as_long(held: Access, change: Grant) -> bool:
    """Whether what somebody holds already lasts as long as what they are given now."""
    return held.until is None or (change.until is not None and held.until >= change.until)


def _save_access(case: Case, changes: tuple[Grant | End, ...], at: datetime) -> None:
    for change in changes:
        held = Access.objects.filter(lasting(at), case=case, holder=change.holder)
        if isinstance(change, End):
            (held.filter(scope__in=change.scopes) if change.scopes else held).update(until=at)
            continue
        already = {row.scope for row in held if lasts_as_long(row, change)}
        Access.objects.bulk_create(
            Access(case=case, holder=change.holder, scope=scope, since=at, until=change.until)
            for scope in change.scopes
            if scope not in already
        )

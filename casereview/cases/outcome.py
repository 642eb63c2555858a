"""What a step wants to happen, as unsaved values: `take` saves them, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from django.db.models import Model

from casereview.cases.guards import SCOPES, Scope
from casereview.cases.models.fact import Fact
from casereview.cases.models.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """Words that go with a fact: a name to text, under a scope; `own` is a holder who may read them besides."""

    values: dict[str, Any]
    scope: Scope = "application"
    own: str = ""


def told_again(rows: Iterable[Words]) -> tuple[Told, ...]:
    """The same words for another fact: one that corrects theirs, or brings them to another case."""
    return tuple(Told(row.values, cast(Scope, row.scope), row.own) for row in rows)


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact to be recorded: on which London day it happened, with codes (never words), words and detail rows.

    rows: unsaved models; `take` sets their `case` and `fact`. corrects: the fact of the same kind it replaces.
    """

    kind: str
    on: date
    codes: dict[str, Any] = field(default_factory=dict)
    words: tuple[Told, ...] = ()
    rows: tuple[Model, ...] = ()
    corrects: Fact | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """A holder may from now on see these scopes of the case; until the given moment, where the time is limited."""

    holder: str
    scopes: tuple[Scope, ...]
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class End:
    """A holder may no longer see these scopes; with none named, nothing of the case."""

    holder: str
    scopes: tuple[Scope, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that one step does to a case. All rows are unsaved.

    letters: queued letters, details of the last fact. working: working rows that carry the case's id, such as the
    outbox. sealed: rows of no case, such as equality answers. erases: everything in the case that is somebody's is
    emptied, and nobody but the office sees what is left.
    """

    facts: tuple[NewFact, ...]
    letters: tuple[Model, ...] = ()
    working: tuple[Model, ...] = ()
    access: tuple[Grant | End, ...] = ()
    sealed: tuple[Model, ...] = ()
    erases: bool = False


OF_THE_OFFICE: tuple[Scope, ...] = tuple(scope for scope in SCOPES if scope != "panel")


def first_access(area: str) -> tuple[Grant, ...]:
    """Who sees a case from its first moment: the area's co-ordinators, and the jobs that serve it.

    The clerks of its panel see the spine, so that an appeal which reaches them has a case to be keyed in to. What the
    panel says among itself is not for the office whose work it looks at.
    """
    return (
        Grant(f"area:{area}", OF_THE_OFFICE),
        Grant(f"clerks:{area}", ("case",)),
        Grant("system", SCOPES),
    )

"""Copies of a story that was told in bulk: the same rows under ids of their own, so that a database can be large soon.

A copy derives nothing: what its facts say was said by the steps of the story that it copies.
"""

import json
import re
import uuid
from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.db.models.base import ModelState

from casereview.cases.chain import link
from casereview.cases.models import Case, Fact, Summary
from casereview.cases.references import new_reference
from casereview.cases.saving import Rows

AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
Ids = Mapping[uuid.UUID, uuid.UUID]


def copied(rows: Rows, name: str) -> Rows:
    """Return the rows of another case like this one. name: what makes the keys of its facts its own."""
    ids = {row.pk: uuid.uuid4() for model in rows for row in rows[model] if _has_own_id(row)}
    new: Rows = {model: [_copy(row, ids) for row in theirs] for model, theirs in rows.items()}
    reference = new_reference()
    new[Case][0].reference = new[Summary][0].reference = reference
    _chain(new[Fact], name)
    return new


def _has_own_id(row: Model) -> bool:
    return isinstance(row.pk, uuid.UUID) and not row._meta.pk.is_relation


def _copy(row: Model, ids: Ids) -> Model:
    new = type(row).__new__(type(row))
    new._state = ModelState()
    for field in row._meta.concrete_fields:
        setattr(new, field.attname, _translated(getattr(row, field.attname), ids))
    return new


def _translated(value: Any, ids: Ids) -> Any:
    """The value with every id in it that belongs to the story replaced by that of the copy."""
    if isinstance(value, uuid.UUID):
        return ids.get(value, value)
    if isinstance(value, str) and len(value) >= 36:
        return AN_ID.sub(lambda found: str(ids.get(uuid.UUID(found[0]), found[0])), value)
    if isinstance(value, dict | list) and value:
        return json.loads(_translated(json.dumps(value), ids))
    return value


def _chain(facts: list[Fact], name: str) -> None:
    """A chain of their own: each fact's hash covers its case and the hash of the one before."""
    before = ""
    for fact in facts:
        fact.key, fact.before = f"{name}:{fact.number}", before
        fact.hash = before = link(fact)

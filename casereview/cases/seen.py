"""The rows of one case as somebody sees it: the same that `seen_by` finds, by SQL that is made once a process.

Django makes the SQL of a query anew each time, which takes longer than running it; a case is read by a dozen.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, TypeVar, overload
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

from casereview.cases.models import Case
from casereview.cases.visible import Sight
from casereview.people.viewer import Viewer

M = TypeVar("M", bound=models.Model)
SOMEBODY = "somebody:"  # stands in the SQL for a holder until it is known whose


def seen(model: type[M], sight: Sight, *order: str) -> list[M]:
    """The rows of this model in that case, as `seen_by` lets them through (one query).

    order: by these columns, in the model's own order where none is named.
    """
    made = _statement(model, order, sight.scopes, len(sight.viewer.holders))
    if made is None:
        return []
    sql, fixed, by_holder = made
    case = Case._meta.pk.get_db_prep_value(sight.case.pk, connection)
    holders = sight.viewer.holders if by_holder else ()
    return list(model._default_manager.raw(sql, (case, *fixed, *holders)))


@lru_cache(maxsize=1024)
def _statement(
    model: type[models.Model], order: tuple[str, ...], scopes: frozenset[str], holders: int
) -> tuple[str, tuple[str, ...], bool] | None:
    """SQL, the parameters that follow the case and never change, whether holders come last; None: it finds nothing."""
    anybody = Viewer(holders=frozenset(f"{SOMEBODY}{number}" for number in range(holders)))
    manager: Any = model._default_manager
    rows = manager.seen_by(Sight(Case(id=UUID(int=0)), anybody, scopes))
    try:
        sql, parameters = (rows.order_by(*order) if order else rows).query.sql_with_params()
    except EmptyResultSet:
        return None
    _case, *others = parameters
    fixed = tuple(each for each in others if not each.startswith(SOMEBODY))
    return sql, fixed, len(fixed) < len(others)


class Later(Sequence[M]):
    """Rows that are read when somebody first asks for one."""

    def __init__(self, read: Callable[[], list[M]]) -> None:
        self._read = read

    @cached_property
    def _rows(self) -> list[M]:
        return self._read()

    @overload
    def __getitem__(self, at: int) -> M: ...
    @overload
    def __getitem__(self, at: slice) -> list[M]: ...
    def __getitem__(self, at: int | slice) -> M | list[M]:
        return self._rows[at]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[M]:
        return iter(self._rows)

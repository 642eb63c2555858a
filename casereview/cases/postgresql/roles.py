"""For whom a PostgreSQL connection works, and as which database role.

On SQLite all of this does nothing: there the query sets alone keep cases apart.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:  # models need a connection, and this is what makes one
    from casereview.people.viewer import Viewer

READER = "casereview_reader"
WRITER = "casereview_writer"
COUNTER = "casereview_counter"

_holders: ContextVar[str] = ContextVar("holders", default="")
_owner: ContextVar[bool] = ContextVar("owner", default=False)


def current_holders() -> str:
    """Return the holders that queries are made for now, comma-separated."""
    return _holders.get()


def is_owner() -> bool:
    """Whether this is maintenance (migrate, flush) that works as the owner of the tables."""
    return _owner.get()


@contextmanager
def acting(viewer: "Viewer") -> Iterator[None]:
    """Make every query inside for this viewer: the database itself then hides what is not theirs."""
    token = _holders.set(",".join(sorted(viewer.holders)))
    _tell_database()
    try:
        yield
    finally:
        _holders.reset(token)
        _tell_database()


@contextmanager
def as_owner() -> Iterator[None]:
    """Work as the owner of the tables: for migrations, row security itself, and test set-up."""
    token = _owner.set(True)
    if _is_connected():
        _execute("RESET ROLE")
    try:
        yield
    finally:
        _owner.reset(token)
        if not is_owner() and _is_connected() and _reader_exists():
            _execute(f"SET ROLE {READER}")


@contextmanager
def writing() -> Iterator[None]:
    """Work as the writing role until the end of the block; only inside a transaction, and only `take` and `rebuild`."""
    if is_owner():
        yield
        return
    _execute(f"SET LOCAL ROLE {WRITER}")
    yield  # after an error the transaction or savepoint is rolled back, and the role with it
    _execute(f"SET LOCAL ROLE {READER}")


@contextmanager
def counting() -> Iterator[None]:
    """Work as the counting role until the end of the block: it reads the columns that guards name, of every case.

    Only inside a transaction, and only for figures. It can read nobody's name or words, and write nothing.
    """
    if is_owner():
        yield
        return
    _execute(f"SET LOCAL ROLE {COUNTER}")
    yield  # after an error the transaction is rolled back, and the role with it
    _execute(f"SET LOCAL ROLE {READER}")


def _tell_database() -> None:
    if _is_connected():  # a connection that is opened later asks for the holders itself
        _execute("SELECT set_config('casereview.holders', %s, false)", [current_holders()])


def _is_connected() -> bool:
    raw = connection.connection
    return connection.vendor == "postgresql" and raw is not None and not raw.closed


def _reader_exists() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [READER])
        return cursor.fetchone() is not None


def _execute(sql: str, parameters: list[str] | None = None) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)

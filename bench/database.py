"""A PostgreSQL database of the bench's own, gone when it is over."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


@contextmanager
def database(server: str) -> Iterator[str]:
    """The address of a new, empty database on the server that this address names."""
    name = f"casereview_bench_{secrets.token_hex(4)}"
    _tell(server, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        _tell(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _tell(server: str, what: sql.Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(what)

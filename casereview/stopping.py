"""Whether whoever does this work has been told to stop. Work that takes minutes looks here between two parts of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_told: ContextVar[Callable[[], bool]] = ContextVar("told", default=lambda: False)


class Stopped(Exception):
    """The work was left off; nothing of it is kept, and it can be begun again."""


@contextmanager
def stoppable(told: Callable[[], bool]) -> Iterator[None]:
    """Within it, in this thread, `told` says whether to stop."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)


def told_to_stop() -> bool:
    """Whether the work at hand is to be left off; False for whatever nobody could stop."""
    return _told.get()()


def go_on() -> None:
    """Raises Stopped where it is."""
    if told_to_stop():
        raise Stopped

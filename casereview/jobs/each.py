"""One after the other: what fails for one case keeps no other waiting."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from casereview.stopping import told_to_stop

One = TypeVar("One")


def for_each(rows: Iterable[One], do: Callable[[One], int]) -> int:
    """Do it for every row; return the sum of what `do` returned.

    A row for which it fails is left for the next round, and the others have their turn. After them raises an
    ExceptionGroup of what failed, which the worker logs. A worker that is told to stop leaves the rest for the next.
    """
    amount, failed = 0, []
    for row in rows:
        if told_to_stop():
            break
        try:
            amount += do(row)
        except Exception as error:  # whatever it is, it is this row's
            failed.append(error)
    if failed:
        raise ExceptionGroup("left for the next round", failed)
    return amount

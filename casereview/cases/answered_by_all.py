"""Events that are no fact of their own: the moment at which the last of those who were asked has answered."""

from collections.abc import Iterable
from uuid import UUID

from casereview.cases.record import Record
from casereview.schemes.promises import ALL_OF


def completed(record: Record, names: Iterable[str]) -> frozenset[UUID]:
    """The ids of the answers by which everybody who had been asked by then had answered, for these names of ALL_OF.

    Whoever is asked later opens it again; the answer that completes it then counts too.
    """
    found: set[UUID] = set()
    for name in names:
        if name not in ALL_OF:
            continue
        answer, question = ALL_OF[name]
        asked: set[str] = set()
        answered: set[str] = set()
        for fact in record.current(question, answer):
            body = str(fact.codes.get("body", ""))
            (asked if fact.kind == question else answered).add(body)
            if fact.kind == answer and asked <= answered:
                found.add(fact.id)
    return frozenset(found)

"""What a correction publishes anew: a difference between two versions is a small number too, where it is small."""

from collections.abc import Mapping
from typing import Any


def kept_from_before(before: Mapping[str, Any], version: int, now: Mapping[str, Any]) -> dict[str, Any]:
    """The figures of a correction. before: those of the version that it replaces, which has this number.

    The four totals are always those of now. A table whose numbers have moved too little to show stays as it was
    published, and says in `kept_from` of which version it is.
    """
    published = {table["code"]: table for table in before["tables"]}
    tables = []
    for table in now["tables"]:
        old = published.get(table["code"])
        if old is None or _may_be_compared(old, table, now["under"]):
            tables.append(table)
        else:
            tables.append({**old, "kept_from": old.get("kept_from", version)})
    return {**now, "tables": tables}


def _may_be_compared(old: Mapping[str, Any], new: Mapping[str, Any], under: int) -> bool:
    """Whether every number moved by nothing or by enough, and the same ones are hidden as before."""
    before, after = _numbers(old), _numbers(new)
    if before.keys() != after.keys():
        return False
    return all(_far_enough(before[place], after[place], under) for place in after)


def _far_enough(before: float | None, after: float | None, under: int) -> bool:
    if before is None or after is None:
        return before is after
    return before == after or abs(before - after) >= under


def _numbers(table: Mapping[str, Any]) -> dict[tuple[str, str], int | None]:
    """Every number that could be read of a table, by its place: cells and totals of lines."""
    return {
        (line["code"], code): number
        for line in table["lines"]
        for code, number in {**line["cells"], "": line["total"]}.items()
    }

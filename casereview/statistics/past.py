"""Reads the yearly tables that areas publish by hand, so that a new installation shows its past.

Two shapes, told apart by the file's name. CSV: columns area, period, applications, not_met, reviews,
with_recommendations, note, source. JSON: a list of {area, source_url, statistics: [{period, applications,
threshold_not_met, reviews, reviews_with_recommendations, other}]}. An area is named by its code, by the name in its
scheme, or by another name, of which a code is made. What was not published is left empty (null): it is never taken for
nought. Nothing is added up or mended.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from casereview.schemes.load import all_areas, versions
from casereview.statistics.models import PastYear
from casereview.statistics.models.past import TOTALS

COLUMNS = ("area", "period", *TOTALS, "note", "source")
IN_JSON = {"not_met": "threshold_not_met", "with_recommendations": "reviews_with_recommendations"}
MOST = 1_000_000  # of bytes, and of any number: a year of one area has far fewer


class Unreadable(Exception):
    """The file cannot be used; the text says where and what was expected."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: rows added, rows that were there already just so, and rows that were replaced."""

    added: int
    known: int
    replaced: int


def read(path: Path) -> list[PastYear]:
    """The rows of a file, unsaved. Raises Unreadable."""
    try:
        if path.stat().st_size > MOST:
            raise Unreadable(f"the file is larger than {MOST} bytes")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"cannot be read as UTF-8 text: {error}") from error
    found = _from_json(text) if path.suffix == ".json" else _from_csv(text)
    rows = [_row(place, where, told) for place, (where, told) in enumerate(found, start=1)]
    if not rows:
        raise Unreadable("no row in it holds a period")
    return rows


@transaction.atomic
def save(rows: Iterable[PastYear], *, replace: bool = False) -> Imported:
    """Add the rows. Raises Unreadable where one differs from what was imported before of that period and source.

    replace: such a row takes the place of the one that was there.
    """
    added = known = replaced = 0
    for row in rows:
        before = PastYear.objects.filter(area=row.area, period=row.period, source=row.source).first()
        if before is None:
            row.save()
            added += 1
        elif _told(before) == _told(row):
            known += 1
        elif not replace:
            raise Unreadable(
                f"{row} was imported before with other numbers: use --replace if these are right"
            )
        else:
            row.pk = before.pk
            row.save(force_update=True)
            replaced += 1
    return Imported(added, known, replaced)


def _told(row: PastYear) -> tuple[object, ...]:
    return (*(getattr(row, total) for total in TOTALS), row.note)


def _from_csv(text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    lines = csv.DictReader(text.splitlines())
    missing = [name for name in COLUMNS if name not in (lines.fieldnames or ())]
    if missing:
        raise Unreadable(f"line 1: expected the columns {', '.join(COLUMNS)}; missing: {', '.join(missing)}")
    for told in lines:
        yield f"line {lines.line_num}", {name: (told[name] or "").strip() for name in COLUMNS}


def _from_json(text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        areas = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"is no JSON: {error}") from error
    if not isinstance(areas, list):
        raise Unreadable("expected a list of areas")
    for area in areas:
        if not isinstance(area, dict) or not isinstance(area.get("statistics") or [], list):
            raise Unreadable("expected of each area an object with a list named statistics")
        for year in area.get("statistics") or []:
            told = {total: year.get(IN_JSON.get(total, total)) for total in TOTALS}
            about = {"area": area.get("area"), "period": year.get("period"), "source": area.get("source_url")}
            yield f"{about['area']}, {about['period']}", {**about, **told, "note": _note(year.get("other"))}


def _note(other: object) -> str:
    """What was published besides: {"action_plans": 1} as "action plans: 1"."""
    if not isinstance(other, dict):
        return str(other or "")
    return "; ".join(
        str(value) if name == "note" else f"{name.replace('_', ' ')}: {value}"
        for name, value in other.items()
    )


def _row(place: int, where: str, told: Mapping[str, Any]) -> PastYear:
    for needed in ("area", "period", "source"):
        if not told[needed] or not isinstance(told[needed], str):
            raise Unreadable(f"{where}: {needed} is missing")
    if not told["source"].startswith(("https://", "http://")):
        raise Unreadable(f"{where}: source must be the address at which it was published")
    numbers = {total: _number(where, total, told[total]) for total in TOTALS}
    words = {name: str(told[name])[:500] for name in ("note", "source")}
    return PastYear(area=_code(told["area"]), period=told["period"][:60], place=place, **numbers, **words)


def _code(name: str) -> str:
    """The area's code: an area without rules here keeps its figures for the day on which it has some."""
    codes = {scheme.area: code for code in all_areas() for scheme in versions(code)}
    return codes.get(name.strip()) or slugify(name)


def _number(where: str, name: str, told: object) -> int | None:
    """A whole number, or None where nothing was published."""
    if told is None or told == "":
        return None
    text = str(told)
    if isinstance(told, bool) or not (text.isascii() and text.isdecimal()) or int(text) > MOST:
        raise Unreadable(f"{where}: {name} must be a whole number or empty, not {text[:40]!r}")
    return int(text)

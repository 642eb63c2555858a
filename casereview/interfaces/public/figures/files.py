"""A release as files that other programs read: CSV with its CSVW metadata, and JSON."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.utils import translation

from casereview.statistics.models import Release
from casereview.wording.figures import TOTALS, cell_words, line_words, period_words, table_words

SCHEMA = Path(__file__).with_name("schema.json")  # of what `as_json` makes
# The columns of the CSV: name, datatype, whether every row has it, and what it means.
COLUMNS = (
    ("table", "string", True, "Which table the number is from; “totals” holds the four that the law names"),
    ("line", "string", True, "Which line of the table, as a code; “all” where it has one line"),
    ("cell", "string", True, "What is counted, as a code"),
    ("table_name", "string", True, "The table in words"),
    ("line_name", "string", False, "The line in words"),
    ("cell_name", "string", True, "What is counted, in words"),
    ("value", "decimal", False, "The number; empty where it is hidden"),
    ("hidden", "boolean", True, "Whether the number is hidden, so that nobody can be found behind it"),
    ("of_version", "integer", True, "The version of this release in which the number was published"),
)
ALL = "all"
NAMES = [name for name, *_rest in COLUMNS]


def as_csv(release: Release) -> str:
    """Every number, a row each."""
    out = io.StringIO()
    writer = csv.DictWriter(out, NAMES, lineterminator="\r\n")  # RFC 4180
    writer.writeheader()
    for row in _in_english(release):
        writer.writerow({**row, "hidden": "true" if row["hidden"] else "false"})
    return out.getvalue()


def as_json(release: Release) -> dict[str, Any]:
    """What the release is about, and the same rows."""
    return {
        "area": release.area,
        "from": release.since.isoformat(),
        "to": release.until.isoformat(),
        "version": release.version,
        "reason": release.reason or None,
        "counted_on": release.counted_on.isoformat(),
        "published_at": release.published_at.isoformat(),
        "hidden_under": release.figures["under"],
        "numbers": _in_english(release),
    }


def _in_english(release: Release) -> list[dict[str, Any]]:
    """The rows, whatever language the page is read in: a file of one address is the same for everybody."""
    with translation.override("en"):
        return list(rows(release))


def rows(release: Release) -> Iterator[dict[str, Any]]:
    """Each number with its codes and its words; a number that is hidden is None."""
    figures, version = release.figures, release.version
    for code, number in figures["totals"].items():
        yield _row("totals", ALL, code, ("Totals", "", str(TOTALS[code])), number, version)
    for table in figures["tables"]:
        of_version = table.get("kept_from", version)
        for line in table["lines"]:
            yield from _line(table["code"], line, of_version)


def _line(table: str, line: Mapping[str, Any], version: int) -> Iterator[dict[str, Any]]:
    name, of_line = line_words(table, line["code"], line["name"]), line["code"] or ALL
    for code, number in line["cells"].items():
        words = (table_words(table), name, cell_words(table, code))
        yield _row(table, of_line, code, words, number, version)
    if line["median"] is not None:
        words = (table_words(table), name, "Median, in days")
        yield _row(table, of_line, "median_days", words, line["median"], version)


def _row(
    table: str, line: str, cell: str, words: tuple[str, str, str], value: float | None, version: int
) -> dict[str, Any]:
    values = (table, line, cell, *words, value, value is None, version)
    return dict(zip(NAMES, values, strict=True))


def metadata(release: Release, area: str) -> dict[str, Any]:
    """CSV on the Web's description of that file (W3C, Metadata Vocabulary for Tabular Data)."""
    columns = [
        {"name": name, "titles": name, "datatype": kind, "required": required, "dc:description": means}
        for name, kind, required, means in COLUMNS
    ]
    with translation.override("en"):
        period = period_words(release.since, release.until)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{release.version}.csv",
        "dc:title": f"ASB case reviews in {area}, {period}, version {release.version}",
        "dc:publisher": area,
        "dc:issued": release.published_at.date().isoformat(),
        "dc:license": {"@id": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
        "tableSchema": {"columns": columns, "primaryKey": ["table", "line", "cell"]},
    }

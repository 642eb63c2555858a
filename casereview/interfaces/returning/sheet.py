"""Reads a spreadsheet of reports (CSV): its columns, which of ours each may be, and every row with what is wrong in it.

Pure: from text to values. The number of a line is that of the file, as an editor or a spreadsheet shows it.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from casereview.steps.entry_rows import FIELDS, MOST_ROWS, read_row

LARGEST = 500_000  # bytes; our choice: 500 rows of a thousand characters
MOST_COLUMNS = 60
DELIMITERS = ",;\t"
# Words in a heading by which a column is guessed to be ours; the first that fits. Ours, from exports of such systems.
GUESSES: Mapping[str, tuple[str, ...]] = {
    "when": ("date", "day", "when", "reported", "created", "received"),
    "outcome": ("outcome", "result", "action", "resolution", "disposal"),
    "reference": ("ref", "number", "id", "incident no", "crime no"),
    "kind": ("kind", "type", "category"),
    "shown": ("shown", "share", "applicant may"),
    "what": ("what", "description", "detail", "summary", "note", "complaint", "report", "text"),
}


class NotASheet(ValueError):
    """The file cannot be read at all; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """headings: the first line. lines: every other line in which something stands, with its number in the file."""

    headings: list[str]
    lines: list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one place. column: its letter and heading, such as "B (Date)"; "" for the line itself."""

    line: int
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows as our own boxes have them, and everything that is wrong; rows are to be used only without faults."""

    rows: list[dict[str, str]]
    faults: list[Fault]


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8 or in the encoding of Windows. Raises NotASheet."""
    if len(content) > LARGEST:
        raise NotASheet(_("The file must be smaller than 500 KB. Send the rows in two files"))
    if b"\x00" in content:
        raise NotASheet(_("This is not a CSV file. In your spreadsheet, choose “Save as” and then “CSV”"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_sheet(text: str) -> Sheet:
    """The lines of a file. Raises NotASheet."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        lines = list(_numbered(text, delimiter))
    except csv.Error as error:
        raise NotASheet(
            _("This is not a CSV file. In your spreadsheet, choose “Save as” and then “CSV”")
        ) from error
    if len(lines) < 2:
        raise NotASheet(
            _("The file has no rows. Its first line must be headings, and each other line one report")
        )
    if len(lines) - 1 > MOST_ROWS:
        raise NotASheet(
            _("The file has more than %(n)s rows. Send only those about this case") % {"n": MOST_ROWS}
        )
    if max(len(cells) for _line, cells in lines) > MOST_COLUMNS:
        raise NotASheet(_("The file has more than %(n)s columns") % {"n": MOST_COLUMNS})
    return Sheet(lines[0][1], lines[1:])


def _numbered(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not empty, with the number at which it begins: a cell may hold several lines."""
    reader, begins = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield begins, [cell.strip() for cell in cells]
        begins = reader.line_num + 1


def guess(headings: list[str]) -> dict[str, int]:
    """Which column is probably which of ours: each column once."""
    found: dict[str, int] = {}
    for name, words in GUESSES.items():
        for number, heading in enumerate(headings):
            if number not in found.values() and any(word in heading.lower() for word in words):
                found[name] = number
                break
    return found


def match(sheet: Sheet, columns: Mapping[str, int], today: date) -> Matched:
    """Every row by that matching of ours to column numbers, with its faults by line and column."""
    rows, faults = [], []
    for line, cells in sheet.lines:
        if len(cells) > len(sheet.headings):
            faults.append(Fault(line, "", _("It has more cells than there are headings")))
            continue
        told = {
            name: cells[columns[name]] for name in FIELDS if name in columns and columns[name] < len(cells)
        }
        read = read_row(told, today)
        faults += [Fault(line, column(sheet, columns.get(name)), why) for name, why in read.errors.items()]
        if read.row:
            rows.append(told)
    return Matched(rows, faults)


def column(sheet: Sheet, number: int | None) -> str:
    """A column as people find it: its letter and its heading; "" for none."""
    if number is None:
        return ""
    letter = chr(ord("A") + number) if number < 26 else "A" + chr(ord("A") + number - 26)
    return (
        f"{letter} ({sheet.headings[number]})"
        if number < len(sheet.headings) and sheet.headings[number]
        else letter
    )

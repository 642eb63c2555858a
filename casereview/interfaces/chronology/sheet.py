"""The chronology as a file for a spreadsheet: CSV in UTF-8 with a mark that spreadsheets know it by."""

import csv
from collections.abc import Iterable
from io import StringIO

from django.http import HttpResponse
from django.utils.translation import gettext as _

from casereview.interfaces.chronology.rows import Row

# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it keeps it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"


def sheet(rows: Iterable[Row], name: str) -> HttpResponse:
    """A download with a row for each line, those that tell the same one after the other under one number."""
    made = StringIO()
    writer = csv.writer(made)
    writer.writerow(
        [
            _("Number"),
            _("Day"),
            _("Earliest"),
            _("Latest"),
            _("Kind"),
            _("What"),
            _("What came of it"),
            _("Told by"),
            _("Reference"),
            _("Answered"),
            _("Who may see it"),
        ]
    )
    for number, row in enumerate(rows, start=1):
        writer.writerows([_cells(number, each) for each in (row, *row.same)])
    response = HttpResponse(BYTE_ORDER_MARK + made.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Cache-Control"] = "no-store"
    return response


def _cells(number: int, row: Row) -> list[object]:
    line = row.line
    texts = (row.kind, line.text, line.outcome, row.told_by, line.reference, row.answered, row.seen_by)
    return [number, _text(row.day), line.since or "", line.until or "", *map(_text, texts)]


def _text(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text

"""A draft's numbers beside those of another release: what was counted, what the public would read, what it read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from casereview.statistics.models import DraftRelease, Release
from casereview.statistics.releases import as_published
from casereview.wording.figures import TOTALS, cell_words, days_words, line_words, table_words

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One number: as counted; as it would be published, where that is another; and as the other release had it."""

    words: str
    counted: str
    public: str
    before: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The rows of a table. kept: the version as of which the public would still see it, or None."""

    heading: str
    rows: list[Row]
    kept: int | None = None


def beside(draft: DraftRelease, last: Release | None) -> list[Compared]:
    """The four totals first, then every table."""
    public, before = as_published(draft), last.figures if last else {"totals": {}, "tables": []}
    totals = [
        Row(str(TOTALS[code]), str(number), "", _number(before["totals"].get(code), known=last is not None))
        for code, number in draft.counted["totals"].items()
    ]
    shown = {table["code"]: table for table in public["tables"]}
    earlier = {table["code"]: table for table in before["tables"]}
    tables = [
        Compared(
            table_words(table["code"]),
            list(_rows(table, shown[table["code"]], earlier.get(table["code"]))),
            shown[table["code"]].get("kept_from"),
        )
        for table in draft.counted["tables"]
    ]
    return [Compared(_("The four totals"), totals), *tables]


def _rows(
    table: Mapping[str, Any], public: Mapping[str, Any], before: Mapping[str, Any] | None
) -> Iterator[Row]:
    reads, read = _cells(public), _cells(before) if before else {}
    for line in table["lines"]:
        about = line_words(table["code"], line["code"], line["name"])
        for code, number in line["cells"].items():
            place = (line["code"], code)
            words = cell_words(table["code"], code)
            said = _number(reads.get(place), known=place in reads)
            yield Row(
                f"{about}: {words}" if about and about != words else words,
                str(number),
                "" if said == str(number) else said or _("hidden"),
                _number(read.get(place), known=place in read),
            )
        if line["median"] is not None:
            yield _median(about, line, public, before)


def _median(
    about: str, line: Mapping[str, Any], public: Mapping[str, Any], before: Mapping[str, Any] | None
) -> Row:
    now, earlier = (_measured(table, line["code"]) for table in (public, before or {"lines": []}))
    words = _("%(clock)s: the middle one") % {"clock": about}
    counted = days_words(line["median"])
    return Row(words, counted, "" if now == counted else now or _("hidden"), earlier)


def _measured(table: Mapping[str, Any], code: str) -> str:
    found = next((line["median"] for line in table["lines"] if line["code"] == code), None)
    return days_words(found) if found is not None else ""


def _cells(table: Mapping[str, Any]) -> dict[Place, int | None]:
    return {(line["code"], code): number for line in table["lines"] for code, number in line["cells"].items()}


def _number(number: int | None, *, known: bool) -> str:
    """A number that the public reads; "hidden" where it was counted and not shown, "" where there was none."""
    if number is not None:
        return str(number)
    return _("hidden") if known else ""

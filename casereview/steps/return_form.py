"""The form of a body's return: each report that was made to it, what else it holds in rows, and what it thinks of it.

Boxes of the report with the number 2: `match_2`, `when_2`, `reference_2`, `what_2`, `outcome_2`, `shown_2`. Rows of
further reports are `r1_kind`, `r1_when`, …; rows of what the body did are `a1_when`, …. Rows that came out of a
spreadsheet are in `imported`, files that were sent before in `kept_files`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Report
from casereview.cases.record import Record
from casereview.cases.returns import asked_bodies
from casereview.steps.entry_rows import FIELDS, LONGEST, MOST_ROWS, Row, read_row
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.return_again import typed_before
from casereview.steps.step import StepForm
from casereview.wording.casework import ENTRY_KINDS, HOLDS, MATCHES, WITHHELD
from casereview.wording.dates import vague_date

GROUPS = {
    "r": "report",
    "a": "action",
}  # the rows by the letter that they begin with, and what a row of them is
MORE = 5
MOST_TYPED = 40  # rows of each group; a longer list comes from a spreadsheet
_ROW = re.compile(r"^([ra])(\d{1,2})_")
_KINDS = {code: words for code, words in ENTRY_KINDS.items() if code != "action"}


class ReturnForm(StepForm):
    """`body` answers; `held` says whether it holds anything; the rest is asked in sections."""

    body = forms.ChoiceField(label=_("Which body answers?"), widget=forms.RadioSelect)
    held = choice(_("Do you hold anything about this?"), HOLDS)
    given_by = one_line(_("Your name and post"))
    risk = text(_("What risk do you know of, to whom?"), required=False)
    constraints = text(_("What limits what you can do?"), required=False)
    planned = text(_("What do you plan to do?"), required=False)
    for_applicant = text(_("What may the applicant be told, in your own words?"), required=False)
    withheld = choice(_("Do you hold back anything?"), WITHHELD, required=False)
    withheld_reason = text(_("Why, and under which rule"), required=False)
    imported = forms.JSONField(required=False, widget=forms.HiddenInput)
    kept_files = forms.JSONField(required=False, widget=forms.HiddenInput)
    on = Day(label=_("When the body answered"), required=False)

    def prepare(self, record: Record) -> None:
        """The bodies that were asked; boxes for each report to this one, and for its rows."""
        bodies = asked_bodies(record)
        self.fields["body"].choices = [(body.holder, body.name) for body in bodies]  # type: ignore[attr-defined]
        self.holder = str(self.data.get("body") or self.initial.get("body") or "")
        if not self.is_bound and self.initial.pop("again", True):
            self.initial = {**typed_before(record, self.holder), **self.initial}
        for report in self.reports:
            self._add_report(report)
        typed = self.data if self.is_bound else self.initial
        for group in GROUPS:
            for number in range(1, rows_in(typed, group) + 1):
                self._add_row(group, number)

    @property
    def reports(self) -> list[Report]:
        """The reports that were made to the body that answers."""
        return [report for report in self.record.reports if report.own == self.holder] if self.record else []

    def _add_report(self, report: Report) -> None:
        n = report.number
        said = {"n": n, "day": _day(report)}
        label = _("Report %(n)s, %(day)s: do you hold it?") % said
        self.fields[f"match_{n}"] = choice(label, MATCHES, required=False)
        self._add_boxes(f"{{name}}_{n}", ("when", "reference", "what", "outcome", "shown"))

    def _add_row(self, group: str, number: int) -> None:
        wanted = FIELDS if group == "r" else ("when", "what", "outcome", "shown")
        self._add_boxes(f"{group}{number}_{{name}}", wanted)
        if group == "a":
            self.fields[f"a{number}_what"].label = _("What you did")

    def _add_boxes(self, pattern: str, wanted: tuple[str, ...]) -> None:
        boxes: dict[str, forms.Field] = {
            "kind": forms.ChoiceField(label=_("What it is"), choices=list(_KINDS.items()), required=False),
            "when": _line(_("Day or month"), "when"),
            "what": forms.CharField(
                label=_("What your record says"),
                widget=forms.Textarea,
                required=False,
                max_length=LONGEST["what"],
            ),
            "outcome": forms.CharField(
                label=_("What came of it"),
                widget=forms.Textarea,
                required=False,
                max_length=LONGEST["outcome"],
            ),
            "reference": _line(_("Your reference"), "reference"),
            "shown": forms.BooleanField(label=_("The applicant may be shown this"), required=False),
        }
        for name in wanted:
            self.fields[pattern.format(name=name)] = boxes[name]

    def clean(self) -> dict[str, Any]:
        """Read every row; what is wrong is said at its box."""
        cleaned = super().clean()
        assert self.record is not None
        cleaned["matches"] = list(self._matches(cleaned))
        cleaned["rows"] = [*self._typed(cleaned), *self._imported(cleaned)]
        if len(cleaned["rows"]) > MOST_ROWS:
            self.add_error(None, _("One return takes %(n)s rows. Leave out some of them") % {"n": MOST_ROWS})
        self._agree(cleaned)
        return cleaned

    def _matches(self, cleaned: Mapping[str, Any]) -> Iterator[tuple[Report, str, Row | None]]:
        """Each report to the body with its answer, and the row of what the body's own record says."""
        for report in self.reports:
            n = report.number
            match = cleaned.get(f"match_{n}") or ""
            if not match and cleaned.get("held") == "something" and cleaned.get("withheld") != "all":
                self.add_error(f"match_{n}", _("Say whether you hold this report"))
            told = {name: cleaned.get(f"{name}_{n}") or "" for name in FIELDS if name != "kind"}
            told["what"] = told["what"] or (str(_("As it was reported")) if match == "held" else "")
            yield report, match, self._read(told, "report", f"{{name}}_{n}") if match == "held" else None

    def _typed(self, cleaned: Mapping[str, Any]) -> Iterator[Row]:
        for group, kind in GROUPS.items():
            for number in range(1, rows_in(self.data, group) + 1):
                pattern = f"{group}{number}_{{name}}"
                told = {name: cleaned.get(pattern.format(name=name)) or "" for name in FIELDS}
                if row := self._read(told, kind, pattern):
                    yield row

    def _read(self, told: Mapping[str, Any], kind: str, pattern: str) -> Row | None:
        assert self.record is not None
        read = read_row(
            {name: str(value or "") for name, value in told.items()} | _tick(told), self.record.today, kind
        )
        for name, error in read.errors.items():
            self.add_error(pattern.format(name=name), error)
        return read.row

    def _imported(self, cleaned: Mapping[str, Any]) -> Iterator[Row]:
        """Rows of a spreadsheet were read when they came in, and are read again now."""
        assert self.record is not None
        for told in cleaned.get("imported") or ():
            read = read_row(told if isinstance(told, dict) else {}, self.record.today)
            if read.errors:
                self.add_error(None, _("A row from the spreadsheet cannot be read. Remove those rows"))
                return
            if read.row:
                yield read.row

    def _agree(self, cleaned: Mapping[str, Any]) -> None:
        """What is said in one section does not deny another; holding back needs its reason."""
        filled = cleaned["rows"] or any(match == "held" for _report, match, _row in cleaned["matches"])
        withheld = cleaned.get("withheld")
        if cleaned.get("held") == "something" and not withheld:
            self.add_error("withheld", _("Say whether you hold back anything"))
        if cleaned.get("held") == "nothing" and (filled or cleaned.get("kept_files")):
            self.add_error("held", _("You say that you hold nothing, and there are entries or files below"))
        if cleaned.get("held") == "nothing" and withheld in {"part", "all"}:
            self.add_error("withheld", _("You say that you hold nothing: then there is nothing to hold back"))
        if withheld in {"part", "all"} and not cleaned.get("withheld_reason"):
            self.add_error("withheld_reason", _("Say why you hold it back"))
        written = any(cleaned.get(name) for name in ("risk", "constraints", "planned", "kept_files"))
        if cleaned.get("held") == "something" and withheld in {"none", "part"} and not (filled or written):
            self.add_error("held", _("Write down what you hold, or say that you hold nothing"))


def rows_in(typed: Mapping[str, Any], group: str) -> int:
    """How many rows of a group a form has that was posted with these boxes: five at least."""
    found = (_ROW.match(name) for name in typed)
    most = max((int(each[2]) for each in found if each and each[1] == group), default=MORE)
    return min(max(most, MORE), MOST_TYPED)


def _tick(told: Mapping[str, Any]) -> dict[str, str]:
    return {"shown": "yes" if told.get("shown") else "no"}


def _line(label: Any, name: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST[name], required=False)


def _day(report: Report) -> str:
    since, until = report.on_from or report.on_to, report.on_to or report.on_from
    return vague_date(since, until) if since and until else report.as_told or str(_("day not known"))

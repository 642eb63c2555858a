"""Rows out of a spreadsheet: the file, then which column is what, then a preview; nothing is recorded by any of them.

What is confirmed stands in the return that is being written, and is recorded when that is sent.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from casereview.interfaces.returning import kept, sheet
from casereview.interfaces.returning.place import Place
from casereview.steps.entry_rows import MOST_ROWS

LABELS = {
    "when": _("Day or month"),
    "what": _("What your record says"),
    "outcome": _("What came of it"),
    "reference": _("Your reference"),
    "kind": _("What it is: a report, something you did, an incident, a contact"),
    "shown": _("Whether the applicant may be shown it (yes or no; no where it is empty)"),
}
SHOWN_FAULTS, SHOWN_ROWS = 25, 10


class SheetForm(forms.Form):
    """The file."""

    sheet = forms.FileField(
        label=_("Choose a CSV file"),
        help_text=_("The first line are headings, each other line one report. At most 500 rows, 500 KB"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"required": _("Choose a file first"), "empty": _("The file is empty")},
    )


class ColumnsForm(forms.Form):
    """One choice of a column for each of ours."""

    def __init__(self, read: sheet.Sheet, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        columns = [("", str(_("None")))]
        columns += [(str(number), sheet.column(read, number)) for number in range(len(read.headings))]
        for name, label in LABELS.items():
            self.fields[name] = forms.ChoiceField(label=label, choices=columns, required=False)

    def clean(self) -> dict[str, Any]:
        """Something must be said of each report, and no column is two things."""
        cleaned = super().clean() or {}
        if not (cleaned.get("what") or cleaned.get("outcome")):
            self.add_error("what", _("Choose the column that says what each report was"))
        chosen = [value for value in cleaned.values() if value]
        if len(set(chosen)) < len(chosen):
            self.add_error(None, _("One column cannot be two things"))
        return cleaned

    @property
    def columns(self) -> dict[str, int]:
        """Our names with the numbers of their columns."""
        return {name: int(value) for name, value in self.cleaned_data.items() if value}


def sheet_page(place: Place) -> HttpResponse:
    """The file, or what it holds."""
    if closed := kept.STEP.is_open(place.record):
        return _page(place, closed=closed)
    posted = place.request.POST
    if "cancel" in posted:
        kept.keep_part(place, "sheet", "")
        return HttpResponseRedirect(place.form)
    if "upload" in posted:
        return _upload(place)
    text = kept.sheet(place)
    return _look(place, text) if text else _page(place, form=SheetForm(label_suffix=""))


def _upload(place: Place) -> HttpResponse:
    form = SheetForm(place.request.POST, place.request.FILES, label_suffix="")
    if form.is_valid():
        try:
            text = sheet.decoded(form.cleaned_data["sheet"].read(sheet.LARGEST + 1))
            sheet.read_sheet(text)
            kept.keep_part(place, "sheet", text)
            return HttpResponseRedirect(place.sheet)
        except sheet.NotASheet as error:
            form.add_error("sheet", str(error))
    return _page(place, form=form)


def _look(place: Place, text: str) -> HttpResponse:
    """The matching and, once it is chosen, the preview; with "confirm" the rows go into the return."""
    read = sheet.read_sheet(text)
    if place.request.method != "POST":
        guessed = {name: str(number) for name, number in sheet.guess(read.headings).items()}
        return _page(place, form=ColumnsForm(read, initial=guessed), read=read)
    form = ColumnsForm(read, place.request.POST)
    if not form.is_valid():
        return _page(place, form=form, read=read)
    found = sheet.match(read, form.columns, place.record.today)
    before = kept.imported(place)
    if len(before) + len(found.rows) > MOST_ROWS:
        form.add_error(None, _("One return takes %(n)s rows. Leave out some of them") % {"n": MOST_ROWS})
    elif "confirm" in place.request.POST and not found.faults and found.rows:
        kept.keep_part(place, "imported", before + found.rows)
        kept.keep_part(place, "sheet", "")
        added = ngettext("%(num)d row is added.", "%(num)d rows are added.", len(found.rows))
        said = added % {"num": len(found.rows)} + " " + _("They are recorded when you send the return.")
        messages.success(place.request, said)
        return HttpResponseRedirect(place.form)
    return _page(place, form=form, read=read, found=found)


def _page(place: Place, **shown: Any) -> HttpResponse:
    limits = {"most_faults": SHOWN_FAULTS, "most_rows": SHOWN_ROWS, "labels": LABELS}
    part = {"inner": "returning/sheet.html", "place": place, "back": place.form}
    return render(place.request, place.template, {**place.more, **part, **limits, **shown})

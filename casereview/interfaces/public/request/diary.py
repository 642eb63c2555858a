"""Several times at once, from a diary: a page of five short rows, then five more."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casereview.cases import drafts
from casereview.cases.models import Draft
from casereview.interfaces.leave import leaving
from casereview.interfaces.public.request import writing as writings
from casereview.interfaces.public.request.question import SHORT
from casereview.interfaces.public.request.questions.times import past_day
from casereview.interfaces.public.request.times_words import body_choices
from casereview.interfaces.public.request.told import Told
from casereview.interfaces.public.request.writing import Writing

ROWS = 5
PAGE = "diary"  # where half-written rows are kept


class DiaryRow(forms.Form):
    """A day, what happened, who was told. A row without a word in it is left out."""

    on = past_day(_("Day"))
    what = forms.CharField(label=_("What happened"), required=False, max_length=SHORT)
    body = forms.ChoiceField(label=_("Who you told, if anybody"), required=False)

    def __init__(self, data: MultiValueDict[str, str] | None, told: Told, prefix: str) -> None:
        super().__init__(data, prefix=prefix, label_suffix="", use_required_attribute=False)
        box = self.fields["body"]
        assert isinstance(box, forms.ChoiceField)
        box.choices = [("", _("Nobody")), *body_choices(told)]


@require_http_methods(["GET", "HEAD", "POST"])
@writings.page
def diary(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Rows without mistakes become times of the list, all at once; with a mistake every row stays as typed."""
    told, code = writing.told, writing.here.code
    if writing.draft is None:
        return HttpResponseRedirect(reverse("public:request", args=[code]))
    if request.method != "POST":
        return _show(request, writing, _rows(told, told.pages.get(PAGE)))
    typed = {n: [v.replace("\x00", "") for v in vs] for n, vs in request.POST.lists() if n.startswith("row")}
    rows = _rows(told, typed)
    draft = _save(writing, typed)
    if leaving(request):
        return HttpResponse()
    valid = [row.is_valid() for row in rows]  # all of them, so that each mistake is shown
    if not all(valid):
        return _show(request, Writing(writing.here, draft, writing.device, writing.viewer), rows)
    _add(draft, told, [row for row in rows if row.has_changed()])
    again = "more" in request.POST
    return HttpResponseRedirect(
        reverse("public:request_diary", args=[code])
        if again
        else reverse("public:request_page", args=[code, "times"])
    )


def _rows(told: Told, typed: Mapping[str, list[str]] | None) -> list[DiaryRow]:
    data = MultiValueDict(typed) if typed is not None else None
    return [DiaryRow(data, told, f"row{number}") for number in range(1, ROWS + 1)]


def _show(request: HttpRequest, writing: Writing, rows: list[DiaryRow]) -> HttpResponse:
    back = reverse("public:request_page", args=[writing.here.code, "times"])
    context = {"here": writing.here, "writing": writing, "rows": rows, "back": back}
    return render(request, "public/request/diary.html", context)


def _save(writing: Writing, typed: drafts.Typed) -> Draft:
    """Half-written rows are kept as typed; what another device left half-written here is not worth asking about."""
    assert writing.draft is not None
    return drafts.save_page(
        writing.draft, PAGE, typed, seen=writing.draft.version, device=writing.device, at=timezone.now()
    )


def _add(draft: Draft, told: Told, rows: list[DiaryRow]) -> None:
    """Each row as the pages that it would have been, and the rows gone: one change, so that none is added twice."""

    def change(answers: dict[str, Any], _current: Draft) -> None:
        pages, first = answers["pages"], told.next_number("times")
        pages.pop(PAGE, None)
        for number, row in enumerate(rows, start=first):
            pages.update(_pages(row, number))

    drafts.change_answers(draft, change, timezone.now())


def _pages(row: DiaryRow, number: int) -> dict[str, drafts.Typed]:
    day = {f"on-{part}": [row.data.get(f"{row.prefix}-on-{part}", "")] for part in ("day", "month", "year")}
    made = {
        f"times/{number}/when": {"kind": ["once"]},
        f"times/{number}/day": day,
        f"times/{number}/what": {"what": [row.cleaned_data["what"]]},
    }
    if body := row.cleaned_data["body"]:
        made[f"times/{number}/told/1"] = {"body": [body]}
    return made

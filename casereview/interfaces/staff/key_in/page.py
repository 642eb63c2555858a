"""The key-in page as it was posted, or empty: one long form, its lists of rows, and the equality questions."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from casereview.components.forms import DateField, DateParts
from casereview.interfaces.staff.key_in.complete import application
from casereview.interfaces.staff.key_in.equality import EqualityForm
from casereview.interfaces.staff.key_in.forms import CulpritRow, KeyInForm, ReporterRow, TimeRow
from casereview.interfaces.typed import shown_again
from casereview.people.models import Area, Body
from casereview.schemes.load import by_name

# The lists of the page: the form of a row, how many there are at first, and how many *more* adds.
LISTS: dict[str, tuple[type[forms.Form], int, int]] = {
    "times": (TimeRow, 3, 3),
    "reporters": (ReporterRow, 1, 2),
    "culprits": (CulpritRow, 1, 2),
}
MOST_ROWS = 100


@dataclass
class Page:
    """The key-in page of an area as it was posted, or empty; `checked`: whether mistakes are told."""

    area: Area
    data: QueryDict | None = None
    checked: bool = True
    bodies: list[Body] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bodies = list(Body.objects.filter(area=self.area, active=True))
        scheme = by_name(self.area.code, self._arrived())
        self.form = self._make(KeyInForm, "", bodies=self.bodies, scheme=scheme)
        self.equality = self._make(EqualityForm, "equality")
        self.rows = {name: self._rows(name) for name in LISTS}

    def _arrived(self) -> date:
        """The day whose rules the case will have: that on which it arrived, as far as that is typed; else today."""
        today = timezone.localdate()
        if self.data is None:
            return today
        try:
            typed = DateParts().value_from_datadict(self.data, None, "received_on")
            return min(today, DateField(required=False).clean(typed) or today)
        except ValidationError:
            return today  # the form says what is wrong with it

    def every_form(self) -> list[forms.Form]:
        """Every form of the page in its order, for the error summary."""
        return [self.form, *(row for rows in self.rows.values() for row in rows), self.equality]

    def is_valid(self) -> bool:
        """Whether nothing is wrong; every row is looked at, so that every mistake is shown."""
        return not [form for form in (self.form, self.equality, *self._used()) if not form.is_valid()]

    def told(self) -> dict[str, Any]:
        """The application, once it is valid."""
        rows = {
            name: [row.cleaned_data for row in rows if row.has_changed()] for name, rows in self.rows.items()
        }
        told = application(
            self.form.cleaned_data,
            rows["times"],
            rows["reporters"],
            rows["culprits"],
            self.bodies,
            self.form.own,
        )
        return {**told, "equality": self.equality.given()}

    def _used(self) -> list[forms.Form]:
        return [row for rows in self.rows.values() for row in rows if row.has_changed()]

    def _rows(self, name: str) -> list[forms.Form]:
        kind, first, step = LISTS[name]
        typed = self.data.get(f"{name}-rows", "") if self.data is not None else ""
        count = int(typed) if typed.isdecimal() else first
        if self.data is not None and self.data.get("more") == name:
            count += step
        more: dict[str, Any] = {"bodies": self.bodies} if kind is TimeRow else {}
        numbers = range(min(count, MOST_ROWS))
        return [self._make(kind, f"{name}-{number}", empty_permitted=True, **more) for number in numbers]

    def _make(self, kind: type[forms.Form], prefix: str, **more: Any) -> Any:
        if self.data is not None and self.checked:
            return kind(self.data, prefix=prefix or None, **more)
        form = kind(prefix=prefix or None, **more)
        return shown_again(form, self.data) if self.data is not None else form

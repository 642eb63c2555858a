"""Form fields that Django lacks: a date in three boxes, and a date of which the day need not be known."""

from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casereview.components.calendar_words import PARTS_OF_MONTH, days_in, month_name, month_number

PARTS = ("day", "month", "year")


class ApproximateDate(NamedTuple):
    """A date as somebody remembers it: some day between the two, both included, and the words they typed."""

    since: date
    until: date
    as_told: str


class DateParts(forms.Widget):
    """Three boxes. Its value is what was typed, {"day", "month", "year"}, so that nothing typed is lost."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        return {part: data.get(f"{name}-{part}", "") for part in PARTS}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-day" if id_ else id_

    def format_value(self, value: Any) -> dict[str, str]:
        """What stands in the boxes: a dict as typed, a date, or an ApproximateDate."""
        if isinstance(value, ApproximateDate):
            return dict(zip(PARTS, (["", "", *value.as_told.split()])[-3:], strict=True))
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        return {part: str((value or {}).get(part, "")) for part in PARTS}


class DateField(forms.Field):
    """A day in three boxes. Cleans to a date, or None where it may be left empty.

    The month may be a number or a name. `not_future` refuses days after today (London). Every error says what
    to do, and names the boxes it is about in `params["parts"]`.
    """

    widget = DateParts
    needed: tuple[str, ...] = PARTS
    default_error_messages = {
        "required": _("Enter the date"),
        "day_missing": _("Enter the day"),
        "month_missing": _("Enter the month"),
        "year_missing": _("Enter the year"),
        "day_unreadable": _("Enter the day as a number, for example 6"),
        "month_unreadable": _("Enter the month as a number from 1 to 12, or as a word"),
        "year_unreadable": _("Enter the year in full, for example 2026"),
        "no_such_day": _("Enter a day from 1 to %(last)s. %(month)s %(year)s has %(last)s days"),
        "future": _("Enter today’s date or an earlier one"),
    }

    def __init__(self, *, not_future: bool = False, **kwargs: Any) -> None:
        self.not_future = not_future
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, date | ApproximateDate):
            return value
        typed = {part: " ".join(str((value or {}).get(part, "")).split()) for part in PARTS}
        if not any(typed.values()):
            return None
        self._refuse_missing(typed)
        month = month_number(typed["month"])
        year = int(typed["year"]) if typed["year"].isdecimal() and len(typed["year"]) == 4 else None
        if month is None:
            raise self._error("month_unreadable", ("month",))
        if year is None or year < 1900:
            raise self._error("year_unreadable", ("year",))
        return self._read_day(typed, month, year)

    def validate(self, value: Any) -> None:
        if value is None and self.required:
            raise self._error("required", PARTS)
        earliest = value.since if isinstance(value, ApproximateDate) else value
        if earliest and self.not_future and earliest > timezone.localdate():
            raise self._error("future", PARTS)

    def has_changed(self, initial: Any, data: Any) -> bool:
        widget = DateParts()
        return widget.format_value(initial) != widget.format_value(data)

    def _read_day(self, typed: dict[str, str], month: int, year: int) -> Any:
        return self._day(typed["day"], month, year)

    def _day(self, typed: str, month: int, year: int) -> date:
        number = typed.lower().removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
        if not (number.isdecimal() and len(number) <= 2):
            raise self._error("day_unreadable", ("day",))
        last = days_in(year, month)
        if not 1 <= int(number) <= last:
            raise self._error("no_such_day", ("day",), last=last, month=month_name(month), year=year)
        return date(year, month, int(number))

    def _refuse_missing(self, typed: dict[str, str]) -> None:
        missing = tuple(part for part in self.needed if not typed[part])
        errors = [self._error(f"{part}_missing", missing) for part in missing]
        if errors:
            raise errors[0] if len(errors) == 1 else ValidationError(errors)

    def _error(self, code: str, parts: tuple[str, ...], **params: object) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params={"parts": parts, **params})


class ApproximateDateField(DateField):
    """A date of which only month and year need be known. Cleans to an ApproximateDate, or None.

    The day box takes a number, or "early", "mid" or "late" (days 1–10, 11–20, 21–end), or nothing (the whole
    month).
    """

    needed = ("month", "year")
    default_error_messages = {
        "month_missing": _("Enter the month, even if you do not know the day"),
        "day_unreadable": _("Enter the day as a number, or leave it empty if you do not know it"),
    }

    def _read_day(self, typed: dict[str, str], month: int, year: int) -> ApproximateDate:
        told = " ".join(typed[part] for part in PARTS if typed[part])
        last = days_in(year, month)
        part_of_month = PARTS_OF_MONTH.get(typed["day"].lower())
        if part_of_month:
            first_day, last_day = part_of_month
            return ApproximateDate(date(year, month, first_day), date(year, month, last_day or last), told)
        if not typed["day"]:
            return ApproximateDate(date(year, month, 1), date(year, month, last), told)
        exact = self._day(typed["day"], month, year)
        return ApproximateDate(exact, exact, told)

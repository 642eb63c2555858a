"""The form by which dates are proposed for the meeting: rows of a day and a time, as honest as the one that stands."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.availability import Proposed, poll_of
from casereview.cases.chair import appointed
from casereview.cases.meeting import last_lawful_day, may_be_invited
from casereview.cases.record import Record
from casereview.steps.fields import Day, several, text
from casereview.steps.meeting_day import faults_of_day
from casereview.steps.step import StepForm
from casereview.wording.dates import long_date

ROWS = 5


class ProposeForm(StepForm):
    """`day_1`, `starts_1` and so on are the dates; empty rows are none. `members`: holders, as in ArrangeForm."""

    day_off = forms.BooleanField(
        label=_("A date that is not a working day is meant to be one of them"), required=False
    )
    late_reason = text(
        _("If a date is after the last lawful day: why"),
        required=False,
        help_text=_("If the meeting is then arranged for it, the applicant is told this"),
    )
    answer_by = Day(
        label=_("Answers are asked for by"),
        help_text=_("A day before the first of the dates. A later answer counts as well"),
        ahead=True,
    )
    members = several(_("Who is asked?"), {}, required=True)

    def prepare(self, record: Record) -> None:
        """The rows, with what is proposed already; whoever may be invited is asked."""
        for number in range(1, ROWS + 1):
            named = {"number": number}
            self.fields[f"day_{number}"] = Day(
                label=_("Date %(number)s") % named, ahead=True, required=number == 1
            )
            self.fields[f"starts_{number}"] = forms.TimeField(
                label=_("Date %(number)s would begin at") % named,
                help_text=_("For example 10:00") if number == 1 else "",
                required=False,
            )
        rows = [name for name in self.fields if name.startswith(("day_", "starts_")) and name != "day_off"]
        self.order_fields(rows)
        members = [(body.holder, body.name) for body in may_be_invited(record)]
        if chair := appointed(record):
            members.append((chair, gettext("The chair")))
        self.fields["members"].choices = members  # type: ignore[attr-defined]
        if last_lawful_day(record) is None:
            del self.fields["late_reason"]
        for name, value in _as_proposed(record).items():
            self.initial.setdefault(name, value)
        self.initial.setdefault("members", [holder for holder, _name in members])

    def clean(self) -> dict[str, Any]:
        """Each row is whole, lies ahead and keeps the clock; `dates` are what is proposed, the earliest first."""
        cleaned = super().clean()
        found: dict[Proposed, int] = {}
        for number in range(1, ROWS + 1):
            row = self._row(number, cleaned)
            if row in found:
                self.add_error(
                    f"day_{number}", _("This date and time is there already. Change it, or empty it")
                )
            elif row:
                found[row] = number
        cleaned["dates"] = sorted(found)
        by = cleaned.get("answer_by")
        if by and self.record and by < self.record.today:
            self.add_error("answer_by", _("Enter today’s date or a later one"))
        elif by and found and by >= min(found).day:
            told = {"day": long_date(min(found).day)}
            self.add_error("answer_by", _("Enter a day before the first of the dates, %(day)s") % told)
        return cleaned

    def _row(self, number: int, cleaned: Mapping[str, Any]) -> Proposed | None:
        """One row, if it says a day and a time; what is wrong with it is said at its boxes."""
        day: date | None = cleaned.get(f"day_{number}")
        starts = cleaned.get(f"starts_{number}")
        if day and not starts and f"starts_{number}" not in self.errors:
            self.add_error(f"starts_{number}", _("Enter the time at which it would begin, such as 10:00"))
        if starts and not day and f"day_{number}" not in self.errors:
            self.add_error(f"day_{number}", _("Enter the day, or empty the time"))
        if not (day and starts):
            return None
        assert self.record is not None
        meant, why = bool(cleaned.get("day_off")), cleaned.get("late_reason", "")
        for name, error in faults_of_day(self.record, day, meant_off=meant, why_late=why):
            if name == "day" or name not in self.errors:  # the reason is asked for once
                self.add_error(f"day_{number}" if name == "day" else name, error)
        return Proposed(day, starts)


def _as_proposed(record: Record) -> dict[str, Any]:
    """The dates that stand, for somebody who adds one or takes one away."""
    poll = poll_of(record)
    if poll is None:
        return {}
    rows = list(enumerate(poll.dates[:ROWS], start=1))
    return {
        **{f"day_{number}": each.day for number, each in rows},
        **{f"starts_{number}": f"{each.starts:%H:%M}" for number, each in rows},
        "answer_by": poll.answer_by,
        "members": list(poll.members),
        "late_reason": record.said(poll.fact, "late_reason"),
        "day_off": any(record.calendar.why_not(each.day) for each in poll.dates),
    }

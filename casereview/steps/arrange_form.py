"""The form by which a meeting is arranged: a day that keeps the clock, or a reason why it does not."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.availability import poll_of
from casereview.cases.chair import appointed
from casereview.cases.involved import asked_first, involved
from casereview.cases.meeting import (
    agenda_of,
    last_lawful_day,
    last_meeting,
    may_be_invited,
    meeting_of,
)
from casereview.cases.models import Person
from casereview.cases.record import Record
from casereview.steps.fields import Day, choice, one_line, several, text
from casereview.steps.meeting_day import faults_of_day
from casereview.steps.step import StepForm
from casereview.wording.codes import code_words
from casereview.wording.dates import long_date
from casereview.wording.meeting import KINDS_OF_PLACE

AGENDA = ("agenda", "more_items")


class ArrangeForm(StepForm):
    """`members`: holders of bodies, and of the chair. `people`: holders of persons, each with a slot where several."""

    day = Day(label=_("Day"), ahead=True)
    starts = forms.TimeField(label=_("It begins at"), help_text=_("For example 10:00"))
    ends = forms.TimeField(label=_("It ends at"), help_text=_("For example 12:00"))
    late_reason = text(
        _("If it is after the last lawful day: why"),
        required=False,
        help_text=_("The applicant is told this, with the old and the new date"),
    )
    change_reason = text(
        _("Why the meeting is changed"),
        required=False,
        help_text=_("The applicant is told this, with the old and the new date"),
    )
    day_off = forms.BooleanField(
        label=_("It is meant to be on a day that is not a working day"), required=False
    )
    where = choice(_("Where"), KINDS_OF_PLACE)
    place = text(_("Place"), required=False)
    link = one_line(_("Link or number to join"), required=False)
    members = several(_("Who is invited?"), {}, required=True)
    people = several(_("Who is asked to the opening section?"), {})
    agenda = several(_("Agenda"), {}, required=True)
    more_items = text(_("More items of the agenda"), required=False, help_text=_("One a line"))

    def prepare(self, record: Record) -> None:
        """Whom to invite, what to speak about; what was arranged before stands in the boxes."""
        members = [(body.holder, body.name) for body in may_be_invited(record)]
        if chair := appointed(record):
            members.append((chair, gettext("The chair")))
        people, items = involved(record), agenda_of(record.scheme)
        words = [(code, capfirst(code_words(record.scheme, "agenda", code))) for code in items]
        self.fields["members"].choices = members  # type: ignore[attr-defined]
        self.fields["people"].choices = [(person.holder, str(person)) for person in people]  # type: ignore[attr-defined]
        self.fields["agenda"].choices = words  # type: ignore[attr-defined]
        for number, person in enumerate(people if len(people) > 1 else (), start=1):
            label = _("When the part of %(name)s begins") % {"name": person}
            self.fields[f"slot_{number}"] = forms.TimeField(label=label, required=False)
        if meeting_of(record) is None:
            del self.fields["change_reason"]
        if lawful := last_lawful_day(record):
            hint = gettext("After %(day)s. The applicant is told this, with the old and the new date")
            self.fields["late_reason"].help_text = hint % {"day": long_date(lawful)}
        else:
            del self.fields["late_reason"]
        if isinstance(chosen := self.initial.get("day"), str):  # a day of the calendar that was followed
            self.initial["day"] = _iso(chosen)
        self.initial.update(_as_proposed(record, self.initial))
        for name, value in _as_before(record, people).items():
            self.initial.setdefault(name, value)
        slots = [name for name in self.fields if name.startswith("slot_")]
        self.order_fields([*(name for name in self.fields if name not in (*slots, *AGENDA)), *slots, *AGENDA])
        self.initial.setdefault("members", [holder for holder, _name in members])
        self.initial.setdefault("people", [person.holder for person in asked_first(record)])
        self.initial.setdefault("agenda", list(items))

    def clean(self) -> dict[str, Any]:
        """A date after the last lawful day is never silently accepted, nor one that was changed without a reason."""
        cleaned = super().clean()
        assert self.record is not None
        if (starts := cleaned.get("starts")) and (ends := cleaned.get("ends")) and ends <= starts:
            self.add_error("ends", _("Enter a time after it begins"))
        if day := cleaned.get("day"):
            meant, why = bool(cleaned.get("day_off")), cleaned.get("late_reason", "")
            for name, error in faults_of_day(self.record, day, meant_off=meant, why_late=why):
                self.add_error(name, error)
        if "change_reason" in self.fields and not cleaned.get("change_reason"):
            self.add_error("change_reason", _("Say why it is changed: the applicant is told"))
        needed = {"in_person": ["place"], "remote": ["link"], "both": ["place", "link"]}
        for name in needed.get(cleaned.get("where", ""), []):
            if not cleaned.get(name):
                self.add_error(name, _("Say where it is, or how to join"))
        return cleaned


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _as_proposed(record: Record, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """What was said when the date that was chosen was proposed: why it is late, and that a day off is meant."""
    poll = poll_of(record)
    if poll is None or not any(each.day == chosen.get("day") for each in poll.dates):
        return {}
    off = record.calendar.why_not(chosen["day"])
    return {"late_reason": record.said(poll.fact, "late_reason"), "day_off": bool(off)}


def _as_before(record: Record, people: list[Person]) -> dict[str, Any]:
    """What was arranged last, for one that is changed or arranged again."""
    before = last_meeting(record)
    if before is None:
        return {}
    codes, fact = before.fact.codes, before.fact
    slots = {f"slot_{n}": codes["slots"].get(each.holder) for n, each in enumerate(people, start=1)}
    return {
        "starts": f"{before.starts:%H:%M}",
        "ends": f"{before.ends:%H:%M}",
        "where": codes["where"],
        "place": record.said(fact, "place"),
        "link": record.said(fact, "link"),
        "members": [holder for holder in before.invited if not holder.startswith("person:")],
        "people": [holder for holder in before.invited if holder.startswith("person:")],
        "agenda": codes["agenda"],
        "more_items": "\n".join(record.said(fact, "more_items", [])),
        **({"day": before.day} if meeting_of(record) else {}),
        **slots,
    }

"""The form by which a hearing is arranged: a day ahead, a working day unless it is meant, and a place or a link."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.hearing import LEAST_PANEL, hearing_of, panel
from casereview.cases.involved import involved
from casereview.cases.record import Record
from casereview.cases.representing import in_state
from casereview.cases.review_side import side_of_the_review
from casereview.clocks.calendar import BeyondHorizon
from casereview.steps.fields import Day, choice, one_line, several, text
from casereview.steps.step import StepForm
from casereview.wording.dates import long_date
from casereview.wording.meeting import KINDS_OF_PLACE


class HearingForm(StepForm):
    """`people`: holders of persons, the side that appeals. `review`: holders who speak for what it is made against."""

    day = Day(label=_("Day"), ahead=True)
    starts = forms.TimeField(label=_("It begins at"), help_text=_("For example 10:00"))
    ends = forms.TimeField(label=_("It ends at"), help_text=_("For example 12:00"))
    day_off = forms.BooleanField(
        label=_("It is meant to be on a day that is not a working day"), required=False
    )
    change_reason = text(
        _("Why the hearing is changed"),
        required=False,
        help_text=_("The applicant is told this, with the old and the new date"),
    )
    where = choice(_("Where"), KINDS_OF_PLACE)
    place = text(_("Place"), required=False)
    link = one_line(_("Link or number to join"), required=False)
    people = several(_("Who is invited of those who appeal?"), {})
    review = several(_("Who is invited to speak for the review or the decision?"), {}, required=True)

    def prepare(self, record: Record) -> None:
        """Both sides; what was arranged before stands in the boxes."""
        people = [*((each.holder, str(each)) for each in involved(record)), *_acting(record)]
        people = list(dict(people).items())
        names = record.names
        review = [(holder, names.get(holder, holder)) for holder in side_of_the_review(record)]
        self.fields["people"].choices = people  # type: ignore[attr-defined]
        self.fields["review"].choices = review  # type: ignore[attr-defined]
        before = hearing_of(record)
        if before is None:
            del self.fields["change_reason"]
            self.initial.setdefault("people", [holder for holder, _name in people])
            self.initial.setdefault("review", [holder for holder, _name in review])
            return
        told = {
            "day": before.day,
            "starts": f"{before.starts:%H:%M}",
            "ends": f"{before.ends:%H:%M}",
            "where": before.fact.codes["where"],
            "place": record.said(before.fact, "place"),
            "link": record.said(before.fact, "link"),
            "people": [holder for holder in before.invited if holder.startswith("person:")],
            "review": before.fact.codes["review"],
        }
        for name, value in told.items():
            self.initial.setdefault(name, value)

    def clean(self) -> dict[str, Any]:
        """A day that can be kept, said where, with a panel that may hear it."""
        cleaned = super().clean()
        assert self.record is not None
        if (starts := cleaned.get("starts")) and (ends := cleaned.get("ends")) and ends <= starts:
            self.add_error("ends", _("Enter a time after it begins"))
        if cleaned.get("day"):
            self._check_day(self.record, cleaned)
        if "change_reason" in self.fields and not cleaned.get("change_reason"):
            self.add_error("change_reason", _("Say why it is changed: the applicant is told"))
        needed = {"in_person": ["place"], "remote": ["link"], "both": ["place", "link"]}
        for name in needed.get(cleaned.get("where", ""), []):
            if not cleaned.get(name):
                self.add_error(name, _("Say where it is, or how to join"))
        if len(panel(self.record)) < LEAST_PANEL:
            self.add_error(
                None, _("Fewer than two of the panel have declared that nothing ties them to the case")
            )
        return cleaned

    def _check_day(self, record: Record, cleaned: dict[str, Any]) -> None:
        day = cleaned["day"]
        if day < record.today:
            self.add_error("day", _("Enter a day that lies ahead"))
            return
        try:
            off = record.calendar.why_not(day)
        except BeyondHorizon as beyond:
            self.add_error("day", str(beyond))
            return
        if off and not cleaned.get("day_off"):
            words = {"day": long_date(day), "why": off}
            self.add_error(
                "day", _("%(day)s is no working day (%(why)s). If it is meant, say so below") % words
            )


def _acting(record: Record) -> list[tuple[str, str]]:
    """Whoever acts for them, confirmed."""
    acting = {each.holder for each in in_state(record, "confirmed")}
    return [(person.holder, str(person)) for person in record.people if person.holder in acting]

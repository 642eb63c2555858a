"""Stage 11: a member says which of the proposed dates they can make, until the meeting is arranged (MISSION C4)."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.availability import poll_of, who_comes
from casereview.cases.chair import appointed
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, one_line
from casereview.steps.meeting_rules import to_be_reviewed
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.dates import long_date, time_of_day
from casereview.wording.meeting import CAN


class AvailabilityForm(StepForm):
    """`body`: whose answer it is, the holder of a body or of the chair. `can_1` and so on: one answer a date."""

    body = forms.ChoiceField(label=_("Whose answer is it?"), widget=forms.RadioSelect)
    who = one_line(_("Who would come: name and post"), required=False)
    on = Day(label=_("When it was given, if not today"), required=False)

    def prepare(self, record: Record) -> None:
        """The dates that are proposed; what was answered before stands in the boxes."""
        poll = poll_of(record)
        if poll is None:
            return
        names = {holder: body.name for holder, body in record.bodies.items()}
        members = [(holder, names.get(holder) or gettext("The chair")) for holder in poll.members]
        self.fields["body"].choices = members  # type: ignore[attr-defined]
        whose = str(self.data.get("body") or self.initial.get("body") or "")
        said = poll.said.get(whose, {})
        for number, each in enumerate(poll.dates, start=1):
            label = _("%(day)s, %(time)s") % {"day": long_date(each.day), "time": time_of_day(each.starts)}
            self.fields[f"can_{number}"] = choice(label, CAN)
            self.initial.setdefault(f"can_{number}", said.get(each.key))
        if whose == appointed(record):
            del self.fields["who"]
        else:
            self.initial.setdefault("who", who_comes(record, poll).get(whose, ""))
        self.order_fields(["body", *(f"can_{number}" for number in range(1, len(poll.dates) + 1))])

    def clean(self) -> dict[str, Any]:
        """A body that can come says who would; `can` holds the answers by date."""
        cleaned = super().clean()
        poll = poll_of(self.record) if self.record else None
        dates = enumerate(poll.dates if poll else (), start=1)
        cleaned["can"] = {each.key: cleaned.get(f"can_{number}", "") for number, each in dates}
        coming = {"yes", "if_needed"} & set(cleaned["can"].values())
        if coming and "who" in self.fields and not cleaned.get("who"):
            self.add_error("who", _("Say who would come"))
        return cleaned


def is_open(record: Record) -> str:
    """Open while dates are proposed and no meeting has been arranged since."""
    if why := to_be_reviewed(record):
        return why
    return "" if poll_of(record) else gettext("No dates are proposed for the meeting.")


def do(record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """Record the answers; whoever chairs answers for nobody but themselves. The name is read by office and chair."""
    assert record is not None
    chair = appointed(record)
    body = chair if chair in viewer.holders else answers["body"]
    words = Told({"who_comes": answers.get("who", "")}, scope="restricted", own=body)
    fact = NewFact(
        "availability_said", day_of(answers, at), {"body": body, "can": answers["can"]}, words=(words,)
    )
    return Outcome((fact,))


STEP = Step(
    name="say_availability",
    title=_("Say which dates can be made"),
    stage=11,
    who=("answer_for_body", "chair", "coordinate"),
    is_open=is_open,
    do=do,
    records={"availability_said": _("%(body)s answered which of the proposed dates can be made")},
    form=AvailabilityForm,
    minds=("dates_proposed", "meeting_arranged"),
)

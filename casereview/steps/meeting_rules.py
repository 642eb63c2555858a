"""When the steps of the meeting are open, and the fields that they share."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.involved import involved
from casereview.cases.meeting import DECIDED, begun, concluded, meeting_of
from casereview.cases.record import Record
from casereview.steps.step import StepForm, in_hand
from casereview.wording.dates import long_date


def to_be_reviewed(record: Record) -> str:
    """Open once the threshold is met, until the review is held to its end."""
    if why := in_hand(record):
        return why
    if not record.has(*DECIDED):
        return gettext("It has not been decided that there will be a review.")
    return gettext("The review has been held.") if concluded(record) else ""


def before_it_begins(record: Record) -> str:
    """Open from then on, until the meeting begins."""
    if why := to_be_reviewed(record):
        return why
    return gettext("The meeting has begun.") if begun(record) else ""


def while_arranged(record: Record) -> str:
    """Open while a meeting is arranged."""
    if why := in_hand(record):
        return why
    return "" if meeting_of(record) else gettext("No meeting is arranged.")


def once_its_day_has_come(record: Record) -> str:
    """Open while a meeting is arranged, from its day on."""
    if why := while_arranged(record):
        return why
    meeting = meeting_of(record)
    assert meeting is not None
    ahead = meeting.day > record.today
    return gettext("The meeting is on %(day)s.") % {"day": long_date(meeting.day)} if ahead else ""


class InvolvedForm(StepForm):
    """`person`: whose part it is, somebody who may take part as the person affected."""

    person = forms.ChoiceField(label=_("Whose?"), widget=forms.RadioSelect)

    def prepare(self, record: Record) -> None:
        """Whoever asked, and the victim."""
        people = involved(record)
        self.fields["person"].choices = [(each.holder, str(each)) for each in people]  # type: ignore[attr-defined]
        if len(people) == 1:
            self.initial.setdefault("person", people[0].holder)

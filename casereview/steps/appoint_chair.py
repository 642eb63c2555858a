"""Stage 9: an independent chair, from the area's pool, whom nothing ties to this case (MISSION C2)."""

from datetime import date, datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.chair import access_until, appointment_of
from casereview.cases.conflicts import bodies_in, conflicts_of
from casereview.cases.models import Appointment
from casereview.cases.outcome import Grant, NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.chairs import Candidate
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day
from casereview.steps.step import Answers, Step, StepForm, day_of, in_hand
from casereview.wording.chairs import conflict_words


class AppointForm(StepForm):
    """`chair` is a holder. Whoever has a conflict may be named, and is refused with the fact that conflicts.

    unsuitable: the names of those, each with what conflicts, in words: a page shows them beside the choice.
    """

    chair = forms.ChoiceField(label=_("Who will chair the review?"), widget=forms.RadioSelect)
    until = Day(
        label=_("The last day on which they need to see the case"),
        help_text=_("Their access ends with that day, and earlier when the case is closed"),
        ahead=True,
    )
    on = Day(label=_("When they were appointed"), required=False)

    def prepare(self, record: Record) -> None:
        """Offer whoever nothing keeps away; say of everybody else what does."""
        pool = record.chairs
        self.why = {holder: _why(record, each) for holder, each in pool.items()}
        self.fields["chair"].choices = [(holder, each.name) for holder, each in pool.items()]  # type: ignore[attr-defined]
        offered = [
            (holder, _label(each, record.today)) for holder, each in pool.items() if not self.why[holder]
        ]
        self.fields["chair"].widget.choices = offered
        self.unsuitable = [(pool[holder].name, why) for holder, why in self.why.items() if why]

    def clean_chair(self) -> str:
        """Nobody with a conflict, whatever was posted."""
        chosen: str = self.cleaned_data["chair"]
        assert self.record is not None
        if why := self.why[chosen]:
            name = self.record.chairs[chosen].name
            text = gettext("%(name)s cannot chair this review: %(why)s") % {
                "name": name,
                "why": "; ".join(why),
            }
            raise forms.ValidationError(text)
        return chosen

    def clean_until(self) -> date:
        """A day that is still to come: an appointment that opens nothing is none."""
        until: date = self.cleaned_data["until"]
        if self.record is not None and until < self.record.today:
            raise forms.ValidationError(_("Enter today’s date or a later one"))
        return until


def _why(record: Record, candidate: Candidate) -> list[str]:
    return [
        conflict_words(each.kind, each.words, each.since, each.until)
        for each in conflicts_of(record, candidate)
    ]


def _label(candidate: Candidate, today: date) -> str:
    """The name, with interests that are of no body of this case: whoever appoints weighs them."""
    declared = "; ".join(each.words for each in candidate.interests_on(today))
    if not declared:
        return candidate.name
    return gettext("%(name)s (declared: %(words)s)") % {"name": candidate.name, "words": declared}


def is_open(record: Record) -> str:
    """Open once the threshold is met, while nobody is appointed."""
    if why := in_hand(record):
        return why
    if not record.has("threshold_met", "review_ordered"):
        return gettext("There is no review: the threshold has not been met.")
    return gettext("A chair is appointed. End that first.") if appointment_of(record) else ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, and open to them what they need to declare any conflict, and nothing of the case (L9)."""
    assert record is not None
    on, chair = day_of(answers, at), answers["chair"]
    runs = [run.due for run in record.deadlines if run.clock == "review" and run.is_open and run.due]
    asked = Appointment(
        chair=chair,
        reference=record.case.reference,
        area=record.case.area,
        bodies=sorted(body.name for body in bodies_in(record).values()),
        asked_on=on,
        review_by=min(runs, default=None),
    )
    codes = {"chair": chair, "until": answers["until"].isoformat()}
    fact = NewFact("chair_appointed", on, codes, rows=(asked,))
    access = Grant(chair, ("appointment",), access_until(codes["until"]))
    return Outcome((fact,), **queue([("chair_appointed", chair)], at)._asdict(), access=(access,))


STEP = Step(
    name="appoint_chair",
    title=_("Appoint the chair"),
    stage=9,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"chair_appointed": _("%(chair)s was appointed to chair the review, until %(until)s")},
    form=AppointForm,
    minds=("chair_appointed", "application_withdrawn"),
    letters=("chair_appointed",),
)

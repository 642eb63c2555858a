"""Stage 14: a clerk who had no part in the case refers the appeal to the panel's chair, late or not (MISSION D3).

Again where the chair can go on no more. Once it is decided that there is a hearing, whoever follows leads the panel,
and does not decide that again.
"""

from datetime import date, datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import clerk_of, panel_chair, running
from casereview.cases.appeal_rules import must_agree
from casereview.cases.chair import access_until
from casereview.cases.conflicts import bodies_in, took_part
from casereview.cases.models import Appointment
from casereview.cases.outcome import Grant, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.panel_choice import (
    check_free,
    check_office,
    offer,
    seat_label,
    tied_clerk,
    why_not_seated,
)
from casereview.steps.step import Answers, Step, StepForm


class ReferForm(StepForm):
    """`panel_chair` is a holder. Whoever cannot do it may be named, and is refused with what keeps them away."""

    panel_chair = forms.ChoiceField(label=_("Which chair of the panel?"), widget=forms.RadioSelect)
    until = Day(
        label=_("The last day on which they need to see the case"),
        help_text=_("Their access ends with that day"),
        ahead=True,
    )
    notes = text(_("For the chair of the panel alone"), required=False)

    def prepare(self, record: Record) -> None:
        """Offer whoever is in office and free; say of everybody else what keeps them away."""
        pool = record.panel_chairs
        self.why = {holder: why_not_seated(record, seat) for holder, seat in pool.items()}
        labels = {holder: seat_label(record, seat) for holder, seat in pool.items()}
        self.offered = offer(self.fields["panel_chair"], labels, self.why)
        self.unsuitable = [(pool[holder].candidate.name, why) for holder, why in self.why.items() if why]

    def clean_panel_chair(self) -> str:
        """Nobody with a conflict and nobody out of office, whatever was posted."""
        assert self.record is not None
        chosen: str = self.cleaned_data["panel_chair"]
        check_free(chosen, self.record.panel_chairs[chosen].candidate.name, self.why)
        return chosen

    def clean_until(self) -> date:
        """A day that is still to come, and within their office: access that opens nothing is none."""
        assert self.record is not None
        until: date = self.cleaned_data["until"]
        if until < self.record.today:
            raise forms.ValidationError(_("Enter today’s date or a later one"))
        if chosen := self.cleaned_data.get("panel_chair"):
            check_office(self.record, self.record.panel_chairs[chosen], until)
        return until


def is_open(record: Record) -> str:
    """Open once a clerk without a part in the case has taken it on, while no chair of the panel has it."""
    found = running(record)
    if found is None:
        return gettext("No appeal is running.")
    if not clerk_of(record):
        return gettext("No clerk has taken it on.")
    if panel_chair(record):
        return gettext("The chair of the panel has it.")
    if must_agree(record):
        return gettext("They have not agreed to its being passed on: ask them, and record the talk.")
    return tied_clerk(record)


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, and open to them what they need to declare any conflict, and nothing of the case."""
    assert record is not None
    chair, until = answers["panel_chair"], answers["until"].isoformat()
    found = running(record)
    follows = found is not None and found.latest("appeal_qualified") is not None
    named = [record.names[holder] for holder in took_part(record) if holder in record.names]
    asked = Appointment(
        chair=chair,
        part="appeal",
        reference=record.case.reference,
        area=record.case.area,
        bodies=sorted(body.name for body in bodies_in(record).values()),
        took_part=sorted(named),
        asked_on=record.today,
    )
    fact = NewFact(
        "panel_chair_replaced" if follows else "appeal_referred",
        record.today,
        {"panel_chair": chair, "until": until},
        words=(Told({"notes": answers["notes"]}, scope="panel"),),
        rows=(asked,),
    )
    access = Grant(chair, ("appointment",), access_until(until))
    letters = queue([("panel_asked" if follows else "appeal_referred", chair)], at)
    return Outcome((fact,), **letters._asdict(), access=(access,))


STEP = Step(
    name="refer_appeal",
    title=_("Refer the appeal to the chair of the panel"),
    stage=14,
    who=("clerk_appeals",),
    is_open=is_open,
    do=do,
    records={
        "appeal_referred": _("The appeal was referred to %(panel_chair)s, until %(until)s"),
        "panel_chair_replaced": _("%(panel_chair)s was asked to lead the panel from now on, until %(until)s"),
    },
    form=ReferForm,
    minds=("appeal_referred", "panel_chair_replaced", "appeal_withdrawn", "clerk_named"),
    letters=("appeal_referred", "panel_asked"),
    sees="panel",
)

"""Stage 15: the clerk makes up the panel, of members of the public whom nothing ties to the case (MISSION D4).

Again for substitutes: whoever stood down or has a conflict is replaced. How many sit is the clerk's to settle: no page
that we know says a number, and a panel is never one person.
"""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.chair import access_until
from casereview.cases.conflicts import bodies_in, took_part
from casereview.cases.hearing import member_of
from casereview.cases.models import Appointment
from casereview.cases.outcome import Grant, NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.panel import Seat
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, several
from casereview.steps.hearing_rules import until_held
from casereview.steps.panel_choice import check_free, check_office, offer, seat_label, why_not_seated
from casereview.steps.step import Answers, Step, StepForm


class PanelForm(StepForm):
    """`members` are holders. Whoever cannot sit may be named, and is refused with what keeps them away.

    unsuitable: the names of those, each with why, in words: a page shows them beside the choice.
    offered: whether anybody is free.
    """

    members = several(_("Who is asked to sit on the panel?"), {}, required=True)
    until = Day(
        label=_("The last day on which they need to see the case"),
        help_text=_("Their access ends with that day"),
        ahead=True,
    )

    def prepare(self, record: Record) -> None:
        """Offer whoever is in office and free; say of everybody else what keeps them away."""
        pool = record.panel_pool
        self.why = {holder: _why(record, seat) for holder, seat in pool.items()}
        labels = {holder: seat_label(record, seat) for holder, seat in pool.items()}
        self.offered = offer(self.fields["members"], labels, self.why)
        if not self.offered:
            self.fields["members"].help_text = _(
                "Nobody of the pool is free. An administrator can appoint members, or renew a term"
            )
        self.unsuitable = [(pool[holder].candidate.name, why) for holder, why in self.why.items() if why]

    def clean(self) -> dict[str, Any]:
        """Nobody who cannot sit, whatever was posted; nobody beyond their office."""
        cleaned = super().clean()
        assert self.record is not None
        until: date | None = cleaned.get("until")
        if until and until < self.record.today:
            self.add_error("until", _("Enter today’s date or a later one"))
        for holder in cleaned.get("members", ()):
            seat = self.record.panel_pool[holder]
            try:
                check_free(holder, seat.candidate.name, self.why)
            except forms.ValidationError as cannot:
                self.add_error("members", cannot)
            try:
                check_office(self.record, seat, until or self.record.today)
            except forms.ValidationError as beyond:
                self.add_error("until", beyond)
        return cleaned


def _why(record: Record, seat: Seat) -> list[str]:
    found = why_not_seated(record, seat)
    if member_of(record, seat.candidate.holder):
        found.append(gettext("sits on it already"))
    return found


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Ask each; open to them what they need to declare any conflict, and nothing of the case."""
    assert record is not None
    until = answers["until"].isoformat()
    bodies = sorted(body.name for body in bodies_in(record).values())
    staff = sorted(record.names[holder] for holder in took_part(record) if holder in record.names)
    facts = [
        NewFact(
            "panel_member_appointed",
            record.today,
            {"member": member, "until": until},
            rows=(
                Appointment(
                    chair=member,
                    part="appeal",
                    reference=record.case.reference,
                    area=record.case.area,
                    bodies=bodies,
                    took_part=staff,
                    asked_on=record.today,
                ),
            ),
        )
        for member in answers["members"]
    ]
    access = [Grant(member, ("appointment",), access_until(until)) for member in answers["members"]]
    letters = queue([("panel_asked", member) for member in answers["members"]], at)
    return Outcome(tuple(facts), **letters._asdict(), access=tuple(access))


STEP = Step(
    name="appoint_panel",
    title=_("Ask members to sit on the panel"),
    stage=15,
    who=("clerk_appeals",),
    is_open=until_held,
    do=do,
    records={"panel_member_appointed": _("%(member)s was asked to sit on the panel, until %(until)s")},
    form=PanelForm,
    minds=("panel_member_appointed", "panel_conflict_declared", "appeal_withdrawn"),
    letters=("panel_asked",),
    sees="panel",
)

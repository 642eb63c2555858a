"""Stage 15: the clerk makes up the panel, of members of the public whom nothing ties to the case (MISSION D4).

Again for substitutes: whoever stood down or has a conflict is replaced. How many sit is the clerk's to settle: no page
that we know says a number, and a panel is never one person.
"""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.chair import access_until
from casereview.cases.conflicts import bodies_in, conflicts_with_appeal, took_part
from casereview.cases.hearing import member_of
from casereview.cases.models import Appointment
from casereview.cases.outcome import Grant, NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.panel import Seat
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, several
from casereview.steps.hearing_rules import until_held
from casereview.steps.step import Answers, Step, StepForm
from casereview.wording.chairs import conflict_words
from casereview.wording.dates import long_date, short_date


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
        self.fields["members"].choices = [(holder, _label(record, seat)) for holder, seat in pool.items()]  # type: ignore[attr-defined]
        free = [(holder, _label(record, pool[holder])) for holder in pool if not self.why[holder]]
        self.fields["members"].widget.choices = free
        self.offered = bool(free)
        if not free:
            self.fields["members"].help_text = _(
                "Nobody of the pool is free. An administrator can appoint members, or renew a term"
            )
        self.unsuitable = [(pool[holder].candidate.name, why) for holder, why in self.why.items() if why]

    def clean(self) -> dict[str, Any]:
        """Nobody who cannot sit, whatever was posted; nobody beyond their term of office."""
        cleaned = super().clean()
        assert self.record is not None
        until: date | None = cleaned.get("until")
        if until and until < self.record.today:
            self.add_error("until", _("Enter today’s date or a later one"))
        for holder in cleaned.get("members", ()):
            seat = self.record.panel_pool[holder]
            name = seat.candidate.name
            if why := self.why[holder]:
                text = gettext("%(name)s cannot sit on this panel: %(why)s")
                self.add_error("members", text % {"name": name, "why": "; ".join(why)})
            elif until and seat.term and until > seat.term.until:
                text = gettext("%(name)s is in office until %(day)s. Enter that day or an earlier one")
                self.add_error("until", text % {"name": name, "day": long_date(seat.term.until)})
        return cleaned


def _why(record: Record, seat: Seat) -> list[str]:
    found = [
        conflict_words(each.kind, each.words, each.since, each.until)
        for each in conflicts_with_appeal(record, seat.candidate)
    ]
    if not seat.in_office(record.today):
        ended = seat.term is not None and seat.term.until < record.today
        words = gettext("out of office since %(day)s") if ended else gettext("not in office")
        day = short_date(seat.term.until) if seat.term else ""
        found.append(words % {"day": day} if ended else words)
    if member_of(record, seat.candidate.holder):
        found.append(gettext("sits on it already"))
    return found


def _label(record: Record, seat: Seat) -> str:
    """The name, with what whoever chooses has to weigh: interests, training, a term that ends soon."""
    aside = [each.words for each in seat.candidate.interests_on(record.today)]
    if seat.trained is None:
        aside.append(gettext("not trained yet"))
    if seat.term and seat.ends_soon(record.today):
        aside.append(gettext("in office until %(day)s") % {"day": short_date(seat.term.until)})
    return f"{seat.candidate.name} ({'; '.join(aside)})" if aside else seat.candidate.name


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

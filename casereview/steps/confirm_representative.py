"""Any stage: the person affected agreed that somebody acts for them, when reached in a way that was known before.

From then on the representative has a page of their own (SECURITY row 6: consent is confirmed through what was held).
"""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.guards import Scope
from casereview.cases.models import Contact
from casereview.cases.outcome import Grant, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.representing import acting_as, in_state, like_somebody
from casereview.cases.tasks import tasks_about
from casereview.letters.queue import queue
from casereview.letters.representative import told, ways_to_confirm
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of, in_hand
from casereview.wording.application import ROLES
from casereview.wording.casework import METHODS

SCOPES: tuple[Scope, ...] = ("case",)
LETTERS = ("representative_confirmed", "representative_welcome")


class ConfirmForm(StepForm):
    """`person` is a holder, `route` the id of the way by which the person affected was reached."""

    person = forms.ChoiceField(label=_("Who shall act for them?"), widget=forms.RadioSelect)
    route = forms.ChoiceField(
        label=_("By which way was the person affected asked?"),
        help_text=_("Only ways that we held before somebody was named, and that are safe now"),
        widget=forms.RadioSelect,
    )
    notes = text(_("What they said"))
    somebody_else = forms.BooleanField(
        label=_("I have made sure that this is somebody else than the people named here"), required=False
    )
    on = Day(label=_("When they were asked"), required=False)

    def prepare(self, record: Record) -> None:
        """Whoever waits, with the people they may be; the ways that may be used for any of them."""
        waiting = in_state(record, "named")
        self.ways = {each.holder: ways_to_confirm(record, each) for each in waiting}
        self.like = {
            person.holder: like_somebody(record, person)
            for person in record.people
            if person.holder in self.ways
        }
        named = [(each.holder, self._named(record, each.holder)) for each in waiting]
        self.fields["person"].choices = named  # type: ignore[attr-defined]
        ways = {way.id: way for ways in self.ways.values() for way in ways}
        held = [(str(id_), f"{METHODS[way.method]}: {way.value}".rstrip(": ")) for id_, way in ways.items()]
        self.fields["route"].choices = held  # type: ignore[attr-defined]
        if not any(self.like.values()):
            del self.fields["somebody_else"]

    def _named(self, record: Record, holder: str) -> str:
        roles = [str(ROLES[role]) for role in self.like[holder]]
        like = gettext("of a like name, or reached in the same way: %(roles)s") % {"roles": ", ".join(roles)}
        return f"{record.names[holder]} ({like})" if roles else record.names[holder]

    def clean(self) -> dict[str, Any]:
        """The way was held before this one was named; somebody alike was looked at twice."""
        cleaned = super().clean()
        holder, route = cleaned.get("person", ""), cleaned.get("route", "")
        if holder and route and route not in {str(way.id) for way in self.ways[holder]}:
            self.add_error("route", _("This way was not known before they were named. Choose another"))
        if self.like.get(holder) and not cleaned.get("somebody_else"):
            self.add_error("somebody_else", _("Make sure who this is before the case opens to them"))
        return cleaned


def is_open(record: Record) -> str:
    """Open while somebody is named, and the person affected can be asked."""
    waiting = in_state(record, "named")
    if not waiting:
        return gettext("Nobody waits to be confirmed.")
    if not any(ways_to_confirm(record, each) for each in waiting):
        return gettext("No safe way of the person affected was known before somebody was named.")
    return in_hand(record)


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, open the case to them, and write to both."""
    assert record is not None
    holder, on = answers["person"], day_of(answers, at)
    acting = acting_as(record, holder)
    assert acting is not None
    way = next(way for way in ways_to_confirm(record, acting) if str(way.id) == answers["route"])
    codes = {"person": holder, "route": way.method, "contact": str(way.id)}
    words = Told({"notes": answers["notes"]}, scope="contact")
    fact = NewFact("representative_confirmed", on, codes, words=(words,), rows=tuple(_ways(record, holder)))
    done = (NewFact("task_done", on, {"task": str(task.id)}) for task in tasks_about(record, holder))
    letters = [*told(record, LETTERS[0]), (LETTERS[1], holder)]
    return Outcome((*done, fact), **queue(letters, at)._asdict(), access=(Grant(holder, SCOPES),))


def _ways(record: Record, holder: str) -> list[Contact]:
    """How they are reached, as it was given: it may be used from now on."""
    person = next(person for person in record.people if person.holder == holder)
    kept = ("method", "value", "seen_by_others", "never", "when", "how")
    return [
        Contact(person=person, own=holder, confirmed=True, **{name: getattr(way, name) for name in kept})
        for way in record.contacts_of(person)
    ]


STEP = Step(
    name="confirm_representative",
    title=_("Confirm a representative"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={
        "representative_confirmed": _(
            "%(person)s may act for the person affected, who was asked by %(route)s"
        ),
        "task_done": _("A task was done"),
    },
    form=ConfirmForm,
    minds=("representative_ended", "contact_changed"),
    letters=LETTERS,
    confirm=_("They see from then on where the case stands, its dates, and the letters to them."),
)

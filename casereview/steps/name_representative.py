"""Any stage: somebody is named who shall act for the person affected (MISSION A4). It opens nothing to them yet."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Contact, Person
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.representing import ROLE, in_state
from casereview.letters.queue import queue
from casereview.letters.representative import told
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.step import Answers, Step, StepForm, day_of, in_hand
from casereview.wording.casework import METHODS, SEEN_BY_OTHERS

MOST = 5  # at one time; each naming sends a letter
LETTER = "representative_named"


class NameForm(StepForm):
    """Who, and one way to reach them, which is not used before they are confirmed."""

    called = one_line(_("Who shall act for the person affected?"))
    relation = one_line(_("Who are they to that person?"))
    method = choice(_("How can they be reached?"), METHODS)
    value = text(_("Address or number"), required=False)
    seen_by_others = choice(_("Can anyone else see or answer it?"), SEEN_BY_OTHERS, required=False)
    when = text(_("When is it safe?"), required=False)
    how = text(_("What must we do, or never do?"), required=False)
    on = Day(label=_("When they were named"), required=False)

    def clean(self) -> dict[str, Any]:
        """A way can be used."""
        cleaned = super().clean()
        if cleaned.get("method") not in {None, "", "applicant_calls"} and not cleaned.get("value"):
            self.add_error("value", _("Enter the address or number"))
        return cleaned


def is_open(record: Record) -> str:
    """Open while this area has the case, for a handful of people."""
    if len(in_state(record, "named", "confirmed")) >= MOST:
        return gettext("As many people are named as can act at one time.")
    return in_hand(record)


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record them, tell the person affected (L27), and ask the named contact to confirm it."""
    assert record is not None
    person = Person(id=uuid4(), roles=[ROLE], name=answers["called"], relation=answers["relation"])
    person.holder = f"person:{person.id}"
    way = Contact(
        person=person,
        own=person.holder,
        confirmed=False,
        **{name: answers[name] for name in ("method", "value", "seen_by_others", "when", "how")},
    )
    on = day_of(answers, at)
    what = gettext("Ask the person affected whether %(name)s may act for them, in a way known before")
    task = NewFact(
        "task_added",
        on,
        {"who": "", "due": None, "about": person.holder},
        words=(Told({"what": what % {"name": person.name}}, scope="restricted"),),
    )
    named = NewFact(LETTER, on, {"person": person.holder}, words=_who(record, person), rows=(person, way))
    return Outcome((task, named), **queue(told(record, LETTER), at)._asdict())


def _who(record: Record, person: Person) -> tuple[Told, ...]:
    """Who they are, for the applicant and the person affected to read on their own pages."""
    said = {"name": person.name, "relation": person.relation}
    readers = dict.fromkeys(each.holder for each in (record.applicant, record.victim) if each)
    return tuple(Told(said, scope="contact", own=reader) for reader in readers)


STEP = Step(
    name="name_representative",
    title=_("Name a representative"),
    stage=0,
    who=("coordinate", "apply"),
    is_open=is_open,
    do=do,
    records={
        LETTER: _("%(person)s was named to act for the person affected"),
        "task_added": _("A task was added, to be done by %(due)s"),
    },
    form=NameForm,
    letters=(LETTER,),
)

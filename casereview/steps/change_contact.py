"""Any stage, at once: how somebody may be reached, and how never (MISSION A6; BLUEPRINT: "Applicant moves").

"No longer safe" works from this moment. A new way is not used until it is confirmed through one already held.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Contact, Person
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.support import LETTER, stop_support
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, several, text
from casereview.steps.step import Answers, Step, StepForm, always, day_of
from casereview.wording.casework import METHODS, SEEN_BY_OTHERS

HAVE_CONTACTS = ("applicant", "victim", "representative", "reporter", "group")


class ContactsForm(StepForm):
    """`person` is a holder; `unsafe` and `confirmed` list ids of ways that are held; the rest is one new way."""

    person = forms.ChoiceField(label=_("Whose?"), widget=forms.RadioSelect)
    unsafe = several(_("Which are no longer safe?"), {})
    confirmed = several(_("Which new ones are confirmed, through a way already held?"), {})
    method = choice(_("A new way"), METHODS, required=False)
    value = text(_("Address or number"), required=False)
    seen_by_others = choice(_("Can anyone else see or answer it?"), SEEN_BY_OTHERS, required=False)
    when = text(_("When is it safe?"), required=False)
    how = text(_("What must we do, or never do?"), required=False)
    on = Day(label=_("When we were told"), required=False)

    def prepare(self, record: Record) -> None:
        """The ways of everybody in the case, or of the one who is named."""
        people = [person for person in record.people if set(HAVE_CONTACTS) & set(person.roles)]
        choices = [(person.holder, str(person)) for person in people]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]
        if record.applicant:
            self.initial.setdefault("person", record.applicant.holder)
        held = [contact for person in people for contact in record.contacts_of(person)]
        named = [(str(row.id), f"{METHODS[row.method]}: {row.value}") for row in held if not row.never]
        waiting = [(str(row.id), f"{METHODS[row.method]}: {row.value}") for row in held if not row.confirmed]
        self.fields["unsafe"].choices = named  # type: ignore[attr-defined]
        self.fields["confirmed"].choices = waiting  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Something is changed, and a new way can be used."""
        cleaned = super().clean()
        if not any(cleaned.get(name) for name in ("unsafe", "confirmed", "method")):
            self.add_error("method", _("Say what is no longer safe, or what is new"))
        if cleaned.get("method") not in {None, "", "applicant_calls"} and not cleaned.get("value"):
            self.add_error("value", _("Enter the address or number"))
        return cleaned


def do(record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """All of the person's ways anew: the rows of the latest fact are the ones in force."""
    assert record is not None
    person = next(person for person in record.people if person.holder == answers["person"])
    by_staff = not viewer.holder.startswith("person:")
    rows = list(_kept(record, person, answers, by_staff))
    if answers["method"]:
        rows.append(_new(person, answers))
    codes = {
        "person": person.holder,
        "method": answers["method"],
        "unsafe": answers["unsafe"],
        "confirmed": answers["confirmed"] if by_staff else [],
    }
    fact = NewFact("contact_changed", day_of(answers, at), codes, rows=tuple(rows))
    return Outcome((fact,), **stop_support(record, person.holder, at))


def _kept(record: Record, person: Person, answers: Answers, by_staff: bool) -> Iterator[Contact]:
    """The ways held: an unsafe one stays as one never to use, and so does the old address of who has moved."""
    moved = answers["method"] == "post"
    for held in record.contacts_of(person):
        id_ = str(held.id)
        yield Contact(
            person=person,
            own=person.holder,
            method=held.method,
            value=held.value,
            seen_by_others=held.seen_by_others,
            never=held.never or id_ in answers["unsafe"] or (moved and held.method == "post"),
            when=held.when,
            how=held.how,
            confirmed=held.confirmed or (by_staff and id_ in answers["confirmed"]),
        )


def _new(person: Person, answers: Answers) -> Contact:
    """Not used before it is confirmed; that somebody will call us needs no confirming."""
    return Contact(
        person=person,
        own=person.holder,
        method=answers["method"],
        value=answers["value"],
        seen_by_others=answers["seen_by_others"],
        when=answers["when"],
        how=answers["how"],
        confirmed=answers["method"] == "applicant_calls",
    )


STEP = Step(
    name="change_contact",
    title=_("Change safe contact"),
    stage=7,
    who=("coordinate", "apply"),
    roles=("applicant", "victim", "representative"),
    is_open=always,
    do=do,
    records={"contact_changed": _("Safe contact was changed")},
    form=ContactsForm,
    minds=("contact_changed",),
    letters=(LETTER,),
)

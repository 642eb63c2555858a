"""The form field by which somebody picks one of the case's letters, shared by the steps about letters."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.record import Record
from casereview.letters.making import made
from casereview.letters.models import Letter
from casereview.letters.prose_file import title_of
from casereview.letters.safe_contact import Route
from casereview.letters.states import Code, find, states
from casereview.steps.step import StepForm


class LetterForm(StepForm):
    """`letter`: the id of one of this case's letters that is in one of the states `among`; cleaned to the letter."""

    among: tuple[Code, ...] = ()
    letter = forms.ChoiceField(label=_("Which letter?"), widget=forms.RadioSelect)

    def prepare(self, record: Record) -> None:
        """Offer the letters to which this may happen."""
        field = self.fields["letter"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (str(state.letter.pk), f"{title_of(state.letter.code)} ({name_of(record, state.letter)})")
            for state in states(record)
            if state.code in self.among
        ]

    def must_be_made(self, letter: Letter, route: Route, on: date | None) -> None:
        """Refuse a letter that cannot be made, before it is said to have gone."""
        assert self.record is not None
        if made(self.record, letter, route, on) is None:
            self.add_error("letter", _("This letter cannot be made at the moment. It stays where it is"))

    def clean_letter(self) -> Letter:
        """Return the letter itself: the id of another case's letter is no valid choice."""
        assert self.record is not None
        found = find(self.record, self.cleaned_data["letter"])
        assert found is not None
        return found


def name_of(record: Record, letter: Letter) -> str:
    """Who a letter is for, by name."""
    body = record.bodies.get(letter.to)
    person = next((person for person in record.people if person.holder == letter.to), None)
    return body.name if body else str(person or "")


def codes_of(letter: Letter, **more: Any) -> dict[str, Any]:
    """The codes of a fact about this letter."""
    return {"letter": str(letter.pk), "code": letter.code, "to": letter.to, **more}


def has_letter(record: Record, *among: Code) -> bool:
    """Whether the case has a letter in one of these states."""
    return any(state.code in among for state in states(record))

"""Who may clerk or hear an appeal, as a choice: whoever has a conflict is shown with what conflicts, and refused."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext

from casereview.cases.conflicts import conflicts_with_appeal
from casereview.cases.record import Record
from casereview.people.chairs import Candidate
from casereview.wording.chairs import conflict_words

Why = dict[str, list[str]]


def why_not(record: Record, candidate: Candidate) -> list[str]:
    """Each fact that conflicts, in words."""
    found = conflicts_with_appeal(record, candidate)
    return [conflict_words(each.kind, each.words, each.since, each.until) for each in found]


def offer(
    field: forms.Field, record: Record, pool: Mapping[str, Candidate]
) -> tuple[Why, list[tuple[str, list[str]]]]:
    """Set the choices of a field to the pool; return why each cannot, by holder, and by name those who cannot."""
    why = {holder: why_not(record, each) for holder, each in pool.items()}
    field.choices = [(holder, each.name) for holder, each in pool.items()]  # type: ignore[attr-defined]
    field.widget.choices = [(holder, pool[holder].name) for holder in pool if not why[holder]]
    return why, [(pool[holder].name, reasons) for holder, reasons in why.items() if reasons]


def check_free(chosen: str, pool: Mapping[str, Candidate], why: Why) -> str:
    """The holder, if nothing conflicts. Raises ValidationError with what does."""
    if why[chosen]:
        raise forms.ValidationError(
            gettext("%(name)s had a part in this: %(why)s")
            % {"name": pool[chosen].name, "why": "; ".join(why[chosen])}
        )
    return chosen

"""Who may clerk or hear an appeal, as a choice: whoever cannot is shown with what keeps them away, and refused."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext

from casereview.cases.appeal import clerk_of
from casereview.cases.conflicts import conflicts_with_appeal
from casereview.cases.record import Record
from casereview.people.chairs import Candidate
from casereview.people.panel import Seat
from casereview.wording.chairs import beyond_office, conflict_words, out_of_office
from casereview.wording.dates import short_date

Why = dict[str, list[str]]


def why_not(record: Record, candidate: Candidate) -> list[str]:
    """Each fact that conflicts, in words."""
    found = conflicts_with_appeal(record, candidate)
    return [conflict_words(each.kind, each.words, each.since, each.until) for each in found]


def tied_clerk(record: Record) -> str:
    """Why whoever clerks the appeal may not go on with it, in a sentence; "" where nothing ties them to the case."""
    candidate = record.clerks.get(clerk_of(record))
    why = why_not(record, candidate) if candidate else []
    if candidate is None or not why:
        return ""
    words = {"name": candidate.name, "why": "; ".join(why)}
    return gettext("%(name)s had a part in this: %(why)s. Another clerk must take it on.") % words


def why_not_seated(record: Record, seat: Seat) -> list[str]:
    """The same of somebody of the panel, who must be in office besides."""
    found = why_not(record, seat.candidate)
    if not seat.in_office(record.today):
        since, until = (seat.term.since, seat.term.until) if seat.term else (None, None)
        found.append(out_of_office(since, until, record.today))
    return found


def seat_label(record: Record, seat: Seat) -> str:
    """The name, with what whoever chooses has to weigh: interests, training, an office that ends soon."""
    aside = [each.words for each in seat.candidate.interests_on(record.today)]
    if seat.trained is None:
        aside.append(gettext("not trained yet"))
    until = seat.office_until(record.today)
    if until and seat.ends_soon(record.today):
        aside.append(gettext("in office until %(day)s") % {"day": short_date(until)})
    return f"{seat.candidate.name} ({'; '.join(aside)})" if aside else seat.candidate.name


def offer(field: forms.Field, labels: Mapping[str, str], why: Why) -> bool:
    """Let these holders be chosen, and show those whom nothing keeps away. Returns whether there is one."""
    free = [(holder, label) for holder, label in labels.items() if not why[holder]]
    field.choices = list(labels.items())  # type: ignore[attr-defined]
    field.widget.choices = free
    return bool(free)


def check_free(chosen: str, name: str, why: Why) -> None:
    """Raises ValidationError with what keeps the chosen holder away."""
    if why[chosen]:
        text = gettext("%(name)s cannot do this: %(why)s")
        raise forms.ValidationError(text % {"name": name, "why": "; ".join(why[chosen])})


def check_office(record: Record, seat: Seat, until: date) -> None:
    """Raises ValidationError where the office of somebody who is in office ends before that London date."""
    last = seat.office_until(record.today)
    if last and until > last:
        raise forms.ValidationError(beyond_office(seat.candidate.name, last))

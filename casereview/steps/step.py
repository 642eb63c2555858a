"""What a step is: a plain record and a few pure functions. There is no engine; `process.take` runs it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.guards import Scope
from casereview.cases.outcome import Outcome
from casereview.cases.record import Record
from casereview.people.roles import Permission
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day

Answers = Mapping[str, Any]
StrOrPromise = str | Promise  # text, perhaps translated when it is read


class StepForm(forms.Form):
    """A form of a step: it is handed the record, since choices and checks depend on the case (None at receipt)."""

    def __init__(self, *args: Any, record: Record | None = None, **kwargs: Any) -> None:
        self.record = record
        super().__init__(*args, **kwargs)
        if record is not None:
            self.prepare(record)

    def prepare(self, record: Record) -> None:
        """Set the choices and add the fields that depend on the case."""

    def clean(self) -> dict[str, Any]:
        """No day of a fact lies ahead: a fact is something that happened."""
        cleaned = super().clean() or {}
        for name, field in self.fields.items():
            if isinstance(field, Day) and self.record is not None and not field.ahead:
                day = cleaned.get(name)
                if day and day > self.record.today:
                    self.add_error(name, _("Enter today’s date or an earlier one"))
        return cleaned


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that may be done in the procedure.

    name: as in addresses and code. stage: BLUEPRINT's stage, 4 to 17, or 0 for any. who: the permissions of which
    one is enough; with "answer_for_body" the answers name the body, which must be the viewer's own. is_open: why it
    cannot be taken now, in a sentence, or "" when it can. do: returns what shall happen; it saves nothing and asks no
    database: all it needs is in the record. records: every kind of fact it may record, but for what
    a case carries along from the one before it. minds: kinds of fact that, when
    recorded since the form was opened, must be seen first. says: the sentence for the history, by kind of fact.
    letters: the codes of letters it may queue. opens: whether it begins a new case. roles: where `who` has "apply",
    which people of the case may take it: one who acts for another may do little for them. bars: why this one may not
    take it, though others with their role may, or "".
    """

    name: str
    title: StrOrPromise
    stage: int
    who: tuple[Permission, ...]
    is_open: Callable[[Record], str]
    do: Callable[[Record | None, Answers, Viewer, datetime], Outcome]
    records: Mapping[str, StrOrPromise]
    form: type[StepForm] | None = None
    minds: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    opens: bool = False
    sees: Scope = (
        "case"  # which scope of the case its taker must hold: a chair declares conflicts before all others
    )
    roles: tuple[str, ...] = ("applicant", "victim")
    bars: Callable[[Record, Viewer], str] = lambda _record, _viewer: ""
    confirm: StrOrPromise = ""  # what is said before a step that cannot be undone

    def closed_to(self, record: Record, viewer: Viewer) -> str:
        """Why this viewer cannot take it now, in a sentence, though their role may; "" when they can."""
        return self.is_open(record) or self.bars(record, viewer)


def always(_record: Record) -> str:
    """Open at any stage."""
    return ""


def until_closed(record: Record) -> str:
    """Open until the case is closed."""
    return gettext("The case is closed.") if record.has("case_closed") else ""


def in_hand(record: Record) -> str:
    """Open while this area has the application to work on."""
    if record.has("application_withdrawn"):
        return gettext("The application was withdrawn.")
    if record.has("transferred_out"):
        return gettext("The application was passed on to another area.")
    return until_closed(record)


def undecided(record: Record) -> str:
    """Open while this area has it, and the threshold is not decided."""
    if record.has("threshold_met", "threshold_not_met", "review_ordered"):
        return gettext("The threshold has been decided.")
    return in_hand(record)


def day_of(answers: Answers, at: datetime) -> date:
    """The day on which it happened: as told in `on`, else the London day of the moment."""
    told: date | None = answers.get("on")
    return told or timezone.localdate(at)

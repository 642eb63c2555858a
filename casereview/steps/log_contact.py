"""Stage 7: talking with the applicant, and every try to (MISSION B1; BLUEPRINT: "Applicant silent")."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.schemes import unstated
from casereview.steps.contact_fields import TalkForm
from casereview.steps.step import Answers, Step, day_of, until_closed


class ContactForm(TalkForm):
    """Of a contact before the decision: after enough tries in vain, we write."""

    write = forms.BooleanField(label=_("Write to say that we have tried to reach them"), required=False)

    def clean(self) -> dict[str, Any]:
        """The letter goes only after enough tries."""
        cleaned = super().clean()
        assert self.record is not None
        if cleaned.get("write") and not self.errors:
            self._enough(self.record, cleaned)
        return cleaned

    def _enough(self, record: Record, cleaned: dict[str, Any]) -> None:
        this = (str(cleaned.get("on") or record.today), str(cleaned["time"]))
        tried = len({*tries(record), this}) if cleaned["outcome"] != "reached" else 0
        needed = tries_needed(record)
        if tried < needed:
            self.add_error("write", _("Write after %(needed)s tries at different times") % {"needed": needed})


def tries(record: Record) -> set[tuple[str, str]]:
    """The different moments at which they were tried since they were last reached."""
    reached = record.latest("contact_made")
    since = [
        fact
        for fact in record.current("contact_attempted")
        if reached is None or fact.number > reached.number
    ]
    return {(fact.happened_on.isoformat(), str(fact.codes.get("time"))) for fact in since}


def tries_needed(record: Record) -> int:
    """After how many failed tries we write."""
    needed = unstated.timing(record.scheme).contact_tries
    assert needed is not None
    return needed


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the contact or the try; queue L3 where it was asked for."""
    assert record is not None
    kind = "contact_made" if answers["outcome"] == "reached" else "contact_attempted"
    codes = {"route": answers["route"], "outcome": answers["outcome"], "time": str(answers["time"])}
    words = (Told({"notes": answers["notes"]}, scope="restricted"),)
    fact = NewFact(kind, day_of(answers, at), codes, words=words)
    applicant = record.applicant
    to_send = [("tried_to_reach", applicant.holder)] if answers["write"] and applicant else []
    return Outcome((fact,), **queue(to_send, at)._asdict())


STEP = Step(
    name="log_contact",
    title=_("Record a contact or a try"),
    stage=7,
    who=("coordinate",),
    is_open=until_closed,
    do=do,
    records={
        "contact_made": _("We spoke with the applicant by %(route)s"),
        "contact_attempted": _("We tried to reach the applicant by %(route)s: %(outcome)s"),
    },
    form=ContactForm,
    letters=("tried_to_reach",),
)

"""Stage 6: every application goes to every relevant body of its area, and what each received is kept.

Anti-social Behaviour, Crime and Policing Act 2014, sections 104 and 105: the relevant bodies decide together, so each
must have been told. Consent limits what they are told, never whether.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import Grant, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.sharing import identity_may_be_shared, kept_from, must_be_told, told
from casereview.cases.shown import shown_to
from casereview.letters.queue import queue
from casereview.people.models import Body
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, several, text
from casereview.steps.step import Answers, Step, StepForm, day_of, undecided


class DispatchForm(StepForm):
    """The bodies that have not been told, those that must be ticked already."""

    bodies = several(_("Which bodies will it go to?"), {}, required=True)
    keep_from_reason = text(
        _("Why it goes to a body that they asked us to keep it from, and what they were told about that"),
        required=False,
    )
    on = Day(label=_("When it was sent"), required=False)

    def prepare(self, record: Record) -> None:
        """Offer whom it has not gone to yet."""
        waiting = _waiting(record)
        self.fields["bodies"].choices = [(body.holder, body.name) for body in waiting]  # type: ignore[attr-defined]
        must = {body.holder for body in must_be_told(record)}
        self.initial.setdefault("bodies", [body.holder for body in waiting if body.holder in must])

    def clean(self) -> dict[str, Any]:
        """To go against the applicant's wish needs a reason: the law may ask for it, silence may not."""
        cleaned = super().clean()
        against = self.record and kept_from(self.record) & set(cleaned.get("bodies", ()))
        if against and not cleaned.get("keep_from_reason"):
            self.add_error("keep_from_reason", _("Say why, and what the applicant was told"))
        return cleaned


def is_open(record: Record) -> str:
    """Open while a body is left to tell."""
    if why := undecided(record):
        return why
    return "" if _waiting(record) else gettext("It has gone to every body of the area.")


def _waiting(record: Record) -> list[Body]:
    done = {body.holder for body in told(record)}
    return [body for body in record.relevant_bodies if body.holder not in done]


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record a dispatch for each body with exactly what it is shown, and open the case to it that far."""
    assert record is not None
    facts, access = [], []
    for holder in answers["bodies"]:
        body = record.bodies[holder]
        named = identity_may_be_shared(record, body)
        words = [Told(shown_to(record, body, named), own=holder)]
        if answers["keep_from_reason"] and holder in kept_from(record):
            words.append(Told({"keep_from_reason": answers["keep_from_reason"]}, scope="restricted"))
        codes = {"body": holder, "identity_shared": named}
        facts.append(NewFact("application_dispatched", day_of(answers, at), codes, words=tuple(words)))
        access.append(Grant(holder, ("case",)))
    letters = queue([("application_notice", holder) for holder in answers["bodies"]], at)
    return Outcome(tuple(facts), **letters._asdict(), access=tuple(access))


STEP = Step(
    name="dispatch_application",
    title=_("Send the application to the bodies"),
    stage=6,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"application_dispatched": _("The application was sent to %(body)s")},
    form=DispatchForm,
    minds=("application_dispatched", "consent_recorded", "application_withdrawn"),
    letters=("application_notice",),
)

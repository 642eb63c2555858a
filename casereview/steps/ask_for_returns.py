"""Stage 10: each relevant body, and any other with information, is asked for what it holds (MISSION C1).

Anti-social Behaviour, Crime and Policing Act 2014, Schedule 4, paragraph 7: the bodies that carry out a review may ask
any person for information; whoever exercises public functions and holds it in connection with them must give it.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import Grant, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.return_link import wanted
from casereview.cases.returns import asked_bodies
from casereview.cases.sharing import identity_may_be_shared, kept_from, told
from casereview.cases.shown import shown_to
from casereview.letters.queue import queue
from casereview.people.models import Body
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, several, text
from casereview.steps.step import Answers, Step, StepForm, day_of, in_hand

PURPOSE = _("To see in the review what was reported and what was done, and to decide what more can be done.")


class AskForm(StepForm):
    """The bodies that have not been asked: those that know of the application are ticked already."""

    bodies = several(_("Which bodies are asked?"), {}, required=True)
    purpose = text(_("Why the information is needed"), initial=PURPOSE)
    questions = text(
        _("Questions besides the usual ones"),
        help_text=_("Everybody who is asked reads these. Name nobody who has not agreed to it"),
        required=False,
    )
    keep_from_reason = text(
        _("Why a body is asked that they asked us to keep it from, and what they were told about that"),
        required=False,
    )
    on = Day(label=_("When they were asked"), required=False)

    def prepare(self, record: Record) -> None:
        """Relevant bodies first; others of the area may have information too."""
        waiting = _waiting(record)
        self.fields["bodies"].choices = [(body.holder, body.name) for body in waiting]  # type: ignore[attr-defined]
        knowing = {body.holder for body in told(record)}
        self.initial.setdefault("bodies", [body.holder for body in waiting if body.holder in knowing])

    def clean(self) -> dict[str, Any]:
        """To go against the applicant's wish needs a reason, unless the body was told with one before."""
        cleaned = super().clean()
        assert self.record is not None
        new = set(cleaned.get("bodies", ())) - {body.holder for body in told(self.record)}
        if kept_from(self.record) & new and not cleaned.get("keep_from_reason"):
            self.add_error("keep_from_reason", _("Say why, and what the applicant was told"))
        return cleaned


def is_open(record: Record) -> str:
    """Open once the threshold is met, while a body is left to ask."""
    if why := in_hand(record):
        return why
    if not record.has("threshold_met", "review_ordered"):
        return gettext("There is no review: the threshold has not been met.")
    return "" if _waiting(record) else gettext("Every body of the area has been asked.")


def _waiting(record: Record) -> list[Body]:
    asked = {body.holder for body in asked_bodies(record)}
    left = [body for body in record.bodies.values() if body.active and body.holder not in asked]
    return sorted(left, key=lambda body: not body.relevant)


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """One fact a body, the letter that asks (L10) and a link to its mailbox; each may see the case from now on."""
    assert record is not None
    facts, access = [], []
    for holder in answers["bodies"]:
        facts.append(_asked(record, record.bodies[holder], answers, at))
        access.append(Grant(holder, ("case",)))
    letters = queue([("information_request", holder) for holder in answers["bodies"]], at)
    links = tuple(wanted(holder, at) for holder in answers["bodies"])
    return Outcome(
        tuple(facts), letters=letters.letters, working=(*letters.working, *links), access=tuple(access)
    )


def _asked(record: Record, body: Body, answers: Answers, at: datetime) -> NewFact:
    """A body that did not know of the application is told as much of it as one to which it is sent."""
    named = identity_may_be_shared(record, body)
    asked: dict[str, Any] = {"purpose": str(answers["purpose"]), "questions": answers["questions"]}
    if body not in told(record):
        asked |= shown_to(record, body, named)
    words = [Told(asked, own=body.holder)]
    if answers["keep_from_reason"] and body.holder in kept_from(record):
        words.append(Told({"keep_from_reason": answers["keep_from_reason"]}, scope="restricted"))
    codes = {"body": body.holder, "identity_shared": named, "basis": "schedule_4"}
    return NewFact("information_requested", day_of(answers, at), codes, words=tuple(words))


STEP = Step(
    name="ask_for_returns",
    title=_("Ask the bodies for their information"),
    stage=10,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"information_requested": _("%(body)s was asked for the information that it holds")},
    form=AskForm,
    minds=("information_requested", "consent_recorded", "application_withdrawn"),
    letters=("information_request",),
)

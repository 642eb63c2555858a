"""Any stage: a second person reads the copy of what is held of somebody, and signs it or sends it back (MISSION F4)."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.own_information import by_hand, prepared, signed
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of

ANSWERS = {"signed": _("I have read it all: it may be given"), "back": _("It goes back")}


class SignForm(StepForm):
    """Sending it back needs a reason; whoever prepared it cannot sign it."""

    answer = choice(_("Have you read the copy?"), ANSWERS)
    why = text(_("What has to change?"), required=False)

    def clean(self) -> dict[str, object]:
        """A reason goes with sending it back."""
        cleaned = super().clean()
        if cleaned.get("answer") == "back" and not cleaned.get("why"):
            self.add_error("why", _("Say what has to change"))
        return cleaned


def is_open(record: Record) -> str:
    """Open once a copy is prepared and not signed."""
    if prepared(record) is None:
        return gettext("No copy is prepared.")
    return gettext("The copy is signed.") if signed(record) else ""


def bars(record: Record, viewer: Viewer) -> str:
    """Whoever prepared a copy does not sign it."""
    made = prepared(record)
    if made and made.by in viewer.holders:
        return gettext("You prepared this copy: somebody else must read it and sign.")
    return ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Sign it, and send it by its letter (L28); where it goes by hand, the person affected is warned first."""
    assert record is not None
    made = prepared(record)
    assert made is not None
    person, on = made.codes["person"], day_of(answers, at)
    if answers["answer"] == "back":
        words = (Told({"why": answers["why"]}, scope="restricted"),)
        return Outcome((NewFact("own_information_sent_back", on, {"person": person}, words=words),))
    fact = NewFact("own_information_signed", on, {"person": person})
    if not by_hand(record, made):
        return Outcome((fact,), **queue([("own_information", person)], at)._asdict())
    affected = record.victim or record.applicant
    to_warn = [("information_disclosed", affected.holder)] if affected else []
    return Outcome((fact,), **queue(to_warn, at)._asdict())


STEP = Step(
    name="sign_own_information",
    title=_("Sign the copy of what is held"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={
        "own_information_signed": _("The copy for %(person)s was signed"),
        "own_information_sent_back": _("The copy for %(person)s was sent back"),
    },
    form=SignForm,
    minds=("own_information_prepared", "own_information_signed", "passage_redacted"),
    bars=bars,
    letters=("own_information", "information_disclosed"),
    confirm=_("What is given cannot be taken back."),
)

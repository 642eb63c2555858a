"""Stage 13: the applicant is asked whether it has stopped, before anybody calls the plan completed (LESSONS 7)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.plan_form import under_way
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.plan import ASKED_BY, STOPPED


class AskForm(StepForm):
    """In writing, to be answered on their page or to us; or in a talk, with the answer."""

    how = choice(_("How are they asked?"), ASKED_BY)
    stopped = choice(_("In a talk: has it stopped?"), STOPPED, required=False)
    notes = text(_("In a talk: what they said"), required=False)
    on = Day(label=_("When they were asked"), required=False)

    def clean(self) -> dict[str, Any]:
        """A talk has its answer; a letter has none yet."""
        cleaned = super().clean()
        if cleaned.get("how") == "talk" and not cleaned.get("stopped"):
            self.add_error("stopped", _("Say what they answered"))
        if cleaned.get("how") == "letter" and cleaned.get("stopped"):
            self.add_error("stopped", _("A letter has no answer yet: record it when it comes"))
        return cleaned


def is_open(record: Record) -> str:
    """Open while the plan is being carried out, as often as it is wanted."""
    if why := under_way(record):
        return why
    if record.has("applicant_died"):
        return gettext("The applicant has died.")
    return "" if record.applicant else gettext("There is nobody to ask.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record that they were asked; with the answer of a talk, or with the letter that asks."""
    assert record is not None
    assert record.applicant is not None
    on, person = day_of(answers, at), record.applicant.holder
    asked = NewFact("applicant_asked", on, {"person": person, "how": answers["how"]})
    if answers["how"] == "letter":
        return Outcome((asked,), **queue([("has_it_stopped", person)], at)._asdict())
    words = Told({"notes": answers["notes"]}, own=person)
    codes = {"person": person, "stopped": answers["stopped"]}
    return Outcome((asked, NewFact("applicant_answered", on, codes, words=(words,))))


STEP = Step(
    name="ask_applicant",
    title=_("Ask the applicant whether it has stopped"),
    stage=13,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={
        "applicant_asked": _("The applicant was asked whether it has stopped"),
        "applicant_answered": _("Has it stopped? The applicant: %(stopped)s"),
    },
    form=AskForm,
    minds=("applicant_asked", "applicant_answered", "applicant_died"),
    letters=("has_it_stopped",),
)

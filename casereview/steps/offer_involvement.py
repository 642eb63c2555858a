"""Stage 11: the applicant is asked which part they want in the meeting (MISSION C4; LESSONS 4)."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.involved import asked_first, involved
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, several, text
from casereview.steps.meeting_rules import before_it_begins
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.meeting import ASKED_BY


class OfferForm(StepForm):
    """`people`: holders. asked_by: a letter, or spoken, and then when and what was said."""

    people = several(_("Who is asked?"), {}, required=True)
    asked_by = choice(_("How are they asked?"), ASKED_BY, initial="letter")
    notes = text(_("If they were asked in a talk: what was said"), required=False)
    on = Day(label=_("When they were asked, if not today"), required=False)

    def prepare(self, record: Record) -> None:
        """Whoever asked, and the victim: ticked unless somebody acts for a victim who has not agreed."""
        choices = [(person.holder, str(person)) for person in involved(record)]
        self.fields["people"].choices = choices  # type: ignore[attr-defined]
        self.initial.setdefault("people", [person.holder for person in asked_first(record)])


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it for each of them; queue the letter (L12) where they are asked in writing."""
    notes = (Told({"notes": answers["notes"]}, scope="restricted"),)
    facts = [
        NewFact(
            "involvement_offered",
            day_of(answers, at),
            {"person": person, "asked_by": answers["asked_by"]},
            words=notes,
        )
        for person in answers["people"]
    ]
    to_send = (
        [("your_part", person) for person in answers["people"]] if answers["asked_by"] == "letter" else []
    )
    return Outcome(tuple(facts), **queue(to_send, at)._asdict())


STEP = Step(
    name="offer_involvement",
    title=_("Ask the applicant how they want to take part"),
    stage=11,
    who=("coordinate",),
    is_open=before_it_begins,
    do=do,
    records={"involvement_offered": _("%(person)s was asked how they want to take part in the meeting")},
    form=OfferForm,
    letters=("your_part",),
)

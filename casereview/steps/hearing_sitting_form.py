"""What is recorded of a sitting of the hearing: who was there, and that both sides were invited (LESSONS 4, 9)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.hearing import LEAST_PANEL, arrangements, hearing_of, panel
from casereview.cases.involved import involved
from casereview.cases.models import Person
from casereview.cases.outcome import Told
from casereview.cases.record import Record
from casereview.letters.states import states
from casereview.steps.fields import Day, choice, several, text
from casereview.steps.step import Answers, StepForm
from casereview.wording.meeting import CAME

INVITING = ("hearing_invitation", "date_changed")


class HearingSittingForm(StepForm):
    """`came_1`, … what became of each who appeals; `uninvited_1` where no invitation reached them."""

    present = several(_("Who of the panel was there?"), {}, required=True)
    review_came = several(_("Who came for the review or the decision?"), {})
    others = text(_("Who else was there"), required=False)
    heard = text(
        _("What each side said, in short"), help_text=_("For the panel and its clerk alone"), required=False
    )
    on = Day(label=_("The day on which it was held, if not the day arranged"), required=False)

    def prepare(self, record: Record) -> None:
        """The panel as it is now, both sides, and what is still to be said of each who appeals.

        Whoever left the panel since the day was arranged hears nothing of it; whoever came in their place does.
        """
        hearing = hearing_of(record)
        assert hearing is not None
        names, codes = record.names, hearing.fact.codes
        for name, holders in (("present", panel(record)), ("review_came", codes["review"])):
            choices = [(holder, names.get(holder, holder)) for holder in holders]
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for number, person in enumerate(involved(record), start=1):
            self.fields[f"came_{number}"] = choice(_("Did %(name)s come?") % {"name": person}, CAME)
            if not was_invited(record, person):
                label = _("No invitation has reached %(name)s: why it was held all the same")
                self.fields[f"uninvited_{number}"] = text(label % {"name": person})
        numbered = [name for name in self.fields if "_" in name and name[-1].isdigit()]
        self.order_fields(["reason", "present", *numbered])

    def clean(self) -> dict[str, Any]:
        """A panel is never one person."""
        cleaned = super().clean()
        if cleaned.get("present") and len(cleaned["present"]) < LEAST_PANEL:
            self.add_error("present", _("A panel is never one person. Put the hearing off"))
        return cleaned


def was_invited(record: Record, person: Person) -> bool:
    """Whether a letter that invites them to this sitting has gone, and not come back."""
    arranged = {fact.id for fact in arrangements(record)}
    return any(
        state.letter.to == person.holder
        and state.letter.code in INVITING
        and state.letter.fact_id in arranged
        and (state.code == "sent" or state.read_on)
        for state in states(record)
    )


def attendance(record: Record, answers: Answers) -> dict[str, Any]:
    """The codes of a sitting: who of the panel was there and who was missing, and who came of both sides."""
    people = enumerate(involved(record), start=1)
    return {
        "present": answers["present"],
        "missing": [each for each in panel(record) if each not in answers["present"]],
        "review_came": answers["review_came"],
        "came": {person.holder: answers[f"came_{number}"] for number, person in people},
    }


def kept(answers: Answers) -> Told:
    """What was written down of a sitting, for the panel and its clerk."""
    why = [text for name, text in answers.items() if name.startswith("uninvited_") and text]
    told = {"others_present": answers["others"], "heard": answers["heard"], "about_applicant": why}
    return Told(told, scope="panel")

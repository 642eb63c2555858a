"""Stage 11: the applicant chooses their part in the meeting, and may change it until it begins (MISSION C4)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.involved import COMING, REPRESENTED, parts_of
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.meeting_rules import InvolvedForm, before_it_begins
from casereview.steps.step import Answers, Step, day_of
from casereview.wording.meeting import PARTS, WAYS_IN, part_words

ASIDE = (
    "representative",
    "adjustments",
    "interpreter",
)  # words about them, for the co-ordinator and the chair


class PartForm(InvolvedForm):
    """part: as the scheme offers it, or none. how: for whoever comes, themselves or by somebody."""

    part = choice(_("Which part do they want?"), {})
    how = choice(_("If they come, or somebody comes for them: how?"), WAYS_IN, required=False)
    representative = one_line(_("Who comes for them"), required=False)
    adjustments = text(_("What would make it easier"), required=False)
    interpreter = one_line(_("An interpreter: for which language"), required=False)
    on = Day(label=_("When they told us, if not today"), required=False)

    def prepare(self, record: Record) -> None:
        """The parts that the scheme offers."""
        super().prepare(record)
        offered = [(code, part_words(record.scheme, code, PARTS)) for code in parts_of(record)]
        self.fields["part"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever comes says how; a representative has a name."""
        cleaned = super().clean()
        part = cleaned.get("part")
        if part in (*COMING, REPRESENTED) and not cleaned.get("how"):
            self.add_error("how", _("Say how: in the room, by video or by phone"))
        if part == REPRESENTED and not cleaned.get("representative"):
            self.add_error("representative", _("Say who comes"))
        return cleaned


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the choice; their needs are words that they, the co-ordinator and the chair read."""
    comes = answers["part"] in (*COMING, REPRESENTED)
    codes = {
        "person": answers["person"],
        "part": answers["part"],
        "how": answers["how"] if comes else "",
    }
    words = Told({name: answers[name] for name in ASIDE}, own=answers["person"])
    return Outcome((NewFact("involvement_chosen", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="choose_involvement",
    title=_("Record which part the applicant chooses"),
    stage=11,
    who=("coordinate", "apply"),
    is_open=before_it_begins,
    do=do,
    records={"involvement_chosen": _("%(person)s chose their part in the meeting: %(part)s")},
    form=PartForm,
    minds=("involvement_chosen",),
)

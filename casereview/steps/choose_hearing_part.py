"""Stage 15: whoever appeals chooses how they take part in the hearing, and may change it until it begins (D4)."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.hearing import COMES
from casereview.cases.involved import involved
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.hearing_rules import before_it_begins
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.hearing import PARTS
from casereview.wording.meeting import WAYS_IN

ASIDE = ("representative", "adjustments", "interpreter")


class HearingPartForm(StepForm):
    """person: whose part it is. how: for whoever comes, themselves or by somebody."""

    person = forms.ChoiceField(label=_("Whose?"), widget=forms.RadioSelect)
    part = choice(_("Which part do they want?"), PARTS)
    how = choice(_("If they come, or somebody comes for them: how?"), WAYS_IN, required=False)
    representative = one_line(_("Who comes for them"), required=False)
    adjustments = text(_("What would make it easier"), required=False)
    interpreter = one_line(_("An interpreter: for which language"), required=False)
    on = Day(label=_("When they told us, if not today"), required=False)

    def prepare(self, record: Record) -> None:
        """Whoever asked, and the person affected."""
        people = involved(record)
        self.fields["person"].choices = [(each.holder, str(each)) for each in people]  # type: ignore[attr-defined]
        if len(people) == 1:
            self.initial.setdefault("person", people[0].holder)

    def clean(self) -> dict[str, Any]:
        """Whoever comes says how; a representative has a name."""
        cleaned = super().clean()
        part = cleaned.get("part")
        if part in COMES and not cleaned.get("how"):
            self.add_error("how", _("Say how: in the room, by video or by phone"))
        if part == "representative" and not cleaned.get("representative"):
            self.add_error("representative", _("Say who comes"))
        return cleaned


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the choice; their needs are words that they, the clerk and the panel read."""
    comes = answers["part"] in COMES
    codes = {
        "person": answers["person"],
        "hearing_part": answers["part"],
        "how": answers["how"] if comes else "",
    }
    words = Told({name: answers[name] for name in ASIDE}, scope="appeal", own=answers["person"])
    return Outcome((NewFact("hearing_part_chosen", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="choose_hearing_part",
    title=_("Record how the applicant takes part in the hearing"),
    stage=15,
    who=("clerk_appeals", "apply"),
    is_open=before_it_begins,
    do=do,
    records={"hearing_part_chosen": _("%(person)s chose their part in the hearing: %(hearing_part)s")},
    form=HearingPartForm,
    minds=("hearing_part_chosen",),
)

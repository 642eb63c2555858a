"""Any stage: in which district of the area it happens, for the figures (MISSION E2): it is said, and never guessed."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.beginning import APPLICATIONS
from casereview.cases.district import named
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.districts import NO_ONE


class DistrictForm(StepForm):
    """The districts that the area names now, and what is said where it is no one of them."""

    district = forms.ChoiceField(
        label=_("In which district does it happen?"),
        widget=forms.RadioSelect,
        help_text=_("For the published figures alone. You can say it again when more is known"),
    )

    def prepare(self, record: Record) -> None:
        """The area's districts in its own order."""
        own = [(name, name) for name in record.area.district_names]
        self.fields["district"].choices = [*own, *NO_ONE.items()]  # type: ignore[attr-defined]


def is_open(record: Record) -> str:
    """Open where the area names its districts and the application came in this case; closed cases too: they count."""
    if not record.area.district_names:
        return gettext("This area names no districts. An administrator can add them to its settings.")
    if not record.has(*APPLICATIONS):
        return gettext("The district is named in the case in which the application came.")
    return ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the name as it is now: what an area calls its districts later changes nothing that was said."""
    assert record is not None
    codes = {"district": answers["district"]}
    return Outcome((NewFact("district_named", day_of(answers, at), codes, corrects=named(record)),))


STEP = Step(
    name="name_district",
    title=_("Say in which district it happens"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"district_named": _("The district in which it happens: %(district)s")},
    form=DistrictForm,
    minds=("district_named",),
)

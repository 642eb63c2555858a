"""Stage 15: both sides may put their views in writing; the last of each counts, until the hearing begins (D4)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.hearing import APPLICANT, REVIEW, view_of
from casereview.cases.involved import involved
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.review_side import side_of_the_review
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.hearing_rules import before_it_begins
from casereview.steps.step import Answers, Step, StepForm, day_of


class ViewForm(StepForm):
    """`person`: whose view it is, a holder: a person, or somebody who speaks for the review or the decision.

    For bodies and the chair of the review their own page gives it, and a body's `body` besides.
    """

    person = forms.ChoiceField(label=_("Whose view is it?"), widget=forms.RadioSelect)
    view = text(_("What they want the panel to hear, in their own words"))
    on = Day(label=_("When they gave it, if not today"), required=False)

    def prepare(self, record: Record) -> None:
        """Both sides."""
        people = [(each.holder, str(each)) for each in involved(record)]
        names = record.names
        others = [(each, names.get(each, gettext("The review"))) for each in side_of_the_review(record)]
        self.fields["person"].choices = [*people, *others]  # type: ignore[attr-defined]
        if whose := str(self.initial.get("person", "")):
            self._own(record, whose)

    def _own(self, record: Record, whose: str) -> None:
        """A page of theirs says whose it is: what they wrote before stands in the box."""
        del self.fields["on"]
        self.fields["view"].label = _("What should the panel hear?")
        self.fields["view"].help_text = _("Whoever appeals reads it too, so that they can answer")
        self.initial.setdefault("view", record.said(view_of(record, whose), "view"))


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it; whoever gave it reads it, the clerk, the panel and the office do."""
    of = answers["person"]
    codes = {"side": APPLICANT if of.startswith("person:") else REVIEW, "of": of}
    words = Told({"view": answers["view"]}, scope="appeal", own=of)
    return Outcome((NewFact("appeal_view_given", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="give_appeal_view",
    title=_("Put a view for the hearing in writing"),
    stage=15,
    who=("clerk_appeals", "coordinate", "answer_for_body", "chair", "apply"),
    is_open=before_it_begins,
    do=do,
    records={"appeal_view_given": _("%(of)s put a view for the hearing in writing")},
    form=ViewForm,
    minds=("appeal_view_given",),
)

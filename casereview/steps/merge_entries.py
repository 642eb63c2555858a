"""Stage 10: what several have told of the same is put under one line of the chronology; it may be taken back (C2)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.chronology import chronology
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed

MOST = 20  # lines that are joined at once


class MergeForm(StepForm):
    """`same`: the keys of lines of the chronology, with commas between; the first leads."""

    same = forms.CharField(widget=forms.HiddenInput, max_length=50 * MOST, required=False)
    reasons = text(_("Why they are the same"), required=False)

    def clean_same(self) -> list[str]:
        """At least two lines, each a line of this case that nothing else leads yet."""
        assert self.record is not None
        there = {line.key for line in chronology(self.record).lines}
        chosen = list(dict.fromkeys(filter(None, self.cleaned_data["same"].split(","))))
        if len(chosen) < 2:
            raise forms.ValidationError(_("Choose two lines of the chronology, or more"))
        if len(chosen) > MOST or not there.issuperset(chosen):
            raise forms.ValidationError(_("Choose lines that are still in the chronology, twenty at most"))
        return chosen


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record which lines are the same."""
    words = (Told({"reasons": answers["reasons"]}, scope="restricted"),)
    return Outcome((NewFact("entries_merged", day_of(answers, at), {"same": answers["same"]}, words=words),))


STEP = Step(
    name="merge_entries",
    title=_("Join lines that tell the same"),
    stage=10,
    who=("coordinate",),
    is_open=until_closed,
    do=do,
    records={"entries_merged": _("Lines of the chronology were joined as the same")},
    form=MergeForm,
    minds=("return_received", "entries_merged"),
)

"""Stage 8: a named person finds, with reasons, that a report does not count; nothing else takes one out (LESSONS 3).

Taken back by a correction.
"""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Report
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.threshold import discounted
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.step import Answers, Step, StepForm, day_of, undecided
from casereview.wording.casework import DISCOUNT_GROUNDS


class DiscountForm(StepForm):
    """There is no ground "no record": that a body does not hold a report says nothing about whether it was made."""

    report = forms.ChoiceField(label=_("Which report?"), widget=forms.RadioSelect)
    ground = choice(_("Why does it not count?"), DISCOUNT_GROUNDS)
    reasons = text(_("Reasons, for the applicant to read"))
    found_by = one_line(_("Who finds this: name, post and body"))
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """The reports that are not taken out."""
        choices = [(str(report.id), _("Report %s") % report.number) for report in _left(record)]
        self.fields["report"].choices = choices  # type: ignore[attr-defined]


def _left(record: Record) -> list[Report]:
    out = discounted(record)
    return [report for report in record.reports if str(report.id) not in out]


def is_open(record: Record) -> str:
    """Open while a report counts, or may."""
    return undecided(record) or (
        "" if _left(record) else gettext("There is no report that could be taken out.")
    )


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the finding; the reasons are the applicant's to read, who found it is restricted."""
    codes = {"report": answers["report"], "ground": answers["ground"]}
    words = (
        Told({"reasons": answers["reasons"]}),
        Told({"found_by": answers["found_by"]}, scope="restricted"),
    )
    return Outcome((NewFact("report_discounted", day_of(answers, at), codes, words=words),))


STEP = Step(
    name="discount_report",
    title=_("Find that a report does not count"),
    stage=8,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"report_discounted": _("A report was found not to count: %(ground)s")},
    form=DiscountForm,
    minds=("reports_answered", "report_discounted", "information_added"),
)

"""Stage 8: a body says what it holds of the reports made to it (MISSION B2; LESSONS 3).

"No record" is kept and shown, and takes nothing away: a lost report is often the grievance itself.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Report
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.sharing import told
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.step import Answers, Step, StepForm, day_of, undecided
from casereview.wording.casework import REPORT_ANSWERS
from casereview.wording.dates import vague_date


class AnswerForm(StepForm):
    """For the report with the number 2: `answer_2`, `day_2` and `reference_2`. Only the body's own are asked."""

    body = forms.ChoiceField(label=_("Which body answers?"), widget=forms.RadioSelect)
    others = forms.IntegerField(
        label=_("How many other people have reported the same problem to you?"),
        help_text=_("A number only: say who they are to nobody."),
        min_value=0,
        max_value=500,
        required=False,
    )
    others_from = Day(label=_("The first of their reports"), required=False)
    others_to = Day(label=_("The last of their reports"), required=False)
    notes = text(_("Anything else about these reports"), required=False)
    on = Day(label=_("When the body answered"), required=False)

    def prepare(self, record: Record) -> None:
        """Fields for each report of the body; before it is known which, of every report that can be seen."""
        bodies = told(record)
        self.fields["body"].choices = [(body.holder, body.name) for body in bodies]  # type: ignore[attr-defined]
        body = self.data.get("body") or self.initial.get("body")
        for report in _asked(record, body):
            said = {
                "n": report.number,
                "body": report.body_name or _name(record, report),
                "day": _day(report),
            }
            label = _("Report %(n)s, %(day)s, to %(body)s: do you hold it?") % said
            self.fields[f"answer_{report.number}"] = choice(label, REPORT_ANSWERS, required=False)
            self.fields[f"day_{report.number}"] = Day(label=_("The day in your record"), required=False)
            self.fields[f"reference_{report.number}"] = one_line(_("Your reference"), required=False)
        self.order_fields(["body", *(name for name in self.fields if name[-1].isdigit())])

    def clean(self) -> dict[str, Any]:
        """Each report has its answer, and a correction says what is right."""
        cleaned = super().clean()
        assert self.record is not None
        for report in _asked(self.record, cleaned.get("body", "-")):
            answer, n = cleaned.get(f"answer_{report.number}"), report.number
            if not answer:
                self.add_error(f"answer_{n}", _("Say whether you hold this report"))
            elif answer == "corrected" and not (cleaned.get(f"day_{n}") or cleaned.get(f"reference_{n}")):
                self.add_error(f"day_{n}", _("Enter the day or the reference in your record"))
        since, until = cleaned.get("others_from"), cleaned.get("others_to")
        if since and until and since > until:
            self.add_error("others_to", _("The last report cannot be before the first"))
        return cleaned


def _asked(record: Record, body: str | None) -> list[Report]:
    return [report for report in record.reports if report.own and body in (None, report.own)]


def _name(record: Record, report: Report) -> str:
    return record.bodies[report.own].name if report.own in record.bodies else report.body_kind


def _day(report: Report) -> str:
    since, until = report.on_from or report.on_to, report.on_to or report.on_from
    return vague_date(since, until) if since and until else report.as_told or gettext("day not known")


def is_open(record: Record) -> str:
    """Open once a body has been told."""
    return undecided(record) or ("" if told(record) else gettext("The application has gone to no body yet."))


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the answers: codes and days in the spine, references and notes in words that the body may read."""
    assert record is not None
    body, given, references = answers["body"], {}, []
    for report in _asked(record, body):
        answer: dict[str, Any] = {"answer": answers[f"answer_{report.number}"]}
        day, reference = answers[f"day_{report.number}"], answers[f"reference_{report.number}"]
        if day and answer["answer"] == "corrected":
            answer["on"] = day.isoformat()
        if reference:
            references.append(f"{report.number}: {reference}")
        given[str(report.id)] = answer
    codes = {
        "body": body,
        "answers": given,
        "others": answers["others"] or 0,
        "others_from": answers["others_from"].isoformat() if answers["others_from"] else None,
        "others_to": answers["others_to"].isoformat() if answers["others_to"] else None,
    }
    words = Told({"notes": answers["notes"], "references": references}, scope="restricted", own=body)
    return Outcome((NewFact("reports_answered", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="answer_reports",
    title=_("Answer about the reports"),
    stage=8,
    who=("answer_for_body", "coordinate"),
    is_open=is_open,
    do=do,
    records={"reports_answered": _("%(body)s answered about the reports made to it")},
    form=AnswerForm,
)

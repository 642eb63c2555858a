"""Stage 4 on: the behaviour is in another area. Received and dated here, passed on with that date (BLUEPRINT §1)."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.beginning import applied_on
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.schemes.load import all_areas
from casereview.steps.fields import Day, one_line, text
from casereview.steps.step import Answers, Step, StepForm, day_of, undecided


class TransferForm(StepForm):
    """`area` is the code of an area with rules here, where a case is then opened; else only `to`, a name, is kept."""

    area = forms.ChoiceField(label=_("An area of this service"), required=False)
    to = one_line(
        _("Which office has it now?"), help_text=_("The name and how to reach it, for the applicant")
    )
    how = text(_("How it was passed on, and to whom there"), required=False)
    for_applicant = text(_("Anything the letter should say"), required=False)
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """Every other area whose rules are held."""
        others = [(code, code.replace("-", " ").title()) for code in all_areas() if code != record.case.area]
        self.fields["area"].choices = [("", _("Another")), *others]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """To an office elsewhere it is passed by a person, who says how."""
        cleaned = super().clean()
        if not cleaned.get("area") and not cleaned.get("how"):
            self.add_error("how", _("Say how it was passed on, and to whom there"))
        return cleaned


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record where it went and the day on which it first arrived; tell the applicant who has it (L26)."""
    assert record is not None
    codes = {"area": answers["area"], "arrived": applied_on(record).isoformat()}
    words = (
        Told({"to": answers["to"], "for_applicant": answers["for_applicant"]}),
        Told({"how": answers["how"]}, scope="restricted"),
    )
    fact = NewFact("transferred_out", day_of(answers, at), codes, words=words)
    to_send = [("passed_on", record.applicant.holder)] if record.applicant else []
    return Outcome((fact,), **queue(to_send, at)._asdict())


STEP = Step(
    name="transfer",
    title=_("Pass on to another area"),
    stage=16,
    who=("coordinate",),
    is_open=undecided,
    do=do,
    records={"transferred_out": _("Passed on to another area; it first arrived on %(arrived)s")},
    form=TransferForm,
    letters=("passed_on",),
    confirm=_("The other area works on it from now on. The applicant is told who has it."),
)

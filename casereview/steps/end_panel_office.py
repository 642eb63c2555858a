"""Stage 15: a member's term of office is over before the day that was set for them. Their access ends with it.

Taken by a job (jobs/panel_offices.py): terms are kept by administrators, who see no case.
"""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import clerk_of
from casereview.cases.hearing import held, member_of, to_be_heard
from casereview.cases.outcome import End, NewFact, Outcome
from casereview.cases.panel_office import out_of_office
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm


class OfficeForm(StepForm):
    """`member` is a holder."""

    member = forms.ChoiceField()

    def prepare(self, record: Record) -> None:
        """Those whose office is over."""
        self.fields["member"].choices = [(each, "") for each in out_of_office(record)]  # type: ignore[attr-defined]


def is_open(record: Record) -> str:
    """Open while an appeal is open to a member of a panel who is in office no more."""
    return "" if out_of_office(record) else gettext("Nobody of the panel is out of office.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, and close the case to them; before the hearing is held, the clerk is asked for a substitute."""
    assert record is not None
    member, clerk = answers["member"], clerk_of(record)
    missed = bool(member_of(record, member)) and to_be_heard(record) and not held(record)
    letters = queue([("panel_substitute", clerk)] if clerk and missed else [], at)
    fact = NewFact("panel_office_ended", record.today, {"member": member})
    return Outcome((fact,), **letters._asdict(), access=(End(member),))


STEP = Step(
    name="end_panel_office",
    title=_("Take somebody off the panel whose term is over"),
    stage=15,
    who=("system",),
    is_open=is_open,
    do=do,
    records={
        "panel_office_ended": _("%(member)s no longer sits on the panel: they are not in office any more")
    },
    form=OfficeForm,
    letters=("panel_substitute",),
)

"""Stage 16: the case is closed, with its reason; never for silence, nor before the last day to appeal has passed."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import About, appeal_of, is_over, running
from casereview.cases.appeal_window import begins_with
from casereview.cases.assessed import unassessed
from casereview.cases.chair import access_ended
from casereview.cases.further_action import OPEN_A_CASE, Further, owed_further
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.dates import long_date
from casereview.wording.hearing import FURTHER
from casereview.wording.risk import missing_sentence


class CloseForm(StepForm):
    """The reason follows from the facts: nobody chooses it."""

    for_applicant = text(_("Anything the letter should say"), required=False)
    notes = text(_("Notes"), required=False)
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """What is still open, and does not keep the case from closing."""
        if points := unassessed(record):
            self.fields["notes"].help_text = missing_sentence(points)


def reason_of(record: Record) -> str:
    """Why the case can be closed: a code of CLOSURES; "" while nothing has ended it."""
    ends = {
        "transferred": "transferred_out",
        "withdrawn": "application_withdrawn",
        "applicant_died": "applicant_died",
        "appeal_decided": "outcome_notice_sent",
        "completed": "completion_notice_sent",
        "not_met": "threshold_not_met",
    }
    return next((reason for reason, kind in ends.items() if record.has(kind)), "")


def is_open(record: Record) -> str:
    """Open once something has ended it and, after a refusal or a plan, nobody can appeal in time any more.

    Where the area's page names no last day to appeal, nothing is waited for: an appeal is taken after the close too.
    """
    if record.has("case_closed"):
        return gettext("The case is closed.")
    reason = reason_of(record)
    if not reason and record.has("threshold_met", "review_ordered"):
        return gettext("There is a review: the case closes after the review and its action plan.")
    if not reason:
        return gettext("There is no decision yet. Silence does not close a case.")
    if running(record) and reason not in {"transferred", "applicant_died"}:
        return gettext("There is an appeal.")
    if reason == "appeal_decided" and (owed := [each for each in owed_further(record) if _here(each)]):
        asked = FURTHER[owed[0].what]
        return gettext("What the panel asked for is not done yet: %(what)s.") % {"what": asked}
    against: dict[str, About] = {"not_met": "threshold", "completed": "review"}
    return _appeal(record, against[reason]) if reason in against else ""


def _here(each: Further) -> bool:
    """Whether it is done in this case, and not in one of its own."""
    return each.what not in OPEN_A_CASE


def _appeal(record: Record, against: About) -> str:
    """Why an appeal still keeps it open."""
    if appeal_of(record) and not is_over(record):
        return gettext("There is an appeal: the case closes when it is over and the outcome was sent.")
    if not begins_with(record.scheme, against):
        return ""
    last_days = [deadline.due for deadline in record.deadlines if deadline.clock == "appeal" and deadline.due]
    if not last_days:
        return gettext("The last day to appeal is not yet fixed: the notice has not been served.")
    if max(last_days) >= record.today:
        return gettext("The last day to appeal is %(day)s.") % {"day": long_date(max(last_days))}
    return ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Close it, and say so in writing (L26), but for a case that goes on elsewhere or whose applicant has died."""
    assert record is not None
    reason = reason_of(record)
    words = (
        Told({"for_applicant": answers["for_applicant"]}),
        Told({"notes": answers["notes"]}, scope="restricted"),
    )
    fact = NewFact("case_closed", day_of(answers, at), {"reason": reason}, words=words)
    told = record.applicant and not record.has("applicant_died", "case_reopened") and reason != "transferred"
    to_send = [("closed", record.applicant.holder)] if told and record.applicant else []
    return Outcome((fact,), **queue(to_send, at)._asdict(), access=access_ended(record))


STEP = Step(
    name="close",
    title=_("Close the case"),
    stage=16,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"case_closed": _("The case was closed: %(reason)s")},
    form=CloseForm,
    minds=("appeal_received", "concern_recorded", "information_added"),
    letters=("closed",),
    confirm=_("Every clock but the right to appeal ends with the case."),
)

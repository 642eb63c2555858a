"""Stage 8: the decision that is proposed goes to each body that was told, and each is asked for its view."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.decided_before import decided_before, keeps_away, nobody_else
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.sharing import told
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of, undecided
from casereview.wording.casework import AGAIN, RESULTS


class ProposalForm(StepForm):
    """The bodies read the reasons as they are written here. `again_reason` where nobody else could decide again."""

    result = choice(_("What is proposed?"), RESULTS)
    reasons = text(_("Reasons, for the bodies to read"))
    again_reason = text(AGAIN, required=False)
    on = Day(label=_("When it was proposed"), required=False)

    def prepare(self, record: Record) -> None:
        """Ask why the same person proposes again, only where everybody in the office decided before."""
        before = decided_before(record)
        if before is None or not nobody_else(record, before):
            del self.fields["again_reason"]
            return
        self.fields["again_reason"].required = True
        self.fields["again_reason"].help_text = before.sentence


def is_open(record: Record) -> str:
    """Open once a body has been told; a changed proposal is simply proposed again."""
    return undecided(record) or ("" if told(record) else gettext("The application has gone to no body yet."))


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the proposal, readable by each body, and ask each for its view (L4)."""
    assert record is not None
    asked = [body.holder for body in told(record)]
    words = [Told({"reasons": answers["reasons"]}, scope="restricted", own=holder) for holder in asked]
    if again := answers.get("again_reason"):
        words.append(Told({"again_reason": again}, scope="restricted"))
    codes = {"met": answers["result"] == "met", "bodies": asked}
    fact = NewFact("decision_proposed", day_of(answers, at), codes, words=tuple(words))
    return Outcome((fact,), **queue([("views_wanted", holder) for holder in asked], at)._asdict())


STEP = Step(
    name="propose_decision",
    title=_("Propose a decision"),
    stage=8,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"decision_proposed": _("A decision was proposed to %(bodies)s: %(met)s")},
    form=ProposalForm,
    bars=keeps_away,
    minds=(
        "reports_answered",
        "report_discounted",
        "information_added",
        "decision_proposed",
        "application_dispatched",
    ),
    letters=("views_wanted",),
)

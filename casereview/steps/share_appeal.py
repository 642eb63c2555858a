"""Stage 14: the bodies of the case are told in brief that there is an appeal, and not why (MISSION D3; L21)."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import running
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.cases.sharing import told
from casereview.letters.queue import queue
from casereview.people.models import Body
from casereview.people.viewer import Viewer
from casereview.steps.fields import several
from casereview.steps.step import Answers, Step, StepForm


class ShareForm(StepForm):
    """The bodies with a part in the case that have not been told of this appeal, all of them ticked."""

    bodies = several(_("Which bodies are told?"), {}, required=True)

    def prepare(self, record: Record) -> None:
        """Those that were told of the case."""
        left = _left(record)
        self.fields["bodies"].choices = [(body.holder, body.name) for body in left]  # type: ignore[attr-defined]
        self.initial.setdefault("bodies", [body.holder for body in left])


def _left(record: Record) -> list[Body]:
    found = running(record)
    done = (
        {fact.codes.get("body") for fact in found.facts if fact.kind == "appeal_shared"} if found else set()
    )
    return [body for body in told(record) if body.holder not in done]


def is_open(record: Record) -> str:
    """Open while a body of the case has not been told of the appeal."""
    if running(record) is None:
        return gettext("No appeal is running.")
    return "" if _left(record) else gettext("Every body of the case has been told.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it for each body, and write to each in brief: no reasons leave before the panel's chair has them."""
    assert record is not None
    facts = tuple(NewFact("appeal_shared", record.today, {"body": holder}) for holder in answers["bodies"])
    return Outcome(facts, **queue([("appeal_notice", holder) for holder in answers["bodies"]], at)._asdict())


STEP = Step(
    name="share_appeal",
    title=_("Tell the bodies that there is an appeal"),
    stage=14,
    who=("clerk_appeals",),
    is_open=is_open,
    do=do,
    records={"appeal_shared": _("%(body)s was told that there is an appeal")},
    form=ShareForm,
    minds=("appeal_shared", "appeal_withdrawn"),
    letters=("appeal_notice",),
    sees="panel",
)

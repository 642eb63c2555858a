"""Stage 11: the papers for the meeting go to its members, each their own version (MISSION C4; L14)."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.meeting import meeting_of
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.pack.readers import readers
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import several
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed


class PackForm(StepForm):
    """Who gets papers now: everybody who is invited, unless somebody is left out."""

    to = several(_("Who gets their papers now?"), {}, required=True)

    def prepare(self, record: Record) -> None:
        """The chair and the bodies that are invited."""
        found = list(readers(record).items())
        self.fields["to"].choices = found  # type: ignore[attr-defined]
        self.initial.setdefault("to", [holder for holder, _name in found])


def is_open(record: Record) -> str:
    """Open while a meeting is arranged."""
    if why := until_closed(record):
        return why
    return "" if meeting_of(record) else gettext("No meeting is arranged.")


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record who got papers; what is in them is the case as it stands at this fact."""
    fact = NewFact("pack_sent", day_of(answers, at), {"to": answers["to"]})
    letters = queue([("papers_ready", holder) for holder in answers["to"]], at)
    return Outcome((fact,), **letters._asdict())


STEP = Step(
    name="send_pack",
    title=_("Send the papers for the meeting"),
    stage=11,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"pack_sent": _("The papers for the meeting went to %(to)s")},
    form=PackForm,
    minds=("return_received", "passage_redacted", "meeting_arranged", "statement_received"),
    letters=("papers_ready",),
)

"""Stage 15: the papers of the hearing go to the panel and to both sides, each their own version (MISSION D4; L14)."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import appeal_of
from casereview.cases.hearing import APPLICANT, REVIEW, hearing_of, views
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import several
from casereview.steps.hearing_rules import while_arranged
from casereview.steps.step import Answers, Step, StepForm


class BundleForm(StepForm):
    """Who gets papers now: everybody who is invited, unless somebody is left out."""

    to = several(_("Who gets their papers now?"), {}, required=True)

    def prepare(self, record: Record) -> None:
        """The panel, and both sides."""
        hearing = hearing_of(record)
        people = {each.holder: str(each) for each in record.people}
        names = record.names
        invited = hearing.invited if hearing else ()
        found = [(holder, people.get(holder) or names.get(holder, holder)) for holder in invited]
        self.fields["to"].choices = found  # type: ignore[attr-defined]
        self.initial.setdefault("to", [holder for holder, _name in found])


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record who got papers; each side is given what the other wrote, since nobody can answer what they cannot read."""
    assert record is not None
    hearing, found = hearing_of(record), appeal_of(record)
    assert hearing is not None
    assert found is not None
    reasons = str(record.said(found.received, "reasons"))
    theirs = _text(record, APPLICANT)
    ours = _text(record, REVIEW)
    words = []
    for holder in answers["to"]:
        if holder.startswith("person:"):
            words.append(Told({"views_of_review": ours}, scope="appeal", own=holder))
        elif holder in hearing.fact.codes["review"]:
            told = {"appeal_reasons": reasons, "views_of_applicant": theirs}
            words.append(Told(told, scope="appeal", own=holder))
    fact = NewFact("bundle_sent", record.today, {"to": answers["to"]}, words=tuple(words))
    letters = queue([(_letter(holder), holder) for holder in answers["to"]], at)
    return Outcome((fact,), **letters._asdict())


def _text(record: Record, side: str) -> str:
    return "\n\n".join(str(record.said(fact, "view")) for fact in views(record, side))


def _letter(holder: str) -> str:
    return "hearing_papers_own" if holder.startswith("person:") else "hearing_papers"


STEP = Step(
    name="send_bundle",
    title=_("Send the papers of the hearing"),
    stage=15,
    who=("clerk_appeals",),
    is_open=while_arranged,
    do=do,
    records={"bundle_sent": _("The papers of the hearing went to %(to)s")},
    form=BundleForm,
    minds=("hearing_arranged", "appeal_view_given", "panel_conflict_declared", "passage_redacted"),
    letters=("hearing_papers", "hearing_papers_own"),
    sees="panel",
)

"""Stage 8: people decide whether the threshold is met, with reasons (MISSION B2; LESSONS 1–3 and 5).

Anti-social Behaviour, Crime and Policing Act 2014, s.104(4): where three qualifying complaints have been made about the
behaviour, the relevant bodies must decide that it is met, whatever a local rule says. "Not met" is then refused here.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.decided_before import keeps_away
from casereview.cases.issues import issues
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.threshold import receipt_of
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.schemes.judged import of_deciders
from casereview.schemes.receipt import Receipt
from casereview.schemes.receipt_json import as_json
from casereview.steps.decision_form import FINDINGS, DecisionForm
from casereview.steps.step import Answers, Step, day_of, undecided

WEIGHED = ("persistence", "harm", "response")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the decision with its receipt, and queue the letter that tells it (L5, L6)."""
    assert record is not None
    kind = "threshold_met" if answers["result"] == "met" else "threshold_not_met"
    findings = {code: FINDINGS[answers[f"finding_{code}"]] for code in of_deciders(record.scheme)}
    deciders = {body.holder: answers[f"decider_{body.pk}"] for body in record.relevant_bodies}
    codes = {
        "bodies": [holder for holder, name in deciders.items() if name],
        "findings": findings,
        "receipt": without_words(receipt_of(record, findings)),
        "scheme": record.scheme.digest,
    }
    fact = NewFact(
        kind, day_of(answers, at), codes, words=(_told(record, answers), _kept(record, answers, deciders))
    )
    to_send = [(kind, record.applicant.holder)] if record.applicant else []
    return Outcome((fact,), **queue(to_send, at)._asdict())


def _told(record: Record, answers: Answers) -> Told:
    """What the applicant is told: the reasons, and a finding for each issue that they raised."""
    findings = [
        {"issue": issue, "finding": answers[f"issue_{number}"]}
        for number, issue in enumerate(issues(record), start=1)
    ]
    return Told({"reasons": answers["reasons"], "findings": findings})


def _kept(record: Record, answers: Answers, deciders: Mapping[str, str]) -> Told:
    """What the deciders weighed, and who they are."""
    names = {record.bodies[holder].name: name for holder, name in deciders.items() if name}
    why = {f"why_{code}": answers[f"why_{code}"] for code in of_deciders(record.scheme)}
    weighed = {name: answers[name] for name in (*WEIGHED, "statute_reason", "silent_reason", "delegation")}
    listed = [f"{name} ({body})" for body, name in names.items()]
    again = {"again_reason": answers["again_reason"]} if answers.get("again_reason") else {}
    return Told({**weighed, **why, **again, "deciders": listed}, scope="restricted")


def without_words(receipt: Receipt) -> dict[str, Any]:
    """The receipt as codes, numbers and days only: its sentences are made when it is read."""
    kept = as_json(receipt)
    for part in (*kept["routes"], kept["statute"]):
        for discount in part["discounted"]:
            del discount["why"]
    return kept


STEP = Step(
    name="decide_threshold",
    title=_("Decide the threshold"),
    stage=8,
    who=("coordinate",),
    is_open=undecided,
    do=do,
    records={
        "threshold_met": _("%(bodies)s decided that the threshold is met"),
        "threshold_not_met": _("%(bodies)s decided that the threshold is not met"),
    },
    form=DecisionForm,
    bars=keeps_away,
    minds=(
        "application_dispatched",
        "reports_answered",
        "report_discounted",
        "information_added",
        "decision_proposed",
        "body_view_recorded",
        "applicant_died",
    ),
    letters=("threshold_met", "threshold_not_met"),
    confirm=_("The applicant will be told this decision, with these reasons, in writing."),
)

"""Stage 12: the outcome, the recommendations and the plan go out in writing (MISSION C5, C6; LESSONS 6 to 8).

The 2014 Act (s.104) has the applicant told the outcome of the review and its recommendations. What they were sent is
kept with the fact, word for word. The clock stops when the letter has gone (`plan_sent`), not here.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.issues import issues
from casereview.cases.models import Recommendation
from casereview.cases.outcome import Grant, NewFact, Outcome, Told
from casereview.cases.plan import (
    bodies_of_the_review,
    for_the_applicant,
    has_changed,
    progress,
    recommendations,
    settled,
    since_settled,
)
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.plan_form import minutes_are_signed
from casereview.steps.settle_form import SettleForm
from casereview.steps.step import Answers, Step, day_of


def is_open(record: Record) -> str:
    """Open once the minutes are signed; again whenever the plan has changed since it was sent."""
    if why := minutes_are_signed(record):
        return why
    if settled(record) and not has_changed(record):
        return gettext("The plan has been sent, and has not changed since.")
    return ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Keep what is sent; write to the applicant (L17), to who owns an action, and to whom is recommended (L18)."""
    assert record is not None
    on = day_of(answers, at)
    made = [each for each in recommendations(record) if since_settled(record, each.fact_id)]
    owners = [each.body for each in progress(record) if since_settled(record, each.agreed.id)]
    addressed = [each.own for each in made if each.own]
    applicant = record.applicant.holder if record.applicant else ""
    facts = (
        *_tasks(made, on),
        NewFact("plan_settled", on, words=(_told(record, answers, applicant), *_kept(answers))),
    )
    to_send = [("plan", applicant)] if applicant else []
    to_send += [("plan_actions", body) for body in dict.fromkeys(owners)]
    to_send += [("recommendation", body) for body in dict.fromkeys(addressed)]
    access = tuple(Grant(body, ("case",)) for body in dict.fromkeys([*owners, *addressed]))
    return Outcome(facts, **queue(to_send, at)._asdict(), access=access)


def _told(record: Record, answers: Answers, applicant: str) -> Told:
    """What the applicant is sent, from the first word to the last."""
    findings = [
        {"issue": issue, "finding": answers[f"finding_{number}"]}
        for number, issue in enumerate(issues(record), start=1)
    ]
    powers = [
        {"body": body.name, "considered": answers[f"powers_{body.pk}"]}
        for body in bodies_of_the_review(record)
        if f"powers_{body.pk}" in answers
    ]
    values: dict[str, Any] = {name: answers[name] for name in ("considered", "outcome")}
    values |= {"findings": findings, "powers": powers, "changes": answers.get("changes", "")}
    return Told({**values, **for_the_applicant(record)}, own=applicant)


def _kept(answers: Answers) -> Iterable[Told]:
    """Why it did not wait for the applicant's comments, where it did not."""
    return [Told({"early": answers["early"]}, scope="restricted")] if answers.get("early") else []


def _tasks(made: Iterable[Recommendation], on: Any) -> Iterable[NewFact]:
    """A person writes to whom we cannot: somebody who is named, and is no body of the area."""
    for each in made:
        if not each.own:
            words = {"n": each.number, "whom": each.addressee}
            what = gettext("Send recommendation %(n)s to %(whom)s, with its duty and its date") % words
            codes = {"who": "", "due": None}
            yield NewFact("task_added", on, codes, words=(Told({"what": what}, scope="restricted"),))


STEP = Step(
    name="send_plan",
    title=_("Send the outcome and the plan"),
    stage=12,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={
        "plan_settled": _("The outcome and the plan were settled"),
        "task_added": _("A task was added: a recommendation has to be sent"),
    },
    form=SettleForm,
    minds=(
        "action_agreed",
        "recommendation_made",
        "plan_drafted",
        "plan_commented",
        "plan_settled",
        "applicant_died",
    ),
    letters=("plan", "plan_actions", "recommendation"),
    confirm=_("The applicant is told the outcome, every action, and what they can do if they disagree."),
)

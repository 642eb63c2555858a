"""Stage 15: the hearing gets a day and a place, and both sides are invited; arranged again, it has the next number.

Whoever appeals, or a representative, and representatives of the review are invited to put their views (MISSION D4).
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.hearing import hearing_of, next_sequence, next_sitting, panel
from casereview.cases.meeting import Meeting
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.review_side import opened_for_hearing
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.hearing_form import HearingForm
from casereview.steps.hearing_rules import until_held
from casereview.steps.step import Answers, Step


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it; invite the panel and both sides (L13, L22), or tell who knew of another day (L15)."""
    assert record is not None
    before = hearing_of(record)
    codes = {
        "for": answers["day"].isoformat(),
        "time": f"{answers['starts']:%H:%M}",
        "ends": f"{answers['ends']:%H:%M}",
        "sequence": next_sequence(record),
        "sitting": next_sitting(record),
        "where": answers["where"],
        "invited": [*panel(record), *answers["review"], *answers["people"]],
        "panel": panel(record),
        "review": answers["review"],
        **_moved(answers, before),
    }
    fact = NewFact("hearing_arranged", record.today, codes, words=tuple(_words(answers, codes, before)))
    opened = opened_for_hearing(record, answers["review"], codes["for"])
    return Outcome((fact,), **queue(_letters(answers, codes, before), at)._asdict(), access=opened)


def _moved(answers: Answers, before: Meeting | None) -> dict[str, str]:
    """From which date to which, for the letter that tells it."""
    if before is None:
        return {}
    return {"clock": "hearing", "old": before.day.isoformat(), "new": answers["day"].isoformat()}


def _words(answers: Answers, codes: dict[str, Any], before: Meeting | None) -> list[Told]:
    """Where it is, for everybody who is invited; why it moved, for the people."""
    where = {"place": answers["place"], "link": answers["link"]}
    why = {"for_applicant": answers.get("change_reason", "")}
    told = [
        Told({**where, **(why if holder.startswith("person:") else {})}, scope="appeal", own=holder)
        for holder in codes["invited"]
    ]
    gone = [holder for holder in _people(before) if holder not in codes["invited"]]
    return [*told, *(Told(why, scope="appeal", own=holder) for holder in gone)]


def _people(before: Meeting | None) -> list[str]:
    return [holder for holder in (before.invited if before else ()) if holder.startswith("person:")]


def _letters(answers: Answers, codes: dict[str, Any], before: Meeting | None) -> list[tuple[str, str]]:
    """A calendar entry to the panel and to the review's side; the whole letter to who appeals, or the change."""
    invited: list[str] = codes["invited"]
    dropped = [
        holder
        for holder in (before.invited if before else ())
        if holder not in invited and not holder.startswith("person:")
    ]
    knew = _people(before)
    return [
        *(("hearing_panel", holder) for holder in codes["panel"]),
        *(("hearing_review", holder) for holder in answers["review"]),
        *(("hearing_off", holder) for holder in dropped),
        *(("hearing_invitation", holder) for holder in answers["people"] if holder not in knew),
        *(("date_changed", holder) for holder in knew),
    ]


STEP = Step(
    name="arrange_hearing",
    title=_("Arrange the hearing"),
    stage=15,
    who=("clerk_appeals",),
    is_open=until_held,
    do=do,
    records={"hearing_arranged": _("The hearing was arranged for %(for)s at %(time)s")},
    form=HearingForm,
    minds=(
        "hearing_arranged",
        "hearing_cancelled",
        "hearing_adjourned",
        "appeal_withdrawn",
        "panel_conflict_declared",
        "applicant_died",
    ),
    letters=("hearing_panel", "hearing_review", "hearing_off", "hearing_invitation", "date_changed"),
    sees="panel",
)

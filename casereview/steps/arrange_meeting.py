"""Stage 11: the meeting gets a day, a place and its members; arranged again, it has the next number (MISSION C4).

A meeting after the last lawful day needs a reason, and the applicant is told old date, new date and why (L15).
"""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.involved import involved, offered
from casereview.cases.meeting import (
    Meeting,
    last_lawful_day,
    meeting_of,
    next_sequence,
    sitting_of,
)
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.arrange_form import ArrangeForm
from casereview.steps.meeting_rules import to_be_reviewed
from casereview.steps.step import Answers, Step, day_of


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record who is asked now, then the meeting; queue invitations, and what the applicants are told."""
    assert record is not None
    before, lawful = meeting_of(record), last_lawful_day(record)
    late = lawful if lawful and answers["day"] > lawful else None
    today = day_of({}, at)
    asked = [
        NewFact("involvement_offered", today, {"person": person, "asked_by": "letter"})
        for person in answers["people"]
        if offered(record, person) is None
    ]
    codes = {**_codes(record, answers), **_moved(answers, before, late)}
    arranged = NewFact("meeting_arranged", today, codes, words=tuple(_words(answers, _knew(before))))
    letters = queue([*_to_members(answers, before), *_to_people(answers, before, late)], at)
    return Outcome((*asked, arranged), **letters._asdict())


def _codes(record: Record, answers: Answers) -> dict[str, Any]:
    slots = {
        person.holder: f"{answers[f'slot_{number}']:%H:%M}"
        for number, person in enumerate(involved(record), start=1)
        if person.holder in answers["people"] and answers.get(f"slot_{number}")
    }
    return {
        "for": answers["day"].isoformat(),
        "time": f"{answers['starts']:%H:%M}",
        "ends": f"{answers['ends']:%H:%M}",
        "sequence": next_sequence(record),
        "sitting": sitting_of(record),
        "where": answers["where"],
        "invited": [*answers["members"], *answers["people"]],
        "slots": slots,
        "agenda": answers["agenda"],
    }


def _moved(answers: Answers, before: Meeting | None, late: date | None) -> dict[str, str]:
    """From which date to which, for the letter that tells it: from the day before, else from the last lawful one."""
    new = {"new": answers["day"].isoformat()}
    promised = {"promised": late.isoformat()} if late else {}
    if before is not None:
        return {"clock": "meeting", "old": before.day.isoformat(), **new, **promised}
    return {"clock": "meeting_late", "old": late.isoformat(), **new, **promised} if late else {}


def _words(answers: Answers, knew: list[str]) -> list[Told]:
    """Where it is, for everybody who is invited; why it moved, for the applicants; the agenda for the others."""
    where = {"place": answers["place"], "link": answers["link"]}
    items = [line.strip() for line in answers["more_items"].splitlines() if line.strip()]
    why = "\n\n".join(filter(None, (answers.get("late_reason"), answers.get("change_reason"))))
    members = [Told({**where, "more_items": items}, own=holder) for holder in answers["members"]]
    people = [Told({**where, "for_applicant": why}, own=holder) for holder in answers["people"]]
    others = [Told({"for_applicant": why}, own=holder) for holder in knew if holder not in answers["people"]]
    return [*members, *people, *others] if people or others else [*members, Told({"for_applicant": why})]


def _to_members(answers: Answers, before: Meeting | None) -> list[tuple[str, str]]:
    """An invitation to each; a cancellation to who was invited before and is not any more."""
    dropped = (
        [] if before is None else [holder for holder in before.invited if not holder.startswith("person:")]
    )
    return [("invitation", holder) for holder in answers["members"]] + [
        ("invitation_cancelled", holder) for holder in dropped if holder not in answers["members"]
    ]


def _to_people(answers: Answers, before: Meeting | None, late: date | None) -> list[tuple[str, str]]:
    """Whoever knew of another date is told of the change; the others get the whole letter about their part."""
    knew = _knew(before)
    new = [person for person in answers["people"] if person not in knew]
    told = [*knew, *(new if late else [])]
    return [("your_part", person) for person in new] + [("date_changed", person) for person in told]


def _knew(before: Meeting | None) -> list[str]:
    """The applicants who were told of the day before."""
    return [holder for holder in (before.invited if before else ()) if holder.startswith("person:")]


STEP = Step(
    name="arrange_meeting",
    title=_("Arrange the meeting"),
    stage=11,
    who=("coordinate",),
    is_open=to_be_reviewed,
    do=do,
    records={
        "involvement_offered": _("%(person)s was asked how they want to take part in the meeting"),
        "meeting_arranged": _("The meeting was arranged for %(for)s at %(time)s"),
    },
    form=ArrangeForm,
    minds=("meeting_arranged", "meeting_cancelled", "chair_appointed", "chair_ended", "applicant_died"),
    letters=("your_part", "invitation", "invitation_cancelled", "date_changed"),
)

"""The meeting in a letter: when and where it is, somebody's own part in it, and the meeting that is off."""

from typing import Any

from casereview.cases.availability import poll_of
from casereview.cases.hearing import hearing_of
from casereview.cases.involved import part_of
from casereview.cases.meeting import Meeting, as_meeting, meeting_of
from casereview.letters.about import About
from casereview.letters.markup import ours
from casereview.wording.dates import long_date, time_of_day
from casereview.wording.length import sentence
from casereview.wording.meeting import OWN_PARTS, part_words


def meeting(about: About) -> dict[str, Any] | None:
    """The meeting that stands, as its recipient is told: `day`, `starts`, `ends`, `own` (when their own part begins,
    "" where they have no time of their own), `place`, `link`. None where no meeting is arranged.
    """
    found = meeting_for(about)
    return _told(about, found) if found else None


def meeting_for(about: About) -> Meeting | None:
    """The meeting that stands, if the recipient is a person of the case, or is invited to it."""
    found = hearing_of(about.record) if of_a_hearing(about) else meeting_of(about.record)
    return found if found and (about.person or about.to in found.invited) else None


def cancelled(about: About) -> dict[str, Any] | None:
    """The meeting to which the recipient was invited and to which they need not come; None where there was none."""
    found = invited_before(about)
    return _told(about, found) if found else None


def invited_before(about: About) -> Meeting | None:
    """The last meeting to which the recipient was invited, arranged before the fact that this letter tells of."""
    kind = "hearing_arranged" if of_a_hearing(about) else "meeting_arranged"
    arranged = [as_meeting(fact) for fact in about.record.current(kind)]
    theirs = [each for each in arranged if about.to in each.invited and each.fact.number <= about.fact.number]
    return theirs[-1] if theirs else None


def proposed_dates(about: About) -> dict[str, Any] | None:
    """The dates that are proposed for the meeting: `dates` as texts, `by` when answers are asked for; None where none
    are proposed now, or the recipient is not asked.
    """
    poll = poll_of(about.record)
    if poll is None or about.to not in poll.members:
        return None
    dates = [f"{long_date(each.day)}, {time_of_day(each.starts)}" for each in poll.dates]
    return {"dates": dates, "by": long_date(poll.answer_by)}


def unanswered_dates(about: About) -> dict[str, Any] | None:
    """As `proposed_dates`, with `late`: whether that day is over; None as well once the recipient has answered."""
    poll, dates = poll_of(about.record), proposed_dates(about)
    if poll is None or dates is None or poll.has_answered(about.to):
        return None
    return {**dates, "late": about.record.today > poll.answer_by}


def of_a_hearing(about: About) -> bool:
    """Whether the letter tells of the hearing of an appeal, and not of the meeting of a review."""
    return about.fact.kind in {"hearing_arranged", "hearing_cancelled", "hearing_adjourned", "bundle_sent"}


def part(about: About) -> str:
    """The part that the recipient chose, as a sentence; "" before they have."""
    code = part_of(about.record, about.to)
    return sentence(part_words(about.record.scheme, code, OWN_PARTS)) if code else ""


def _told(about: About, found: Meeting) -> dict[str, Any]:
    said = about.record.said
    return {
        "day": long_date(found.day),
        "starts": time_of_day(found.starts),
        "ends": time_of_day(found.ends),
        "own": time_of_day(found.slots[about.to]) if about.to in found.slots else "",
        "place": " ".join(str(said(found.fact, "place")).split()),
        "link": ours(str(said(found.fact, "link"))),
    }

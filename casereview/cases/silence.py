"""Applicants who have heard nothing for too long: visible on the day it happens, and told on until they hear.

LESSONS 11: flagged to the named contact, then to the deputy, then to the administrator. Whether a silence lasts
follows from the facts; it is over when the applicant hears, without anybody having to say so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casereview.cases.appeal import running
from casereview.cases.beginning import beginning
from casereview.cases.models import Deadline, Fact
from casereview.cases.owner import administrators_of, owner_of
from casereview.cases.record import Record
from casereview.cases.representing import representatives
from casereview.clocks.calendar import BeyondHorizon, Calendar
from casereview.clocks.deadline import Receipt, deadline
from casereview.clocks.length import Length

LONGEST = Length(10, "working_days")  # where no clock of the stage promises a time (LESSONS 11)
# How long whoever was told has before the next is. Ours: half of the ten days, since each day more is one more in
# silence. How an office tells its own people stands on no area's page, so it is no part of a scheme.
FURTHER = Length(5, "working_days")
LEVELS = ("owner", "deputy", "administrators")
# Done among the office, the bodies and the panel: the applicant hears nothing by it, so a clock that stops with one of
# these promises them no word.
UNHEARD = frozenset(
    {
        "risk_triaged",
        "risk_assessed",
        "application_dispatched",
        "partnership_liaised",
        "reports_answered",
        "decision_proposed",
        "body_view_recorded",
        "chair_appointed",
        "chair_declared",
        "information_requested",
        "return_received",
        "pack_sent",
        "minutes_signed",
        "recommendation_answered",
        "support_referred",
        "appeal_shared",
        "appeal_referred",
        "late_appeal_admitted",
        "late_appeal_not_admitted",
        "appeal_qualified",
        "appeal_not_qualified",
    }
)


@dataclass(frozen=True, slots=True)
class Telling:
    """Who is to be told next of a silence: one of LEVELS, and the holders that it stands for now."""

    level: str
    holders: tuple[str, ...]


def heard_on(record: Record) -> date | None:
    """The London day on which the applicant last heard from us: a letter that reached them, or a talk. None: never."""
    came_back = {fact.codes.get("letter"): fact.number for fact in record.current("letter_bounced")}
    others = {each.holder for each in representatives(record)}  # what they hear, the applicant does not
    letters = [
        fact
        for fact in record.current("letter_sent")
        if str(fact.codes.get("to")).startswith("person:")
        and fact.codes["to"] not in others
        and (fact.codes.get("letter") not in came_back or fact.number > came_back[fact.codes["letter"]])
    ]
    aloud = [fact for fact in record.current("letter_read_aloud") if fact.codes.get("to") not in others]
    heard = (*letters, *aloud, *record.current("contact_made", "appeal_contact_made"))
    return max((fact.happened_on for fact in heard), default=None)


def quiet_since(record: Record) -> date:
    """The London day on which they last heard from us, or asked us for something since: for a review, or an appeal."""
    asked = beginning(record) or record.facts[0]
    appeal = running(record)
    since = heard_on(record) or asked.happened_on
    return max(since, appeal.received.happened_on) if appeal else since


def hear_by(record: Record, deadlines: Iterable[Deadline], calendar: Calendar) -> Receipt | None:
    """By when the applicant must hear again, and how that was worked out. None: the case is closed, or no such date.

    The nearest day by which a clock of the stage promises something that they hear of, or that is their own, its time
    counted from the last that they heard where that was later than its start; ten working days from that where no
    clock does. deadlines: the case's as they are now.
    """
    if record.has("case_closed") and not running(record):
        return None
    since = quiet_since(record)
    runs = [(record.scheme.clocks[run.clock], run.started_on or since) for run in deadlines if run.is_open]
    promised = [
        (max(since, started), clock.length, clock.source)
        for clock, started in runs
        if clock.length and not clock.counts_back_from and not UNHEARD.issuperset(clock.stops)
    ]
    try:
        found = [deadline(*each[:2], calendar, each[2]) for each in promised or [(since, LONGEST, "")]]
    except BeyondHorizon:
        return None
    return min(found, key=lambda receipt: receipt.due or date.max)


def told_of(record: Record) -> list[Fact]:
    """The `silence_flagged` facts of the silence that lasts now, in order: who was told of it, and when."""
    since = quiet_since(record).isoformat()
    return [fact for fact in record.current("silence_flagged") if fact.codes["since"] == since]


def level_told(record: Record) -> str:
    """How far the silence that lasts now has been told on: the last of LEVELS that was, "" where none was."""
    told = told_of(record)
    return str(told[-1].codes["level"]) if told else ""


def next_to_tell(record: Record) -> Telling | None:
    """Who is to be told of a silence on the record's day, the system being the reader; None where nobody is.

    The named contact on the first day over, the deputy after a further period, then the administrators. Where there
    is nobody for a level, or they no longer work here, it goes to whoever is next.
    """
    by = hear_by(record, record.deadlines, record.calendar)
    if by is None or by.due is None or record.today <= by.due:
        return None
    told, now = told_of(record), owner_of(record)
    if told and not _has_waited(record, told[-1].happened_on):
        return None
    holders = {
        "owner": [holder for holder in (now.owner,) if holder in record.coordinators],
        "deputy": [holder for holder in (now.deputy,) if holder in record.coordinators],
        "administrators": list(administrators_of(record.case.area)),
    }
    left = LEVELS[LEVELS.index(told[-1].codes["level"]) + 1 :] if told else LEVELS
    return next((Telling(level, tuple(holders[level])) for level in left if holders[level]), None)


def _has_waited(record: Record, told_on: date) -> bool:
    """Whether whoever was told has had the further period; never where the calendar does not reach its end."""
    try:
        wait = deadline(told_on, FURTHER, record.calendar).due
    except BeyondHorizon:
        return False
    return wait is not None and record.today > wait

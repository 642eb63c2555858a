"""The review meeting as those who prepare and lead it read it: the applicant's part, the sitting, the minutes."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.translation import gettext

from casereview.cases.involved import chosen, involved, offered, statement_of
from casereview.cases.meeting import Meeting, last_lawful_day, last_meeting, meeting_of
from casereview.cases.minutes import Minutes, versions
from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.interfaces.history import holder_names
from casereview.interfaces.polled import polled
from casereview.wording.meeting import CAME, CONFLICTS, PARTS, WAYS_IN, YES_NO, agenda_words, part_words
from casereview.wording.told import told_words


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part. name: "" for a reader who may not know it. asked, chose, statement: the facts, None before
    them. needs: what would help, with labels.
    """

    name: str
    asked: Fact | None
    chose: Fact | None
    part: str
    how: str
    needs: list[tuple[str, str]]
    statement: Fact | None
    text: str
    read: bool
    slot: time | None


@dataclass(frozen=True, slots=True)
class Held:
    """A sitting: which bodies came and which did not, what became of each applicant, and what was declared.

    quorum: how many bodies must be there, None where the scheme names no number.
    """

    fact: Fact
    present: list[str]
    quorum: int | None
    missing: list[str]
    substitutes: list[str]
    came: list[tuple[str, str]]
    conflicts: str
    confidentiality: str
    texts: list[tuple[str, str]]


def sitting_of(record: Record) -> dict[str, Any]:
    """What `told/meeting.html` shows."""
    last = last_meeting(record)
    names = holder_names(record, last.invited if last else ())
    return {
        "meeting": last,
        "stands": meeting_of(record) is not None,
        "late_by": _late_by(record, last),
        "place": record.said(last.fact, "place") if last else "",
        "link": record.said(last.fact, "link") if last else "",
        "agenda": _agenda(record, last),
        "invited": [names.get(holder) or gettext("the applicant") for holder in last.invited] if last else [],
        "lawful": last_lawful_day(record),
        "poll": polled(record),
        "parts": [_part(record, holder, last) for holder in _whose(record)],
        "sittings": [_held(record, fact) for fact in record.current("review_held")],
        "minutes": minutes_of(record),
    }


def invited_to(record: Record, holder: str) -> dict[str, Any] | None:
    """The meeting that stands as a body is told of it, with its agenda; None where it is not invited to one."""
    found = meeting_of(record)
    if found is None or holder not in found.invited:
        return None
    where = {name: record.said(found.fact, name) for name in ("place", "link")}
    return {"meeting": found, **where, "agenda": _agenda(record, found)}


def minutes_of(record: Record) -> list[tuple[Minutes, list[dict[str, str]], list[dict[str, str]]]]:
    """Every version, the newest first, with what may be shared and what may not."""
    return [
        (each, record.said(each.fact, "shareable", []), record.said(each.fact, "restricted", []))
        for each in reversed(versions(record))
    ]


def _late_by(record: Record, meeting: Meeting | None) -> date | None:
    """The last lawful day, where the meeting that stands is after it."""
    lawful = last_lawful_day(record)
    return lawful if meeting and lawful and meeting_of(record) and meeting.day > lawful else None


def _agenda(record: Record, meeting: Meeting | None) -> list[str]:
    if meeting is None:
        return []
    more = record.said(meeting.fact, "more_items", [])
    return agenda_words(record.scheme, meeting.fact.codes["agenda"], more)


def _whose(record: Record) -> list[str]:
    """Whoever may take part; for a reader who sees no people, whoever was asked, chose or wrote."""
    about = record.current("involvement_offered", "involvement_chosen", "statement_received")
    known = [person.holder for person in involved(record)]
    return known or list(dict.fromkeys(str(fact.codes["person"]) for fact in about))


def _part(record: Record, holder: str, meeting: Meeting | None) -> Part:
    chose, given = chosen(record, holder), statement_of(record, holder)
    words = record.words.get(chose.id, []) if chose else []
    read = [fact for fact in record.current("statement_read") if fact.codes["person"] == holder]
    return Part(
        name=next((str(person) for person in record.people if person.holder == holder), ""),
        asked=offered(record, holder),
        chose=chose,
        part=part_words(record.scheme, chose.codes["part"], PARTS) if chose else "",
        how=str(WAYS_IN.get(chose.codes.get("how", ""), "")) if chose else "",
        needs=[pair for row in words for pair in told_words(row.values)],
        statement=given,
        text=str(record.said(given, "statement")),
        read=bool(given and read and read[-1].number > given.number),
        slot=meeting.slots.get(holder) if meeting else None,
    )


def _held(record: Record, fact: Fact) -> Held:
    codes = fact.codes
    return Held(
        fact=fact,
        present=[record.bodies[holder].name for holder in codes["present"] if holder in record.bodies],
        quorum=record.scheme.meeting.quorum if record.scheme.meeting else None,
        missing=[record.bodies[holder].name for holder in codes["missing"] if holder in record.bodies],
        substitutes=[
            record.bodies[holder].name for holder in codes["substitutes"] if holder in record.bodies
        ],
        came=[(record.names.get(holder, ""), str(CAME[came])) for holder, came in codes["came"].items()],
        conflicts=str(CONFLICTS[codes["conflicts"]]),
        confidentiality=str(YES_NO[codes["confidentiality"]]),
        texts=[pair for row in record.words.get(fact.id, []) for pair in told_words(row.values)],
    )

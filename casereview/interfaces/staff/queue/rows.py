"""A case as a row of the queue, all in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casereview.cases.models import Summary
from casereview.people.names import names_of
from casereview.wording.casework import RISKS, TOLD_OF_SILENCE
from casereview.wording.clocks import clock_title
from casereview.wording.dates import short_date
from casereview.wording.length import and_list
from casereview.wording.people import WAITING_FOR
from casereview.wording.status import STATUS_WORDS


@dataclass(frozen=True, slots=True)
class Row:
    """Plain texts for the template; `days` is how many days are left, negative when overdue, None where undated."""

    reference: str
    name: str
    place: str
    due: str
    days: int | None
    clock: str
    status: str
    waiting_for: str
    owner: str
    risk: str
    risk_words: str
    letter_held: bool
    silent: str  # since when the applicant has heard nothing, where that is too long
    silence_told: str  # who has been told of it
    closed: bool
    appealed: int | None  # for how many days an appeal has waited for an answer (LESSONS 9)


def rows(cases: Iterable[Summary], today: date) -> list[Row]:
    """The rows of one page; the names of owners and bodies take one query each, however many there are."""
    cases = list(cases)
    names = names_of(holder for case in cases for holder in (case.owner, *case.waiting_for.split()))
    return [_row(case, names, today) for case in cases]


def _waiting_for(stored: str, names: dict[str, str]) -> str:
    """Everybody by name who owes the next date; else the words of a code."""
    return str(WAITING_FOR.get(stored, "")) or and_list([names.get(holder, "") for holder in stored.split()])


def _row(case: Summary, names: dict[str, str], today: date) -> Row:
    silent = not case.closed and case.hear_by is not None and case.hear_by < today
    return Row(
        reference=case.reference,
        name=case.name,
        place=case.place,
        due=short_date(case.next_due) if case.next_due else "",
        days=(case.next_due - today).days if case.next_due else None,
        clock=clock_title(case.next_clock) if case.next_clock else "",
        status=str(STATUS_WORDS.get(case.status, case.status)),
        waiting_for=_waiting_for(case.waiting_for, names),
        owner=names.get(case.owner, ""),
        risk=case.risk,
        risk_words=str(RISKS.get(case.risk, "")),
        letter_held=case.letter_held,
        silent=short_date(case.heard_on or case.received_on) if silent else "",
        silence_told=str(TOLD_OF_SILENCE.get(case.silence_told, "")) if silent else "",
        closed=case.closed,
        appealed=(today - case.appealed_on).days if case.appealed_on else None,
    )

"""Who speaks at a hearing for what is appealed against: the office, the review's chair, the bodies (MISSION D4)."""

from casereview.cases.chair import access_until
from casereview.cases.hearing import hearing_of
from casereview.cases.meeting import Meeting
from casereview.cases.outcome import Grant
from casereview.cases.record import Record


def review_chair(record: Record) -> str:
    """The holder of whoever chaired the review, also when their appointment has ended; "" for nobody.

    Somebody who declared a conflict later does not speak for it.
    """
    declared = record.latest("chair_declared")
    chair = str(declared.codes["chair"]) if declared else ""
    tied = [fact.codes["chair"] for fact in record.current("conflict_declared")]
    return "" if chair in tied else chair


def side_of_the_review(record: Record) -> list[str]:
    """The holders of everybody who may speak for it."""
    owner = record.latest("owner_assigned", "handed_over")
    office = [str(owner.codes[name]) for name in ("owner", "deputy") if owner and owner.codes.get(name)]
    bodies = [str(fact.codes["body"]) for fact in record.current("application_dispatched")]
    return list(dict.fromkeys(filter(None, [*office, review_chair(record), *bodies])))


def invited_to_speak(record: Record, holder: str) -> Meeting | None:
    """The hearing to which this holder is invited for the review, until the end of its day; None for everybody else."""
    hearing = hearing_of(record)
    if hearing is None or holder not in hearing.fact.codes["review"] or hearing.day < record.today:
        return None
    return hearing


def opened_for_hearing(record: Record, invited: list[str], day: str) -> tuple[Grant, ...]:
    """What opens to a chair of the review who is invited: the case without its words, until the end of that day (ISO).

    Their access may have ended with the review. Their version of the papers, and the view that they give, need no more.
    """
    chair = review_chair(record)
    return (Grant(chair, ("case",), access_until(day)),) if chair and chair in invited else ()

"""Which of the scheme's rules an appeal comes under: its tier, what its page bars it by, what must be agreed."""

from datetime import date

from casereview.cases.appeal import appeals, last_day
from casereview.cases.record import Record
from casereview.schemes.terms import Appeal


def rules(record: Record) -> Appeal | None:
    """The rules of the appeal that runs, else of the one that could be made now; None where the page has no appeal.

    An appeal that was decided, or was not heard, leads to the next tier; one that was withdrawn leads nowhere.
    """
    found = record.scheme.appeal
    for each in appeals(record):
        if each.ended and each.state != "withdrawn" and found and found.then:
            found = found.then
    return found


def barred(record: Record, on: date) -> tuple[str, ...]:
    """For what the page takes no appeal on that London day, as far as facts tell it: codes of `vocabulary.BARS`.

    It keeps nobody from sending one: the panel's chair says whether it is heard, as of one that is late.
    """
    found = rules(record)
    return tuple(code for code in found.barred_while if _holds(code, record, on)) if found else ()


def is_late(record: Record, arrived: date) -> bool:
    """Whether an appeal that arrived on that London day is late. Before the last day is fixed none is.

    Nor is one whose last day passed while the page took none: it could not have been made in time.
    """
    last = last_day(record)
    return last is not None and arrived > last and not barred(record, last)


def must_agree(record: Record) -> bool:
    """Whether whoever appeals must agree to its being passed on, and has not."""
    found = rules(record)
    if found is None or not found.consent:
        return False
    running = [each for each in appeals(record) if not each.ended]
    said = [fact.codes.get("consent") for each in running for fact in each.facts if fact.codes.get("consent")]
    return said[-1:] != ["yes"]


def _holds(code: str, record: Record, on: date) -> bool:
    """Whether it was so on that day; what no fact tells is found by people."""
    if code != "plan_live":
        return False
    sent, completed = record.latest("plan_sent"), record.latest("plan_completed")
    over = completed is not None and completed.happened_on <= on
    return sent is not None and sent.happened_on <= on and not over

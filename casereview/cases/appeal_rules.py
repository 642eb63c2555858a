"""Which of the scheme's rules an appeal comes under: its tier, what its page bars it by, what must be agreed."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import takewhile

from casereview.cases.appeal import Appeal as Made
from casereview.cases.appeal import appeals
from casereview.cases.appeal_window import last_day
from casereview.cases.record import Record
from casereview.schemes.terms import Appeal


def rules(record: Record) -> Appeal | None:
    """The rules of the appeal that runs, else of the one that could be made now; None where the page has no appeal.

    An appeal that was decided, or was not heard, leads to the next tier; one that was withdrawn leads nowhere.
    """
    return _after(record, appeals(record))


def rules_of(record: Record, made: Made) -> Appeal | None:
    """The rules under which that appeal was made; None where the page has no appeal."""
    return _after(record, list(takewhile(lambda each: each != made, appeals(record))))


def barred(record: Record, on: date) -> tuple[str, ...]:
    """While what the page takes no appeal, as far as facts tell that it is so on that day: codes of `vocabulary.BARS`.

    It keeps nobody from sending one: the panel's chair says whether it is heard, as of one that is late.
    """
    found = rules(record)
    if found is None:
        return ()
    return tuple(
        code for code in found.barred_while if code in TOLD_BY_FACTS and TOLD_BY_FACTS[code](record, on)
    )


def to_be_found(found: Appeal | None) -> tuple[str, ...]:
    """While what these rules take no appeal, and no fact tells whether it is so: people find it."""
    return tuple(code for code in found.barred_while if code not in TOLD_BY_FACTS) if found else ()


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


def _after(record: Record, before: Sequence[Made]) -> Appeal | None:
    """The rules of the appeal that follows these."""
    found = record.scheme.appeal
    for each in before:
        if each.ended and each.state != "withdrawn" and found and found.then:
            found = found.then
    return found


def _plan_is_live(record: Record, on: date) -> bool:
    sent, completed = record.latest("plan_sent"), record.latest("plan_completed")
    over = completed is not None and completed.happened_on <= on
    return sent is not None and sent.happened_on <= on and not over


# Of `vocabulary.BARS` those of which facts tell whether they are so on a day.
TOLD_BY_FACTS: dict[str, Callable[[Record, date], bool]] = {"plan_live": _plan_is_live}

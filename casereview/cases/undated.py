"""What somebody reads of a time of which no date follows: the page's own words, where they hold in this case."""

from casereview.cases.beginning import APPLICATIONS, BEGINNINGS, beginning
from casereview.cases.record import Record
from casereview.schemes.promises import facts_of
from casereview.wording.status import APPLICANT_NO_DATE, undated_sentence


def undated(record: Record, clock: str) -> str:
    """What the page says of it all the same, else that no date is promised. clock: one of APPLICANT_NO_DATE.

    A case that goes on from another did not begin with a request: what the page counts from one, or from what the
    other case carried along, is promised of it by nobody.
    """
    return undated_sentence(record.scheme, clock) if _holds(record, clock) else str(APPLICANT_NO_DATE[clock])


def _holds(record: Record, clock: str) -> bool:
    """Whether the time can begin in this case, or begins nobody knows when."""
    found, began = record.scheme.clocks.get(clock), beginning(record)
    if found is None or not found.starts or began is None:
        return True
    its_own = APPLICATIONS if began.kind in APPLICATIONS else (began.kind,)
    past = {*BEGINNINGS} - {*its_own} | {fact.kind for fact in record.facts if fact.codes.get("carried")}
    return not past.issuperset(facts_of(found.starts))

"""What everybody is called whom a case names: its people, the area's bodies, and the staff in its facts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from casereview.people.names import names_of

if TYPE_CHECKING:  # a record asks this for its own names
    from casereview.cases.record import Record


def names_in(record: "Record") -> dict[str, str]:
    """Names by holder (at most one query a kind of holder, however many the facts name)."""
    known = {person.holder: str(person) for person in record.people}
    known |= {holder: body.name for holder, body in record.bodies.items()}
    if record.viewer.holder.startswith("user:") and record.viewer.name:
        known[record.viewer.holder] = record.viewer.name
    named = (holder for fact in record.facts for holder in (*texts_in(fact.codes), fact.by))
    return known | names_of(holder for holder in named if holder not in known)


def texts_in(codes: dict[str, Any]) -> Iterable[str]:
    """Every text among the codes of a fact, in lists too: some are holders."""
    for value in codes.values():
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str))

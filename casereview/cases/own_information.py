"""Somebody asks for what is held of them (UK GDPR, Article 15): where that stands, derived from the facts.

One request at a time: a second one that comes meanwhile is answered with the first.
"""

from casereview.cases.models import Fact, Person
from casereview.cases.record import Record

GIVEN = ("own_information_given",)
NEVER_WRITTEN_TO = (
    "alleged_perpetrator"  # no letter of ours goes to them: a copy is handed over or posted by hand
)


def asked(record: Record) -> Fact | None:
    """The request that still waits for its copy; its code `person` is the holder who asked."""
    last, given = record.latest("own_information_asked"), record.latest(*GIVEN)
    return last if last and (given is None or given.number < last.number) else None


def prepared(record: Record) -> Fact | None:
    """What was decided for the request that waits, passage by passage, unless the second reader sent it back."""
    found, back = _since(record, "own_information_prepared"), _since(record, "own_information_sent_back")
    return None if found and back and back.number > found.number else found


def signed(record: Record) -> Fact | None:
    """The second person's signature under what was prepared last."""
    found, under = _since(record, "own_information_signed"), prepared(record)
    return found if found and under and found.number > under.number else None


def copy_for(record: Record, holder: str) -> Fact | None:
    """What was prepared for the last copy that was signed for this holder: they may read it for as long as we do."""
    signatures = [fact for fact in record.current("own_information_signed") if fact.codes["person"] == holder]
    if not signatures:
        return None
    made = [
        fact for fact in record.current("own_information_prepared") if fact.number < signatures[-1].number
    ]
    return made[-1]


def asker(record: Record, fact: Fact) -> Person | None:
    """The person whom a fact of a request is about."""
    return next((person for person in record.people if person.holder == fact.codes["person"]), None)


def by_hand(record: Record, fact: Fact) -> bool:
    """Whether the copy goes by no letter of ours."""
    person = asker(record, fact)
    return person is None or NEVER_WRITTEN_TO in person.roles


def _since(record: Record, kind: str) -> Fact | None:
    """The last fact of this kind since the request that waits."""
    request, found = asked(record), record.latest(kind)
    return found if request and found and found.number > request.number else None

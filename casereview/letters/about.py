"""What one letter is about: the case, who it is for, by which way it goes, and the fact that called for it."""

from dataclasses import dataclass

from casereview.cases.models import Fact, Person
from casereview.cases.record import Record
from casereview.letters.safe_contact import Route
from casereview.people.models import Body


@dataclass(frozen=True)
class About:
    """The one thing that every value of a letter is made from.

    clerked: whether the clerk of the appeal looks after it, and not the case's co-ordinator.
    serves: the event that the letter is the notice of. records: the kinds of fact that are recorded when it goes.
    """

    record: Record
    to: str
    route: Route
    fact: Fact
    serves: str = ""
    records: tuple[str, ...] = ()
    clerked: bool = False

    @property
    def person(self) -> Person | None:
        """The recipient, where it is a person."""
        return next((person for person in self.record.people if person.holder == self.to), None)

    @property
    def body(self) -> Body | None:
        """The recipient, where it is a body."""
        return self.record.bodies.get(self.to)

"""An application as the threshold needs it: incidents, the reports made of them, and what people have found.

Anything unknown may be left out, and stays unknown. Reading one from JSON is `application_json.read`.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """A day (London date), known exactly or only to lie in a range; both ends inclusive.

    A side on which nothing is known is `date.min` or `date.max`; `When()` is a day of which nothing is known.
    """

    earliest: date = date.min
    latest: date = date.max

    @classmethod
    def on(cls, day: date) -> "When":
        """That day, exactly."""
        return cls(day, day)

    @property
    def exact(self) -> bool:
        return self.earliest == self.latest


UNKNOWN_DAY = When()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who reported or who applies. household: where somebody said with whom they live.

    Without one nobody's reports but their own add up with theirs (`Route.whose`), and how many households there are is
    not known.
    """

    id: str
    household: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened. `hate` is None where nobody has asked, empty where hate was not the motive."""

    id: str
    on: When = UNKNOWN_DAY
    problem: str | None = None
    location: str | None = None
    culprit: str | None = None
    hate: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of one incident by one person to one kind of body (`model.BODY_KINDS`)."""

    id: str
    incident: str | None = None
    by: str | None = None
    to: str | None = None
    on: When = UNKNOWN_DAY


@dataclass(frozen=True, slots=True)
class Application:
    """What was applied with, on the day `received`. `applicant` is a person's id: whose reports are "yours".

    `first_contact` is the day an earlier draft was begun, never after `received`. `judged` holds people's
    findings by code; None, or no entry, is not found yet.
    """

    received: date
    first_contact: date | None = None
    applicant: str | None = None
    people: tuple[Person, ...] = ()
    incidents: tuple[Incident, ...] = ()
    reports: tuple[Report, ...] = ()
    judged: dict[str, bool | None] = field(default_factory=dict)

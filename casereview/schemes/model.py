"""What an area's scheme says, as values: the contract between the TOML file and everything that reads rules.

A scheme holds codes and numbers, never sentences of ours; `wording/` turns them into English and Welsh.
What a page leaves unsaid is None here: nothing is guessed. A value that the page does not state and that we
had to choose is listed in `Scheme.readings`, with the reason.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from casereview.clocks.length import Length
from casereview.schemes.promises import Clock, StandingGroup
from casereview.schemes.risk import Risk
from casereview.schemes.terms import (
    BODY_KINDS,
    Appeal,
    Apply,
    Body,
    Brand,
    Contact,
    Decision,
    Example,
    Exclusion,
    Figures,
    Judgement,
    Meeting,
    Notices,
    OnlyWords,
    Timing,
    Words,
)

__all__ = [
    "BODY_KINDS",
    "HATE_MOTIVATIONS",
    "Appeal",
    "Body",
    "Clock",
    "Counted",
    "Example",
    "Exclusion",
    "Judgement",
    "Limit",
    "Minimum",
    "OnlyWords",
    "Reading",
    "Risk",
    "Route",
    "Scheme",
    "StandingGroup",
    "Statute",
    "Window",
    "Words",
]

# What a route may count. "dates" are different days of incidents; "none" is a route that people judge without a number.
Counted = Literal["incidents", "reports", "people", "households", "groups", "dates", "none"]
HATE_MOTIVATIONS = (
    "race",
    "religion",
    "disability",
    "sexual_orientation",
    "transgender_identity",
    "age",
    "sex",
    "marriage_civil_partnership",
    "pregnancy_maternity",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that is our reading of a silence: in the file `{ value = …, stated = false, why = "…" }`."""

    path: str  # such as "route.individual.whose"
    value: object  # None where a whole block, or the whole file (path ""), is our reading
    why: str


@dataclass(frozen=True, slots=True)
class Minimum:
    """One number that the counted set must reach: so many different units, optionally hate-motivated ones."""

    counts: Counted
    at_least: int
    hate: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """`length` counted back from an event, both ends inclusive; `of` says what must lie inside.

    back_from "any" is a window of that length anywhere ("in any six-month period").
    """

    length: Length
    of: Literal["incident", "report"]
    back_from: Literal["application", "latest_incident", "latest_report", "any"] = "application"
    forward_from: Literal["first_incident", "first_report"] | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A longest time between two events: within `length` "beginning with" the day of `since`."""

    length: Length
    since: Literal["incident", "report", "first_incident", "first_report", "latest_incident", "latest_report"]


@dataclass(frozen=True, slots=True)
class Route:
    """One way to meet the threshold; any one suffices. Some set of reports must satisfy all its limits."""

    name: str
    title: Words | None  # the route's own wording on the page, where we have it
    source: str
    minimums: tuple[Minimum, ...]  # empty for a judged route; the first is the one receipts lead with
    whose: Literal["person", "household", "anyone"] = "anyone"  # whose reports add up
    window: Window | None = None
    report_within: Limit | None = None  # the report made soon enough after the incident
    apply_within: Limit | None = None  # the application made soon enough after …
    latest_within: Limit | None = None  # the latest incident or report recent enough at the application
    report_age_at_least: Length | None = None  # the bodies have had this long to answer
    reported_to: tuple[str, ...] | None = None  # kinds of body; None = any relevant body
    linked_by: Literal["problem", "location", "culprit", "incident"] | None = None
    different_dates: bool = False
    hate_only: bool = False  # only hate-motivated incidents count
    hate_motivations: tuple[str, ...] = HATE_MOTIVATIONS
    judged: tuple[Judgement, ...] = ()

    def __hash__(self) -> int:
        """Of its name alone, so that what is worked out for a route is found again without going through it all."""
        return hash(self.name)


@dataclass(frozen=True, slots=True)
class Statute:
    """The backstop, section 104(4): so many qualifying complaints mean that the threshold is met."""

    complaints: int
    report_within: Length  # beginning with the day of the behaviour
    apply_within: Length  # beginning with the day of the complaint
    source: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One area's rules from one day on. `digest` is the SHA-256 of the text it was read from.

    No routes: the page does not say when the threshold is met, so that beyond the law's own count people decide.
    """

    code: str  # the file's name: "durham"
    area: str
    starts: date  # the file's `from`
    digest: str
    language: tuple[str, ...]
    lead: Words | None  # who co-ordinates: "Office of the Police and Crime Commissioner"
    routes: tuple[Route, ...]
    clocks: dict[str, Clock]
    bodies: tuple[Body, ...]
    statute: Statute
    exclusions: tuple[Exclusion, ...] = ()
    appeal: Appeal | None = None
    support: Words | None = None  # the victim support service's name
    channels: tuple[str, ...] = ()  # web, email, phone, post
    hate: tuple[str, ...] = HATE_MOTIVATIONS
    contact: Contact | None = None
    apply: Apply | None = None
    decision: Decision | None = None
    risk: Risk | None = None  # how risk and harm are assessed; None: the area has no form for it
    meeting: Meeting | None = None
    notices: Notices | None = None
    timing: Timing | None = None
    figures: Figures | None = None
    brand: Brand | None = None
    group: StandingGroup | None = None  # meets at times of its own, whatever cases there are
    only_words: tuple[OnlyWords, ...] = ()
    example: Example | None = None  # this is an example, not the rules of the area
    words: dict[str, Words] = field(default_factory=dict)  # the area's own words for a code
    sources: dict[str, str] = field(default_factory=dict)  # of the blocks lead, support and hate
    readings: tuple[Reading, ...] = ()
    source: str = ""
    text: str = field(default="", repr=False)  # the file, verbatim: a case keeps it under its digest

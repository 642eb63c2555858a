"""The terms of a scheme around its routes and clocks: bodies, contacts, appeal, meeting, notices, figures.

Like everything in `model`, these hold codes and numbers; what a page leaves unsaid is None.
"""

from dataclasses import dataclass
from typing import Literal

from casereview.clocks.length import Length

Words = str | dict[str, str]  # an area's own words: text, or {"en": …, "cy": …}

BODY_KINDS = ("council", "police", "landlord", "health", "other")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding that a person makes, never computed. `by` is who makes it: the bodies, the applicant, …

    Every condition that no count can settle is one of these ("the case must be closed", "witnessed by the
    applicant", "a senior officer asks for a review"): a code, with the area's words for it in `Scheme.words`.
    All of a route's findings must be true, but of those with the same `either` one is enough.
    """

    code: str
    by: Literal["bodies", "applicant", "lead", "panel"] = "bodies"
    either: int = 0  # the place of its `any_of` in the list, from 1; 0 stands alone
    weighs: tuple[str, ...] = ()  # what the page has them weigh: codes of FACTORS


@dataclass(frozen=True, slots=True)
class Body:
    """A body of the area as the page names it. Its mailbox and officers are settings of the installation."""

    code: str
    kind: str  # one of BODY_KINDS
    name: Words
    relevant: bool = True  # a relevant body of section 105: every application is dispatched to it
    when: Words | None = None  # called in only then: "if the person responsible is under 18"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """When a case review is the wrong way, and where it leads instead; it signposts, never bars."""

    code: str
    says: Words
    leads_to: Words
    source: str


@dataclass(frozen=True, slots=True)
class OnlyWords:
    """What a page says and no rule here carries out: shown as it is said, and `because` says why people see to it."""

    code: str
    says: Words
    because: str
    source: str


@dataclass(frozen=True, slots=True)
class Example:
    """This scheme is coded from a public page to show the language; it is not what its area promises today."""

    address: str  # of the page
    seen: int  # the year
    source: str
    others: tuple[str, ...] = ()  # further pages
    whole: bool | None = None  # False: only the page's beginning was seen


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the lead body. What a page masks or leaves out is None: a setting of the installation."""

    phone: str | None = None
    email: str | None = None
    web: str | None = None
    post: tuple[str, ...] = ()  # the lines of the address
    source: str = ""


@dataclass(frozen=True, slots=True)
class Appeal:
    """The right to appeal: grounds are prompts, never bars. Its length is the clock named `appeal`."""

    grounds: tuple[str, ...]
    heard_by: Words | None
    lodged_with: Words | None
    outcomes: tuple[str, ...]
    source: str
    considerations: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    judged: tuple[Judgement, ...] = ()  # what must be found before an appeal is heard
    contact: Contact | None = None
    barred_while: tuple[str, ...] = ()  # codes of BARS: no appeal while one of these is so
    consent: bool = False  # the applicant must agree to its being passed on to whoever hears it
    written: bool = (
        False  # the page wants the reasons in writing; an appeal that is told is written down all the same
    )
    then: "Appeal | None" = None  # a second tier


@dataclass(frozen=True, slots=True)
class Apply:
    """Who may ask. Missing consent limits what is shared, never receipt."""

    source: str
    who: Words | None = None
    consent: Literal["asked", "written"] | None = None
    anonymous: bool | None = None  # False: the page refuses anonymous requests
    counts_from: Literal["application", "first_contact"] = "application"  # where the windows are counted from


@dataclass(frozen=True, slots=True)
class Decision:
    """How many people must decide the threshold, from how many bodies; None where the page does not say."""

    source: str
    people: int | None = None
    bodies: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """The review meeting: who chairs it, how the applicant may take part, how many bodies must be there.

    quorum: for at least so many bodies somebody comes; None where the page names no number.
    """

    source: str
    chair: Literal["independent", "lead"] | None = None
    applicant: tuple[str, ...] = ()  # codes of MEETING_PARTS
    settle: tuple[str, ...] = ()  # what the bodies do there
    agenda: tuple[str, ...] = ()  # codes of MEETING_AGENDA, in their order
    quorum: int | None = None


@dataclass(frozen=True, slots=True)
class Served:
    """When a letter counts as served: `length` after the first of these things, or on that day."""

    after: tuple[Literal["sent", "opened", "told"], ...]
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class Notices:
    """Served dates by the way in which a letter went."""

    source: str
    posted: Served | None = None
    emailed: Served | None = None
    page: Served | None = None  # read on the applicant's own page


@dataclass(frozen=True, slots=True)
class Timing:
    """Lengths that no page promises but the work needs."""

    source: str
    draft_lasts: Length | None = None  # an application begun and not sent
    contact_tries: int | None = None  # before we write "we have tried to reach you"
    keep_case: Length | None = None  # from the day the case closes


@dataclass(frozen=True, slots=True)
class Figures:
    """What is published, and when its year begins."""

    source: str
    months: int | None = None  # the law allows at most 12
    year_starts: tuple[int, int] | None = None  # (month, day)
    suppress_under: int | None = None  # cells other than the four statutory totals


@dataclass(frozen=True, slots=True)
class Brand:
    """How the service looks and signs itself in this area."""

    source: str
    name: Words | None = None
    sender: Words | None = None  # neutral: who an e-mail says it is from
    colour: str | None = None  # "#rrggbb"
    logo: str | None = None  # a file of the installation

"""The threshold receipt: for each route which reports counted, which did not and why, and what is missing."""

from datetime import date
from typing import NamedTuple

# Why a report does not count on a route. The codes are stable; `wording/` says them to people.
DISCOUNTS = {
    "after_receipt": "dated after the application was received",
    "before_incident": "dated before the incident that it reports",
    "outside_window": "outside the time that this route looks at",
    "reported_too_late": "made too long after the incident",
    "applied_too_late": "the application came too long after it",
    "too_recent": "made too recently for an answer to be due",
    "latest_too_old": "nothing was recent enough when the application was made",
    "body_outside": "made to a body that does not count here",
    "not_hate": "of an incident not motivated by hate",
    "other_person": "made by another person than the one counted here",
    "other_household": "made by another household than the one counted here",
    "other_incident": "about another incident than the one counted here",
    "other_problem": "about another problem than the one counted here",
    "other_location": "about another place than the one counted here",
    "other_culprit": "about somebody else than the person counted here",
    "same_incident": "the same incident is counted already",
    "same_person": "the same person is counted already",
    "same_household": "the same household is counted already",
    "same_date": "another incident of that date is counted already",
    "not_counted": "this route is judged by people and counts no reports",
    "finding": "a named person found, with reasons, that it does not count",
}

# What would have to be known before a report could be counted or not.
NEEDS = {
    "report_date": "the day of the report, or a narrower range of days",
    "incident_date": "the day of the incident, or a narrower range of days",
    "incident": "which incident was reported",
    "by": "who made the report",
    "household": "which household whoever reported lives in",
    "to": "which body the report was made to",
    "hate": "whether hate was the motive",
    "problem": "which problem the incident belongs to",
    "location": "where the incident happened",
    "culprit": "who was responsible for the incident",
}


class Discount(NamedTuple):
    """A report that does not count: a code of DISCOUNTS; `same_as` is the report that counts instead."""

    id: str
    rule: str
    same_as: str | None = None

    @property
    def why(self) -> str:
        meaning = DISCOUNTS[self.rule]
        return f"{meaning}, by report {self.same_as}" if self.same_as is not None else meaning


class Unknown(NamedTuple):
    """A report that may count or not: `needs` is a code of NEEDS, the first thing that is missing."""

    id: str
    needs: str


class Finding(NamedTuple):
    """A judged condition and what people found; None is not found yet."""

    code: str
    finding: bool | None


class Tally(NamedTuple):
    """A further number that the same reports must reach: "by at least two people", "one of them hate"."""

    counts: str
    hate: bool
    needs: int
    found: int


class RouteReceipt(NamedTuple):
    """One route. `number` is whether its reports suffice, `met` that together with what people judged.

    Reports stand in the order of the application; counted, discounted and unknown together are all of them.
    """

    name: str
    met: bool | None
    number: bool | None
    needs: int
    counted: tuple[str, ...]
    discounted: tuple[Discount, ...]
    unknown: tuple[Unknown, ...]
    judged: tuple[Finding, ...] = ()
    also: tuple[Tally, ...] = ()

    @property
    def found(self) -> int:
        return len(self.counted)


class StatuteReceipt(NamedTuple):
    """Section 104(4). `counted` counts several complaints of one incident once, `found_unmerged` each.

    Where the two counts lead to different answers `met` is None, and a person decides with reasons.
    """

    met: bool | None
    needs: int
    found_unmerged: int
    counted: tuple[str, ...]
    discounted: tuple[Discount, ...]
    unknown: tuple[Unknown, ...]

    @property
    def found(self) -> int:
        return len(self.counted)


class Receipt(NamedTuple):
    """What `assess` found. `rules_of` is the start date of the rules used: where none are older, a later day
    than the receipt of the application."""

    scheme: str
    rules_of: date
    met: bool | None
    routes: tuple[RouteReceipt, ...]
    statute: StatuteReceipt

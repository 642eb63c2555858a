"""The time in which to appeal, by the scheme's clock `appeal`: what begins it, and its last day."""

from collections.abc import Collection
from datetime import date

from casereview.cases.appeal import About
from casereview.cases.record import Record
from casereview.clocks.length import Length
from casereview.schemes.model import Scheme

# What begins it, by what the appeal is against: of these the first that the scheme's clock names.
BEGINS: dict[About, tuple[str, ...]] = {
    "threshold": ("threshold_not_met", "decision_notice_sent"),
    "review": ("completion_notice_sent", "plan_completed", "plan_sent", "plan_settled", "review_held"),
}


def begins_with(scheme: Scheme, about: About) -> str:
    """The event from which the time to appeal counts; "" where no last day follows from the area's page.

    None does where the page names no time, or does not say from when it counts, or speaks of other appeals alone.
    """
    named = beginnings(scheme)
    return next((event for event in BEGINS[about] if event in named), "")


def beginnings(scheme: Scheme) -> tuple[str, ...]:
    """Every event from which the time to appeal counts, whatever the appeal is against, as the page names them."""
    clock = scheme.clocks.get("appeal")
    if clock is None or clock.length is None:
        return ()
    known = {event for events in BEGINS.values() for event in events}
    return tuple(event for event in clock.starts if event in known)


def length_from(scheme: Scheme, begins: Collection[str]) -> Length | None:
    """The time to appeal that counts from these events, or of which nobody says from when; None where none does."""
    clock = scheme.clocks.get("appeal")
    return clock.length if clock and (begins or not clock.starts) else None


def last_day(record: Record) -> date | None:
    """The last London day on which an appeal is in time; None: none is fixed."""
    return max((run.due for run in record.deadlines if run.clock == "appeal" and run.due), default=None)

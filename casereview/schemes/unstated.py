"""What the product does where a file states nothing and the work needs a value: each once, here, and what the law adds.

Nothing here is a promise of an area: no page or letter promises it to anybody, and no clock gets a length from it.
The reasons are in `wording.unstated`; `manage.py scheme show` says them as the product's own.
"""

from dataclasses import fields, replace
from typing import Any, TypeVar

from casereview.clocks.length import Length
from casereview.schemes.model import Clock, Scheme
from casereview.schemes.terms import Figures, Meeting, Notices, Served, Timing
from casereview.schemes.vocabulary import MEETING_AGENDA

Block = TypeVar("Block", Timing, Notices, Figures, Meeting)

OURS = "no section: the product’s own"
TIMING = Timing(source=OURS, draft_lasts=Length(28, "days"), contact_tries=3, keep_case=Length(72, "months"))
NOTICES = Notices(
    source=OURS,
    posted=Served(("sent",), Length(2, "working_days")),
    emailed=Served(("sent",)),
    page=Served(("opened", "told")),
)
SUPPRESS_UNDER = 5
FIGURES = Figures(source=OURS, months=12, year_starts=(1, 1), suppress_under=SUPPRESS_UNDER)
MEETING = Meeting(
    source=OURS, applicant=("opening_section", "representative", "statement"), agenda=MEETING_AGENDA
)
REMINDERS = (
    -2,
    0,
    1,
)  # working days from the due date of an action of a plan, where [clock.return] names none
# Working days from the day by which members of a meeting are asked to say which dates they can make. No file states it.
POLL_REMINDER = -2
# What is done with every request, whether or not a clock of the file speaks of it: the event with which it is done.
DONE = ("acknowledgement_sent", "contact_made", "application_dispatched", "decision_notice_sent", "plan_sent")
# Clocks that run in every area, whatever its page says.
OF_THE_LAW = {
    "own_information": Clock(
        name="own_information",
        starts=("own_information_asked",),
        stops=("own_information_given",),
        length=Length(1, "months"),
        survives_close=True,
        source="UK General Data Protection Regulation, Article 12(3)",
    )
}


def with_those_of_the_law(clocks: dict[str, Clock]) -> dict[str, Clock]:
    """A file's clocks in their order, then those of the law that it does not repeat."""
    return clocks | {name: clock for name, clock in OF_THE_LAW.items() if name not in clocks}


def timing(scheme: Scheme) -> Timing:
    """How long drafts and cases are kept, and how often somebody is tried: the scheme's values, else ours."""
    return _filled(scheme.timing, TIMING)


def notices(scheme: Scheme) -> Notices:
    """When a letter counts as served, by each way in which it may go."""
    return _filled(scheme.notices, NOTICES)


def figures(stated: Figures | None) -> Figures:
    """What is published, and when its year begins, of what a scheme states of it."""
    return _filled(stated, FIGURES)


def meeting(scheme: Scheme) -> Meeting:
    """The review meeting: how the applicant may take part, and its agenda. Who chairs it, and how many, may be None."""
    return _filled(scheme.meeting, MEETING)


def done_unsaid(scheme: Scheme) -> tuple[str, ...]:
    """Of DONE what no clock of the file ends with: the page does not promise it, and it is done all the same."""
    ends = {event for clock in scheme.clocks.values() for event in clock.stops}
    return tuple(event for event in DONE if event not in ends)


def left_open(stated: Block | None, ours: Block) -> Block:
    """Of our values those that take the place of a silence: each that the file states is None, or empty."""
    if stated is None:
        return ours
    empty: dict[str, Any] = {name: () if isinstance(value, tuple) else None for name, value in _said(stated)}
    return replace(ours, **empty)


def _filled(stated: Block | None, ours: Block) -> Block:
    return ours if stated is None else replace(ours, **dict(_said(stated)), source=stated.source)


def _said(block: Block) -> list[tuple[str, Any]]:
    """Each value that the file states, by its name; but where it says so."""
    values = [(each.name, getattr(block, each.name)) for each in fields(block) if each.name != "source"]
    return [(name, value) for name, value in values if value not in (None, ())]

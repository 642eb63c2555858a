"""A small scheme that has nothing wrong with it, for tests that break one thing."""

from collections.abc import Mapping

from casereview.schemes.check import check
from casereview.schemes.faults import Fault
from casereview.schemes.model import Scheme

EVENTS = {
    "application_received": "the request is received",
    "threshold_met": "the threshold is decided to be met",
    "decision_notice_sent": "the decision is sent",
    "meeting_arranged": "the review meeting",
    "review_held": "the review meeting is held",
    "plan_settled": "the action plan is settled",
    "plan_sent": "the action plan is sent",
    "outcome_notice_sent": "the outcome of the appeal is sent",
}

# Line 1 is `area`.
TEXT = """\
area = "Nowhere"
from = 2026-11-01
source = "an invented page"

[[route]]
name = "individual"
counts = "incidents"
at_least = 3
within = { months = 6, of = "report" }
reported_to = ["council", "police"]
judged = [
    { code = "feels_ignored", by = "applicant" },
]
source = "first point"

[clock.review]
starts = "threshold_met"
stops = "review_held"
length = { working_days = 10 }
source = "what happens next"

[statute]
complaints = 3
report_within = { months = 1 }
apply_within = { months = 6 }
source = "section 104(4)"
"""


def scheme(text: str = TEXT, events: Mapping[str, str] | None = EVENTS) -> Scheme:
    """The scheme, which must have no faults."""
    result = check(text, events, "nowhere")
    assert isinstance(result, Scheme), [str(fault) for fault in result]
    return result


def faults(text: str) -> list[Fault]:
    """The faults, of which there must be some."""
    result = check(text, EVENTS, "nowhere")
    assert not isinstance(result, Scheme), "nothing was found to be wrong"
    return result


def with_line(number: int, line: str) -> str:
    """The small scheme with one line of it replaced."""
    lines = TEXT.split("\n")
    lines[number - 1] = line
    return "\n".join(lines)

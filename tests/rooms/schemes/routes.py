"""Random routes out of everything that the language can say of one."""

from functools import cache

from hypothesis import strategies as st

from casereview.clocks.length import Length
from casereview.schemes.model import Judgement, Limit, Minimum, Route, Window
from tests.rooms.schemes.applications import CODES, known

LENGTHS = (
    Length(1, "months"),
    Length(6, "months"),
    Length(12, "months"),
    Length(3, "weeks"),
    Length(10, "days"),
)
COUNTED = ("incidents", "reports", "people", "households", "groups", "dates")
SINCE = ("incident", "report", "first_incident", "first_report", "latest_incident", "latest_report")
BACK, FORWARD = ("application", "latest_incident", "latest_report", "any"), ("first_incident", "first_report")


limits = st.builds(Limit, known(*LENGTHS), known(*SINCE))
windows = st.builds(Window, known(*LENGTHS), known("incident", "report"), known(*BACK)) | st.builds(
    Window, known(*LENGTHS), known("incident", "report"), st.just("application"), known(*FORWARD)
)
minimums = st.builds(Minimum, known(*COUNTED), st.integers(1, 4), known(False, False, True))
judgements = st.builds(Judgement, known(*CODES), known("bodies", "applicant"), known(0, 0, 1))


LIMITS = {
    "window": windows,
    "report_within": st.builds(Limit, known(*LENGTHS), st.just("incident")),
    "apply_within": limits,
    "latest_within": st.builds(Limit, known(*LENGTHS), known(*SINCE[4:])),
    "report_age_at_least": known(*LENGTHS[-2:]),
    "reported_to": known(("police",), ("council", "police", "landlord")),
    "linked_by": known("incident", "problem", "location", "culprit"),
    "different_dates": st.just(True),
    "hate_only": st.just(True),
    "hate_motivations": known(("race", "sex")),
}


@cache
def named(at_most):
    return st.lists(known(*LIMITS), unique=True, max_size=at_most)


@st.composite
def routes(draw, at_most=10, has=()):
    """A route that counts something, with so many limits and links besides what it has, and findings."""
    first = Minimum(draw(known(*COUNTED)), draw(st.integers(1, 4)))
    found = draw(st.lists(judgements, max_size=2, unique_by=lambda each: each.code))
    return Route(
        name="any",
        title=None,
        source="",
        minimums=(first, *draw(st.lists(minimums, max_size=1))),
        whose=draw(known("person", "household", "anyone")),
        **{name: draw(LIMITS[name]) for name in dict.fromkeys([*has, *draw(named(at_most))])},
        judged=tuple(found),
    )

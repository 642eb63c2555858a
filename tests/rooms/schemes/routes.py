"""Random routes out of everything that the language can say of one."""

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
COUNTED = ("incidents", "reports", "people", "households", "dates")
SINCE = ("incident", "report", "first_incident", "first_report", "latest_incident", "latest_report")
BACK, FORWARD = ("application", "latest_incident", "latest_report", "any"), ("first_incident", "first_report")


def sometimes(strategy):
    return st.one_of(st.none(), st.none(), strategy)


limits = st.builds(Limit, known(*LENGTHS), known(*SINCE))
windows = st.builds(Window, known(*LENGTHS), known("incident", "report"), known(*BACK)) | st.builds(
    Window, known(*LENGTHS), known("incident", "report"), st.just("application"), known(*FORWARD)
)
minimums = st.builds(Minimum, known(*COUNTED), st.integers(1, 4), known(False, False, True))
judgements = st.builds(Judgement, known(*CODES), known("bodies", "applicant"), known(0, 0, 1))


@st.composite
def routes(draw):
    """A route that counts something, with any limits, links and findings beside each other."""
    first = Minimum(draw(known(*COUNTED)), draw(st.integers(1, 4)))
    found = draw(st.lists(judgements, max_size=2, unique_by=lambda each: each.code))
    return Route(
        name="any",
        title=None,
        source="",
        minimums=(first, *draw(st.lists(minimums, max_size=1))),
        whose=draw(known("person", "household", "anyone")),
        window=draw(sometimes(windows)),
        report_within=draw(sometimes(st.builds(Limit, known(*LENGTHS), st.just("incident")))),
        apply_within=draw(sometimes(limits)),
        latest_within=draw(sometimes(st.builds(Limit, known(*LENGTHS), known(*SINCE[4:])))),
        report_age_at_least=draw(sometimes(known(*LENGTHS[-2:]))),
        reported_to=draw(sometimes(known(("police",), ("council", "police", "landlord")))),
        linked_by=draw(sometimes(known("problem", "location"))),
        different_dates=draw(known(False, False, False, True)),
        hate_only=draw(known(False, False, False, True)),
        judged=tuple(found),
    )

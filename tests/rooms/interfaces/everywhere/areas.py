"""For each area, worked out by hand from its file: a story, what the receipt says of it, and what is decided.

The receipt is the one beside the form of the decision, before anybody but the applicant has found anything.
"""

from dataclasses import dataclass, field

from tests.rooms.interfaces.everywhere.stories import (
    FIVE,
    FIVE_LATE,
    HATE,
    LATE,
    ONE,
    THREE,
    TWO_OF_HATE,
    Story,
)

MET, NOT_MET, OPEN = "Met", "Not met", "Not known"  # as the page says it; open is for people to decide
OWN, SEVERAL, PEOPLE = "The applicant’s own reports", "Several people", "Decided by people"
ANYBODY = "Reports by anybody"  # where the file does not say that they must be one person's or household's

NO_APPEAL = "The public page does not say what happens if you disagree."
NO_LAST_DAY = "The public page names no last day to appeal."


@dataclass(frozen=True)
class Area:
    """One row. says: what the applicant alone can say. routes: the answer of each, by its name on the page, in order.

    act: the answer of section 104(4). met: what is decided. decides, meets: a day, or the words of the page, by which
    the decision and the meeting are promised; "" where they are not. appeal: what somebody refused is told of a right
    to appeal.
    """

    story: Story
    routes: dict[str, str]
    met: bool
    act: str = NOT_MET
    says: dict[str, str] = field(default_factory=dict)
    decides: str = ""
    meets: str = ""
    appeal: str = NO_APPEAL


AREAS = {
    # Three incidents of 1 October to 10 November, the last within a month of 1 December; not solved, as they say.
    "ashfield": Area(
        THREE, {ANYBODY: MET, PEOPLE: OPEN}, True, act=MET, says={"not_resolved_to_satisfaction": "yes"}
    ),
    # Three reports; that nothing was done and that the case was closed is for the bodies to find.
    "barnet": Area(LATE, {OWN: OPEN, SEVERAL: NOT_MET}, False),
    # Three in twelve months, the latest incident on 5 August.
    "bedford": Area(
        LATE,
        {ANYBODY: MET, PEOPLE: OPEN},
        True,
        says={"not_resolved_to_satisfaction": "yes"},
        meets="within 28 days (it is not said from when)",
    ),
    # One report, older than a week; only one home is affected, as they say.
    "brighton-and-hove": Area(
        ONE,
        {ANYBODY: OPEN, SEVERAL: NOT_MET},
        False,
        says={"several_households_affected": "no"},
        decides="Wednesday 2 December 2026",
    ),
    "calderdale": Area(
        HATE, {ANYBODY: NOT_MET, "Hate": MET}, True, says={"not_satisfied_with_response": "yes"}
    ),
    # All three were told more than a month after they happened.
    "chelmsford": Area(
        LATE,
        {ANYBODY: NOT_MET, "Hate": NOT_MET},
        False,
        appeal="You have 21 days to appeal. The public page does not say from when.",
    ),
    # Five reports by five people.
    "cleveland": Area(FIVE_LATE, {OWN: NOT_MET, SEVERAL: MET}, True),
    "colchester": Area(
        HATE,
        {ANYBODY: NOT_MET, "Hate": OPEN},
        True,
        decides="within 10 working days (it is not said from when)",
    ),
    # The rules since 2023: three reports, and the bodies find whether the problem persists.
    "cumberland-allerdale": Area(LATE, {ANYBODY: OPEN, "Senior manager": OPEN}, False),
    "dorset": Area(ONE, {OWN: NOT_MET}, False),
    # Three incidents. 14 working days from 1 December: 2 to 4 (3), 7 to 11 (8), 14 to 18 (13), 21 December. The
    # review is 21 days after the decision of 8 December.
    "east-hertfordshire": Area(
        LATE, {ANYBODY: MET}, True, decides="Monday 21 December 2026", meets="Tuesday 29 December 2026"
    ),
    "flintshire": Area(LATE, {ANYBODY: NOT_MET}, False),
    "gravesham": Area(THREE, {ANYBODY: MET}, True, act=MET),
    "gwynedd": Area(THREE, {ANYBODY: OPEN}, True, act=MET),
    # It names no ways, so that people decide, as in Stafford and Stockton.
    "hull": Area(ONE, {}, False, appeal=NO_LAST_DAY),
    "leicester": Area(LATE, {ANYBODY: NOT_MET, "Hate": NOT_MET}, False),
    # The latest report, of 10 October, is more than a month old.
    "melton": Area(LATE, {ANYBODY: NOT_MET}, False),
    "milton-keynes": Area(ONE, {ANYBODY: NOT_MET}, False, appeal=NO_LAST_DAY),
    "plymouth": Area(TWO_OF_HATE, {ANYBODY: NOT_MET, "Hate": OPEN, PEOPLE: OPEN}, True),
    # Working days from 1 December: up to Monday 21 December 14; 22 to 24 (17), 29 to 31 (20), 4 January (21), since
    # Friday 25, Monday 28 December and Friday 1 January are holidays; 5 to 8 (25), 11 to 13 January (28).
    "richmond-upon-thames": Area(
        ONE,
        {OWN: NOT_MET, PEOPLE: OPEN, SEVERAL: NOT_MET},
        True,
        decides="Monday 4 January 2027",
        meets="Wednesday 13 January 2027",
    ),
    "south-wales": Area(HATE, {OWN: NOT_MET, SEVERAL: NOT_MET, "Hate": MET, "Senior officer": OPEN}, True),
    "stafford": Area(THREE, {}, True, act=MET),
    "stockton-on-tees": Area(
        ONE,
        {},
        False,
        decides="within 3 working days after all organisations have answered",
        appeal=NO_LAST_DAY,
    ),
    "stratford-on-avon": Area(ONE, {ANYBODY: NOT_MET}, False, says={"witnessed_by_applicant": "yes"}),
    # As in Stockton, the days to appeal are those after a plan, and here there is none.
    "suffolk": Area(LATE, {ANYBODY: NOT_MET}, False, appeal=NO_LAST_DAY),
    "sunderland": Area(LATE, {ANYBODY: MET, "High risk": OPEN}, True),
    "trafford": Area(ONE, {ANYBODY: NOT_MET, PEOPLE: OPEN}, False),
    # Not motivated by hate, as they say.
    "wakefield": Area(ONE, {OWN: NOT_MET, SEVERAL: NOT_MET, "Hate": NOT_MET}, False),
    "warrington": Area(FIVE_LATE, {OWN: NOT_MET, SEVERAL: OPEN}, True),
    "watford": Area(
        FIVE_LATE,
        {OWN: NOT_MET, SEVERAL: MET},
        True,
        decides="at the next meeting of the group that assesses the requests",
    ),
    # Five people within a month; whether the Act counts two complaints or five, people decide.
    "wolverhampton": Area(FIVE, {OWN: NOT_MET, "Hate": NOT_MET, SEVERAL: OPEN}, False, act=OPEN),
}

"""Cases on their way through the meeting: arranged for the last lawful day, held with a statement, adjourned."""

from datetime import date, timedelta
from typing import Any

from demo.casework import arrange, assess, find_chair, members, to_be_reviewed
from demo.stage import Stage, incident


def _with_a_chair(stage: Stage, decided: int, **told: Any) -> date:
    """Met so many days ago, with a chair; returns the last lawful day of the meeting."""
    to_be_reviewed(stage, decided, **told)
    return find_chair(stage)


def _on(stage: Stage, day: date, hour: int) -> None:
    stage.days_ago((stage.today - day).days, hour)


def _sitting(stage: Stage, **more: Any) -> dict[str, Any]:
    """Everybody came but the health board."""
    return {
        f"present_{stage.body_named('police').pk}": "Sgt Jo Hale, neighbourhood team",
        f"present_{stage.body_named('council').pk}": "Sam Ferry, community safety manager",
        f"substitute_{stage.body_named('council').pk}": True,
        f"present_{stage.body_named('moorside').pk}": "Mo Amin, tenancy manager",
        "without": "The health board holds nothing and said so in writing.",
        "chair_came": "yes",
        "conflicts": "none",
        "confidentiality": "yes",
        **more,
    }


def tell_meeting_on_the_last_lawful_day(stage: Stage) -> None:
    """The meeting is set for the last lawful day (in December, across Christmas); she comes by video."""
    lawful = _with_a_chair(
        stage,
        4,
        name="Nora Finch",
        place="Neville Street, Durham",
        problem="Two men from the flats opposite shout at me whenever I go out.",
        impact="I go out only when my sister comes.",
        needs={"somebody_with_me": True},
        incidents=[
            incident(stage, 76, "Shouted at in the street", [("police", 75)]),
            incident(stage, 47, "Followed to the shop", [("police", 46)]),
            incident(stage, 26, "Eggs at the door", [("council", 25)]),
        ],
    )
    stage.days_ago(3)
    arrange(stage, lawful)
    stage.days_ago(2, 20)
    choice = {
        "part": "opening_section",
        "how": "remote",
        "adjustments": "My sister sits beside me. A break, please.",
    }
    stage.applicant_does("choose_involvement", person=stage.person, **choice)


def tell_statement_read_out(stage: Stage) -> None:
    """He did not want to sit at that table: his statement was read out; the chair has the minutes to sign."""
    lawful = _with_a_chair(
        stage,
        24,
        name="Idris Hale",
        tenure="housing_association",
        place="Ford Terrace, Lanchester",
        problem="The household above throws things at us and threatens my son.",
        incidents=[
            incident(stage, 110, "A bottle thrown at my son", [("moorside", 109)]),
            incident(stage, 82, "Threats on the stairs", [("police", 81)]),
            incident(stage, 55, "The door painted over", [("moorside", 54)]),
        ],
    )
    found = {"how_often": "weekly", "how_long": "months", "getting_worse": "the_same", "daily_life": "some"}
    assess(stage, "first_look", **found, fear="uneasy", threats="damage", unanswered="in_part")
    stage.days_ago(23)
    arrange(stage, lawful)
    stage.days_ago(21, 21)
    stage.applicant_does("choose_involvement", person=stage.person, part="statement")
    stage.applicant_does(
        "give_statement",
        person=stage.person,
        statement="My son is nine. He asks every evening whether they are at home.\n\nTell me what happens next.",
    )
    _on(stage, lawful - timedelta(days=6), 10)
    stage.do("send_pack", to=members(stage))
    stage.days_ago(20, 11)
    found |= {"how_often": "daily", "getting_worse": "worse", "fear": "changed"}
    reason = "The son is nine and was threatened by name. The form asks nothing about children by themselves."
    assess(
        stage,
        "meeting",
        **found,
        threats="damage",
        unanswered="nothing",
        override="high",
        override_reason=reason,
    )
    _on(stage, lawful, 13)
    stage.do("hold_review", **_sitting(stage, came_1="not", read_1="yes"))
    minutes = {
        "shareable_3": "The statement was read out by the chair. The meeting was quiet for a while.",
        "shareable_4": "The landlord had three reports and visited once. The police logged one and did not call back.",
        "restricted_4": "The landlord’s file names somebody else who complained, and must not be known.",
        "shareable_5": "The landlord visits weekly; the police name one officer to call.",
    }
    stage.do("write_minutes", **minutes)


def tell_meeting_adjourned(stage: Stage) -> None:
    """The police were called away before anything was done: the clock runs on, and the new day is a late one."""
    lawful = _with_a_chair(
        stage,
        23,
        name="Carys Bond",
        tenure="housing_association",
        place="Mill Bank, Wolsingham",
        problem="A man drives at us on a motorbike on the path to the school.",
        incidents=[
            incident(stage, 95, "Driven at on the path", [("police", 94)]),
            incident(stage, 68, "Again, with the pram", [("police", 67)]),
            incident(stage, 52, "Fence broken", [("moorside", 51)]),
        ],
    )
    stage.days_ago(22)
    stage.do("offer_involvement", people=[stage.person], asked_by="letter")
    arrange(stage, lawful)
    stage.days_ago(20, 19)
    stage.applicant_does("choose_involvement", person=stage.person, part="opening_section", how="in_person")
    _on(stage, lawful, 13)
    reason = "The police were called to an emergency before the meeting had begun its work."
    stage.do("adjourn_review", business="no", reason=reason)
    day = next(day for day in _days_after(stage) if stage.record().calendar.is_working_day(day))
    late = "No earlier day was free for all the organisations. We are sorry."
    arrange(stage, day, late_reason=late)


def _days_after(stage: Stage) -> list[date]:
    """The days from four days after today on: whichever day the demo is set up, the meeting is still to come."""
    return [date.fromordinal(stage.today.toordinal() + number) for number in range(4, 18)]

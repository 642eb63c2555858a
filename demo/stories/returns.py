"""Cases in which the bodies were asked for what they hold: nothing held, silence to the end, a part held back."""

from datetime import date
from typing import Any

from casereview.clocks.rungs import day_of_rung
from demo.casework import to_be_reviewed
from demo.stage import Stage, incident


def _asked(stage: Stage, decided: int, bodies: tuple[str, ...], **told: Any) -> None:
    """Met so many days ago; these bodies are asked on the same day."""
    to_be_reviewed(stage, decided, **told)
    holders = [stage.body(code) for code in bodies]
    stage.do(
        "ask_for_returns", bodies=holders, purpose="To see what was done, and decide what more can be done."
    )


def _gives(stage: Stage, code: str, officer: str, **more: Any) -> None:
    """A body that holds every report that was made to it, and whatever is told besides."""
    holder = stage.body(code)
    held = {f"match_{report.number}": "held" for report in stage.record().reports if report.own == holder}
    told = {
        "body": holder,
        "held": "something",
        "withheld": "none",
        "given_by": officer.replace(".", " ").title(),
    }
    stage.do("give_return", officer, **{**told, **held, **more})


def _remind(stage: Stage, code: str) -> None:
    """Every reminder whose day has come, each on its day."""
    holder, record = stage.body(code), stage.record()
    runs = [run for run in record.deadlines if run.clock == "return" and run.subject == holder and run.due]
    if not runs:
        return  # Durham's scheme gives five working days; under another, nobody is reminded
    due = runs[0].due
    for level, rung in enumerate(record.scheme.clocks["return"].chase):
        day: date = day_of_rung(due, rung, record.calendar)
        if day < stage.today:
            stage.days_ago((stage.today - day).days, 7)
            stage.system_does("chase_return", body=holder, level=level)


def tell_nothing_held(stage: Stage) -> None:
    """The health board holds nothing, and says so; the police have answered, the council has some days left."""
    _asked(
        stage,
        3,
        ("police", "council", "health"),
        name="Gwen Holt",
        place="Bridge Street, Howden-le-Wear",
        problem="The tenants opposite deal from their window and shout at anybody who looks.",
        impact="My daughter does not go out any more.",
        incidents=[
            incident(stage, 77, "Shouted at on the doorstep", [("council", 76)]),
            incident(stage, 49, "Stone through the window", [("police", 49)]),
            incident(stage, 24, "Followed to the car", [("police", 23)]),
        ],
    )
    stage.days_ago(2, 11)
    nothing = {"held": "nothing", "withheld": "none", "given_by": "Ines Roy, safeguarding lead"}
    stage.do("give_return", "ines.roy", body=stage.body("health"), **nothing)
    stage.days_ago(1, 15)
    _gives(
        stage,
        "police",
        "pc.hale",
        a1_when=_typed(stage, 20),
        a1_what="Patrol passed at night",
        a1_outcome="Nobody seen",
        risk="The window is watched; no weapon was seen.",
    )


def tell_landlord_silent_to_the_end(stage: Stage) -> None:
    """Moorside Homes was reminded three times and has not answered; its escalation contact was written to."""
    _asked(
        stage,
        13,
        ("police", "council", "moorside"),
        name="Nia Birch",
        tenure="housing_association",
        place="Harbour View, Seaham",
        problem="The flat below smokes cannabis all day and threatens us when we say so.",
        vulnerability="My son has asthma.",
        incidents=[
            incident(stage, 84, "Smoke all night", [("moorside", 83)]),
            incident(stage, 58, "Threatened on the stairs", [("police", 57), ("moorside", 56)]),
            incident(stage, 31, "Door kicked", [("moorside", 30)]),
        ],
    )
    stage.days_ago(10)
    _gives(stage, "police", "pc.hale", planned="A joint visit with the landlord.")
    stage.days_ago(9, 16)
    nothing = {"held": "nothing", "withheld": "none", "given_by": "Sam Ferry, community safety manager"}
    stage.do("give_return", "sam.ferry", body=stage.body("council"), **nothing)
    _remind(stage, "moorside")


def tell_a_part_held_back(stage: Stage) -> None:
    """The council holds back a part for a court case; what it did, and what the applicant may see, is there."""
    _asked(
        stage,
        7,
        ("police", "council"),
        name="Otis Grey",
        place="Wear Terrace, Witton Park",
        problem="Fires are lit behind our houses, and the bins are thrown at us.",
        wanted="A camera, and somebody who answers the phone.",
        incidents=[
            incident(stage, 88, "Fire behind the garages", [("council", 87)]),
            incident(stage, 60, "Bins thrown over the wall", [("council", 59)]),
            incident(stage, 29, "Fire at the back gate", [("police", 29), ("council", 28)]),
        ],
    )
    stage.days_ago(4, 12)
    _gives(
        stage,
        "council",
        "sam.ferry",
        reference_1="ENV/5512",
        outcome_1="The area was cleared",
        shown_1="on",
        r1_kind="report",
        r1_when=_typed(stage, 45),
        r1_what="Another neighbour reported the same fires",
        r2_kind="contact",
        r2_when=_typed(stage, 40),
        r2_what="The applicant phoned; no call back is recorded",
        a1_when=_typed(stage, 50),
        a1_what="Warning letter to one household",
        a1_outcome="No further report for two weeks",
        a1_shown="on",
        a2_when=_typed(stage, 26),
        a2_what="Evidence handed to the police",
        risk="Somebody will be hurt if a fire reaches the garages.",
        constraints="No camera can be fixed to the private wall.",
        planned="An injunction is being prepared.",
        for_applicant="We have written to a household and are looking at further steps.",
        withheld="part",
        withheld_reason="Statements for the injunction are not shared before the hearing.",
    )
    stage.days_ago(3)
    _gives(stage, "police", "pc.hale", a1_when=_typed(stage, 27), a1_what="Fire scene photographed")


def _typed(stage: Stage, days_ago: int) -> str:
    """A day as an officer types it."""
    return stage.day(days_ago)

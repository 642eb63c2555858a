"""Cases that ended without a decision, one of which goes on, and two that belong together."""

from demo.casework import reach_out, signs
from demo.stage import Stage, application, incident


def tell_withdrawn(stage: Stage) -> None:
    """Withdrawn by the applicant, who was asked whether it was safe and whether anybody had pressed them."""
    stage.days_ago(20, 14)
    stage.apply(
        application(
            stage,
            name="Alex Reay",
            place="West Road, Annfield Plain",
            problem="Loud rows next door.",
            incidents=[incident(stage, 48, "Rows all night", [("council", 47)])],
        )
    )
    reach_out(stage)
    stage.days_ago(11)
    stage.do(
        "withdraw",
        withdrawn_by="applicant",
        safe="yes",
        pressed="no",
        notes="The neighbours have moved away. She is relieved.",
    )


def tell_reopened(stage: Stage) -> None:
    """Withdrawn and closed; weeks later it comes out why, and it goes on in a case of its own."""
    stage.days_ago(60, 14)
    stage.apply(
        application(
            stage,
            name="Tess Hogg",
            place="Church Row, Esh Winning",
            problem="The man next door shouts threats through the wall.",
            incidents=[
                incident(stage, 82, "Threats through the wall", [("police", 81)]),
                incident(stage, 70, "He waited at the gate", [("police", 69)]),
            ],
        )
    )
    reach_out(stage)
    stage.days_ago(50)
    notes = "She says that it has calmed down."
    stage.do("withdraw", withdrawn_by="applicant", safe="yes", pressed="not_known", notes=notes)
    stage.days_ago(46)
    stage.do("close", notes="")
    stage.days_ago(8)
    stage.do(
        "reopen",
        why_again="pressed",
        reasons="She told the support service that he had stood beside her when she rang us.",
        for_applicant="You told us that you did not stop of your own free will. So what you asked for still stands.",
    )
    stage.goes_on("begin_again")
    stage.days_ago(6)
    stage.do(
        "log_contact", route="phone", outcome="reached", time="11:00", notes="Safe to call at work only."
    )


def tell_over_the_border(stage: Stage) -> None:
    """It happens in another area: received and dated here, then passed on, and the applicant told who has it."""
    stage.days_ago(10, 9)
    stage.apply(
        application(
            stage,
            name="Max Tate",
            place="Example Road, Sunderland",
            problem="Cars are set on fire behind our flats.",
            incidents=[incident(stage, 22, "Car on fire", [("police", 21)])],
        )
    )
    stage.do("triage_risk", **signs(), risk="standard", notes="")
    stage.days_ago(9)
    stage.do(
        "transfer",
        to="The case review office of the neighbouring area, 0191 496 0150",
        how="By phone and by secure e-mail to their duty officer",
    )


def tell_same_lane_first(stage: Stage) -> None:
    """Two households in one lane ask separately; this is the first."""
    _same_lane(stage, 9, "Olive Hunt", "2 Brick Lane, Coxhoe")


def tell_same_lane_second(stage: Stage) -> None:
    """And this the second: suggested as the same problem. Both count, each gets its own decision."""
    _same_lane(stage, 6, "Peter Hunter", "3 Brick Lane, Coxhoe")


def _same_lane(stage: Stage, ago: int, name: str, address: str) -> None:
    stage.days_ago(ago, 17)
    stage.apply(
        application(
            stage,
            name=name,
            address=address,
            place="Brick Lane, Coxhoe",
            problem="The scrap yard burns plastic at night and its dogs run loose.",
            incidents=[
                incident(stage, ago + 10, "Burning plastic", [("council", ago + 9)]),
                incident(stage, ago + 3, "Dogs loose in the lane", [("police", ago + 2)]),
            ],
        )
    )
    reach_out(stage)

"""Cases that have only just come, whichever way."""

from demo.casework import signs
from demo.stage import Stage, application, incident


def tell_arrived_last_night(stage: Stage) -> None:
    """Came in overnight: nobody has read it yet."""
    stage.days_ago(1, 23)
    stage.apply(
        application(
            stage,
            name="Casey Lowe",
            place="The Green, Ferryhill",
            problem="Fireworks are thrown at our windows.",
            incidents=[incident(stage, 3, "Firework against the window", [("police", 2)])],
        )
    )


def tell_frightened_at_home(stage: Stage) -> None:
    """Somebody may be in danger now: read at once, at the top of the queue."""
    stage.days_ago(1, 8)
    stage.apply(
        application(
            stage,
            name="Jo",
            contacts=[
                {"method": "phone", "value": "07700 900123", "seen_by_others": "no", "when": "before 3pm"}
            ],
            place="Durham",
            problem="He waits outside and says he will burn the house down.",
            codes={"danger": "yes"},
            incidents=[incident(stage, 2, "Threat to burn the house down", [("police", 2)])],
        )
    )
    stage.days_ago(1, 9)
    stage.do(
        "triage_risk",
        **signs(danger="yes", domestic_abuse="not_known"),
        risk="immediate",
        notes="Called 999 with her agreement. Officers on the way.",
    )
    stage.do(
        "record_referral",
        referred_to="police_999",
        agreed="yes",
        notes="Threat to burn the house down; officers sent.",
    )


def tell_letter_from_last_week(stage: Stage) -> None:
    """A letter that arrived last week and was keyed in yesterday: its clock runs from the day it came."""
    stage.days_ago(1, 11)
    by_post = {"method": "post", "value": "9 Pit Lane\nEsh Winning\nDH7 9ZZ", "seen_by_others": "no"}
    stage.apply(
        application(
            stage,
            name="Walter Raine",
            contacts=[by_post],
            place="Pit Lane, Esh Winning",
            problem="Cars are raced round the estate on Friday nights.",
            incidents=[
                incident(stage, 50, "Racing until 2am", [("police", 49)]),
                incident(stage, 29, "Racing, a car hit a wall", [("police", 28), ("council", 27)]),
            ],
        ),
        channel="post",
        received=8,
    )


def tell_told_by_phone(stage: Stage) -> None:
    """Told by phone, written down, read back and agreed."""
    stage.days_ago(3, 14)
    stage.apply(
        application(
            stage,
            name="Marie Holt",
            contacts=[
                {
                    "method": "phone",
                    "value": "07700 900456",
                    "seen_by_others": "no",
                    "how": "Leave no message",
                }
            ],
            place="High Street, Spennymoor",
            problem="People shout and fight outside my flat above the shop.",
            incidents=[incident(stage, 12, "Fighting, a bottle through the window", [("police", 12)])],
        ),
        channel="phone",
    )
    stage.days_ago(3, 15)
    stage.do("triage_risk", **signs(), risk="medium", notes="")
    stage.do("assign_owner", owner=stage.user("dev.patel"), deputy=stage.user("cora.wren"))


def tell_inside_a_complaint(stage: Stage) -> None:
    """A request inside an e-mail of complaint: an application from the day it came."""
    stage.days_ago(2, 16)
    stage.apply(
        application(
            stage,
            name="Nadia Fox",
            place="Park View, Chester-le-Street",
            problem="Nobody has done anything about the noise. I want somebody to look at all of it.",
            incidents=[incident(stage, 25, "Noise all night", [("council", 25)])],
        ),
        channel="email",
        received=5,
    )
    stage.do("triage_risk", **signs(), risk="standard", notes="")


def tell_darlington_first(stage: Stage) -> None:
    """The other area of the same office."""
    stage.area = "darlington"
    stage.days_ago(4, 12)
    stage.apply(
        application(
            stage,
            name="Gale Proud",
            place="North Road, Darlington",
            problem="Groups sit on our steps drinking and will not let us in.",
            incidents=[incident(stage, 18, "Blocked the door, shouted", [("police", 17)])],
        )
    )
    stage.do("triage_risk", **signs(), risk="standard", notes="")

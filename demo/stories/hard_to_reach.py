"""Cases in which the difficulty is to reach somebody safely."""

from demo.casework import reach_out, signs
from demo.stage import Stage, application, email, incident


def tell_three_tries(stage: Stage) -> None:
    """Tried three times at different times without an answer: written to, and the case goes on."""
    stage.days_ago(16, 12)
    stage.apply(
        application(
            stage,
            name="Finn Ward",
            contacts=[
                email("Finn Ward"),
                {"method": "phone", "value": "07700 900789", "seen_by_others": "no", "when": "evenings"},
            ],
            place="Low Willington",
            problem="Eggs and stones are thrown at the house.",
            incidents=[incident(stage, 33, "Window broken", [("police", 32)])],
        )
    )
    stage.do("triage_risk", **signs(), risk="standard", notes="")
    stage.do("assign_owner", owner=stage.user("cora.wren"))
    for days, time, write in ((14, "18:30", ""), (12, "19:15", ""), (9, "17:45", "on")):
        stage.days_ago(days)
        stage.do(
            "log_contact",
            route="phone",
            outcome="no_answer",
            time=time,
            **({"write": write} if write else {}),
        )


def tell_no_safe_way(stage: Stage) -> None:
    """No way is safe: the acknowledgement is held, and somebody must find another."""
    stage.days_ago(6, 7)
    stage.apply(
        application(
            stage,
            name="Sam",
            contacts=[{"method": "email", "value": "shared@example.org", "never": True}],
            place="Durham",
            problem="My brother-in-law lets people use our yard.",
            incidents=[incident(stage, 14, "Shouting in the yard", [("council", 13)])],
        ),
        channel="phone",
    )
    stage.do("triage_risk", **signs(domestic_abuse="not_known"), risk="high", notes="Ask before any letter.")


def tell_i_will_ring_you(stage: Stage) -> None:
    """ "I will contact you": letters wait on their own page."""
    stage.days_ago(8, 21)
    stage.apply(
        application(
            stage,
            name="Wren",
            contacts=[{"method": "applicant_calls", "value": ""}],
            place="Brandon",
            problem="The man below threatens me when I come in.",
            incidents=[incident(stage, 20, "Threat on the stairs", [("moorside", 19)])],
        )
    )
    reach_out(stage, spoken=False)


def tell_with_an_interpreter(stage: Stage) -> None:
    """Needs an interpreter, and a letter in large print."""
    stage.days_ago(5, 13)
    stage.apply(
        application(
            stage,
            name="Leila Karimi",
            needs={"interpreter": True, "language": "Farsi", "large_print": True},
            place="Ferens Close, Durham",
            problem="Rubbish and worse is pushed through our letter box.",
            incidents=[
                incident(stage, 26, "Rubbish through the door", [("council", 25)], hate=["race"]),
            ],
        )
    )
    stage.do("triage_risk", **signs(hate_motive="yes"), risk="high", notes="Interpreter booked for the call.")
    stage.do(
        "request_information",
        person=stage.person,
        questions="When did this happen before, and whom did you tell?",
    )

"""Cases in which the threshold was not met: refused with reasons, and with the last day to appeal."""

from demo.casework import decide, up_to_views
from demo.stage import Stage, application, email, incident


def tell_bins_in_the_lane(stage: Stage) -> None:
    """Refused with reasons; the applicant may still appeal, and the letter says until when."""
    stage.days_ago(19, 13)
    stage.apply(
        application(
            stage,
            name="Lee Carr",
            tenure="owner",
            place="Back Mary Street, Crook",
            problem="Bins are left in the lane and set alight.",
            incidents=[
                incident(stage, 60, "Bin on fire", [("council", 59)]),
                incident(stage, 20, "Bins tipped over", [("council", 20)]),
            ],
        )
    )
    stage.do("name_district", district="Wear Valley")
    up_to_views(stage, result="not_met")
    decide(
        stage,
        "not_met",
        reasons="Two reports could be counted and three are needed. The council came after each and moved the bins.",
    )


def tell_refused_and_over(stage: Stage) -> None:
    """Refused two months ago; nobody appealed in time, and the case is closed."""
    stage.days_ago(80, 9)
    stage.apply(
        application(
            stage,
            name="Chris Hope",
            place="Station Road, Shildon",
            problem="Music from a garage at weekends.",
            incidents=[incident(stage, 95, "Music until 10pm", [("council", 94)])],
        )
    )
    up_to_views(stage, result="not_met")
    decide(stage, "not_met", reasons="One report could be counted, and the council has dealt with the music.")
    stage.days_ago(40)
    stage.do("close", notes="No appeal was made.")
    stage.do("name_district", district="Sedgefield")  # as the figures were counted


def tell_refused_by_post(stage: Stage) -> None:
    """Refused, and told by post: the letter waits for somebody to print and post it."""
    stage.days_ago(17, 13)
    by_post = {
        "method": "post",
        "value": "4 Quarry Row\nTow Law\nDL13 9ZZ",
        "seen_by_others": "no",
    }
    stage.apply(
        application(
            stage,
            name="Edith Nunn",
            contacts=[by_post],
            needs={"large_print": True},
            address="4 Quarry Row\nTow Law\nDL13 9ZZ",
            place="Quarry Row, Tow Law",
            problem="Children kick a ball against my gable end.",
            incidents=[incident(stage, 44, "Ball against the wall all evening", [("police", 43)])],
        ),
        channel="post",
        received=18,
    )
    up_to_views(stage, result="not_met")
    decide(stage, "not_met", reasons="One report could be counted. An officer has spoken to the families.")


def tell_neighbour_at_the_door(stage: Stage) -> None:
    """A neighbour shares the mailbox, so every e-mail is a notice that says nothing."""
    stage.days_ago(16, 22)
    stage.apply(
        application(
            stage,
            name="Sky Oliver",
            contacts=[email("Sky Oliver", seen="yes")],
            place="Hillside, Consett",
            problem="My neighbour comes to the door shouting about parking.",
            incidents=[incident(stage, 35, "Shouting at the door", [("police", 34)])],
        )
    )
    up_to_views(stage, result="not_met")
    decide(stage, "not_met", reasons="One report could be counted. The police have spoken to the neighbour.")

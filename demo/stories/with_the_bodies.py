"""Cases that wait for what the bodies know and think."""

from demo.casework import reach_out, signs, up_to_views
from demo.stage import Stage, application, incident


def tell_no_record(stage: Stage) -> None:
    """The council has no record of a report: it still counts, unless a person finds otherwise."""
    stage.days_ago(12, 20)
    stage.apply(
        application(
            stage,
            name="Ivy Moss",
            place="Mill Road, Langley Moor",
            problem="Quad bikes on the field behind us.",
            incidents=[
                incident(stage, 70, "Quads all Sunday", [("council", 69)]),
                incident(stage, 41, "Quads, fence broken", [("police", 40)]),
                incident(stage, 19, "Quads at midnight", [("council", 18)]),
            ],
        )
    )
    reach_out(stage)
    stage.days_ago(8)
    stage.answer("council", "sam.ferry", report_1={"answer": "no_record"})
    stage.answer("police", "pc.hale")


def tell_silent_landlord(stage: Stage) -> None:
    """The police have answered, the landlord has not: silence is shown as silence."""
    stage.days_ago(14, 18)
    stage.apply(
        application(
            stage,
            name="Tom Gray",
            tenure="housing_association",
            place="Valley View, Stanhope",
            problem="Drug dealing on the stairs.",
            incidents=[
                incident(stage, 55, "Dealing, needles left", [("weardale", 54)]),
                incident(stage, 30, "Threatened on the stairs", [("police", 30), ("weardale", 29)]),
            ],
        )
    )
    reach_out(stage)
    stage.days_ago(9)
    stage.answer("police", "pc.hale")


def tell_bodies_differ(stage: Stage) -> None:
    """The council agrees with the proposal and the police do not; people will decide with reasons."""
    stage.days_ago(13, 11)
    stage.apply(
        application(
            stage,
            name="Bea Noble",
            place="Cross Row, Willington",
            problem="The same boys throw stones at cars and at me.",
            incidents=[
                incident(stage, 66, "Stones at the car", [("police", 65)]),
                incident(stage, 47, "Stones, windscreen broken", [("police", 46)]),
                incident(stage, 21, "Stones at me", [("council", 20)]),
            ],
        )
    )
    reach_out(stage)
    stage.days_ago(8)
    stage.answer("council", "sam.ferry")
    stage.answer("police", "pc.hale")
    stage.days_ago(6)
    stage.do("propose_decision", result="met", reasons="Three reports in six months, and it goes on.")
    stage.days_ago(4)
    stage.do("record_body_view", "sam.ferry", body=stage.body("council"), view="agree", given_by="Sam Ferry")
    stage.do(
        "record_body_view",
        "pc.hale",
        body=stage.body("police"),
        view="disagree",
        reasons="Patrols were increased after the second report.",
        given_by="Sgt Jo Hale",
    )


def tell_lunch_club(stage: Stage) -> None:
    """A councillor asks for a group that does not yet all agree to be named."""
    stage.days_ago(10, 15)
    told = application(
        stage,
        name="Councillor Ann Swift",
        place="Community hall, Peterlee",
        problem="The lunch club is shouted at every Thursday.",
        incidents=[incident(stage, 24, "Shouting, door kicked", [("council", 23)])],
        codes={"asking_for": "group"},
        people=[
            {"id": "club", "roles": ["victim", "group"], "name": "Thursday lunch club", "consent": "not_yet"}
        ],
    )
    told["people"][0] |= {"roles": ["applicant"], "relation": "ward councillor"}
    stage.apply(told)
    reach_out(stage)


def tell_keep_it_from_the_landlord(stage: Stage) -> None:
    """The applicant asked that their landlord is not told who they are."""
    stage.days_ago(7, 19)
    stage.apply(
        application(
            stage,
            name="Remi Cole",
            place="Elm Court, Newton Aycliffe",
            problem="The caretaker's son threatens tenants.",
            keep_from=[stage.body("moorside")],
            incidents=[incident(stage, 15, "Threatened in the lift", [("police", 15)])],
        )
    )
    reach_out(stage)


def tell_all_agree(stage: Stage) -> None:
    """Everybody has answered and agrees: the decision can be made today."""
    stage.days_ago(11, 10)
    stage.apply(
        application(
            stage,
            name="Dora King",
            place="Queen Street, Seaham",
            problem="A house is used for parties every weekend.",
            incidents=[
                incident(stage, 58, "Party until 6am", [("council", 57)]),
                incident(stage, 37, "Party, people in our garden", [("police", 36)]),
                incident(stage, 16, "Party, glass on the road", [("council", 15)]),
            ],
        )
    )
    up_to_views(stage)


def tell_darlington_waiting(stage: Stage) -> None:
    """Darlington's bodies have been told and have not answered yet."""
    stage.area = "darlington"
    stage.days_ago(9, 12)
    stage.apply(
        application(
            stage,
            name="Hal Booth",
            place="Yarm Road, Darlington",
            problem="My neighbour's cameras follow us, and he shouts through a loudspeaker.",
            incidents=[incident(stage, 28, "Loudspeaker at night", [("council", 27)])],
        )
    )
    stage.do("triage_risk", **signs(), risk="standard", notes="")
    stage.days_ago(8)
    stage.do("dispatch_application", bodies=[stage.body(code) for code in ("police", "council", "health")])

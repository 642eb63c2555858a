"""Cases that are to be reviewed: support is offered, and a chair whom nothing ties to the case is found."""

from casereview.cases.availability import to_remind
from demo.casework import propose_dates, to_be_reviewed
from demo.stage import Stage, incident

ALL_OF_IT = ["name", "contact", "problem", "risk", "needs"]


def tell_yes_to_support(stage: Stage) -> None:
    """She said yes to support and chose what it is told; Ira Hart is asked to chair, and has not declared yet."""
    decided = 7
    to_be_reviewed(
        stage,
        decided,
        name="Maya Lint",
        place="Durham Road, Spennymoor",
        problem="The men next door film me and throw cans over the fence.",
        impact="I no longer use the garden.",
        needs={"somebody_with_me": True},
        incidents=[
            incident(stage, 80, "Cans thrown at the children", [("council", 79)]),
            incident(stage, 52, "Filmed through the window", [("police", 51)]),
            incident(stage, 23, "Shouted at over the fence", [("police", 22)]),
        ],
    )
    stage.days_ago(decided - 1)
    stage.do("offer_support", person=stage.person)
    stage.do("appoint_chair", chair=stage.user("ira.hart"), until=stage.day(-90))
    stage.days_ago(decided - 2, 20)
    stage.applicant_does("answer_support", person=stage.person, answer="yes", covers=ALL_OF_IT)
    stage.days_ago(decided - 3)
    stage.do("refer_to_support")


def tell_chair_with_a_conflict(stage: Stage) -> None:
    """The chair who was asked knows the family: nothing opened to them, and another is to be found today."""
    decided = 6
    to_be_reviewed(
        stage,
        decided,
        name="Owen Pike",
        tenure="housing_association",
        place="Station Road, Shildon",
        problem="A group takes over the stairwell each evening and threatens us.",
        incidents=[
            incident(stage, 71, "Threatened on the stairs", [("moorside", 70)]),
            incident(stage, 44, "Door kicked in", [("police", 43)]),
            incident(stage, 21, "Fire lit on the landing", [("moorside", 20)]),
        ],
    )
    stage.days_ago(decided - 1)
    stage.do("offer_support", person=stage.person)
    stage.applicant_does("answer_support", person=stage.person, answer="no")
    stage.do("appoint_chair", chair=stage.user("noor.vale"), until=stage.day(-90))
    stage.days_ago(decided - 3, 18)
    stage.do("declare_chair", "noor.vale", conflict="yes", what="My brother lives in that block.")


def tell_changed_their_mind(stage: Stage) -> None:
    """Ira Hart has the papers; the applicant said yes to support and then no: the service sees nothing any more.

    Dates are proposed for the meeting: the police and the council have answered; the others are reminded.
    """
    decided = 8
    to_be_reviewed(
        stage,
        decided,
        name="Lena Frost",
        place="Quarry Row, Crook",
        problem="My former friend's sons ride at me on the pavement and spit.",
        vulnerability="I live alone and walk with a stick.",
        incidents=[
            incident(stage, 90, "Ridden at on the pavement", [("council", 89)]),
            incident(stage, 61, "Spat at, bag torn", [("police", 60)]),
            incident(stage, 30, "Eggs at the window", [("police", 29), ("council", 28)]),
        ],
    )
    stage.days_ago(decided)
    stage.do("offer_support", person=stage.person)
    stage.do("answer_support", person=stage.person, answer="yes", covers=["name", "contact"])
    stage.do("refer_to_support")
    stage.do("appoint_chair", chair=stage.user("ira.hart"), until=stage.day(-60))
    stage.days_ago(decided - 1, 19)
    stage.do("declare_chair", "ira.hart", conflict="no")
    stage.days_ago(decided - 4, 21)
    stage.applicant_does("answer_support", person=stage.person, answer="no")
    stage.days_ago(decided - 5, 11)
    propose_dates(stage)
    stage.days_ago(decided - 6, 15)
    police = {"body": stage.body("police"), "can_1": "yes", "can_2": "no"}
    stage.do("say_availability", "pc.hale", **police, who="Sgt Jo Hale, neighbourhood team")
    council = {"body": stage.body("council"), "can_1": "if_needed", "can_2": "yes"}
    stage.do("say_availability", "sam.ferry", **council, who="Sam Ferry, community safety manager")
    stage.days_ago(decided - 7, 7)
    for holder in to_remind(stage.record()):
        stage.system_does("chase_availability", body=holder)

"""Cases in which the threshold was met."""

from demo.casework import assess, decide, referral, signs, up_to_views
from demo.stage import Stage, application, incident


def tell_banging_at_night(stage: Stage) -> None:
    """Three reports to three bodies that agree: the threshold is met, the review is due."""
    stage.days_ago(26, 21)
    stage.apply(
        application(
            stage,
            name="Robin Marsh",
            address="Flat 3, 12 Example Terrace, Durham",
            place="Example Terrace, Durham",
            problem="The flat above bangs and shouts most nights after midnight.",
            impact="I cannot sleep and have missed work.",
            wanted="Somebody to speak to them, and to answer me.",
            incidents=[
                incident(stage, 90, "Banging until 4am", [("council", 89)]),
                incident(stage, 62, "Shouting and threats through the door", [("police", 61)]),
                incident(stage, 33, "Banging, and rubbish thrown down the stairs", [("moorside", 32)]),
            ],
        )
    )
    up_to_views(stage)
    decide(stage, "met")


def tell_hate_at_the_bus_stop(stage: Stage) -> None:
    """One incident motivated by hate, reported once and never answered: met by the second route."""
    stage.days_ago(24, 8)
    stage.apply(
        application(
            stage,
            name="Amara Obi",
            place="Front Street, Stanley",
            problem="A group shouts abuse about my religion and follows me from the bus stop.",
            vulnerability="I am pregnant.",
            incidents=[
                incident(
                    stage, 40, "Followed home and shouted at", [("police", 39)], hate=["religion", "race"]
                ),
            ],
        )
    )
    stage.do("triage_risk", **signs(hate_motive="yes"), risk="high", notes="Hate motive. Police told today.")
    stage.do("record_referral", **referral())
    stage.do("name_district", district="Derwentside")
    assess(
        stage,
        "first_look",
        how_often="weekly",
        getting_worse="worse",
        daily_life="some",
        fear="changed",
        threats="threats",
        vulnerable="somewhat",
        isolated="not_known",
        hate="yes",
        notes="She did not want to say who is at home. Asked again on the phone.",
    )
    up_to_views(stage, triaged=True)
    decide(stage, "met")


def tell_five_neighbours(stage: Stage) -> None:
    """Five people told the council of the same problem: met by the community route, none sees another's name."""
    stage.days_ago(30, 19)
    others = [
        {"id": f"n{n}", "roles": ["reporter"], "name": name, "household": f"house {n}", "consent": "given"}
        for n, name in enumerate(("Ruth Bell", "Ken Ode", "Mary Lunn", "Ali Shah"), start=1)
    ]
    told = application(
        stage,
        name="Pat Dixon",
        place="Meadow Close, Bishop Auckland",
        problem="Off-road bikes race through the close every evening.",
        people=others,
        incidents=[incident(stage, 75, "Bikes until 11pm", [("council", 74)], problem="bikes")],
    )
    for n in range(1, 5):
        bikes = incident(stage, 75 - 8 * n, "Bikes again", [("council", 74 - 8 * n)], problem="bikes")
        bikes["reports"][0]["by"] = f"n{n}"
        told["incidents"].append(bikes)
    stage.apply(told)
    stage.do("name_district", district="Wear Valley")
    up_to_views(stage)
    decide(stage, "met")


def tell_met_by_law(stage: Stage) -> None:
    """Three complaints, each within a month of the behaviour: the law says the threshold is met."""
    stage.days_ago(15, 12)
    stage.apply(
        application(
            stage,
            name="Jean Storey",
            place="Church Lane, Sedgefield",
            problem="The neighbour's dogs are set on us when we leave the house.",
            incidents=[
                incident(stage, 70, "Dog let loose at us", [("police", 69)]),
                incident(stage, 50, "Dog at the gate, shouting", [("council", 49)]),
                incident(stage, 30, "Bitten on the hand", [("police", 29)]),
            ],
        )
    )
    stage.do("name_district", district="Sedgefield")
    up_to_views(stage)

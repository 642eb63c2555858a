"""Cases before the appeals panel: a hearing to come, one held, and what follows from its decision."""

from demo.hearings import adjourned, arranged, asked_for, composed, decided, held, papers, qualified, refused
from demo.stage import Stage, incident
from demo.stories.plans import agree, draft_and_send, reviewed


def tell_hearing_to_come(stage: Stage) -> None:
    """The panel is made up, both sides are invited, the review's chair too, and the papers have gone: next week."""
    held_on = reviewed(
        stage,
        70,
        name="Nia Bell",
        place="Ferens Close, Durham",
        problem="Fireworks are thrown at our windows.",
        incidents=[
            incident(stage, 130, "A firework under the car", [("council", 129)]),
            incident(stage, 112, "Fireworks at the window", [("police", 111)]),
            incident(stage, 95, "A rocket through the fence", [("police", 94)]),
        ],
    )
    agree(stage, "police", "Patrol in the first week of November", stage.day(-20), "Officers will come by.")
    draft_and_send(stage, held_on)
    qualified(stage, 28, "My neighbour rang the fire brigade twice. Nobody asked them.")
    composed(stage, 16)
    arranged(stage, 12, -6, stage.user("noor.vale"))
    papers(
        stage, 2, "I kept every spent firework, with its date.", "Both reports were passed on the same day."
    )


def tell_heard_and_waiting(stage: Stage) -> None:
    """The hearing began, waited for a report, and ended four days ago; the panel has ten more days to write."""
    refused(
        stage,
        48,
        name="Owen Tate",
        place="Hallgarth Street, Durham",
        problem="Drug dealing in the passage beside the house.",
        what="Needles by the door",
        then="Two men would not let me in",
    )
    qualified(stage, 41, "I was told to report it to the landlord, and did. That was not counted.")
    composed(stage, 24)
    arranged(stage, 22, 13)
    papers(stage, 18, "I reported it to three places.", "The landlord's report was not before us.")
    adjourned(stage, 13, "The panel asks to see the landlord's report. The office has eight days to get it.")
    arranged(stage, 11, 4)
    papers(stage, 7, "The report says what I told them.", "We have the landlord's report now.")
    held(stage, 4)


def tell_refusal_upheld_on_appeal(stage: Stage) -> None:
    """Upheld: the refusal went back to the bodies, and a new decision is proposed in a case of its own."""
    refused(
        stage,
        60,
        name="Cerys Lamb",
        place="Wood Street, Shotley Bridge",
        problem="Stones are thrown at our windows by the same group.",
        what="A window broken",
        then="Stones at the door, and shouting",
    )
    qualified(stage, 52, "I reported it to the housing office as well. Nobody asked them.")
    composed(stage, 36)
    arranged(stage, 30, 16)
    papers(stage, 20, "Here are the dates of my calls.", "We decided on what we held.")
    held(stage, 16)
    wanted = {
        "wanted": ["new_decision"],
        **asked_for(stage, "new_decision", "Decide again, with the housing provider's reports.", -10),
    }
    decided(stage, 12, "upheld", "The housing provider was never asked what it holds.", **wanted)
    stage.goes_on("reopen_decision")
    stage.days_ago(5)
    three = "With the calls to the housing office there are three."
    stage.do("propose_decision", "dev.patel", result="met", reasons=three)  # Cora recorded the refusal


def tell_appeal_not_upheld(stage: Stage) -> None:
    """Not upheld, with the rationale and what else can be done; the case closes."""
    refused(
        stage,
        55,
        name="Roy Kemp",
        tenure="owner",
        place="Cross View, Tudhoe",
        problem="A dog is left in the yard and barks.",
        what="Barking all afternoon",
        then="Barking from 6am",
    )
    qualified(stage, 48, "The noise recording was not listened to.")
    composed(stage, 32)
    arranged(stage, 28, 14)
    papers(stage, 18, "The recording is eleven hours long.", "We listened to it on 3 and 4 March.")
    held(stage, 14)
    decided(
        stage, 10, "not_upheld", "The recording was listened to, by two people, and was part of the decision."
    )
    stage.days_ago(3)
    stage.do("close", notes="")


def tell_review_ordered_on_appeal(stage: Stage) -> None:
    """Upheld: a part of the review is done again, in a case of its own with its own chair and its own ten days."""
    held_on = reviewed(
        stage,
        110,
        name="Dilys Roper",
        tenure="housing_association",
        place="Moor View, Wingate",
        problem="The flat above is used for parties every weekend.",
        incidents=[
            incident(stage, 200, "Party until 6am", [("moorside", 199)]),
            incident(stage, 171, "Bottles from the balcony", [("police", 170)]),
            incident(stage, 139, "Threatened on the stairs", [("police", 138)]),
        ],
    )
    told = "Your landlord will speak to them."
    agree(stage, "moorside", "Tenancy interview", stage.day(60), told)
    draft_and_send(stage, held_on)
    qualified(stage, 50, "The meeting spoke of the noise. Nobody spoke of the threats.")
    composed(stage, 34)
    arranged(stage, 28, 12)
    papers(stage, 18, "I was threatened three times.", "The meeting had little time for it.")
    held(stage, 12)
    wanted = {
        "wanted": ["review_part", "information"],
        **asked_for(stage, "review_part", "Review what was done about the threats on the stairs.", -4),
        **asked_for(stage, "information", "Tell the applicant what the police hold about the threats.", 1),
    }
    decided(stage, 7, "upheld", "The threats were reported twice and were not spoken of.", **wanted)
    stage.goes_on("order_review")
    stage.days_ago(5)
    stage.do("appoint_chair", chair=stage.user("ira.hart"), until=stage.day(-60))
    stage.do("declare_chair", "ira.hart", conflict="no")
    stage.do(
        "ask_for_returns",
        bodies=[stage.body("police"), stage.body("moorside")],
        purpose="What was done about the threats on the stairs.",
    )

"""Cases after their meeting: a plan with an overdue action, one that is completed, and one that is stuck."""

from datetime import date, timedelta
from typing import Any

from casereview.clocks.deadline import deadline
from casereview.clocks.length import Length
from demo.casework import arrange, find_chair, members, to_be_reviewed
from demo.stage import Stage, incident


def _to(stage: Stage, day: date, hour: int = 10) -> None:
    stage.days_ago((stage.today - day).days, hour)


def _later(stage: Stage, day: date, working_days: int) -> date:
    """So many working days after that day."""
    due = deadline(day, Length(working_days, "working_days"), stage.record().calendar).due
    assert due is not None
    return due


def reviewed(stage: Stage, decided: int, **told: Any) -> date:
    """Met so many days ago, reviewed on the last lawful day (which it returns), the minutes signed the day after."""
    to_be_reviewed(stage, decided, **told)
    stage.do("offer_support", person=stage.person)
    stage.do("answer_support", person=stage.person, answer="no", notes="Has a sister who helps.")
    held = find_chair(stage)
    arrange(stage, held)
    stage.applicant_does("choose_involvement", person=stage.person, part="opening_section", how="in_person")
    _to(stage, held - timedelta(days=6))
    stage.do("send_pack", to=members(stage))
    _to(stage, held, 14)
    stage.do("hold_review", **_sitting(stage))
    shareable = {"shareable_3": "They told the meeting how it is. Nobody interrupted."}
    stage.do("write_minutes", **shareable, restricted_4="The file names somebody else who complained.")
    _to(stage, _later(stage, held, 1))
    stage.do("sign_minutes", "noor.vale", agreed="yes")
    return held


def _sitting(stage: Stage) -> dict[str, Any]:
    """The police and the council came, and the landlord where it was told."""
    told = {fact.codes["body"] for fact in stage.record().current("application_dispatched")}
    came = {"police": "Sgt Jo Hale", "council": "Sam Ferry", "moorside": "Mo Amin"}
    present = {
        f"present_{stage.body_named(code).pk}": name
        for code, name in came.items()
        if stage.body(code) in told
    }
    return {
        **present,
        "without": "The health board holds nothing and said so in writing.",
        "chair_came": "yes",
        "conflicts": "none",
        "confidentiality": "yes",
        "came_1": "came",
    }


def agree(stage: Stage, body: str, what: str, due: str, told: str, **more: str) -> None:
    """An action of that body is agreed."""
    officers = {"police": "Sgt Jo Hale", "council": "Sam Ferry", "moorside": "Mo Amin"}
    answers = {"body": stage.body(body), "what": what, "officer": officers[body], "due": due, "told": told}
    stage.do("agree_action", **{**answers, "measure": "No report for a month", **more})


def draft_and_send(stage: Stage, held: date, comment: str = "") -> None:
    """The draft two working days after the meeting, the plan after five; between them what the applicant says."""
    _to(stage, _later(stage, held, 2))
    outcome = "The reports were true and were taken singly. Seen together, more can be done."
    stage.do("draft_plan", outcome=outcome)
    if comment:
        _to(stage, _later(stage, held, 3), 20)
        stage.applicant_does("comment_on_plan", comments=comment)
    _to(stage, _later(stage, held, 5))
    considered = "What each organisation holds, what it did after each report, and what you told the meeting."
    found = "Each report was answered by itself. Nobody saw that it was one problem."
    stage.do("send_plan", considered=considered, finding_1=found, outcome=outcome, confirmed="yes")


def _update(stage: Stage, action: int, by: str, body: str, status: str, told: str, **more: str) -> None:
    answers = {"body": stage.body(body), "action": str(action), "status": status, "told": told, **more}
    stage.do("update_action", by, **answers)


def tell_plan_with_an_overdue_action(stage: Stage) -> None:
    """The police have done theirs; the council's was due three days ago, and nobody has said why it is late."""
    held = reviewed(
        stage,
        42,
        name="Theo Walsh",
        place="Silver Street, Spennymoor",
        problem="The shop doorway below my flat is a meeting place until three in the morning.",
        incidents=[
            incident(stage, 120, "Shouting until 3am", [("police", 119)]),
            incident(stage, 92, "Glass broken against the door", [("council", 91)]),
            incident(stage, 66, "Shouted at on the stairs", [("police", 65)]),
        ],
    )
    told = "Officers will pass your door on Friday and Saturday nights."
    agree(stage, "police", "Patrol Silver Street 11pm to 3am, Fridays and Saturdays", stage.day(9), told)
    told = "The council will put a gate on the doorway."
    agree(stage, "council", "Gate on the doorway of number 14; ask the owner first", stage.day(3), told)
    told = "The council will put a brighter light there."
    agree(stage, "council", "Lamp above the doorway", stage.day(-20), told)
    draft_and_send(stage, held, comment="A light would help most. Please do not say it was me who asked.")
    stage.days_ago(9)
    _update(
        stage,
        1,
        "pc.hale",
        "police",
        "done",
        "We have passed on each of the last four weekend nights.",
        evidence="Patrol log 3312 to 3315",
    )
    stage.days_ago(8)
    _update(stage, 3, "sam.ferry", "council", "under_way", "")


def tell_plan_completed(stage: Stage) -> None:
    """Everything is done, it has stopped, and they know the last day on which they could still appeal."""
    held = reviewed(
        stage,
        72,
        name="Grace Pell",
        tenure="housing_association",
        place="Bede Court, Seaham",
        problem="The tenant next door plays music through the wall all night.",
        incidents=[
            incident(stage, 160, "Music until 5am", [("moorside", 159)]),
            incident(stage, 131, "Music, and banging when I knocked", [("moorside", 130)]),
            incident(stage, 99, "Threatened at the bins", [("police", 98)]),
        ],
    )
    told = "Your landlord will speak to them and put a monitor in your bedroom for two weeks."
    agree(stage, "moorside", "Tenancy interview; noise monitor for two weeks", stage.day(30), told)
    told = "An officer will call you every Monday."
    agree(
        stage,
        "police",
        "Weekly call by the neighbourhood officer, then a warning if it goes on",
        stage.day(14),
        told,
    )
    draft_and_send(stage, held)
    stage.days_ago(31)
    done = "They were interviewed. The monitor found it was true, and they signed an agreement."
    _update(
        stage, 1, "mo.amin", "moorside", "done", done, evidence="Interview note and monitor report, file 88/2"
    )
    stage.days_ago(13)
    done = "You were called on five Mondays. There was nothing to report on the last four."
    _update(stage, 2, "pc.hale", "police", "done", done, evidence="Call log")
    stage.days_ago(8)
    stage.do("ask_applicant", how="talk", stopped="yes", notes="Quiet for a month. She sleeps again.")
    stage.days_ago(5)
    summary = "Your landlord and the police did what they said, and you told us that it has stopped."
    stage.do("complete_plan", for_applicant=summary, confirmed="yes")


def tell_plan_blocked_with_a_recommendation(stage: Stage) -> None:
    """One action is blocked, one late with a new date; the council answers one recommendation, a school is still to."""
    held = reviewed(
        stage,
        47,
        name="Oren Blakey",
        place="Station Road, Ushaw Moor",
        problem="Boys from the bus stop throw stones at my windows and call me names.",
        incidents=[
            incident(stage, 115, "Stones at the window", [("police", 114)]),
            incident(stage, 88, "Called names at the stop", [("police", 87)]),
            incident(stage, 61, "Window broken", [("council", 60)]),
        ],
    )
    told = "The council will move the bus shelter away from your windows."
    agree(stage, "council", "Move the shelter 40 metres; highways and the bus company", stage.day(-12), told)
    told = "The police will visit the families."
    agree(
        stage,
        "police",
        "Home visits to the four families named in the restricted minutes",
        stage.day(10),
        told,
    )
    advice = {"answer_by": stage.day(-10), "told": "The council should plan shelters away from homes."}
    stage.do(
        "make_recommendation",
        body=stage.body("council"),
        what="Take reports of disorder into account when shelters are placed",
        **advice,
    )
    told = "The school should speak about it with its pupils."
    stage.do(
        "make_recommendation",
        addressee="The head of Northfield School",
        what="Raise the conduct at the stop with year 10",
        answer_by=stage.day(-10),
        told=told,
    )
    draft_and_send(stage, held)
    stage.days_ago(11)
    why = "Two families were away. We go again when they are back."
    new = (stage.today + timedelta(days=6)).isoformat()
    _update(stage, 2, "pc.hale", "police", "late", why, new_due=new)
    stage.days_ago(6)
    why = "The bus company has to agree to the new place, and has not."
    _update(
        stage, 1, "sam.ferry", "council", "blocked", why, evidence="Letter to the company of last Tuesday"
    )
    stage.do(
        "answer_recommendation",
        "sam.ferry",
        body=stage.body("council"),
        recommendation="1",
        answer="followed",
        reasons="It goes into the planning guide in spring.",
        told="The council will do so from spring.",
        given_by="Sam Ferry, community safety manager",
    )

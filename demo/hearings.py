"""What the clerk and the panel do in the stories of a hearing."""

from typing import Any

from demo.casework import decide, up_to_views
from demo.stage import Stage, application, incident

CLERK, CHAIR, MEMBERS = "col.baker", "pia.moss", ("mel.frost", "max.byrne")


def refused(stage: Stage, ago: int, **told: str) -> None:
    """Refused so many days ago, for two reports where three are needed."""
    stage.days_ago(ago + 10, 9)
    happened = [
        incident(stage, ago + 60, told.pop("what"), [("council", ago + 59)]),
        incident(stage, ago + 30, told.pop("then"), [("police", ago + 29)]),
    ]
    stage.apply(application(stage, **told, incidents=happened))
    up_to_views(stage, result="not_met")
    decide(stage, "not_met", reasons="Two reports could be counted. Three are needed.")


def qualified(stage: Stage, ago: int, reasons: str) -> None:
    """Appealed so many days ago; five days later the panel's chair has decided that it is heard."""
    stage.days_ago(ago, 20)
    stage.applicant_does("receive_appeal", channel="web", consent="yes", reasons=reasons)
    stage.days_ago(ago - 1)
    stage.do("name_clerk", CLERK, clerk=stage.user(CLERK))
    told = [fact.codes["body"] for fact in stage.record().current("application_dispatched")]
    stage.do("share_appeal", CLERK, bodies=told)
    stage.do("refer_appeal", CLERK, panel_chair=stage.user(CHAIR), until=stage.day(-90))
    stage.days_ago(ago - 3)
    stage.do("declare_panel_chair", CHAIR, conflict="no")
    stage.days_ago(ago - 5)
    why = "What was not asked may have changed the decision. The panel should hear both sides."
    stage.do("qualify_appeal", CHAIR, result="hearing", reasons=why)


def composed(stage: Stage, ago: int) -> None:
    """Two members are asked, and declare that nothing ties them to the case."""
    stage.days_ago(ago)
    members = [stage.user(name) for name in MEMBERS]
    stage.do("appoint_panel", CLERK, members=members, until=stage.day(-45))
    for name in MEMBERS:
        stage.do("declare_panel_member", name, conflict="no")


def arranged(stage: Stage, ago: int, day: int, *speakers: str) -> None:
    """Both sides are invited to a hearing so many days ago (ahead, if negative); the applicant will come.

    speakers: holders who speak for the review besides the named contact, the council and the police.
    """
    stage.days_ago(ago)
    stage.do(
        "arrange_hearing",
        CLERK,
        day=stage.day(day),
        day_off="on",
        starts="10:00",
        ends="12:00",
        where="both",
        place="Committee room 2, Example House, Durham",
        link="https://meet.example.org/hearing",
        people=[stage.person],
        review=[stage.user("cora.wren"), stage.body("council"), stage.body("police"), *speakers],
    )
    stage.applicant_does(
        "choose_hearing_part",
        person=stage.person,
        part="attend",
        how="in_person",
        adjustments="My sister comes with me.",
    )


def papers(stage: Stage, ago: int, theirs: str, ours: str) -> None:
    """Both sides write, and the papers go to everybody who comes."""
    stage.days_ago(ago)
    stage.applicant_does("give_appeal_view", person=stage.person, view=theirs)
    council = stage.body("council")
    stage.do("give_appeal_view", "sam.ferry", body=council, person=council, view=ours)
    record = stage.record()
    arranged = record.latest("hearing_arranged")
    assert arranged is not None
    stage.do("send_bundle", CLERK, to=arranged.codes["invited"])


def held(stage: Stage, ago: int) -> None:
    """The whole panel heard both sides."""
    stage.days_ago(ago, 13)
    present = [stage.user(name) for name in (CHAIR, *MEMBERS)]
    came = {"review_came": [stage.user("cora.wren"), stage.body("council")], "came_1": "came"}
    stage.do("hold_hearing", CLERK, present=present, **came, heard="Both sides spoke for twenty minutes.")


def adjourned(stage: Stage, ago: int, reason: str) -> None:
    """The panel began to hear both sides so many days ago, and could not end."""
    stage.days_ago(ago, 13)
    present = [stage.user(name) for name in (CHAIR, *MEMBERS)]
    came = {"review_came": [stage.user("cora.wren"), stage.body("council")], "came_1": "came"}
    stage.do("adjourn_hearing", CLERK, reason=reason, present=present, **came, heard="Both sides began.")


def decided(stage: Stage, ago: int, outcome: str, rationale: str, **more: Any) -> None:
    """The panel decided, all agreeing."""
    stage.days_ago(ago)
    answers = {
        "consideration_impact": "Sleep, work and schooling have suffered.",
        "consideration_persistence": "It went on for months, and had not stopped.",
        "consideration_all_partners_included": "The housing provider was not asked.",
        "consideration_what_was_considered": "Each report was looked at by itself.",
        "consideration_more_could_be_done": "The bodies did not compare what they hold.",
        "agreed": [stage.user(name) for name in (CHAIR, *MEMBERS)],
    }
    stage.do("decide_appeal", CHAIR, outcome=outcome, rationale=rationale, confirmed="yes", **answers, **more)


def asked_for(stage: Stage, code: str, what: str, due: int) -> dict[str, Any]:
    """One further action, of the office, due so many days ago (ahead, if negative)."""
    return {
        f"what_{code}": what,
        f"owner_{code}": f"area:{stage.area}",
        f"due_{code}": stage.day(due),
        f"follow_{code}": "The clerk asks on that day, and tells the panel.",
    }

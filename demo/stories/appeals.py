"""Cases in which somebody disagreed with a refusal: in time and late, in writing and on the phone."""

from demo.casework import decide, up_to_views
from demo.stage import Stage, application, incident

TALK = {"route": "phone", "outcome": "reached", "time": "11:15"}


def _refused(stage: Stage, ago: int, **told: str) -> None:
    """Refused so many days ago, and told by e-mail on that day: fourteen days later is the last to appeal."""
    stage.days_ago(ago + 10, 9)
    what, whom = told.pop("what"), told.pop("whom")
    happened = [incident(stage, ago + 40, what, [(whom, ago + 39)])]
    stage.apply(application(stage, **told, incidents=happened))
    up_to_views(stage, result="not_met")
    decide(stage, "not_met", reasons="One report could be counted. An officer came and spoke to those there.")


def _before_the_chair(stage: Stage, ago: int) -> None:
    """Taken on, talked over, told to the bodies in brief and referred, each on its day; the chair has declared."""
    stage.days_ago(ago)
    stage.do("name_clerk", "col.baker", clerk=stage.user("col.baker"))
    stage.days_ago(ago - 1)
    stage.do("contact_appellant", "col.baker", **TALK, notes="She has a diary, and can send copies of it.")
    told = [fact.codes["body"] for fact in stage.record().current("application_dispatched")]
    stage.do("share_appeal", "col.baker", bodies=told)
    stage.do("refer_appeal", "col.baker", panel_chair=stage.user("pia.moss"), until=stage.day(-60))
    stage.days_ago(ago - 2)
    stage.do("declare_panel_chair", "pia.moss", conflict="no")


def tell_appeal_in_time(stage: Stage) -> None:
    """Refused, and appealed two days later on the applicant's page; the clerk has spoken with them."""
    _refused(
        stage,
        14,
        name="Nell Ayre",
        place="Front Street, Stanley",
        problem="Quad bikes race through the estate every evening.",
        what="Quad bikes on the green until dark",
        whom="police",
    )
    stage.days_ago(12, 20)
    stage.applicant_does(
        "receive_appeal",
        consent="yes",
        channel="web",
        reasons="I rang the council four times as well. Nobody asked them, so only one report was counted.",
        wanted="Ask the council for its calls in the spring.",
    )
    stage.days_ago(11)
    stage.do("name_clerk", "col.baker", clerk=stage.user("col.baker"))
    stage.days_ago(9)
    stage.do(
        "contact_appellant", "col.baker", **TALK, notes="Rang on 3, 9, 17 and 30 April, from her mobile."
    )
    told = [fact.codes["body"] for fact in stage.record().current("application_dispatched")]
    stage.do("share_appeal", "col.baker", bodies=told)


def tell_appeal_too_late(stage: Stage) -> None:
    """Appealed six days after the last day, with a reason: the panel's chair says whether it is heard."""
    _refused(
        stage,
        30,
        name="Gus Thorne",
        place="Mill Lane, Bishop Auckland",
        problem="Shouting and glass thrown from the flat above.",
        what="A bottle thrown from the window",
        whom="council",
    )
    stage.days_ago(10, 22)
    stage.applicant_does(
        "receive_appeal",
        consent="yes",
        channel="web",
        reasons="It was not one bottle. It is every weekend, and the warden knows it.",
        why_late="I was in hospital from the day after your letter came.",
    )
    _before_the_chair(stage, 8)


def tell_appeal_not_heard(stage: Stage) -> None:
    """Appealed in time; the panel's chair decided that there will be no hearing, and said why in writing."""
    _refused(
        stage,
        50,
        name="Ivy Marsden",
        tenure="owner",
        place="Beech Grove, Newton Aycliffe",
        problem="Footballs and shouting behind the garages.",
        what="Ball games behind the garages",
        whom="council",
    )
    stage.days_ago(40, 12)
    stage.applicant_does(
        "receive_appeal", channel="web", consent="yes", reasons="Nobody came to see what it is like."
    )
    _before_the_chair(stage, 39)
    stage.days_ago(33)
    stage.do(
        "qualify_appeal",
        "pia.moss",
        result="no_hearing",
        reasons="An officer came twice, on days that the applicant chose, and wrote down what was found. "
        "Nothing that was reported was left out of the decision.",
        notes="Read both visits in the council’s return.",
    )


def tell_appeal_on_the_phone(stage: Stage) -> None:
    """Told on the phone, written down and read back: it counts from the call, and the caller can put it right."""
    _refused(
        stage,
        12,
        name="Ron Pickering",
        place="Chapel Row, Willington",
        problem="Rubbish is burnt in the yard behind mine.",
        what="Thick smoke all afternoon",
        whom="council",
    )
    stage.days_ago(5, 15)
    stage.do(
        "receive_appeal",
        "col.baker",
        consent="yes",
        channel="phone",
        made_by="applicant",
        read_back="on",
        reasons="He says the man from the council came on the wrong day, when nothing was burning.",
    )


def tell_appeal_to_a_clerk_who_had_a_part(stage: Stage) -> None:
    """The clerk at the desk co-ordinated the case herself: she is refused with that fact, and another must take it."""
    _refused(
        stage,
        9,
        name="Tess Corder",
        place="The Green, Sedgefield",
        problem="Cars block the lane and their drivers threaten us.",
        what="Threatened when I asked him to move",
        whom="police",
    )
    stage.do("assign_owner", owner=stage.user("bea.stone"), deputy=stage.user("dev.patel"))
    stage.days_ago(3, 21)
    stage.applicant_does(
        "receive_appeal",
        consent="yes",
        channel="web",
        reasons="I was threatened, and the letter calls it a quarrel about parking.",
    )

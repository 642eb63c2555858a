"""What co-ordinators and bodies do in many stories alike."""

from datetime import date, timedelta
from typing import Any

from casereview.cases.chair import appointed
from casereview.cases.meeting import last_lawful_day
from demo.stage import Stage, application


def signs(**found: str) -> dict[str, str]:
    """The signs that an application is read for, each "no" unless found."""
    asked = ("danger", "domestic_abuse", "child", "suicide", "safeguarding", "hate_motive")
    return {sign: found.get(sign, "no") for sign in asked}


def assess(stage: Stage, made_at: str, by: str = "cora.wren", **found: Any) -> None:
    """Risk and harm by the area's form: the answers found, by their questions, and of the rest the mildest each."""
    form = stage.record().scheme.risk
    questions = form.questions if form else ()
    answers = {f"answer_{each.code}": found.pop(each.code, each.answers[0].code) for each in questions}
    stage.do("assess_risk", by, made_at=made_at, **answers, **found)


def referral() -> dict[str, str]:
    """A referral on the day of receipt."""
    return {
        "referred_to": "victim_support",
        "agreed": "yes",
        "notes": "Told her about the service; she would like a call on Tuesday.",
    }


def reach_out(stage: Stage, *, triaged: bool = False, spoken: bool = True) -> None:
    """Read on the day it came, owned, told to the bodies the day after, and talked over."""
    start = (stage.today - stage.at.date()).days
    if not triaged:
        stage.do("triage_risk", **signs(), risk="standard", notes="")
    stage.do("assign_owner", owner=stage.user("cora.wren"), deputy=stage.user("dev.patel"))
    stage.days_ago(start - 1)
    reported = {report.own for report in stage.record().reports if report.own}
    always = {stage.body(code) for code in ("police", "council", "health")}
    stage.do("dispatch_application", bodies=sorted(always | reported))
    if spoken:
        stage.do(
            "log_contact", route="phone", outcome="reached", time="10:30", notes="Told me how it goes on."
        )


def up_to_views(stage: Stage, *, triaged: bool = False, result: str = "met") -> None:
    """All of that, then the bodies' answers, and a decision proposed with the council's and the police's views."""
    start = (stage.today - stage.at.date()).days
    reach_out(stage, triaged=triaged)
    stage.days_ago(start - 4)
    told = {fact.codes["body"] for fact in stage.record().current("application_dispatched")}
    for code, officer in (("council", "sam.ferry"), ("police", "pc.hale"), ("moorside", "mo.amin")):
        if stage.body(code) in told:
            stage.answer(code, officer)
    stage.days_ago(start - 6)
    why = {"met": "The reports stand; no body has acted on them.", "not_met": "The reports were acted on."}
    stage.do("propose_decision", result=result, reasons=why[result])
    stage.days_ago(start - 8)
    for code, officer in (("council", "sam.ferry"), ("police", "pc.hale")):
        view = {"body": stage.body(code), "view": "agree", "given_by": officer.replace(".", " ").title()}
        stage.do("record_body_view", officer, **view)


def decide(stage: Stage, result: str, **more: str) -> None:
    """The bodies decide, with reasons for everything that the form asks."""
    stage.days_ago((stage.today - stage.at.date()).days - 2)
    finding = "yes" if result == "met" else "no"
    answers = {
        "finding_no_or_inadequate_response": finding,
        "why_no_or_inadequate_response": "We looked at what each body did after each report.",
        "issue_1": "We looked at this against what each organisation holds.",
        "persistence": "It has gone on for months.",
        "harm": "Sleep and work have suffered.",
        "response": "Reports were taken; visits were not made.",
        "result": result,
        "reasons": "The reports stand, and what was done has not stopped it.",
        decider(stage, "council"): "Sam Ferry, community safety manager",
        decider(stage, "police"): "Sgt Jo Hale, neighbourhood team",
        "confirmed": "yes",
        **more,
    }
    stage.do("decide_threshold", **answers)


def decider(stage: Stage, code: str) -> str:
    """The name of the form's field for the person who decided for a body."""
    return f"decider_{stage.body(code).removeprefix('body:')}"


def to_be_reviewed(stage: Stage, decided: int, **told: Any) -> None:
    """Somebody applied with what is `told`, and ten days later, so many days ago, the threshold was met."""
    stage.days_ago(decided + 10, 9)
    stage.apply(application(stage, **told))
    up_to_views(stage)
    decide(stage, "met")


def find_chair(stage: Stage) -> date:
    """Noor Vale chairs, whom nothing ties to the case; returns the last lawful day of the meeting."""
    stage.do("appoint_chair", chair=stage.user("noor.vale"), until=stage.day(-90))
    stage.do("declare_chair", "noor.vale", conflict="no")
    return last_day_for_the_meeting(stage)


def last_day_for_the_meeting(stage: Stage) -> date:
    """Durham's page promises ten working days; where another page promises none, the story takes two weeks."""
    record = stage.record()
    return last_lawful_day(record) or record.today + timedelta(days=14)


def arrange(stage: Stage, day: date, **more: Any) -> None:
    """The meeting, for every body that was told, the chair and the applicant."""
    answers = {
        "day": day.isoformat(),
        "starts": "10:00",
        "ends": "12:30",
        "where": "both",
        "place": "Room 3, Example House, Durham",
        "link": "https://meet.example.org/review",
        "members": members(stage),
        "people": [stage.person],
        "agenda": ["declarations", "who_is_missing", "applicant_heard", "each_body", "actions", "learning"],
        **more,
    }
    stage.do("arrange_meeting", **answers)


def propose_dates(stage: Stage) -> None:
    """The last two working days that keep the clock, to all members; answers are asked for by tomorrow."""
    record, last = stage.record(), last_day_for_the_meeting(stage)
    days = [date.fromordinal(last.toordinal() - number) for number in range(10)]
    before, *_earlier = [day for day in days[1:] if record.calendar.is_working_day(day)]
    dates = {"day_1": before.isoformat(), "starts_1": "10:00", "day_2": last.isoformat(), "starts_2": "14:00"}
    stage.do("propose_dates", **dates, answer_by=stage.day(-1), members=members(stage))


def members(stage: Stage) -> list[str]:
    """Who comes to the meeting: the bodies that the application went to, and the chair."""
    record = stage.record()
    told = {fact.codes["body"] for fact in record.current("application_dispatched")}
    return [*sorted(told), appointed(record)]

"""What happens in `ours` from its meeting on: a plan with an action of each of two bodies is sent, and goes on.

Kinds of secrets besides those of the cases: `venue` (where the meeting is), `part` (what the applicant says, needs
and wants for it), `comes:<body>` (who would come for
a body), `sitting` (who came, and what was declared); `minutes` and `restricted minutes`; `plan` (what the
applicant is told of the review); `action:<body>` (what stays between the office and who owns the action),
`told:<body>` (the same action in words for the applicant), `recommendation:<body>`; `later:<body>` (an action that
the applicant was not told of yet).
"""

from django.core.files.base import ContentFile
from django.utils import timezone

from casereview.cases.files import found_clean, keep
from demo.stage import Stage

PLANNED = ("ours",)
OWNERS = {"police": "pc.hale", "council": "sam.ferry"}


def planned(stage: Stage, word) -> None:
    """Take the steps, as a co-ordinator unless somebody else has to."""

    def do(step, by="dev.patel", **answers):
        stage.do(step, by, **answers)

    _meet(stage, do, word)
    for body in OWNERS:
        do("agree_action", **_action(stage, body, word, f"told:{body}"))
    recommended = word("recommendation:council")
    do(
        "make_recommendation",
        body=stage.body("council"),
        what=recommended,
        answer_by=stage.day(-30),
        told=word("plan"),
    )
    do("draft_plan", outcome=word("plan"))
    stage.applicant_does("comment_on_plan", comments=word("plan"))
    do("send_plan", considered=word("plan"), outcome=word("plan"), finding_1=word("plan"))
    for number, (body, officer) in enumerate(OWNERS.items(), start=1):
        said = {"told": word("plan"), "evidence": word(f"action:{body}"), "new_due": stage.day(-40)}
        do("update_action", officer, body=stage.body(body), action=str(number), status="late", **said)
        for shown in ("told", "action"):
            _file(stage, officer, word, f"{shown}:{body}", str(number))
    answer = {"answer": "partly", "reasons": word("recommendation:council"), "told": word("plan")}
    answer |= {"recommendation": "1", "given_by": word("recommendation:council")}
    do("answer_recommendation", "sam.ferry", body=stage.body("council"), **answer)
    do("ask_applicant", how="talk", stopped="partly", notes=word("plan"))
    do("agree_action", **_action(stage, "police", word, "later:police"))


def _file(stage, officer, word, kind, number):
    """A file about an action, which the applicant may see where its words are theirs."""
    file = keep(ContentFile(f"log {word(kind)}".encode(), "log.txt"), timezone.now())
    found_clean(file, timezone.now())
    body, shown = kind.partition(":")[2], "on" if kind.startswith("told") else ""
    answers = {"body": stage.body(body), "action": number, "file": str(file.pk), "shown": shown}
    stage.do("add_evidence", officer, name=f"{word(kind)}.txt", **answers)


def _action(stage, body, word, told):
    inside = ("problem", "what", "officer", "escalation", "measure")
    kind = told if told.startswith("later") else f"action:{body}"
    answers = {name: word(kind) for name in inside}
    email = f"{word(kind)}@example.org"
    return {
        **answers,
        "officer_email": email,
        "body": stage.body(body),
        "due": stage.day(-20),
        "told": word(told),
    }


def _meet(stage, do, word):
    """A sitting of today at which everybody is, with minutes that its chair signs."""
    person = f"person:{stage.applicant}"
    aside = {name: word("part") for name in ("representative", "adjustments", "interpreter")}
    choice = {"person": person, "part": "representative", "how": "phone", **aside}
    stage.applicant_does("choose_involvement", **choice)
    stage.applicant_does("give_statement", person=person, statement=word("part"))
    bodies = sorted(fact.codes["body"] for fact in stage.record().current("application_dispatched"))
    _choose_a_day(stage, do, word, [*bodies, stage.user("uma.chair")])
    do(
        "arrange_meeting",
        day=stage.at.date().isoformat(),
        starts="12:00",
        ends="13:00",
        where="both",
        place=word("venue"),
        link=f"https://meet.example.org/{word('venue')}",
        members=[*bodies, stage.user("uma.chair")],
        people=[person],
        agenda=["each_body"],
        day_off=True,  # whatever day the walk is made on
    )
    stage.days_ago((stage.today - stage.at.date()).days, 14)
    present = {f"present_{holder.removeprefix('body:')}": word("sitting") for holder in bodies}
    did = {
        "chair_came": "yes",
        "conflicts": "declared",
        "conflict_notes": word("sitting"),
        "others": word("sitting"),
        "confidentiality": "yes",
        "came_1": "not",
        "read_1": "no",
        "unread_1": word("sitting"),
    }
    do("hold_review", **present, **did)
    do("write_minutes", shareable_1=word("minutes"), restricted_1=word("restricted minutes"))
    do("sign_minutes", "uma.chair", agreed="yes")


def _choose_a_day(stage, do, word, members):
    """A day is proposed, and both bodies say who would come on it."""
    far = {"day_1": stage.day(-300), "starts_1": "10:00", "day_off": True, "late_reason": word("sitting")}
    do("propose_dates", **far, answer_by=stage.day(-2), members=members)
    for body, officer in OWNERS.items():
        answer = {"body": stage.body(body), "can_1": "yes", "who": word(f"comes:{body}")}
        do("say_availability", officer, **answer)

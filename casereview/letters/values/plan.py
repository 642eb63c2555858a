"""The plan in a letter: to the applicant what they are to read of it, to a body what is its own."""

from datetime import date
from typing import Any

from django.utils.translation import ngettext

from casereview.cases.models import Fact
from casereview.cases.plan import Progress, comment_by, progress, recommendations, settled
from casereview.letters.about import About
from casereview.letters.markup import Prose, paragraphs
from casereview.letters.values.promises import in_its_words, open_deadline
from casereview.wording.dates import long_date


def plan_comment_by(about: About) -> str:
    """The last day for comments on the draft; "" where it is past or none is set."""
    until = comment_by(about.record)
    return long_date(until) if until and until >= about.record.today else ""


def plan_by(about: About) -> str:
    """The day by which the plan is due in writing, while it is to come; "" where none is promised."""
    run = open_deadline(about, "plan")
    if run is None or run.due is None or run.due < about.record.today:
        return ""
    return in_its_words(about, "plan", long_date(run.due))


def plan_considered(about: About) -> Prose:
    """What the review considered."""
    return paragraphs(str(_told(about, "considered")))


def plan_outcome(about: About) -> Prose:
    """What the review found."""
    return paragraphs(str(_told(about, "outcome")))


def plan_changes(about: About) -> Prose:
    """What has changed since an earlier plan; "" for the first."""
    return paragraphs(str(_told(about, "changes")))


def plan_findings(about: About) -> list[dict[str, str]]:
    """Each issue that the applicant raised, with its own finding: `issue` and `finding`."""
    return list(_told(about, "findings", []))


def plan_powers(about: About) -> list[dict[str, str]]:
    """Where nothing will be done, for each body: `body`, and which of its powers it `considered`."""
    return list(_told(about, "powers", []))


def plan_list(about: About) -> list[dict[str, Any]]:
    """The actions as the applicant reads them: `number`, `told`, `by` (the body), `due` in words."""
    return [{**each, "due": _day(each["due"])} for each in _told(about, "actions", [])]


def plan_recommendations(about: About) -> list[dict[str, Any]]:
    """The recommendations as the applicant reads them: `number`, `told`, `to`, `answer_by` in words."""
    return [{**each, "answer_by": _day(each["answer_by"])} for each in _told(about, "recommendations", [])]


def action_news(about: About) -> dict[str, Any]:
    """The action that the letter tells of: `number`, `told`, `by`, `status` (a code), `due` and `new_due` in words."""
    number = about.fact.codes.get("action")
    told = about.record.said(settled(about.record), "actions", [])
    found = next((each for each in told if each["number"] == number), {"told": "", "by": "", "due": ""})
    status, new_due = _news(about.fact, found["due"])
    return {
        "number": number,
        "told": found["told"],
        "by": found["by"],
        "due": _day(found["due"]),
        "status": status,
        "new_due": _day(new_due),
    }


def _news(fact: Fact, planned: str) -> tuple[str, str]:
    """What a fact says of an action, as a code ("unspoken": it is late, and nobody says why), and its later date."""
    if fact.kind == "late_action_told":
        return "unspoken", "" if fact.codes["due"] == planned else str(fact.codes["due"])
    if fact.kind == "action_done":
        return "done", ""
    return str(fact.codes.get("status", "")), str(fact.codes.get("new_due") or "")


def done_actions(about: About) -> list[dict[str, Any]]:
    """What was done: `told` and `by` as the plan has them, `on` in words."""
    by_number = {each.number: each for each in progress(about.record)}
    told = about.record.said(settled(about.record), "actions", [])
    found = [(each, by_number.get(each["number"])) for each in told]
    return [
        {"told": each["told"], "by": each["by"], "on": long_date(now.last.happened_on)}
        for each, now in found
        if now and now.last and now.status == "done"
    ]


def own_actions(about: About) -> list[dict[str, Any]]:
    """The open actions of the body that the letter is to: `number`, `what`, `officer`, `due` in words."""
    return [
        {
            "number": each.number,
            "what": each.action.what,
            "officer": each.action.officer,
            "due": long_date(each.due),
        }
        for each in progress(about.record)
        if each.body == about.to and each.is_open and each.action
    ]


def own_recommendations(about: About) -> list[dict[str, Any]]:
    """The recommendations to the body that the letter is to: `number`, `what`, `answer_by` in words."""
    return [
        {
            "number": each.number,
            "what": each.what,
            "answer_by": long_date(each.answer_by) if each.answer_by else "",
        }
        for each in recommendations(about.record)
        if each.own == about.to
    ]


def due_action(about: About) -> dict[str, str]:
    """The action of which its owner is reminded: `number`, `what`, `body`, `due` in words, `late` ("2 days late")."""
    found = _reminded(about)
    if found is None:
        return {"number": "", "what": "", "body": "", "due": "", "late": ""}
    days = found.days_late(about.record.today)
    body = about.record.bodies.get(found.body)
    return {
        "number": str(found.number),
        "what": found.action.what if found.action else "",
        "body": body.name if body else "",
        "due": long_date(found.due),
        "late": ngettext("%(n)d day late", "%(n)d days late", days) % {"n": days} if days else "",
    }


def _reminded(about: About) -> Progress | None:
    number = about.fact.codes.get("action")
    return next((each for each in progress(about.record) if each.number == number), None)


def _told(about: About, name: str, default: Any = "") -> Any:
    """A word of the draft or the plan that the letter goes with."""
    return about.record.said(_plan(about), name, default)


def _plan(about: About) -> Fact | None:
    kinds = ("plan_drafted", "plan_settled")
    return about.fact if about.fact.kind in kinds else about.record.latest(*kinds)


def _day(told: str) -> str:
    return long_date(date.fromisoformat(told)) if told else ""

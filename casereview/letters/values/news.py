"""What has happened since the last letter: tries to reach somebody, questions, a date that moved, an end."""

from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.appeal_window import last_day
from casereview.cases.representing import acting_as, affected
from casereview.letters.about import About
from casereview.letters.markup import Prose, paragraphs
from casereview.wording.dates import long_date
from casereview.wording.length import and_list


def tries(about: About) -> str:
    """The days on which somebody tried to reach the recipient; nothing else about the tries."""
    days = sorted({fact.happened_on for fact in about.record.current("contact_attempted")})
    return and_list([long_date(day) for day in days])


def questions(about: About) -> Prose:
    """The questions as they were written down with the fact that asks them."""
    return paragraphs(str(about.record.said(about.fact, "questions")))


def asked_for_own_on(about: About) -> str:
    """The day on which they asked for what is held of them; the last time, where they asked more than once."""
    asked = about.record.latest("own_information_asked")
    return long_date(asked.happened_on) if asked else ""


def words(about: About) -> Prose:
    """What was written for the applicant with the fact that this letter tells of; "" where nothing was."""
    return paragraphs(str(about.record.said(about.fact, "for_applicant")))


def closing(about: About) -> str:
    """Why the case was closed, as a sentence."""
    not_met = _("The decision was that there will be no review this time.")
    if last_day(about.record):
        not_met = _(
            "The decision was that there will be no review this time, and the time to appeal is over."
        )
    reasons = {
        "not_met": not_met,
        "completed": _("Everything in the action plan has been done."),
        "appeal_decided": _("The panel has decided on your appeal."),
        "withdrawn": _("You asked us to stop."),
        "transferred": _("Another office has your request now."),
    }
    closed = about.record.latest("case_closed")
    reason = str(closed.codes.get("reason", "")) if closed else ""
    return reasons.get(reason, _("Nothing more is open."))


def passed_to(about: About) -> str:
    """The office that has the request now."""
    return str(about.record.said(about.record.latest("transferred_out"), "to"))


def changed(about: About) -> dict[str, str]:
    """The old date, the new one, what it is the date of, and why it moved: `old`, `new`, `what`, `why`.

    From the fact that moved it: codes `clock`, `old` and `new` (dates in ISO form), and `why`. Of a meeting also
    `promised`: the last lawful day, where the new date is after it; and `meeting`, not "" where a new day is set; and
    `late`, not "" where the first day that is set is later than was promised, by `old`.
    """
    names = {
        "decide": _("the day by which the decision is due"),
        "review": _("the last day for the meeting"),
        "meeting": _("the day of the meeting about your case"),
        "hearing": _("the day of the hearing of your appeal"),
        "plan": _("the day by which you get the written copy"),
        "appeal": _("your last day to appeal"),
    }
    reasons = {"holiday": _("A new bank holiday was announced. It is not a working day.")}
    codes = about.fact.codes
    return {
        "what": names.get(str(codes.get("clock", "")), _("a date that we told you")),
        "old": _day(codes.get("old")),
        "new": _day(codes.get("new")),
        "why": reasons.get(str(codes.get("why", "")), ""),
        "promised": _day(codes.get("promised")) if codes.get("clock") == "meeting" else "",
        "late": "yes" if codes.get("clock") == "meeting_late" else "",
        "meeting": "yes" if about.fact.kind in {"meeting_arranged", "hearing_arranged"} else "",
    }


def acts_for(about: About) -> dict[str, str]:
    """Of whom the letter says that they act, or no longer act, for somebody: `name`, `relation`, `you`, `began`.

    `you` is "" where the reader is not the person affected; `began` where they were named and never confirmed.
    """
    acting = acting_as(about.record, str(about.fact.codes.get("person", "")))
    named = acting.named if acting else None
    for_reader = about.person is not None and about.person == affected(about.record)
    said = {name: str(about.record.said(named, name)) for name in ("name", "relation")}
    began = [
        fact
        for fact in about.record.current("representative_confirmed")
        if fact.codes["person"] == about.fact.codes.get("person")
    ]
    return {**said, "you": "yes" if for_reader else "", "began": "yes" if began else ""}


def _day(value: object) -> str:
    return long_date(date.fromisoformat(str(value))) if value else ""

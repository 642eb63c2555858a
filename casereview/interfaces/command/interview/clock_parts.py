"""The clocks that an interview asks for: each promise of the procedure, then whatever else the page promises."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.interfaces.command.interview.findings import Events, Promise
from casereview.interfaces.command.interview.form import Chosen, Part, Question, Table
from casereview.interfaces.command.interview.kinds import DAYS, NAME, YES, Choice
from casereview.interfaces.command.interview.literals import literal
from casereview.schemes.model import Clock
from casereview.wording.clocks import clock_title
from casereview.wording.events import any_event, event_words
from casereview.wording.people import OWED_BY

RECEIVED, PASSED_ON = "application_received", "transferred_in"
# Each clock that the procedure knows by its name: from when where the page does not say, until when, who owes it.
STANDARD: dict[str, tuple[list[str], list[str], str]] = {
    "triage": ([RECEIVED, PASSED_ON], ["risk_triaged"], "lead"),
    "acknowledge": ([RECEIVED, PASSED_ON], ["acknowledgement_sent"], "lead"),
    "contact": ([RECEIVED], ["contact_made"], "lead"),
    "dispatch": ([RECEIVED], ["application_dispatched"], "lead"),
    "reports_confirmed": (["application_dispatched"], ["reports_answered"], "bodies"),
    "decide": ([RECEIVED, PASSED_ON, "decision_reopened"], ["decision_notice_sent"], "lead"),
    "support": (["threshold_met"], ["support_offered"], "lead"),
    "chair": (["threshold_met"], ["chair_appointed"], "lead"),
    "review": (["threshold_met", "review_ordered"], ["review_held"], "lead"),
    "return": (["information_requested"], ["return_received"], "bodies"),
    "pack": (["meeting_arranged"], ["pack_sent"], "lead"),
    "plan_draft": (["review_held"], ["plan_drafted", "plan_sent"], "lead"),
    "plan_comments": (["review_held"], ["plan_commented", "plan_sent"], "applicant"),
    "plan": (["review_held"], ["plan_sent"], "lead"),
    "appeal": (["completion_notice_sent", "threshold_not_met"], ["appeal_received"], "applicant"),
    "appeal_acknowledge": (["appeal_received"], ["appeal_acknowledged"], "panel"),
    "appeal_contact": (["appeal_received"], ["appeal_contact_made"], "panel"),
    "qualify": (
        ["appeal_referred"],
        ["appeal_qualified", "appeal_not_qualified", "late_appeal_not_admitted"],
        "panel",
    ),
    "qualification": (
        ["appeal_qualified", "appeal_not_qualified", "late_appeal_not_admitted"],
        ["qualification_notice_sent"],
        "panel",
    ),
    "outcome": (["hearing_held"], ["outcome_notice_sent"], "panel"),
}
BACKWARD = "pack"  # counted back from the meeting: its start is the day that the meeting is arranged for
AHEAD = ("meeting_arranged", "hearing_arranged")  # their day is still to come when they are recorded
# Pages also count from the letter with the decision, and from the one with the outcome, which is the action plan.
LETTERS = ("decision_notice_sent", "plan_sent")
COMMON = tuple(
    dict.fromkeys([*(event for starts, _stops, _owed in STANDARD.values() for event in starts), *LETTERS])
)
ENDINGS = tuple(dict.fromkeys(event for _starts, stops, _owed in STANDARD.values() for event in stops))
ORDER = ("starts", "counts_back_from", "stops", "length", "says", "owed_by")  # as the other schemes have it
FROM_WHEN = gettext_lazy("From when?")
HEADING = gettext_lazy("What is promised, and what is only measured")


def clock_parts(events: Collection[str]) -> tuple[Part, ...]:
    """Every clock of the procedure, then a list of the area's own. `events` are those that clocks may name."""
    return (*(_standard(name, events) for name in STANDARD), _own(events))


def _standard(name: str, events: Collection[str]) -> Part:
    starts, stops, owed_by = STANDARD[name]
    asked = _("%(title)s: how long does the page give until %(ends)s?")
    questions = [_length(asked % {"title": clock_title(name), "ends": event_words(stops[0])})]
    preset: dict[str, Any] = {"stops": _one_or_all(stops)} | (
        {} if owed_by == "lead" else {"owed_by": owed_by}
    )
    if name == BACKWARD:
        preset["counts_back_from"] = starts[0]
        questions = [
            _length(_("How long before the meeting does the page promise the papers to its members?"))
        ]
    elif name == "appeal":
        preset["survives_close"] = True
        from_when = _("From when? The letter with the outcome of a review is the one with its action plan.")
        questions += [_starts(events, starts, from_when), STARTS_ON]
    else:
        questions.append(_starts(events, starts))
    if owed_by == "bodies":
        questions.append(CHASE)
    return Part(f"clock.{name}", HEADING, tuple(questions), preset=preset, opens=True, order=ORDER)


def _own(events: Collection[str]) -> Part:
    stops = Question("stops", _("What ends that time?"), Events(ENDINGS, events), needed=True)
    ahead = gettext_lazy("If the time is counted back from something that lies ahead: from what?")
    questions = (
        Question(
            "name", gettext_lazy("Does the page promise anything else in a time? A short name for it."), NAME
        ),
        _length(_("How long does the page give for it?")),
        stops,
        Question("counts_back_from", ahead, Events(AHEAD, events, several=False)),
        _starts(events, [RECEIVED], when=lambda table: "counts_back_from" not in table),
        Question(
            "owed_by",
            gettext_lazy("Who must do it?"),
            Choice(literal(Clock, "owed_by"), OWED_BY),
            enter=OWED_BY["lead"],
        ),
        STARTS_ON,
        CHASE,
        Question("survives_close", gettext_lazy("Does it run on after the case is closed?"), YES),
    )
    return Part("clock", HEADING, questions, repeated=True, named_by="name", order=ORDER)


def _one_or_all(codes: list[str]) -> str | list[str]:
    return codes[0] if len(codes) == 1 else codes


def _length(words: str) -> Question:
    return Question("length", words, Promise(), spread=True)


def _starts(
    events: Collection[str],
    starts: list[str],
    words: Any = FROM_WHEN,
    when: Any = lambda table: True,
) -> Question:
    """From when: where the page does not say, what the procedure itself would take, as a reading with its reason."""

    def unsaid(table: Table) -> Chosen:
        return Chosen(
            _one_or_all(starts),
            _("The page does not say from when. It is counted from the request.")
            if starts == [RECEIVED]
            else _("The page does not say from when. This is where this step of the procedure begins."),
        )

    return Question(
        "starts",
        words,
        Events(COMMON, events, unstated=True),
        unsaid=unsaid,
        when=when,
        enter=any_event(starts),
        marked=True,
    )


STARTS_ON = Question(
    "starts_on",
    gettext_lazy("Does the time begin on the day itself, or when the letter about it counts as served?"),
    Choice(
        literal(Clock, "starts_on"),
        {"day": gettext_lazy("the day itself"), "served": gettext_lazy("when the letter counts as served")},
    ),
    enter=gettext_lazy("the day itself"),
)
CHASE = Question(
    "chase", gettext_lazy("On which working days, counted from the last day, is there a reminder?"), DAYS
)

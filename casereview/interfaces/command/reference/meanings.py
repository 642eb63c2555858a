"""What each key of a file says: the question that `scheme new` asks for it, else a sentence here."""

import re
from collections.abc import Mapping
from dataclasses import fields

from casereview.interfaces.command.interview.form import Part, Question
from casereview.interfaces.command.interview.parts import all_parts
from casereview.procedure import events
from casereview.schemes.belongs import Place
from casereview.schemes.model import Body, Clock, Judgement, Route, Window
from casereview.schemes.terms import Apply

# Of a question what only somebody who is being asked needs.
WHILE_ASKED = ("Enter", "type <", "One at a time", "One question at a time")
# Blocks of which the questions are those of another.
LIKE: Mapping[Place, Place] = {
    ("appeal", "contact"): ("contact",),
    ("route", "also"): ("route",),
    ("route", "report_within"): ("route", "apply_within"),
}
HEADINGS: Mapping[Place, str] = {
    ("statute",): "What the law says, the same in every area",
    ("words",): "The area’s own words",
    ("example",): "A file that only shows the language",
    ("clock",): "What is promised, and what is only measured",
}
ANYWHERE = {
    "source": "Under which heading of the page it stands.",
    "code": "A short name of your own, in small letters, unlike its neighbours’.",
}
BY_HAND: Mapping[tuple[Place, str], str] = {
    ((), "area"): "The area’s name, as people say it.",
    ((), "source"): "Where all of it comes from: the page’s heading or address, and when it was read.",
    ((), "languages"): "In which languages is the page? Without it: English.",
    (("statute",), "source"): "The law.",
    (
        ("route",),
        "name",
    ): "A short name for this way to meet the threshold: individual, hate, community, discretion,"
    " or one of your own.",
    **{(("notices", way), "after"): "After which of these?" for way in ("posted", "emailed", "page")},
    (
        ("hate",),
        "motivations",
    ): "Which motivations does the page name? Without this block: all that are listed below.",
    (
        ("route",),
        "title",
    ): "How does the page itself put it? Copy all of it: residents read it **in place of** the"
    " sentences that are made of this route. Without it they read those sentences.",
    (("route", "also"), "hate"): "Must these be motivated by hate?",
    (("route", "judged"), "code"): "What must be found.",
    (("route", "judged"), "any_of"): "Instead of `code`: findings of which one is enough.",
    (("route", "judged"), "by"): "Who finds it.",
    (("route", "judged"), "weighs"): "What the page has them weigh.",
    (("clock",), "says"): "The page’s own words for the time, where they are no number: “immediately”.",
    (("statute",), "complaints"): "How many complaints the law asks for.",
    (("statute",), "report_within"): "How soon after the behaviour a complaint must have been made.",
    (("statute",), "apply_within"): "How soon after the complaint somebody must ask for the review.",
    (("risk",), "medium_from"): "From how many points on is the risk medium?",
    (("risk",), "high_from"): "From how many points on is it high?",
    (("risk",), "question"): "The questions of the form, each a block of its own.",
    (("risk", "question"), "words"): "The question itself.",
    (("risk", "question", "answers"), "points"): "How many points the answer has.",
    (("risk", "question", "answers"), "words"): "The answer itself.",
    (
        ("risk", "question", "answers"),
        "at_least",
    ): "The risk that this answer alone leads to, whatever the others are.",
    (("appeal",), "contact"): "Where appeals go, if not to the office.",
    (("appeal",), "then"): "A second appeal after this one.",
    (("example",), "address"): "The address of the page.",
    (("example",), "seen"): "The year in which it was read.",
    (("example",), "others"): "Further pages that were read.",
    (("example",), "whole"): "`false` where only the beginning of the page was seen.",
}
# What the table of a block cannot say.
BESIDE: Mapping[Place, str] = {
    (
        "route",
    ): '`counts = "none"` is a route that people judge: it has no `at_least` and no `also`, and must have'
    " `judged`. Reports meet a route when they keep all that it says; any one route is enough.",
    (
        "route",
        "within",
    ): "`back_from` or `forward_from`, not both.",
    ("route", "judged"): "All findings of the list must be so. Each has a `code`, or `any_of` instead of it.",
    (
        "clock",
    ): "The names of the procedure’s own clocks are [below](#clocks); any other name is a clock of the area’s"
    " own. With `counts_back_from` no `starts` is needed. Without a `length` no time is promised, and the time that it"
    ' takes is measured all the same. `starts = "unstated"`: the page does not say from when, so no date follows.'
    ' `starts_on = "served"` goes only with the events that are marked “notice” [below](#events).',
    (
        "words",
    ): "Wherever a list allows a word of the area’s own, its words stand here, as a clause that fits the"
    ' sentence: `no_contact = "nobody has been in touch"`. Words that are given here for one of ours take its place.',
    (
        "example",
    ): "Only files of `schemes/examples` have it: people read that nobody of the area has checked them.",
}
# What a block becomes, of which the code knows what holds where a line is left out.
VALUES: Mapping[Place, type] = {
    ("apply",): Apply,
    ("body",): Body,
    ("clock",): Clock,
    ("route",): Route,
    ("route", "judged"): Judgement,
    ("route", "within"): Window,
}


def meaning(place: Place, key: str) -> str:
    """What a key of that block says; "" where nothing is known of it."""
    place = plain(place)
    question = asked(place, key)
    said = BY_HAND.get((place, key)) or (_for_a_reader(str(question.words)) if question else "")
    return said or ANYWHERE.get(key, "") or (meaning(LIKE[place], key) if place in LIKE else "")


def without(place: Place, key: str) -> str:
    """The word that holds where the line is left out; "" where nothing does."""
    kind = VALUES.get(plain(place))
    default = next((each.default for each in fields(kind) if each.name == key), None) if kind else None
    return "true" if default is True else default if isinstance(default, str) else ""


def heading(place: Place) -> str:
    """What a block is about."""
    parts = (str(part.heading) for part in all_parts(events()) if _place(part) == place)
    return HEADINGS.get(place) or next(parts, "")


def plain(place: Place) -> Place:
    """Of clocks one for all; of a second appeal the first; of an appeal the findings as of a route."""
    if place[:1] == ("clock",):
        return ("clock",)
    return ("route", "judged") if place[-1:] == ("judged",) else tuple(key for key in place if key != "then")


def asked(place: Place, key: str) -> Question | None:
    """The question for that key, or for the first of the block that stands under it."""
    for part in all_parts(events()):
        for question in part.questions:
            outer, _dot, inner = question.key.partition(".")
            if (_place(part), outer) == (place, key) or ((*_place(part), outer), inner) == (place, key):
                return question
    return asked(LIKE[place], key) if place in LIKE else None


def _place(part: Part) -> Place:
    return tuple(part.path.split(".")) if part.path else ()


def _for_a_reader(words: str) -> str:
    sentences = re.split(r"(?<=[.?!]) +", words)
    return " ".join(each for each in sentences if not any(mark in each for mark in WHILE_ASKED))

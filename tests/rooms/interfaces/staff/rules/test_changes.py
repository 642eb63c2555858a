"""What a rerun found is told in words and numbers, worked out here by hand; what stays as it is takes no room."""

from datetime import date

import pytest

from casereview.interfaces.staff.settings.rules.changes import changes, moves_words
from casereview.statistics.whatif.result import (
    Answers,
    Cases,
    ClockMoves,
    InTime,
    Moves,
    Spread,
    Timeliness,
    Total,
    WhatIf,
    Year,
)
from tests.rooms.schemes.small import scheme

SAME = Moves(same=4)


def found(**more):
    nothing = {"answers": (), "clocks": (), "moved": Cases(), "years": ()}
    about = {"area": "nowhere", "starts": date(2027, 4, 1), "digest": "d", "on": date(2026, 12, 4)}
    return WhatIf(**about, open_cases=9, closed_cases=5, erased=0, **{**nothing, **more})


@pytest.mark.parametrize(
    ("moves", "words"),
    [
        (SAME, ""),
        (Moves(later=3, spread=Spread(7, 7, 7)), "3 later, by 7 days"),
        (Moves(earlier=1, spread=Spread(-1, -1, -1)), "1 earlier, by 1 day"),
        (Moves(later=3, spread=Spread(7, 8.5, 10)), "3 later, by 7 to 10 days, the middle one by 8.5"),
        (Moves(earlier=2, spread=Spread(-10, -8, -7)), "2 earlier, by 7 to 10 days, the middle one by 8"),
        (
            Moves(earlier=1, later=2, spread=Spread(-3, 1, 4)),
            "1 earlier, 2 later, from -3 to +4 days",
        ),
        (
            Moves(appear=1, disappear=2, gain_date=1, lose_date=2),
            "1 begins to run, 2 run no more, 1 gets a date, 2 lose their date",
        ),
    ],
)
def test_what_becomes_of_dates(moves, words):
    assert moves_words(moves) == words


def test_answers_that_differ_say_how_and_by_which_route():
    answers = (
        Answers("met", "met", Cases(6, 2), {"individual": 6}),
        Answers("not_met", "met", Cases(3, 1, ("A", "B", "C")), {"individual": 2, "statute": 1}),
        Answers("met", "not_met", Cases(0), {}),
    )
    told = changes(found(answers=answers), scheme())
    assert told.same == 6
    (one,) = told.answers
    assert one.words == "Not met by their rules, met by these"
    assert (one.number, one.open, one.references) == (3, 1, ("A", "B", "C"))
    assert one.routes == "The applicant’s own reports: 2 and the law: 1"


def test_clocks_without_a_change_are_left_out():
    clocks = (
        ClockMoves("review", Moves(later=1, spread=Spread(7, 7, 7)), SAME),
        ClockMoves("plan", SAME, SAME),
    )
    assert [(each.open, each.over) for each in changes(found(clocks=clocks), scheme()).clocks] == [
        ("1 later, by 7 days", "")
    ]


def test_figures_say_what_the_rules_say_against_them_and_what_nobody_can_know():
    totals = (
        Total("applications", 20),
        Total("not_met", 8, fewer=2, more=1, unclear=1),
        Total("reviews", 10, more=2),
        Total("with_recommendations", 4, more=None),
    )
    timeliness = (
        Timeliness("review", InTime(in_time=6, late=4), InTime(in_time=9, late=1)),
        Timeliness("plan", InTime(in_time=1), InTime(in_time=1)),
    )
    empty = Year(date(2024, 4, 1), date(2025, 3, 31), tuple(Total(each.code, 0) for each in totals), ())
    year = Year(date(2025, 4, 1), date(2026, 3, 31), totals, timeliness)
    (told,) = changes(found(years=(year, empty)), scheme()).years
    assert told.period == "April 2025 to March 2026"
    assert [(stands, against) for _words, stands, against in told.totals] == [
        (20, ""),
        (8, "2 fewer, 1 more, 1 hangs on what people find"),
        (10, "2 more"),
        (4, "how many more, nobody can know"),
    ]
    assert [(before, after) for _clock, before, after in told.in_time] == [
        ("6 in time, 4 late", "9 in time, 1 late")
    ]

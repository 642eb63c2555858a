"""Three rules that differ from those of the cases, and what follows from each, worked out by hand."""

from datetime import date

from casereview.statistics.whatif import what_if
from casereview.statistics.whatif.result import Cases, InTime, Moves, Spread
from tests.what_if import FIFTEEN_DAYS, FIVE, THREE_MONTHS, TODAY, TWO, durham


def changed(found):
    """The answers that change: of each its cases by their references, and by which route they were or are met."""
    return {
        (each.before, each.after): (set(each.cases.references), dict(each.routes))
        for each in found.answers
        if each.before != each.after
    }


def moves(found):
    """The clocks of which any run changes."""
    return {
        each.clock: (each.open, each.over) for each in found.clocks if each.open.changed or each.over.changed
    }


def year(found, number):
    """The totals that the rules speak against, and the clocks that would have gone otherwise.

    number: 0 is the year that runs, 1 the last that is over.
    """
    told = found.years[number]
    totals = {
        total.code: (total.stands, total.fewer, total.more, total.unclear)
        for total in told.totals
        if total.fewer or total.more or total.unclear
    }
    return totals, {
        each.clock: (each.before, each.after) for each in told.timeliness if each.before != each.after
    }


def test_five_reports_instead_of_three(cases):
    """Whoever met it with three does not meet it any more; no date moves."""
    found = what_if(durham(FIVE))
    three = {cases.near.reference, cases.far.reference, cases.past.reference}
    assert changed(found) == {("met", "not_met"): (three, {"individual": 3})}
    assert (found.open_cases, found.closed_cases) == (5, 0)
    assert moves(found) == {}
    assert found.moved == Cases()
    same = [each for each in found.answers if each.before == each.after]
    assert [(each.before, each.cases) for each in same] == [("not_met", Cases(2, 2))]


def test_a_window_of_three_months(cases):
    """Only one of the cases rests on a report that is older."""
    found = what_if(durham(THREE_MONTHS))
    assert changed(found) == {("met", "not_met"): ({cases.far.reference}, {"individual": 1})}
    assert moves(found) == {}


def test_two_reports_instead_of_three(cases):
    """Of those with two, one would have met it as the bodies found; of the other they have found nothing yet."""
    found = what_if(durham(TWO))
    assert changed(found) == {
        ("not_met", "met"): ({cases.refused.reference}, {"individual": 1}),
        ("not_met", "not_known"): ({cases.two.reference}, {}),
    }


def test_a_review_within_fifteen_working_days_instead_of_ten(cases):
    """Ten after Monday 9 November are over on Monday 23, fifteen on Monday 30: three reviews move by seven days."""
    found = what_if(durham(FIFTEEN_DAYS))
    assert changed(found) == {}
    assert moves(found) == {"review": (Moves(later=3, spread=Spread(7, 7, 7)), Moves())}
    three = sorted([cases.near.reference, cases.far.reference, cases.past.reference])
    assert found.moved == Cases(3, 3, tuple(three))


def test_a_review_that_was_late_would_have_been_in_time(cases):
    """Of Monday 10 November 2025: due on the 24th, held on Friday the 28th; fifteen days end on 1 December."""
    cases.happened(cases.past, "review_held", date(2025, 11, 28), concluding=True)
    found = what_if(durham(FIFTEEN_DAYS))
    assert moves(found)["review"][1] == Moves(later=1, spread=Spread(7, 7, 7))
    assert found.moved.number == 2
    assert [(each.since, each.until) for each in found.years] == [
        (date(2026, 4, 1), TODAY),
        (date(2025, 4, 1), date(2026, 3, 31)),
        (date(2024, 4, 1), date(2025, 3, 31)),
        (date(2023, 4, 1), date(2024, 3, 31)),
    ]
    assert year(found, 1) == ({}, {"review": (InTime(late=1), InTime(in_time=1))})
    assert year(found, 2) == ({}, {})


def test_figures_say_what_the_count_would_have_been(cases):
    """The decisions are people's: the rules only say which they speak against, and what followed from those."""
    cases.happened(cases.past, "review_held", date(2025, 11, 28), concluding=True)
    cases.happened(cases.past, "recommendation_made", date(2025, 12, 1), number=1)
    assert year(what_if(durham(FIVE)), 1)[0] == {
        "not_met": (1, 0, 1, 0),
        "reviews": (1, 1, 0, 0),
        "with_recommendations": (1, 1, None, 0),
    }
    # In this year two were decided to be met; the refusal is of the year before.
    assert year(what_if(durham(FIVE)), 0)[0] == {"not_met": (0, 0, 2, 0)}
    assert year(what_if(durham(TWO)), 1)[0] == {"not_met": (1, 1, 0, 0), "reviews": (1, 0, 1, 0)}


def test_a_run_is_held_against_the_one_that_began_with_the_same_fact(cases):
    """Where the first of two does not run any more, the second stays what it is."""
    cases.happened(cases.near, "review_held", date(2026, 11, 12), concluding=True)
    cases.happened(cases.near, "review_ordered", date(2026, 11, 16))
    block = '[clock.review]\nstarts = [\n    "threshold_met",\n'
    found = what_if(durham((block, block.replace('    "threshold_met",\n', ""))))
    assert moves(found) == {"review": (Moves(same=1, disappear=2), Moves(disappear=1))}

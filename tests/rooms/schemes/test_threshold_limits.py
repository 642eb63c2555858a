"""Limits that other areas' pages set, each just met and just not; worked out by hand."""

from datetime import date

import pytest

from casereview.clocks.length import Length
from casereview.schemes.application import Application, Incident, Person, Report, When
from casereview.schemes.limits import limits_of
from casereview.schemes.model import Judgement, Limit, Minimum, Route, Window
from casereview.schemes.routes import assess_route
from casereview.schemes.rows import rows_of

SIX_MONTHS, MONTH, WEEK = Length(6, "months"), Length(1, "months"), Length(1, "weeks")
RECEIVED = date(2026, 12, 1)


def route(counts="incidents", at_least=3, *more, **limits):
    return Route("one", None, "the page", (Minimum(counts, at_least), *more), **limits)


def told(*days, **facts):
    """One report an incident, each made the day it happened: `told("06-01", "07-01")`."""
    whens = [When.on(date.fromisoformat(f"2026-{day}")) for day in days]
    given = {name: value if isinstance(value, list) else [value] * len(days) for name, value in facts.items()}
    incidents = tuple(
        Incident(f"i{n}", on=when, **{key: given[key][n] for key in given if key not in {"by", "on"}})
        for n, when in enumerate(whens)
    )
    reports = tuple(
        Report(
            f"r{n}",
            incident=f"i{n}",
            by=given.get("by", ["Ann"] * len(days))[n],
            to="police",
            on=given.get("on", whens)[n],
        )
        for n in range(len(days))
    )
    return Application(RECEIVED, incidents=incidents, reports=reports)


def assessed(rule, application):
    limits = limits_of(rule, application.received, application.first_contact or application.received)
    return assess_route(rule, limits, rows_of(application), application.judged)


@pytest.mark.parametrize(("last", "met"), [("08-31", True), ("09-01", False)])
@pytest.mark.parametrize("back_from", ["any", "latest_report"])
def test_a_six_month_window_that_may_lie_anywhere(back_from, last, met):
    anywhere = route(window=Window(SIX_MONTHS, "report", back_from))
    assert assessed(anywhere, told("02-28", "05-01", last)).met is met


def test_a_moving_window_is_placed_where_most_lie_and_discounts_the_rest():
    receipt = assessed(
        route(window=Window(SIX_MONTHS, "report", "any")), told("01-05", "06-01", "07-06", "08-01")
    )
    assert receipt.counted == ("r1", "r2", "r3")
    assert [(each.id, each.rule) for each in receipt.discounted] == [("r0", "outside_window")]


@pytest.mark.parametrize(("last", "met"), [("08-28", True), ("08-29", False)])
def test_six_months_forward_from_the_first_incident(last, met):
    forward = route(window=Window(SIX_MONTHS, "incident", forward_from="first_incident"))
    assert assessed(forward, told("02-28", "05-01", last)).met is met


def test_an_approximate_day_at_the_edge_of_a_moving_window_leaves_it_open():
    edge = When(date(2026, 8, 30), date(2026, 9, 2))
    days = [When.on(date(2026, 2, 28)), When.on(date(2026, 5, 1)), edge]
    receipt = assessed(
        route(window=Window(SIX_MONTHS, "report", "any")), told("02-28", "05-01", "08-01", on=days)
    )
    assert receipt.met is None
    assert [(each.id, each.needs) for each in receipt.unknown] == [("r2", "report_date")]


@pytest.mark.parametrize(("last", "met"), [("11-01", True), ("10-31", False)])
def test_the_latest_incident_within_a_month_of_applying(last, met):
    recent = route(latest_within=Limit(MONTH, "latest_incident"))
    receipt = assessed(recent, told("03-01", "04-01", last))
    assert receipt.met is met
    assert met or {each.rule for each in receipt.discounted} == {"latest_too_old"}


def test_a_latest_report_of_unknown_day_leaves_recency_open():
    days = [When.on(date(2026, 3, 1)), When.on(date(2026, 4, 1)), When(date(2026, 10, 1), date(2026, 11, 5))]
    receipt = assessed(
        route(latest_within=Limit(MONTH, "latest_report")), told("03-01", "04-01", "05-01", on=days)
    )
    assert receipt.met is None
    assert [each.id for each in receipt.unknown] == ["r2"]


def test_enough_old_reports_and_one_that_may_be_recent_leave_it_open_too():
    days = [When.on(date(2026, 3, 1)), When.on(date(2026, 4, 1)), When(date(2026, 10, 1), date(2026, 11, 5))]
    receipt = assessed(
        route("reports", 2, latest_within=Limit(MONTH, "latest_report")),
        told("03-01", "04-01", "05-01", on=days),
    )
    assert receipt.found == 2
    assert receipt.number is None


@pytest.mark.parametrize(("first", "met"), [("06-01", True), ("05-31", False)])
def test_applied_within_six_months_of_the_first_incident(first, met):
    rule = route(apply_within=Limit(SIX_MONTHS, "first_incident"))
    assert assessed(rule, told(first, "07-01", "08-01")).met is met


@pytest.mark.parametrize(("reported", "met"), [(date(2026, 7, 1), True), (date(2026, 7, 2), False)])
def test_reported_within_a_month_of_the_incident(reported, met):
    rule = route(at_least=1, report_within=Limit(MONTH, "incident"))
    assert assessed(rule, told("06-01", on=[When.on(reported)])).met is met


@pytest.mark.parametrize(("reported", "met"), [("11-24", True), ("11-25", False)])
def test_the_bodies_have_had_a_week_to_answer(reported, met):
    assert assessed(route(at_least=1, report_age_at_least=WEEK), told(reported)).met is met


@pytest.mark.parametrize(("people", "met"), [(["Ann", "Ann", "Bob"], True), (["Ann", "Ann", "Ann"], False)])
def test_three_incidents_reported_by_two_people_at_least(people, met):
    rule = route("incidents", 3, Minimum("people", 2))
    receipt = assessed(rule, told("06-01", "07-01", "08-01", by=people))
    assert receipt.met is met
    assert receipt.found == 3
    assert receipt.also[0].found == len(set(people))


@pytest.mark.parametrize(("hate", "met"), [([(), ("race",)], True), ([(), ()], False), ([(), None], None)])
def test_two_reports_one_of_them_of_hate(hate, met):
    assert (
        assessed(route("reports", 2, Minimum("reports", 1, True)), told("06-01", "07-01", hate=hate)).met
        is met
    )


def test_three_incidents_on_different_dates():
    rule = route(different_dates=True)
    assert assessed(rule, told("06-01", "07-01", "08-01")).met is True
    receipt = assessed(rule, told("06-01", "06-01", "08-01"))
    assert receipt.met is False
    assert [(each.id, each.rule, each.same_as) for each in receipt.discounted] == [("r1", "same_date", "r0")]


def test_two_people_on_different_dates_are_found_whichever_comes_first():
    # Ann reported on both dates, Bob on the first alone: Ann must stand for the second.
    application = told("06-01", "07-01", "06-01", by=["Ann", "Ann", "Bob"])
    assert assessed(route("people", 2, different_dates=True), application).met is True


@pytest.mark.parametrize("link", ["location", "culprit"])
def test_linked_by_place_or_by_the_person_responsible(link):
    rule = route(linked_by=link)
    assert assessed(rule, told("06-01", "07-01", "08-01", **{link: "the shops"})).met is True
    receipt = assessed(
        rule, told("06-01", "07-01", "08-01", **{link: ["the shops", "the shops", "the park"]})
    )
    assert receipt.met is False
    assert [each.rule for each in receipt.discounted] == [f"other_{link}"]
    receipt = assessed(rule, told("06-01", "07-01", "08-01"))
    assert receipt.met is None
    assert {each.needs for each in receipt.unknown} == {link}


def from_homes(at_least, by, **homes):
    """A report a day by each of these people, of whom it is known with whom they live, or not (None)."""
    application = told(*["06-01", "07-01", "08-01"][: len(by)], by=by)
    people = tuple(Person(name, home) for name, home in homes.items())
    return assessed(
        route("households", at_least),
        Application(RECEIVED, None, None, people, application.incidents, application.reports),
    )


def test_households_count_once_each():
    receipt = from_homes(2, ["Ann", "Bob", "Cem"], Ann="No. 4", Bob="No. 4", Cem="No. 6")
    assert (receipt.met, receipt.counted) == (True, ("r0", "r2"))
    assert receipt.discounted[0].why == "the same household is counted already, by report r0"


def test_where_nobody_said_who_lives_with_whom_the_number_of_homes_is_unknown():
    receipt = from_homes(2, ["Ann", "Bob", "Cem"], Ann="No. 4", Bob=None, Cem=None)
    assert (receipt.met, receipt.counted) == (None, ("r0",))
    assert [each.needs for each in receipt.unknown] == ["household", "household"]
    assert from_homes(3, ["Ann", "Bob", "Cem"], Ann="No. 4", Bob=None, Cem=None).met is None
    assert from_homes(2, ["Ann", "Bob", "Cem"], Ann="No. 4", Bob="No. 6", Cem=None).met is True


def test_one_person_is_of_one_home_whichever_it_is():
    assert from_homes(3, ["Ann", "Cem", "Cem"], Ann="No. 4", Cem=None).met is False
    assert from_homes(2, ["Ann", "Cem", "Cem"], Ann="No. 4", Cem=None).met is None


def test_linked_by_the_incident():
    """Five people told of it; or four of it, and one of something else on the same day."""
    incidents, rule = told("06-01", "06-01").incidents, route("people", 5, linked_by="incident")

    def told_of(*each):
        reports = tuple(
            Report(f"r{n}", incident=incident, by=f"person {n}", to="police", on=When.on(date(2026, 6, 2)))
            for n, incident in enumerate(each)
        )
        return assessed(rule, Application(RECEIVED, incidents=incidents, reports=reports))

    assert told_of("i0", "i0", "i0", "i0", "i0").met is True
    receipt = told_of("i0", "i0", "i0", "i0", "i1")
    assert receipt.met is False
    assert [each.rule for each in receipt.discounted] == ["other_incident"]
    assert told_of("i0", "i0", "i0", "i0", None).met is None


def test_a_judged_route_counts_no_reports():
    rule = Route("high risk", None, "the page", (), judged=(Judgement("high_risk"),))
    open_one = told("06-01")
    assert assessed(rule, open_one).met is None
    found = Application(RECEIVED, None, None, (), open_one.incidents, open_one.reports, {"high_risk": True})
    receipt = assessed(rule, found)
    assert receipt.met is True
    assert [each.rule for each in receipt.discounted] == ["not_counted"]


def test_a_route_without_a_number_and_without_findings_stays_open():
    assert assessed(Route("open", None, "the page", ()), told("06-01")).met is None


def test_working_days_are_no_length_of_a_window():
    with pytest.raises(TypeError):
        assessed(route(window=Window(Length(10, "working_days"), "report")), told("06-01"))

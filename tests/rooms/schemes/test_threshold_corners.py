"""Where two limits meet, or two things are missing: what the receipt says then; worked out by hand."""

from dataclasses import replace
from datetime import date

from casereview.clocks.length import Length
from casereview.schemes.application import Application, Incident, Report, When
from casereview.schemes.model import Limit, Window
from tests.rooms.schemes.test_threshold_limits import (
    MONTH,
    RECEIVED,
    SIX_MONTHS,
    WEEK,
    assessed,
    route,
    told,
)

TWO_WEEKS = Length(2, "weeks")
MAY = When(date(2026, 5, 1), date(2026, 5, 31))


def with_report(application, number, **changed):
    reports = list(application.reports)
    reports[number] = replace(reports[number], **changed)
    return replace(application, reports=tuple(reports))


def missing(receipt):
    return {each.id: each.needs for each in receipt.unknown}


def left_out(receipt):
    return {each.id: each.rule for each in receipt.discounted}


def test_of_a_report_of_no_known_incident_the_incident_is_asked_and_not_what_is_so_of_it():
    report = Report("r0", by="Ann", to="police", on=When.on(date(2026, 6, 1)))
    unknown = Application(RECEIVED, reports=(report,))
    some_place = replace(unknown, incidents=(Incident("i9", location="the shops"),))
    assert missing(assessed(route("reports", 1, hate_only=True), unknown)) == {"r0": "incident"}
    assert missing(assessed(route("reports", 1, linked_by="location"), some_place)) == {"r0": "incident"}


def test_what_was_missing_first_is_still_what_is_asked():
    """On different dates, and in a window that moves, a day is needed as well; the body was asked first."""
    application = with_report(told("05-01", on=[MAY]), 0, to=None)
    no_day = replace(application, incidents=(replace(application.incidents[0], on=MAY),))
    assert missing(assessed(route("reports", 1, different_dates=True), no_day)) == {"r0": "to"}
    two = with_report(told("05-01", "11-15", on=[MAY, When.on(date(2026, 11, 15))]), 0, to=None)
    moving = route("reports", 2, window=Window(SIX_MONTHS, "report", "any"))
    assert missing(assessed(moving, two)) == {"r0": "to"}


def test_a_report_that_may_not_count_does_not_make_the_others_recent_enough():
    rule = route("reports", 2, latest_within=Limit(MONTH, "latest_report"))
    application = told("03-01", "04-01", "11-20")
    assert assessed(rule, application).number is True
    receipt = assessed(rule, with_report(application, 2, to=None))
    assert (receipt.found, receipt.number) == (2, None)


def test_where_nothing_is_recent_what_lay_outside_the_window_is_still_said_to():
    rule = route(
        "reports", 2, window=Window(SIX_MONTHS, "report", "any"), latest_within=Limit(MONTH, "latest_report")
    )
    assert left_out(assessed(rule, told("01-05", "08-01", "09-01"))) == {
        "r0": "outside_window",
        "r1": "latest_too_old",
        "r2": "latest_too_old",
    }


def test_of_one_incident_the_earliest_report_stands_and_one_of_no_known_beginning_last():
    spring, may_5 = When(date(2026, 5, 1), date(2026, 6, 10)), When.on(date(2026, 5, 5))
    some_day = When(latest=date(2026, 6, 30))
    assert counted_of_one_incident(may_5, spring) == ("r1",)
    assert counted_of_one_incident(some_day, may_5) == ("r1",)


def counted_of_one_incident(*days):
    """Which of its reports, made on these days, stands for an incident of before May."""
    incident = Incident("i0", on=When(latest=date(2026, 5, 1)))
    reports = [Report(f"r{n}", "i0", "Ann", "police", on) for n, on in enumerate(days)]
    application = Application(RECEIVED, incidents=(incident,), reports=tuple(reports))
    return assessed(route(at_least=1), application).counted


def test_days_that_each_limit_allows_and_that_do_not_go_together_are_too_late_for_one():
    """The incident in the last week, its report two weeks ago at the latest: no report comes before its incident."""
    november = When(date(2026, 11, 1), date(2026, 11, 30))
    application = told("11-10", on=[november])
    application = replace(application, incidents=(replace(application.incidents[0], on=november),))
    rule = route("reports", 1, window=Window(WEEK, "incident"), report_age_at_least=TWO_WEEKS)
    receipt = assessed(rule, application)
    assert receipt.number is False
    assert left_out(receipt) == {"r0": "too_recent"}


def test_the_time_to_answer_runs_up_to_the_receipt_whatever_day_the_request_was_begun():
    rule = route("reports", 1, report_age_at_least=WEEK)
    begun = replace(told("11-20"), first_contact=date(2026, 11, 20))
    assert assessed(rule, begun).number is True
    assert assessed(rule, replace(told("11-25"), first_contact=date(2026, 11, 20))).number is False


def test_where_nobody_knows_whose_reports_do_best_others_are_of_another_problem():
    application = told("06-01", "07-01", "08-01", problem=["noise", "noise", "dogs"], by=[None, None, "Ann"])
    receipt = assessed(route("reports", 2, whose="person", linked_by="problem"), application)
    assert missing(receipt) == {"r0": "by", "r1": "by"}
    assert left_out(receipt) == {"r2": "other_problem"}

"""What holds for every application: all reports are accounted for, and knowing more never contradicts."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from casereview.schemes.application import UNKNOWN_DAY, Application, Incident, Person, Report, When
from casereview.schemes.load import newest
from casereview.schemes.receipt import DISCOUNTS, NEEDS
from casereview.schemes.threshold import assess
from tests.rooms.schemes.applications import DAYS, RECEIVED, applications, cleared, nearly_known
from tests.rooms.schemes.readings import readings
from tests.rooms.schemes.threshold_oracle import answers

DURHAM = newest("durham")


def parts(receipt):
    return [*receipt.routes, receipt.statute]


@given(applications())
def test_counted_discounted_and_unknown_are_all_reports(application):
    for part in parts(assess(DURHAM, application)):
        told = [*part.counted, *(each.id for each in part.discounted), *(each.id for each in part.unknown)]
        assert sorted(told) == sorted(each.id for each in application.reports)
        assert part.found == len(part.counted)
        assert all(each.rule in DISCOUNTS for each in part.discounted)
        assert all(each.needs in NEEDS for each in part.unknown)
        undated = {each.id for each in application.reports if each.on == UNKNOWN_DAY}
        assert not undated & set(part.counted)


@given(applications())
def test_met_is_true_if_any_part_is_else_null_if_any_is_else_false(application):
    receipt = assess(DURHAM, application)
    answers_of_parts = [part.met for part in parts(receipt)]
    wanted = next((answer for answer in (True, None) if answer in answers_of_parts), False)
    assert receipt.met is wanted


@given(st.data())
def test_making_an_unknown_known_never_contradicts_a_decided_answer(data):
    application = data.draw(applications())
    clearer = data.draw(cleared(application))
    before, after = assess(DURHAM, application), assess(DURHAM, clearer)
    for foggy, clear in zip([before, *parts(before)], [after, *parts(after)], strict=True):
        assert foggy.met is None or clear.met is foggy.met


@given(st.data())
def test_the_order_of_reports_changes_no_answer_and_only_ties_change_who_stands(data):
    application = data.draw(applications(fog=False))
    shuffled = replace(application, reports=tuple(data.draw(st.permutations(application.reports))))
    one, other = assess(DURHAM, application), assess(DURHAM, shuffled)
    distinct = len({each.on for each in application.reports}) == len(application.reports)
    for first, second in zip(parts(one), parts(other), strict=True):
        assert (first.met, first.found) == (second.met, second.found)
        assert not distinct or set(first.counted) == set(second.counted)


@given(applications(fog=False))
def test_where_everything_is_known_the_answer_is_the_oracles(application):
    receipt, wanted = assess(DURHAM, application), answers(application)
    assert {route.name: route.number for route in receipt.routes} == {
        name: wanted[name] for name in ("individual", "hate", "community")
    }
    statute = receipt.statute
    assert (statute.found >= statute.needs) is wanted["merged"]
    assert (statute.found_unmerged >= statute.needs) is wanted["unmerged"]
    both = {wanted["merged"], wanted["unmerged"]}
    assert statute.met is (both.pop() if len(both) == 1 else None)


def a_report_on_either_side(**report):
    """An application that turns on one unknown."""
    return Application(
        received=RECEIVED,
        people=(Person("p0"),),
        incidents=(Incident("i0", hate=("sex",)),),
        reports=(Report("r0", incident="i0", **report),),
    )


@given(nearly_known())
@example(a_report_on_either_side(by="p0", to="council"))
@example(a_report_on_either_side(by="p0", on=When.on(DAYS[4])))
def test_an_answer_is_decided_only_where_every_reading_agrees(application):
    wanted = [answers(reading) for reading in readings(application, DAYS)]
    receipt = assess(DURHAM, application)
    for route in receipt.routes:
        assert route.number is None or {each[route.name] for each in wanted} == {route.number}, route.name
    if receipt.statute.met is not None:
        met = receipt.statute.met
        assert {(each["merged"], each["unmerged"]) for each in wanted} == {(met, met)}


@given(nearly_known(reports=1))
def test_a_single_hate_report_is_open_only_where_readings_differ_or_it_has_no_date(application):
    """The other way round, on the route where one report decides: we do not say "unknown" too easily."""
    hate = next(route for route in assess(DURHAM, application).routes if route.name == "hate")
    if hate.number is None and application.reports[0].on != UNKNOWN_DAY:
        assert {answers(reading)["hate"] for reading in readings(application, DAYS)} == {True, False}

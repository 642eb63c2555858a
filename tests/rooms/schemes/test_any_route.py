"""What holds on every route that the language can say, and so for every area that has not been written yet."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from casereview.schemes.application import UNKNOWN_DAY
from casereview.schemes.load import newest
from casereview.schemes.receipt import DISCOUNTS, NEEDS
from casereview.schemes.threshold import assess
from tests.rooms.schemes.applications import applications, cleared
from tests.rooms.schemes.routes import routes

DURHAM = newest("durham")


def assessed(route, application):
    return assess(replace(DURHAM, routes=(route,)), application).routes[0]


@given(routes(), applications())
def test_counted_discounted_and_unknown_are_all_reports(route, application):
    part = assessed(route, application)
    told = [*part.counted, *(each.id for each in part.discounted), *(each.id for each in part.unknown)]
    assert sorted(told) == sorted(each.id for each in application.reports)
    assert all(each.rule in DISCOUNTS for each in part.discounted)
    assert all(each.needs in NEEDS for each in part.unknown)
    undated = {each.id for each in application.reports if each.on == UNKNOWN_DAY}
    assert not undated & set(part.counted)


@given(st.data())
def test_making_an_unknown_known_never_contradicts_a_decided_answer(data):
    route, application = data.draw(routes()), data.draw(applications())
    foggy = assessed(route, application)
    clear = assessed(route, data.draw(cleared(application)))
    assert foggy.met is None or clear.met is foggy.met
    assert foggy.number is None or clear.number is foggy.number


@given(st.data())
def test_the_order_of_reports_changes_no_answer(data):
    route, application = data.draw(routes()), data.draw(applications(fog=False))
    shuffled = replace(application, reports=tuple(data.draw(st.permutations(application.reports))))
    assert assessed(route, application).met is assessed(route, shuffled).met


@given(st.data())
def test_a_report_more_never_takes_away_what_was_reached(data):
    route, application = data.draw(routes()), data.draw(applications(fog=False))
    kept = (
        tuple(data.draw(st.lists(st.sampled_from(application.reports), unique=True)))
        if application.reports
        else ()
    )
    fewer = assessed(route, replace(application, reports=kept))
    assert fewer.number is not True or assessed(route, application).number is True


@given(routes(), applications(fog=False))
def test_where_everything_is_known_the_number_is_known(route, application):
    people = tuple(replace(each, household=each.household or each.id) for each in application.people)
    application = replace(application, people=people)
    if route.linked_by in (None, "incident", "problem") and all(
        each.problem for each in application.incidents
    ):
        assert assessed(route, application).number is not None

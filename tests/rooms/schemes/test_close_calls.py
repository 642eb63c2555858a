"""Close calls on any route are answered as the oracle answers them, which tries every set of reports."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereview.schemes.load import newest
from casereview.schemes.threshold import assess
from tests.rooms.schemes.applications import DAYS
from tests.rooms.schemes.close_calls import LOST, close_calls
from tests.rooms.schemes.readings import readings
from tests.rooms.schemes.route_oracle import reached
from tests.rooms.schemes.routes import LIMITS

DURHAM = newest("durham")
pairs = st.tuples(st.sampled_from(LOST), st.sampled_from(LOST))


def assessed(route, application):
    return assess(replace(DURHAM, routes=(route,)), application).routes[0]


def living(application, homes):
    """The same, where those of whom nobody said with whom they live, live in these homes."""
    places = iter(homes)
    people = (
        each if each.household else replace(each, household=next(places)) for each in application.people
    )
    return replace(application, people=tuple(people))


@given(close_calls())
def test_where_everything_is_known_the_number_is_the_oracles(call):
    route, application = call
    application = living(application, ["No. 6", "No. 8"])
    assert assessed(route, application).number is reached(route, application)


@given(close_calls())
def test_a_number_of_households_is_decided_only_where_it_is_so_wherever_people_live(call):
    route, application = call
    first, *others = route.minimums
    route = replace(route, whose="anyone", minimums=(replace(first, counts="households"), *others))
    number = assessed(route, application).number
    if number is not None:
        homes = product(["No. 4", "No. 6", "No. 8"], repeat=2)
        assert {reached(route, living(application, each)) for each in homes} == {number}


@pytest.mark.parametrize("lost", LOST)
@given(data=st.data())
def test_a_number_is_decided_only_where_every_reading_agrees(data, lost):
    decided_as_all_readings(*data.draw(close_calls(lost)))


@pytest.mark.parametrize("limit", LIMITS)
@given(data=st.data())
def test_so_it_is_with_any_limit_and_two_facts_unknown(data, limit):
    decided_as_all_readings(*data.draw(close_calls(*data.draw(pairs), has=(limit,))))


def decided_as_all_readings(route, application):
    number = assessed(route, application).number
    if number is not None:
        assert {reached(route, reading) for reading in readings(application, DAYS)} == {number}

"""New rules come after those that there are, and after today; first ones on any day, for an area of their own name."""

from datetime import date

import pytest

from casereview.schemes.succession import begin, follow_on
from tests.rooms.schemes.small import TEXT, scheme

TODAY = date(2026, 12, 4)
FIRST = scheme()  # from 1 November 2026
SECOND = scheme(TEXT.replace("from = 2026-11-01", "from = 2027-04-01"))


def said(starts, *, area="Nowhere", today=TODAY):
    new = scheme(TEXT.replace("2026-11-01", starts).replace('area = "Nowhere"', f'area = "{area}"'))
    return [(fault.line, fault.path, fault.message) for fault in follow_on(new, [FIRST, SECOND], today)]


@pytest.mark.parametrize("starts", ["2027-04-02", "2030-01-01"])
def test_rules_that_begin_after_all_others_may_follow(starts):
    assert said(starts) == []


@pytest.mark.parametrize(
    ("starts", "why"),
    [
        ("2027-04-01", "rules of this area start on 2027-04-01 already: expected a day after 2027-04-01."),
        ("2026-11-01", "rules of this area start on 2026-11-01 already: expected a day after 2027-04-01."),
        (
            "2027-03-31",
            "expected a day after 2027-04-01, when the last rules of this area start, not 2027-03-31.",
        ),
    ],
)
def test_rules_that_begin_with_others_or_before_them_are_refused_at_their_line(starts, why):
    assert said(starts) == [(2, "from", why)]


def test_rules_begin_tomorrow_or_later():
    assert said("2027-05-02", today=date(2027, 5, 1)) == []
    why = "expected 2027-05-03 or a later day, not 2027-05-02."
    assert said("2027-05-02", today=date(2027, 5, 2)) == [(2, "from", why)]


def test_rules_of_another_area_are_refused_at_their_line():
    why = 'expected "Nowhere": that is the area whose rules these are to be.'
    assert said("2027-05-01", area="Elsewhere") == [(1, "area", why)]
    assert [line for line, _path, _why in said("2027-04-01", area="Elsewhere")] == [1, 2]


@pytest.mark.parametrize("name", ["Nowhere", "nowhere ", "NOWHERE"])
def test_an_area_is_not_begun_under_the_name_of_another(name):
    why = 'an area is called "Nowhere" already, as durham.toml: new rules of it are proposed there.'
    assert [(fault.line, fault.message) for fault in begin(FIRST, {"durham": name})] == [(1, why)]
    assert begin(FIRST, {"durham": f"{name} upon Sea"}) == []


def test_first_rules_may_have_begun_long_ago():
    assert begin(scheme(TEXT.replace("2026-11-01", "2014-10-20")), {}) == []

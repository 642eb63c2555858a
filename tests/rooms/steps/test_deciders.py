"""How many must decide is the area's to say; and reports that are joined by their place."""

from datetime import date

import pytest
from django.conf import settings

from casereview.cases.threshold import receipt_of
from casereview.process import Invalid
from tests.rooms.steps.conftest import THREE

ROUTES = """
[[route]]
name = "place"
counts = "incidents"
at_least = 3
linked_by = "location"
source = "p"
"""


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """A call adds lines to Durham's rules."""
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))

    def put(more):
        (tmp_path / "durham.toml").write_text(
            (settings.BASE_DIR / "schemes" / "durham.toml").read_text() + more
        )

    return put


def test_where_two_must_decide_one_is_not_enough_and_two_are(rules, world):
    rules('\n[decision]\npeople = 2\nbodies = 2\nsource = "p"\n')
    world.apply(*THREE)
    world.proposed("met")
    with pytest.raises(Invalid, match="2 people of different bodies"):
        world.take("decide_threshold", **world.decision("met"))
    both = world.decision("met", **{f"decider_{world.council.pk}": "Sam Ferry, head of service"})
    world.take("decide_threshold", **both)


def test_where_the_page_names_no_number_one_is_enough(rules, world):
    rules("")
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))


class TestJoinedByPlace:
    def place(self, world):
        return next(route for route in receipt_of(world.record()).routes if route.name == "place")

    def test_times_without_a_place_of_their_own_were_at_the_usual_one(self, rules, world):
        rules(ROUTES)
        world.apply(*THREE)
        assert self.place(world).number is True

    def test_a_time_elsewhere_is_not(self, rules, world):
        rules(ROUTES)
        world.apply(*THREE[:2], on=date(2026, 11, 18))
        elsewhere = {"incidents": [{**world.incident(*THREE[2]), "location": "South Road"}]}
        world.take("add_information", told="And once elsewhere", channel="phone", application=elsewhere)
        assert self.place(world).number is False

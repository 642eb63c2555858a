"""A long form that keeps itself: what the script is answered, and what happens where two windows differ."""

import pytest

from casereview.cases.models import Draft
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.sittings import LAWFUL, arrange, met

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def world(world, time_machine):
    """On the day of the meeting, at 13:00."""
    met(world)
    arrange(world)
    time_machine.move_to("2027-01-06 13:00:00+00:00", tick=False)
    return world


@pytest.fixture
def cora(world):
    return signed_in(world.cora)


def at(world):
    return f"/work/cases/{world.case.reference}/do/write_minutes/"


def opened(client, world):
    """What the form carries when it is opened: its ticket, its window, the version of the draft before it."""
    page = client.get(at(world))
    html = page.content.decode()
    box = {name: html.split(f'name="{name}" value="')[1].split('"')[0] for name in ("window", "version")}
    return {"ticket": ticket_in(page), **box}


def quietly(client, world, window, **typed):
    return client.post(at(world), {**window, **typed, "quietly": "yes"})


def kept():
    with acting(SYSTEM):
        return [draft.answers["typed"] for draft in Draft.objects.filter(step="write_minutes", became=None)]


def text_of(response):
    return " ".join(response.content.decode().split())


def test_it_is_kept_and_the_answer_says_when_and_nothing_of_the_case(world, cora):
    answer = quietly(cora, world, opened(cora, world), shareable_1="All declared")
    assert answer.json() == {"says": "Kept at 13:00, for you alone.", "version": 1}
    assert kept() == [{"shareable_1": ["All declared"]}]
    again = opened(cora, world)
    assert again["version"] == "1"
    assert "All declared" in text_of(cora.get(at(world)))


def test_one_window_keeps_as_often_as_it_likes_even_if_an_answer_was_lost(world, cora):
    window = opened(cora, world)
    for number, said in enumerate(("One", "One, two", "One, two, three"), start=1):
        assert quietly(cora, world, window, shareable_1=said).json()["version"] == number
    assert kept() == [{"shareable_1": ["One, two, three"]}]


def test_another_windows_text_is_not_overwritten_and_the_same_text_is_no_quarrel(world, cora):
    first, second = opened(cora, world), opened(cora, world)
    quietly(cora, world, first, shareable_1="First")
    refused = quietly(cora, world, second, shareable_1="Second")
    assert refused.status_code == 409
    assert "You typed in this form in another window at 13:00" in refused.json()["says"]
    assert kept() == [{"shareable_1": ["First"]}]
    assert quietly(cora, world, second, shareable_1="First").status_code == 200


@pytest.mark.parametrize("button", [{"later": "yes"}, {}])
def test_whatever_is_pressed_in_the_older_window_both_texts_are_shown_first(world, cora, button):
    first, second = opened(cora, world), opened(cora, world)
    quietly(cora, world, first, shareable_1="Said by the police")
    both = cora.post(at(world), {**second, "shareable_1": "Said by the council", **button})
    assert "Said by the police" in text_of(both)
    assert "Said by the council</textarea>" in text_of(both)
    assert kept() == [{"shareable_1": ["Said by the police"]}]
    assert "minutes_written" not in world.kinds()
    html = both.content.decode()
    seen = {"ticket": ticket_in(both), "window": second["window"], "version": "1"}
    assert f'name="window" value="{second["window"]}"' in html
    assert 'name="version" value="1"' in html
    assert cora.post(at(world), {**seen, "shareable_1": "Said by both", **button}).status_code == 302
    if button:
        assert kept() == [{"shareable_1": ["Said by both"]}]
    else:
        record = world.record()
        assert record.said(record.latest("minutes_written"), "shareable")[0]["text"] == "Said by both"


def test_what_somebody_else_recorded_meanwhile_is_said_and_the_text_is_kept(world, cora):
    window = opened(cora, world)
    world.take("write_minutes", world.dan, LAWFUL, shareable_1="By Dan")
    said = quietly(cora, world, window, shareable_1="By Cora").json()["says"]
    assert said == (
        "Kept at 13:00, for you alone. "
        "Somebody else has recorded something since you began: you see it before yours counts."
    )
    page = text_of(cora.post(at(world), {**window, "version": "1", "shareable_1": "By Cora"}))
    assert "Somebody was quicker" in page
    assert "By Cora</textarea>" in page


def test_a_form_without_scripts_is_kept_by_its_button_as_ever(world, cora):
    window = opened(cora, world)
    assert cora.post(at(world), {**window, "shareable_1": "By hand", "later": "yes"}).status_code == 302
    assert kept() == [{"shareable_1": ["By hand"]}]


def test_nobody_else_keeps_anything_here(world, cora, stranger):
    window = opened(cora, world)
    assert quietly(stranger, world, window, shareable_1="Mine").status_code == 404
    client = signed_in(world.cora)
    client.logout()
    assert quietly(client, world, window, shareable_1="Mine").status_code == 403
    assert kept() == []


def test_the_chair_writes_minutes_that_keep_themselves_too(world):
    ira = signed_in(world.ira)
    address = f"/panel/reviews/{world.case.reference}/do/write_minutes/"
    html = ira.get(address).content.decode()
    assert "data-keeps" in html
    ticket = html.split('name="ticket" value="')[1].split('"')[0]
    answer = ira.post(address, {"ticket": ticket, "window": "w", "shareable_1": "By Ira", "quietly": "yes"})
    assert answer.json()["version"] == 1
    assert kept() == [{"shareable_1": ["By Ira"]}]

"""Minutes: what may be shared apart from what may not, every version kept, each signed by the chair of the case."""

import pytest

from casereview.cases.minutes import latest, signed, versions
from casereview.people.models import Membership, User
from casereview.people.viewer import for_person, for_user
from casereview.process import Invalid, NotAllowed, NotOpen
from casereview.steps.write_minutes import MinutesForm
from tests.beginnings import beginning
from tests.rooms.steps.conftest import World
from tests.rooms.steps.sittings import LAWFUL, MET, arrange, choose, hold, met


@beginning
def world():
    """On the day of the meeting, which was held."""
    world = met(World())
    arrange(world, more_items="The gate in the back lane")
    choose(world)
    hold(world)
    return world


def write(world, viewer=None, **boxes):
    told = {"shareable_1": "All declared", "restricted_2": "Robin is ill", **boxes}
    return world.take("write_minutes", viewer, LAWFUL, **told)


def sign(world, viewer=None):
    return world.take("sign_minutes", viewer or world.ira, LAWFUL, agreed="on")


def test_there_are_no_minutes_before_the_day_of_the_meeting(db):
    world = met(World())
    with pytest.raises(NotOpen, match="has not begun"):
        world.take("write_minutes", today=MET, shareable_1="Too early")
    arrange(world)
    with pytest.raises(NotOpen, match="has not begun"):
        world.take("write_minutes", today=MET, shareable_1="Too early")
    write(world)  # on its day, while it goes on


def test_each_item_of_the_agenda_has_two_boxes_kept_apart(world):
    write(world, shareable_4="The council mends it")
    fact = latest(world.record()).fact
    record = world.record()
    assert [line["text"] for line in record.said(fact, "shareable")] == [
        "All declared",
        "The council mends it",
    ]
    assert record.said(fact, "shareable")[1]["item"] == "The gate in the back lane"
    assert [line["text"] for line in record.said(fact, "restricted")] == ["Robin is ill"]
    scopes = {scope for words in record.words[fact.id] for scope in [words.scope]}
    assert scopes == {"application", "restricted"}


def test_neither_the_applicant_nor_a_body_reads_minutes(world):
    write(world)
    sign(world)
    me = for_person(world.who.removeprefix("person:"), "durham")
    for viewer in (me, world.officer):
        record = world.record(viewer)
        fact = record.latest("minutes_written")
        assert [record.said(fact, box) for box in ("shareable", "restricted")] == ["", ""]


def test_empty_minutes_are_refused(world):
    with pytest.raises(Invalid):
        world.take("write_minutes", today=LAWFUL)


def test_the_chair_signs_and_nobody_else_does(world):
    with pytest.raises(NotOpen, match="No minutes"):
        sign(world)
    write(world)
    assert not signed(world.record())
    with pytest.raises(NotAllowed):
        sign(world, world.cora)
    with pytest.raises(NotAllowed):
        sign(world, world.user("noor", "chair"))
    sign(world)
    assert signed(world.record())
    with pytest.raises(NotOpen, match="are signed"):
        sign(world)


def test_a_chair_who_is_also_a_coordinator_elsewhere_in_the_area_does_not_sign_for_the_chair(world):
    both = world.user("both", "coordinator")
    user = User.objects.get(pk=int(both.holder.removeprefix("user:")))
    Membership.objects.create(user=user, role="chair", area=world.area)
    write(world)
    with pytest.raises(NotAllowed):
        sign(world, for_user(user))


def test_a_change_after_signing_is_a_new_version_with_its_author_that_is_signed_anew(world):
    write(world)
    sign(world)
    write(world, world.dan, shareable_1="All declared; the council had one")
    first, second = versions(world.record())
    assert (first.signed is not None, second.signed, second.changed_after_signing) == (True, None, True)
    assert (second.fact.by_name, second.version) == ("Dan", 2)
    assert not signed(world.record())
    sign(world)
    assert signed(world.record())


def test_the_next_version_begins_with_what_stood_in_the_last(world):
    write(world)
    form = MinutesForm(record=world.record())
    assert (form.initial["shareable_1"], form.initial["restricted_2"]) == ("All declared", "Robin is ill")

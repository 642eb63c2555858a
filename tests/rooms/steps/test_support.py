"""Support is offered once there is a review; the service learns what somebody said yes to, and only while it holds."""

import uuid

import pytest

from casereview.cases.models import Access, Case, Contact, Fact, Person, Words
from casereview.cases.postgresql.roles import acting
from casereview.cases.support import agreed, referral_of
from casereview.cases.visible import sight_of
from casereview.letters.render import preview
from casereview.people.viewer import for_person
from casereview.process import Invalid, NotAllowed, NotOpen
from tests.beginnings import beginning
from tests.rooms.steps.conftest import THREE, World


@beginning
def world():
    """A case whose threshold is met, a support worker of this area and one of another."""
    world = World()
    world.area.support_email = "support@example.org"
    world.area.save()
    world.apply(*THREE)
    world.sue = world.user("sue", "support_worker")
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))
    world.me = for_person(world.robin, "durham")
    return world


def offer(world):
    world.take("offer_support", person=world.me.holder)


def answer(world, said, *covers, by=None):
    world.take("answer_support", by, person=world.me.holder, answer=said, covers=list(covers))


def read_by_service(world):
    """What row by row the support worker can read: the words, each person's, of the last referral."""
    with acting(world.sue):
        rows = list(Words.objects.visible_to(world.sue))
        for model in (Case, Fact, Person, Contact):
            assert not model.objects.visible_to(world.sue).exists()
    return max((row.values for row in rows), key=lambda values: values["number"], default={}).get(
        "people", []
    )


def letters_to_service(world):
    return [letter.code for letter in world.record().letters if letter.to == "support:durham"]


def test_support_is_offered_once_the_threshold_is_met_and_stops_its_clock(db):
    world = World()
    world.apply(*THREE)
    holder = world.record().applicant.holder
    with pytest.raises(NotOpen, match="threshold"):
        world.take("offer_support", person=holder)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))
    world.take("offer_support", person=holder)
    assert "support_offer" in [letter.code for letter in world.record().letters]
    assert not [run for run in world.record().deadlines if run.clock == "support" and run.is_open]


def test_nobody_can_be_referred_who_has_not_said_yes(world):
    with pytest.raises(NotOpen):
        answer(world, "yes", "name")
    offer(world)
    with pytest.raises(NotOpen, match="Nobody has said yes"):
        world.take("refer_to_support")
    answer(world, "no", by=world.me)
    with pytest.raises(NotOpen, match="Nobody has said yes"):
        world.take("refer_to_support")
    assert read_by_service(world) == []


def test_a_yes_says_to_what(world):
    offer(world)
    with pytest.raises(Invalid) as refused:
        answer(world, "yes", by=world.me)
    assert "covers" in refused.value.form.errors


def test_the_applicant_answers_for_themselves_and_for_nobody_else(world):
    offer(world)
    with pytest.raises(NotAllowed):
        world.take("answer_support", for_person(uuid.uuid4(), "durham"), person=world.me.holder)
    answer(world, "yes", "name", "contact", by=world.me)
    assert [each.person.holder for each in agreed(world.record())] == [world.me.holder]


def test_the_service_learns_what_the_yes_covers_and_no_more(world):
    offer(world)
    answer(world, "yes", "name", "contact", by=world.me)
    world.take("refer_to_support")
    assert read_by_service(world) == [{"name": "Robin", "contact": ["E-mail: robin@example.org"]}]
    with acting(world.sue):
        assert sight_of(world.case, world.sue).scopes == {"support"}
    with pytest.raises(NotOpen, match="has been told"):
        world.take("refer_to_support")


def test_the_letter_to_the_service_is_a_notice_and_says_only_that(world):
    offer(world)
    answer(world, "yes", "name", "problem")
    world.take("refer_to_support")
    record = world.record()
    letter = preview(record, "support_referral", "support:durham", record.latest("support_referred"))
    assert (letter.route.kind, letter.route.address) == ("email_notice", "support@example.org")
    assert "Robin" in letter.prose
    assert "Shouting and banging" in letter.prose
    for secret in ("robin@", "North Road", "High", "police"):
        assert secret not in letter.prose
    assert "/partner/people/" in letter.html


def test_a_no_after_a_yes_closes_it_at_once_and_tells_the_service(world):
    offer(world)
    answer(world, "yes", "name")
    world.take("refer_to_support")
    answer(world, "no", by=world.me)
    assert read_by_service(world) == []
    assert letters_to_service(world) == ["support_referral", "support_ended"]
    assert referral_of(world.record()) is None


def test_a_narrower_yes_closes_what_was_told_before_until_it_is_told_anew(world):
    offer(world)
    answer(world, "yes", "name", "problem")
    world.take("refer_to_support")
    answer(world, "yes", "name")
    assert read_by_service(world) == []
    world.take("refer_to_support")
    assert read_by_service(world) == [{"name": "Robin"}]


def test_consent_withdrawn_ends_what_the_service_sees(world):
    offer(world)
    answer(world, "yes", "name")
    world.take("refer_to_support")
    world.take("record_consent", person=world.me.holder, consent="given")
    assert read_by_service(world) == [{"name": "Robin"}]
    world.take("record_consent", person=world.me.holder, consent="withdrawn")
    assert read_by_service(world) == []
    with pytest.raises(NotOpen):
        world.take("refer_to_support")


def test_a_way_that_is_no_longer_safe_is_gone_from_the_service_at_once(world):
    offer(world)
    answer(world, "yes", "name", "contact")
    world.take("refer_to_support")
    (held,) = world.record().contacts
    world.take("change_contact", world.me, person=world.me.holder, unsafe=[str(held.id)])
    assert read_by_service(world) == []
    world.take("refer_to_support")
    assert read_by_service(world) == [{"name": "Robin", "contact": ["Never: E-mail robin@example.org"]}]


def test_an_answer_can_be_changed_when_the_case_is_closed(world):
    offer(world)
    answer(world, "yes", "name")
    world.take("refer_to_support")
    world.take("withdraw", withdrawn_by="applicant", safe="yes", pressed="no", notes="Moved")
    world.take("close")
    assert read_by_service(world) == [{"name": "Robin"}]
    answer(world, "no", by=world.me)
    assert read_by_service(world) == []


def test_without_a_referral_nothing_is_taken_away(world):
    offer(world)
    answer(world, "no")
    assert letters_to_service(world) == []
    with acting(world.sue):
        assert not Access.objects.filter(holder="support:durham").exists()

"""The independent chair: nothing ties them to the case, nothing opens before they have said so, and it ends in time."""

from datetime import UTC, date, datetime

import pytest

from casereview.cases.chair import chair_of
from casereview.cases.models import Appointment, Case, Fact, Words
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.cases.tasks import open_tasks
from casereview.cases.visible import sight_of
from casereview.letters.render import preview
from casereview.people.models import Area, Body, Interest, Membership, User
from casereview.people.viewer import for_user
from casereview.process import Invalid, NotAllowed, NotOpen
from tests.beginnings import beginning
from tests.rooms.steps.conftest import RECEIVED, THREE, World

UNTIL = "2028-02-25"


@beginning
def world():
    """A case whose threshold is met, and Ira, a chair whom nothing ties to it."""
    world = World()
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))
    world.ira, world.noor = world.user("ira", "chair"), world.user("noor", "chair")
    return world


def user_of(viewer):
    return User.objects.get(pk=viewer.holder.removeprefix("user:"))


def appoint(world, chair, **more):
    return world.take("appoint_chair", chair=chair.holder, until=UNTIL, **more)


def declared(world, conflict="no", **more):
    return world.take("declare_chair", world.ira, conflict=conflict, **more)


def scopes(world, viewer, at=None):
    with acting(viewer):
        return set(sight_of(world.case, viewer, at).scopes)


def refused(world, chair):
    """Why the form refuses this person."""
    with pytest.raises(Invalid) as caught:
        appoint(world, chair)
    return str(caught.value.form.errors["chair"])


def test_a_chair_is_appointed_and_written_to_and_sees_only_who_has_a_part(world):
    appoint(world, world.ira)
    assert scopes(world, world.ira) == {"appointment"}
    with acting(world.ira):
        (asked,) = Appointment.objects.visible_to(world.ira)
        assert not Case.objects.visible_to(world.ira).exists()
        assert not Fact.objects.visible_to(world.ira).exists()
        assert not Words.objects.visible_to(world.ira).exists()
    assert asked.bodies == ["The board", "The council", "The police"]
    # Met on Wednesday 18 November: ten working days later is Wednesday 2 December.
    assert asked.review_by == date(2026, 12, 2)
    assert [letter.to for letter in world.record().letters if letter.code == "chair_appointed"] == [
        world.ira.holder
    ]
    with acting(world.noor):
        assert not Appointment.objects.visible_to(world.noor).exists()


def test_there_is_no_chair_before_there_is_a_review(db):
    world = World()
    ira = world.user("ira", "chair")
    world.apply(*THREE)
    world.proposed("met")
    with pytest.raises(NotOpen, match="threshold"):
        appoint(world, ira)


def test_one_chair_at_a_time(world):
    appoint(world, world.ira)
    with pytest.raises(NotOpen, match="End that first"):
        appoint(world, world.noor)
    world.take("end_chair", reasons="Away for a month")
    appoint(world, world.noor)


def test_whoever_is_not_in_the_pool_of_the_area_is_no_choice(world):
    elsewhere = world.user("far", "chair", area=Area.objects.get(pk="darlington"))
    assert "Select a valid choice" in refused(world, elsewhere)
    assert "Select a valid choice" in refused(world, world.cora)


def test_an_officer_of_a_body_in_the_case_is_refused_by_that_fact_even_after_they_left(world):
    since, until = datetime(2024, 3, 1, 12, tzinfo=UTC), datetime(2025, 6, 2, 12, tzinfo=UTC)
    who = {"user": user_of(world.ira), "role": "body_officer", "area": world.area}
    Membership.objects.create(
        **who, body=world.police, since=since, until=until, ended_by=user_of(world.cora)
    )
    why = refused(world, world.ira)
    assert "Ira cannot chair this review" in why
    assert "The police" in why
    assert "1 March 2024" in why
    assert "2 June 2025" in why
    appoint(world, world.noor)


def test_the_same_force_in_another_area_s_list_conflicts_too(world):
    other = Body.objects.create(area_id="darlington", code="police", kind="police", name="the police ")
    who = {"user": user_of(world.ira), "role": "body_officer", "area_id": "darlington"}
    Membership.objects.create(**who, body=other)
    assert "officer of the police" in refused(world, world.ira)


def test_a_body_without_a_part_in_the_case_ties_nobody(world):
    homes = Body.objects.create(
        area=world.area, code="homes", kind="landlord", name="Hilltop Homes", relevant=False
    )
    Membership.objects.create(user=user_of(world.ira), role="body_officer", area=world.area, body=homes)
    appoint(world, world.ira)


def test_whoever_took_part_in_the_case_is_refused(world):
    both = user_of(world.cora)
    Membership.objects.create(user=both, role="chair", area=world.area)
    assert "taken part in this case" in refused(world, for_user(both))
    appoint(world, world.ira)


def test_whoever_took_part_in_a_linked_case_is_refused(world):
    before = world.case
    world.take("add_task", world.dan, what="Ring the school")
    world.apply(*THREE, key="the next")
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))
    dan = user_of(world.dan)
    Membership.objects.create(user=dan, role="chair", area=world.area)
    with as_owner():  # as the steps of the appeal will link them
        world.case.follows = before
        world.case.save()
    assert "linked with" in refused(world, for_user(dan))
    appoint(world, world.ira)


def test_a_declared_interest_in_a_body_of_the_case_is_refused_while_it_lasts(world):
    ira = {"user": user_of(world.ira), "body": world.council, "words": "Brother works there"}
    interest = Interest.objects.create(**ira, since=date(2026, 1, 5))
    assert "Brother works there" in refused(world, world.ira)
    Interest.objects.filter(pk=interest.pk).update(until=date(2026, 11, 17))  # the day before
    appoint(world, world.ira)


def test_nothing_opens_before_the_declaration_and_the_papers_after_it(world):
    appoint(world, world.ira)
    with pytest.raises(NotAllowed):
        world.take("declare_conflict", world.ira, what="My neighbour")
    with pytest.raises(NotAllowed):
        world.take("declare_chair", world.noor, conflict="no")
    declared(world)
    assert scopes(world, world.ira) == {"appointment", "case", "application", "restricted"}
    assert chair_of(world.record()) == world.ira.holder
    record = world.record(world.ira)
    assert record.said(record.latest("application_received"), "problem") == "Shouting and banging"
    assert record.people == []
    assert record.contacts == []
    with pytest.raises(NotOpen):
        declared(world)


def test_a_coordinator_in_the_pool_does_not_declare_for_who_was_appointed(world):
    appoint(world, world.ira)
    Membership.objects.create(user=user_of(world.dan), role="chair", area=world.area)
    with pytest.raises(NotAllowed):
        world.take("declare_chair", for_user(user_of(world.dan)), conflict="no")
    declared(world)


def test_with_a_conflict_nothing_opens_and_the_coordinators_are_asked_to_act(world):
    appoint(world, world.ira)
    with pytest.raises(Invalid):
        declared(world, "yes")
    declared(world, "yes", what="I know the family")
    assert scopes(world, world.ira) == set()
    with acting(world.ira):
        assert not Appointment.objects.visible_to(world.ira).exists()
    record = world.record()
    assert record.said(record.latest("conflict_declared"), "conflict") == "I know the family"
    (task,) = open_tasks(record)
    assert "another chair" in record.said(task, "what")
    assert "declared a conflict" in refused(world, world.ira)
    appoint(world, world.noor)
    world.take("declare_chair", world.noor, conflict="no")
    seen = world.record(world.noor)
    assert seen.said(seen.latest("conflict_declared"), "conflict") == ""


def test_a_conflict_found_later_ends_the_access_of_who_has_begun(world):
    appoint(world, world.ira)
    declared(world)
    world.take("declare_conflict", world.ira, what="A new neighbour")
    assert scopes(world, world.ira) == set()
    assert chair_of(world.record()) == ""


def test_access_ends_by_itself_at_the_end_of_the_last_day(world):
    appoint(world, world.ira)
    declared(world)
    in_london = datetime(2028, 2, 25, 23, 59, tzinfo=UTC)  # in winter London keeps UTC
    assert "case" in scopes(world, world.ira, in_london)
    assert scopes(world, world.ira, datetime(2028, 2, 26, 0, 0, tzinfo=UTC)) == set()


def test_an_appointment_needs_a_last_day_that_is_not_over(world):
    with pytest.raises(Invalid):
        world.take("appoint_chair", chair=world.ira.holder)
    with pytest.raises(Invalid):
        world.take("appoint_chair", chair=world.ira.holder, until="2026-11-17")
    world.take("appoint_chair", chair=world.ira.holder, until=RECEIVED.isoformat())


def test_closing_the_case_ends_what_the_chair_sees(world):
    appoint(world, world.ira)
    declared(world)
    world.take("withdraw", withdrawn_by="applicant", safe="yes", pressed="no", notes="Moved")
    world.take("close")
    assert scopes(world, world.ira) == set()


def test_who_chaired_and_was_ended_may_be_appointed_again(world):
    appoint(world, world.ira)
    declared(world)
    world.take("end_chair", reasons="The last day has to move")
    assert scopes(world, world.ira) == set()
    appoint(world, world.ira)
    assert scopes(world, world.ira) == {"appointment"}


def test_the_letter_tells_a_chair_nothing_of_the_case(world):
    appoint(world, world.ira)
    letter = preview(world.record(), "chair_appointed", world.ira.holder)
    assert letter.route.kind == "email_notice"
    assert letter.route.address == "ira@example.org"
    assert "Wednesday 2 December 2026" in letter.prose
    assert "The council" in letter.prose
    assert "/panel/" in letter.html
    for secret in ("Robin", "Shouting", "North Road", "robin@"):
        assert secret not in letter.prose

"""Who somebody is when they look: holders, permissions, and that both end when a membership does."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from casereview.people import changes
from casereview.people.models import Membership
from casereview.people.names import names_of
from casereview.people.roles import ROLES
from casereview.people.viewer import SYSTEM, anonymous, for_person, for_user
from tests.signed_in import area, body, person

# Role, what it may do. Written from MISSION's list of people; a role that gains a power must be changed here too.
POWERS = {
    "coordinator": {"coordinate", "read_figures"},
    "administrator": {"administer"},
    "body_officer": {"answer_for_body"},
    "support_worker": {"support"},
    "chair": {"chair"},
    "panel_chair": {"qualify_appeals", "decide_appeals"},
    "panel_member": {"decide_appeals"},
    "clerk": {"clerk_appeals"},
    "figures_reader": {"read_figures"},
}
ALL_POWERS = set().union(*POWERS.values())


def test_there_are_no_other_roles():
    assert set(ROLES) == set(POWERS)


@pytest.mark.django_db
@pytest.mark.parametrize("role", POWERS)
def test_a_role_may_what_it_lists_and_nothing_else(role):
    viewer = for_user(person("kim@example.org", role, of_body=body()))
    assert {power for power in ALL_POWERS if viewer.may(power, "durham")} == POWERS[role]
    assert not viewer.may("apply", "durham")
    assert not viewer.may("system")


@pytest.mark.django_db
def test_a_role_counts_in_its_own_area_only():
    viewer = for_user(person("kim@example.org", "coordinator", area_code="durham"))
    assert viewer.may("coordinate", "durham")
    assert viewer.may("coordinate")
    assert not viewer.may("coordinate", "darlington")
    assert viewer.areas("coordinate") == {"durham"}


@pytest.mark.django_db
def test_an_administrator_of_the_installation_has_every_area_but_sees_none_of_its_cases():
    user = person("kim@example.org", "administrator")
    viewer = for_user(user)
    assert viewer.may("administer", "durham")
    assert viewer.may("administer", "darlington")
    assert viewer.holders == {f"user:{user.pk}"}


@pytest.mark.django_db
def test_holders_follow_the_roles():
    council = body()
    officer = person("lee@example.org", "body_officer", of_body=council)
    coordinator = person("kim@example.org", "coordinator")
    assert for_user(officer).holders == {f"user:{officer.pk}", f"body:{council.pk}"}
    assert for_user(coordinator).holders == {f"user:{coordinator.pk}", "area:durham"}
    assert for_user(coordinator).holder == f"user:{coordinator.pk}"


@pytest.mark.django_db
def test_an_ended_role_counts_no_more_and_the_other_still_does():
    user, boss = person("kim@example.org", "coordinator", "clerk"), person("boss@example.org")
    changes.end(Membership.objects.get(user=user, role="coordinator"), by=boss)
    viewer = for_user(user)
    assert not viewer.may("coordinate")
    assert viewer.may("clerk_appeals", "durham")
    assert viewer.holders == {f"user:{user.pk}", "clerks:durham"}


@pytest.mark.django_db
def test_a_role_that_begins_tomorrow_does_not_count_today():
    user = person("kim@example.org")
    tomorrow = timezone.now() + timedelta(days=1)
    Membership.objects.create(user=user, role="clerk", area=area(), since=tomorrow)
    assert not for_user(user).may("clerk_appeals")


@pytest.mark.django_db
def test_a_disabled_user_is_a_passer_by():
    user, boss = person("kim@example.org", "coordinator"), person("boss@example.org")
    changes.disable(user, by=boss)
    assert for_user(user) == anonymous()
    changes.enable(user)
    assert for_user(user).may("coordinate")


@pytest.mark.django_db
def test_a_viewer_costs_one_query(django_assert_num_queries):
    user = person("kim@example.org", "coordinator", "clerk", "administrator")
    with django_assert_num_queries(1):
        for_user(user).may("coordinate")


def test_passers_by_the_system_and_an_applicants_person():
    who = uuid4()
    applicant = for_person(who, "durham")
    assert (anonymous().holder, anonymous().holders) == ("", frozenset())
    assert for_user(AnonymousUser()) == anonymous()
    assert SYSTEM.may("system", "durham")
    assert not SYSTEM.may("coordinate", "durham")
    assert applicant.holders == {f"person:{who}"}
    assert applicant.may("apply", "durham")
    assert not applicant.may("apply", "darlington")
    assert not applicant.may("coordinate", "durham")


@pytest.mark.django_db
def test_names_of_holders():
    user, council = person("kim@example.org"), body("council", name="The Council")
    wanted = [f"user:{user.pk}", council.holder, "area:durham", "system", "person:abc"]
    assert names_of(wanted) == {
        f"user:{user.pk}": "Kim",
        council.holder: "The Council",
        "area:durham": "Durham",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "coordinator", "area_id": None},
        {"role": "body_officer", "area_id": "durham"},
        {"role": "wizard", "area_id": "durham"},
        {"role": "clerk", "area_id": "durham", "until": timezone.now() + timedelta(days=1)},
    ],
    ids=["no area", "no body", "no such role", "ended by nobody"],
)
def test_the_database_refuses_a_membership_that_makes_no_sense(wrong):
    area()
    user = person("kim@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=user, **wrong)
    Membership.objects.create(user=user, role="clerk", area_id="durham")


@pytest.mark.django_db
def test_granting_twice_is_one_role():
    user = person("kim@example.org")
    first = changes.grant(user, role="clerk", area=area(), by=user)
    assert changes.grant(user, role="clerk", area=area(), by=user) == first
    assert Membership.objects.count() == 1


@pytest.mark.django_db
def test_an_officer_answers_for_a_body_of_the_same_area():
    user = person("kim@example.org")
    with pytest.raises(changes.Refused):
        changes.grant(user, role="body_officer", area=area("darlington"), body=body(area_code="durham"))
    changes.grant(user, role="body_officer", area=area("durham"), body=body(area_code="durham"))

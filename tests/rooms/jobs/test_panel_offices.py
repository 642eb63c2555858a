"""An office that is over closes appeals to a member of their panels; one that lasts, or is renewed, closes none."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from casereview.cases.hearing import members
from casereview.cases.models import Access, Case, Fact
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.cases.reading import load
from casereview.cases.visible import lasting
from casereview.jobs.panel_offices import end_panel_offices
from casereview.people import changes
from casereview.people.models import Membership, Term, User
from casereview.people.viewer import SYSTEM
from casereview.process import NotAllowed, NotOpen
from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps.conftest import World, moment
from tests.rooms.steps.hearings import HEARD, TODAY, arranged, composed, held, in_office, refused_and_appealed

pytestmark = pytest.mark.usefixtures("db")
TOMORROW = date(2026, 12, 1)


@pytest.fixture
def today(time_machine):
    time_machine.move_to(moment(TODAY, 15))


@beginning
def world(today):
    """Mel and Max sit on the panel, declared, until March 2028; their terms last until the end of that year."""
    world = World()
    refused_and_appealed(world)
    composed(world)
    return world


@pytest.fixture
def job_on(time_machine):
    """How many are taken off panels soon after midnight of a day."""

    def run(day):
        time_machine.move_to(datetime(day.year, day.month, day.day, 0, 5, tzinfo=UTC))
        with acting(SYSTEM):
            return end_panel_offices()

    return run


def term_of(viewer):
    return Term.objects.get(user=viewer.holder.removeprefix("user:"))


def record_of(world, day=TOMORROW):
    with acting(SYSTEM):
        return load(world.case, SYSTEM, moment(day, 13))


def on_panel(world):
    return [member.holder for member in members(record_of(world))]


def reads(world, viewer):
    """Whether the case is shown to them, the case itself and its facts."""
    with acting(viewer):
        seen = Case.objects.visible_to(viewer).filter(pk=world.case.pk).exists()
        facts = Fact.objects.visible_to(viewer).filter(case=world.case).exists()
        assert seen == facts
        return seen


def lasting_access(viewer):
    with acting(viewer):  # who may see their own access, by which the database's rules go
        return Access.objects.filter(lasting(timezone.now()), holder=viewer.holder).exists()


def page_of(world, viewer):
    return signed_in(viewer).get(f"/panel/appeals/{world.case.reference}/").status_code


def substitutes_asked(world):
    return [letter.to for letter in record_of(world).letters if letter.code == "panel_substitute"]


def test_a_term_that_was_ended_closes_the_appeal_after_midnight_and_the_clerk_is_asked_for_a_substitute(
    world, job_on
):
    mel, other = world.members[0], world.members[1]
    changes.end_term(term_of(mel), on=TODAY)
    with acting(SYSTEM):
        assert end_panel_offices() == 0  # it lasts until the end of the day
    assert (reads(world, mel), page_of(world, mel)) == (True, 200)
    assert job_on(TOMORROW) == 1
    assert (reads(world, mel), page_of(world, mel)) == (False, 404)
    assert (reads(world, other), page_of(world, other)) == (True, 200)
    assert on_panel(world) == [other.holder]
    assert substitutes_asked(world) == [world.clerk.holder]
    assert record_of(world).latest("panel_office_ended").codes == {"member": mel.holder}
    desk = signed_in(world.clerk).get(f"/panel/desk/{world.case.reference}/")
    assert "Mel no longer sits on the panel: they are not in office any more" in desk.content.decode()


def test_no_access_of_theirs_is_left_and_they_can_take_no_step(world, job_on):
    mel = world.members[0]
    assert lasting_access(mel)
    changes.end_term(term_of(mel), on=TODAY)
    job_on(TOMORROW)
    assert not lasting_access(mel)
    with pytest.raises(NotAllowed):
        world.take("declare_panel_member", mel, TOMORROW, conflict="no")


@pytest.mark.postgresql
def test_the_database_hides_it_from_them_whatever_is_asked_and_from_no_other_member(world, job_on):
    mel, other = world.members[0], world.members[1]
    changes.end_term(term_of(mel), on=TODAY)
    job_on(TOMORROW)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT now()")  # the database has the real clock: the access is moved to it
        apart = timezone.now() - cursor.fetchone()[0]
        Access.objects.filter(until__isnull=False).update(until=F("until") - apart)
    for viewer, sees in ((mel, False), (other, True)):
        with acting(viewer):
            assert Fact.objects.filter(case=world.case).exists() == sees


def test_once_however_often_the_job_comes(world, job_on):
    changes.end_term(term_of(world.members[0]), on=TODAY)
    assert (job_on(TOMORROW), job_on(TOMORROW), job_on(HEARD)) == (1, 0, 0)
    with pytest.raises(NotOpen, match="Nobody of the panel is out of office"):
        world.take("end_panel_office", SYSTEM, TOMORROW, member=world.members[0].holder)


def test_who_was_asked_and_has_not_declared_yet_is_taken_off_too(world, job_on):
    may = world.members[2]
    world.take("appoint_panel", world.clerk, TODAY, members=[may.holder], until="2028-03-01")
    changes.end_term(term_of(may), on=TODAY)
    assert job_on(TOMORROW) == 1
    assert may.holder not in on_panel(world)
    assert not lasting_access(may)


def test_while_the_term_lasts_or_is_renewed_nothing_ends(world, job_on):
    assert job_on(date(2028, 2, 29)) == 0
    mel = world.members[0]
    changes.end_term(term_of(mel), on=TODAY)
    in_office(world, mel, since=TOMORROW, until=date(2028, 12, 31))
    assert job_on(TOMORROW) == 0
    assert page_of(world, mel) == 200


def test_a_new_term_after_a_gap_does_not_keep_it_open(world, job_on):
    mel = world.members[0]
    changes.end_term(term_of(mel), on=TODAY)
    in_office(world, mel, since=HEARD, until=date(2028, 12, 31))
    assert job_on(TOMORROW) == 1


def test_who_is_back_in_office_may_be_asked_again_and_declares_again(world, job_on):
    mel = world.members[0]
    changes.end_term(term_of(mel), on=TODAY)
    job_on(TOMORROW)
    in_office(world, mel, since=TOMORROW, until=date(2028, 12, 31))
    world.take("appoint_panel", world.clerk, TOMORROW, members=[mel.holder], until="2028-03-01")
    assert not reads(world, mel)
    world.take("declare_panel_member", mel, TOMORROW, conflict="no")
    assert reads(world, mel)
    assert job_on(TOMORROW) == 0


def test_a_role_that_was_ended_ends_it_as_well_on_the_same_day(world):
    mel, boss = world.members[0], User.objects.create(email="boss@example.org")
    changes.end(Membership.objects.get(user=mel.holder.removeprefix("user:")), by=boss)
    with acting(SYSTEM):
        assert end_panel_offices() == 1
    assert mel.holder not in on_panel(world)


def test_after_the_hearing_the_access_ends_and_nobody_is_asked_for_a_substitute(world, job_on):
    arranged(world)
    held(world)
    changes.end_term(term_of(world.members[0]), on=HEARD)
    assert job_on(date(2026, 12, 12)) == 1
    assert not reads(world, world.members[0])
    assert substitutes_asked(world) == []


def test_what_ends_by_itself_is_no_step(world, job_on):
    """The day that was set for them is past as well: nothing is open to them."""
    assert job_on(date(2029, 1, 2)) == 0


def confirmation(world, viewer):
    """What an administrator reads before they end a term."""
    boss, number = signed_in(world.user("boss", "administrator")), viewer.holder.removeprefix("user:")
    at = reverse("settings:end_term", args=[number, term_of(viewer).pk])
    return " ".join(boss.get(at).content.decode().split())


def test_whoever_ends_a_term_reads_in_how_many_appeals_what_ends_when_and_what_shuts_out_at_once(world):
    mel = world.members[0]
    page = confirmation(world, mel)
    assert "They sit on the panel of 1 appeal. Within minutes after midnight it closes to them" in page
    assert reverse("settings:act", args=[mel.holder.removeprefix("user:"), "disable"]) in page
    assert world.case.reference not in page


def test_of_somebody_on_no_panel_nothing_of_the_kind_is_said(world):
    page = confirmation(world, world.members[2])
    assert "From tomorrow they can be chosen for no panel" in page
    assert "sit on the panel" not in page
    assert "/disable/" not in page


def test_of_a_chair_of_the_panel_it_is_said_that_the_appeal_stays_theirs(world, job_on):
    page = confirmation(world, world.panel_chair)
    assert "They have 1 appeal as chair of the panel. It stays open to them until the clerk takes it" in page
    changes.end_term(term_of(world.panel_chair), on=TODAY)
    assert job_on(TOMORROW) == 0


def test_where_another_term_goes_on_it_says_that_nothing_closes(world):
    mel = world.members[0]
    term = term_of(mel)
    in_office(world, mel, since=date(2026, 6, 1), until=date(2027, 12, 31))
    boss = signed_in(world.user("boss", "administrator"))
    page = boss.get(reverse("settings:end_term", args=[mel.holder.removeprefix("user:"), term.pk]))
    text = " ".join(page.content.decode().split())
    assert "Another term of theirs goes on" in text
    assert "sit on the panel" not in text

"""Silence is told on: to the named contact, then to the deputy, then to the administrators, till they hear."""

import socket
from datetime import UTC, date, datetime

import pytest
from django.core import mail

from casereview.cases.models import Summary
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.jobs.silence import tell_of_silence
from casereview.people import changes
from casereview.people.models import Membership, User
from casereview.people.viewer import SYSTEM, for_user
from casereview.process import NotAllowed
from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps.conftest import World

# Robin asks on Wednesday 18 November 2026 and hears nothing: ten working days end on Wednesday 2 December.
FIRST_DAY_OVER = date(2026, 12, 3)
# Five working days after Thursday 3 December end on Thursday 10 December.
DEPUTYS_DAY = date(2026, 12, 11)
# Five working days after Friday 11 December end on Friday 18 December; the next day is a Saturday.
ADMINISTRATORS_DAY = date(2026, 12, 19)

pytestmark = pytest.mark.usefixtures("db")


@beginning
def world():
    world = World()
    ada = User.objects.create(email="ada@example.org", name="Ada")
    since = datetime(2026, 1, 1, tzinfo=UTC)
    Membership.objects.create(user=ada, role="administrator", area=None, since=since)
    world.ada = for_user(ada)
    return world


@pytest.fixture
def on(time_machine):
    """Returns a function that makes a round of the job on a day."""

    def on(day):
        time_machine.move_to(datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC), tick=False)
        with acting(SYSTEM):
            return tell_of_silence()

    return on


def told(world):
    with acting(SYSTEM):
        flags = load(world.case, SYSTEM).current("silence_flagged")
    return [(flag.codes["level"], flag.codes["told"], flag.happened_on) for flag in flags]


def owned(world):
    case = world.apply()
    world.take("assign_owner", owner=world.cora.holder, deputy=world.dan.holder)
    return case


def test_nobody_is_told_on_the_last_day_in_time(world, on):
    owned(world)
    assert on(date(2026, 12, 2)) == 0
    assert told(world) == []


def test_each_is_told_once_in_turn(world, on):
    owned(world)
    days = (
        FIRST_DAY_OVER,
        date(2026, 12, 10),
        DEPUTYS_DAY,
        date(2026, 12, 18),
        ADMINISTRATORS_DAY,
        date(2027, 2, 1),
    )
    assert [[on(day), on(day)] for day in days] == [[1, 0], [0, 0], [1, 0], [0, 0], [1, 0], [0, 0]]
    assert told(world) == [
        ("owner", [world.cora.holder], FIRST_DAY_OVER),
        ("deputy", [world.dan.holder], DEPUTYS_DAY),
        ("administrators", [world.ada.holder], ADMINISTRATORS_DAY),
    ]


def test_without_an_owner_it_goes_to_whoever_is_next(world, on):
    world.apply()
    on(FIRST_DAY_OVER)
    assert told(world) == [("administrators", [world.ada.holder], FIRST_DAY_OVER)]


def test_an_owner_who_no_longer_works_here_is_passed_over(world, on):
    owned(world)
    changes.disable(User.objects.get(email="cora@example.org"), by=User.objects.get(email="ada@example.org"))
    on(FIRST_DAY_OVER)
    assert told(world) == [("deputy", [world.dan.holder], FIRST_DAY_OVER)]


def test_it_is_over_by_itself_when_they_hear_and_begins_anew(world, on):
    owned(world)
    on(FIRST_DAY_OVER)
    spoken = {"route": "phone", "outcome": "reached", "time": "10:00", "notes": "How it goes on"}
    world.take("log_contact", today=date(2026, 12, 4), **spoken)
    assert on(DEPUTYS_DAY) == 0
    with acting(SYSTEM):
        assert Summary.objects.get(case=world.case).silence_told == ""
    # Ten working days after Friday 4 December end on Friday 18 December.
    assert [on(date(2026, 12, 18)), on(date(2026, 12, 19))] == [0, 1]
    assert [level for level, _told, _on in told(world)] == ["owner", "owner"]


def test_a_try_that_reached_nobody_ends_nothing(world, on):
    owned(world)
    on(FIRST_DAY_OVER)
    tried = {"route": "phone", "outcome": "no_answer", "time": "10:00"}
    world.take("log_contact", today=date(2026, 12, 4), **tried)
    assert on(DEPUTYS_DAY) == 1


def test_a_closed_case_is_left_alone(world, on):
    owned(world)
    world.take("record_death", notes="His sister called")
    world.take("close")
    assert on(FIRST_DAY_OVER) == 0


def test_the_administrators_are_written_to_and_read_nothing_of_it_in_the_mail(world, on):
    case = world.apply()
    on(FIRST_DAY_OVER)
    (sent,) = mail.outbox
    assert sent.to == ["ada@example.org"]
    assert case.reference in sent.body
    assert "Robin" not in sent.subject + sent.body
    assert "/work/settings/unheard/" in sent.body


def test_mail_that_is_down_is_tried_again_and_nobody_counts_as_told(world, on, settings):
    world.apply()
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.smtp.EmailBackend"
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = nobody.getsockname()
        assert on(FIRST_DAY_OVER) == 0
    assert told(world) == []
    settings.EMAIL_BACKEND = working
    assert on(FIRST_DAY_OVER) == 1


def test_nobody_but_the_system_tells(world, time_machine):
    owned(world)
    time_machine.move_to(datetime(2026, 12, 3, 9, 0, tzinfo=UTC))
    with pytest.raises(NotAllowed):
        world.take("flag_silence", today=FIRST_DAY_OVER)


def test_who_was_told_finds_it_in_queue_and_tasks_and_on_the_case(world, on):
    case = owned(world)
    on(FIRST_DAY_OVER)
    cora, dan = signed_in(world.cora), signed_in(world.dan)
    row = cora.get("/work/").content.decode()
    assert "Not heard from us" in row
    assert "(told: the named contact)" in row
    tasks = cora.get("/work/tasks/").content.decode()
    assert "The applicant has heard nothing from us since" in tasks
    assert "Nothing waits for you." in dan.get("/work/tasks/").content.decode()
    page = cora.get(f"/work/cases/{case.reference}/").content.decode()
    assert "The applicant has heard nothing from us for 15 days" in page  # 18 November to 3 December
    assert "Told on Thursday 3 December 2026: Cora (the named contact)" in page
    on(DEPUTYS_DAY)
    assert "The applicant has heard nothing" in signed_in(world.dan).get("/work/tasks/").content.decode()


def test_a_case_in_time_shows_none_of_it(world, cora_in_time):
    for page in ("/work/?show=open", "/work/tasks/", f"/work/cases/{world.case.reference}/"):
        shown = cora_in_time.get(page).content.decode()
        assert "heard nothing" not in shown
        assert "Not heard from us</strong>" not in shown


@pytest.fixture
def cora_in_time(world, time_machine):
    owned(world)
    time_machine.move_to(datetime(2026, 12, 2, 9, 0, tzinfo=UTC))
    return signed_in(world.cora)


def test_an_administrator_sees_the_reference_and_whom_to_ask_and_only_when_told(world, on):
    case = owned(world)
    for day in (FIRST_DAY_OVER, DEPUTYS_DAY):
        on(day)
    assert case.reference not in signed_in(world.ada).get("/work/settings/unheard/").content.decode()
    on(ADMINISTRATORS_DAY)
    ada = signed_in(world.ada)
    page = ada.get("/work/settings/unheard/").content.decode()
    assert case.reference in page
    assert "Cora" in page
    assert "Dan" in page
    assert "Robin" not in page
    assert ada.get(f"/work/cases/{case.reference}/").status_code == 404
    # Another area's administrator is told nothing of it.
    other = User.objects.create(email="otto@example.org", name="Otto")
    Membership.objects.create(user=other, role="administrator", area_id="darlington")
    page = signed_in(for_user(other)).get("/work/settings/unheard/").content.decode()
    assert case.reference not in page

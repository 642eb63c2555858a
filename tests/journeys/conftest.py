"""Where the journeys happen: the demo's areas, bodies and people, with a real mail server and a real sign-in."""

from datetime import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache

from casereview.jobs.letters import send_due
from casereview.jobs.work import run_job
from casereview.people.models import User
from demo.place import build
from tests.journeys.steps.office import SECRET, Worker
from tests.journeys.steps.resident import Resident
from tests.rooms.letters.conftest import mailbox  # noqa: F401 - a fixture
from tests.signed_in import PASSWORD

LONDON = ZoneInfo("Europe/London")
PHONE = {"width": 362, "height": 740}
DESK = {"width": 1280, "height": 900}
PATIENCE = 10_000  # milliseconds until a page that does not come is a failure


@pytest.fixture
def clock(time_machine):
    """A call moves to a moment of London's; from then on time goes on."""

    def at(year, month, day, hour=9, minute=0):
        time_machine.move_to(datetime(year, month, day, hour, minute, tzinfo=LONDON))

    return at


@pytest.fixture
def place(live_server, transactional_db, clock, mailbox):  # noqa: F811
    """The service on Friday 4 December 2026, with everybody in it."""
    clock(2026, 12, 4, 21, 40)
    cache.clear()
    build()
    return SimpleNamespace(url=live_server.url)


@pytest.fixture
def resident(browser, place):
    """Somebody with a small phone, whose browser runs no JavaScript."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    yield Resident(context.new_page(), place.url)
    context.close()


@pytest.fixture
def worker(browser, place):
    """A call gives one of the demo's people a browser, a password and an authenticator app."""
    contexts = []

    def of(name):
        user = User.objects.get(email=f"{name}@example.org")
        if not Authenticator.objects.filter(user=user).exists():
            user.set_password(PASSWORD)
            user.save()
            TOTP.activate(user, SECRET)
        contexts.append(browser.new_context(viewport=DESK))
        contexts[-1].set_default_timeout(PATIENCE)
        return Worker(contexts[-1].new_page(), place.url, user.email)

    yield of
    for context in contexts:
        context.close()


@pytest.fixture
def the_post_goes():
    """A call lets the job that sends letters run once."""
    return lambda: run_job("letters", send_due)

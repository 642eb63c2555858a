"""How all tests run: which of them need a database, which a browser, how long Hypothesis searches.

Time is not frozen by default; a test that depends on it asks for the fixture `time_machine`.
"""

import os
import shutil
from contextlib import ExitStack

import pytest
from django.db import connections
from hypothesis import settings

from casereview.cases.postgresql.roles import as_owner
from tests.beginnings import PILE, db, pile

__all__ = ["db", "pile"]  # fixtures of all tests

settings.register_profile("ci", max_examples=500, derandomize=True, deadline=None)
settings.register_profile("deep", max_examples=10_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

# Playwright's synchronous interface runs an event loop in our thread, where Django would refuse every query.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

DATABASE_FIXTURES = {"db", "transactional_db"}  # others, such as live_server and admin_client, ask for these
CHROMIUM_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser):
    parser.addoption(
        "--database-only",
        action="store_true",
        help="on PostgreSQL: only the tests that touch the database, without those in a browser",
    )


def vendor():
    """What the tests' database is: "sqlite" or "postgresql"."""
    return connections["default"].vendor


def pytest_configure(config):
    if config.getoption("--database-only") and vendor() != "postgresql":
        raise pytest.UsageError("--database-only wants DATABASE_URL to name a PostgreSQL")


def pytest_terminal_summary(terminalreporter):
    terminalreporter.write_line(f"The database was {vendor()}.")
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:  # figures that a test recorded
            terminalreporter.write_line(f"{name}: {value}")


def touches_database(item):
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(item.fixturenames))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    PILE.make_room(item)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker("browser")
    only = config.getoption("--database-only")
    left_out = [item for item in items if not belongs_here(item, only=only)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if belongs_here(item, only=only)]


def belongs_here(item, *, only):
    """Whether this run takes `item`: each test runs on every database that it says something about."""
    for database in ("postgresql", "sqlite"):
        if item.get_closest_marker(database):
            return vendor() == database
    return not only or (touches_database(item) and not item.get_closest_marker("browser"))


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium. Its sandbox does not work for root; everywhere else it stays on."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.fail("Tests in a browser need Chromium. On Debian: apt-get install chromium", pytrace=False)
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": chromium, "headless": True, "args": [*CHROMIUM_FLAGS, *as_root]}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """The test database, one a worker, is made by its owner."""
    with ExitStack() as owning:
        owning.enter_context(as_owner())
        yield owning


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_modify_db_settings, django_db_blocker):
    """From then on every connection works as the reading role, until the owner takes the database away again."""
    with django_db_blocker.unblock():
        django_db_modify_db_settings.close()
    yield
    with django_db_blocker.unblock():
        PILE.take_off()
        django_db_modify_db_settings.enter_context(as_owner())

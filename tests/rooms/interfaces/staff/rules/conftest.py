"""Friday 4 December 2026, a folder of schemes of its own, and an administrator, signed in."""

from datetime import datetime

import pytest
from django.conf import settings

from tests.rooms.interfaces.staff.rules.handing_in import LONDON
from tests.signed_in import enter, person


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch, time_machine):
    for name in ("durham", "darlington"):
        (tmp_path / f"{name}.toml").write_text((settings.BASE_DIR / "schemes" / f"{name}.toml").read_text())
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    time_machine.move_to(datetime(2026, 12, 4, 12, tzinfo=LONDON))
    return tmp_path


@pytest.fixture
def boss(client):
    """An administrator of the whole installation, signed in."""
    user = person("boss@example.org", "administrator")
    enter(client, user)
    return user

"""Whose last day to appeal passed while the plan was live reads on their page too that they are not late."""

import re
from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from casereview.cases.way_in import code_of
from tests.rooms.interfaces.panel.test_appeals import main
from tests.rooms.steps.conftest import moment
from tests.rooms.steps.plan.conftest import SENT, Reviewed

pytestmark = pytest.mark.usefixtures("db")
LATER = date(2026, 12, 21)  # a Monday
# 14 days after the plan was e-mailed on Thursday 3 December.
LAST_DAY = "The last day to appeal was Thursday 17 December 2026."
NOT_LATE = f"{LAST_DAY} No appeal was taken then, so one that comes now is not late."
LATE = f"{LAST_DAY} You can still appeal: say why it is late."


@pytest.fixture
def comes_in(tmp_path, monkeypatch, time_machine):
    """A call: Robin comes in after the last day, under Durham's rules with the days from the plan, and this line."""

    def comes_in(line):
        monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
        durham = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
        head, clock = durham.split("[clock.appeal]\n")
        clock = re.sub(
            r"^starts = \[.*?^\]", 'starts = "plan_sent"', clock, count=1, flags=re.DOTALL | re.MULTILINE
        )
        text = f"{head}[clock.appeal]\n{clock}".replace("[appeal]\n", f"[appeal]\n{line}\n")
        (tmp_path / "durham.toml").write_text(text)
        time_machine.move_to(moment(SENT, 8))
        world = Reviewed()
        world.begin()
        world.held()
        world.signed()
        world.agree()
        world.settle()
        time_machine.move_to(moment(LATER, 12))
        robin = Client()
        robin.post("/my/link", {"reference": world.case.reference, "code": code_of(world.robin)})
        return robin

    return comes_in


def test_who_could_not_appeal_earlier_is_not_told_to_say_why_it_is_late(comes_in):
    robin = comes_in('barred_while = ["plan_live"]')
    for page in ("/my/", "/my/appeal"):
        assert NOT_LATE in main(robin, page)
    assert "Late?" not in main(robin, "/my/appeal")


def test_who_could_is(comes_in):
    robin = comes_in("")
    for page in ("/my/", "/my/appeal"):
        assert LATE in main(robin, page)

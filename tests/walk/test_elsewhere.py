"""The procedure walked under other areas' rules: no step breaks, no promise is lost, and no case gets stuck."""

import os
from datetime import date, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import connection

from demo.cast import Cast
from demo.place import build
from tests.walk.beginnings import beginnings
from tests.walk.test_procedure import AIMS, can_be_closed, can_be_erased, goes_on, holds_at_the_end

EXAMPLES = settings.BASE_DIR / "schemes" / "examples"
DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
# Clocks that wait for all answers; an appeal that is barred; two tiers.
IN_CI = ["stockton-on-tees", "suffolk", "hull"] if connection.vendor == "sqlite" else ["stockton-on-tees"]
AREAS = sorted(path.stem for path in EXAMPLES.glob("*.toml")) if DEEP else IN_CI
TODAY = date(2027, 6, 1)
MOVES, WALKS = 12, 100 if DEEP else 10


@pytest.mark.hypothesis  # so that `make deep` finds it, in which it walks more
@pytest.mark.parametrize("area", AREAS)
def test_a_case_can_go_anywhere_and_always_ends(db, time_machine, tmp_path, monkeypatch, area):
    time_machine.move_to(datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Europe/London")), tick=False)
    for code in ("durham", "darlington"):  # the places of the invented cases, under this area's rules
        (tmp_path / f"{code}.toml").write_text((EXAMPLES / f"{area}.toml").read_text())
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    build()
    begun = beginnings(Cast(), TODAY, silent=True)
    aims = [aim for aim in AIMS if begun[aim]]
    assert len(aims) > 50
    for number in range(WALKS):
        chance = Random(f"{area} {number}")
        aim = chance.choice(aims)
        walk = chance.choice(begun[aim]).again(chance)
        for _move in range(MOVES):
            goes_on(walk, aim)
        holds_at_the_end(walk)
        can_be_closed(walk)
        can_be_erased(walk)

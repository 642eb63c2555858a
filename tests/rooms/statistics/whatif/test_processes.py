"""Many cases are rerun in several processes: what they find together is what one finds alone."""

from datetime import date

import pytest

from casereview.statistics.whatif import records, run, what_if
from demo.many import build_many
from demo.place import build
from tests.what_if import durham

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def test_several_processes_find_what_one_finds(monkeypatch, on_that_day):
    build()
    build_many(24, date(2026, 11, 20), told=lambda _done: None)
    monkeypatch.setattr(records, "TOGETHER", 5)
    scheme, heard = durham(('"same_working_day"', "{ working_days = 2 }")), []
    alone = what_if(scheme)
    monkeypatch.setattr(run, "how_many", lambda _cases: 2)
    together = what_if(scheme, lambda done, of: heard.append((done, of)))
    assert alone.open_cases + alone.closed_cases == 24
    assert alone.moved.number
    assert together == alone
    assert sorted(heard) == heard
    assert heard[-1] == (24, 24)

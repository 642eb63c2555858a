"""Cases invented by the hundred: however many there are, no two have one reference."""

from datetime import date
from itertools import cycle

import pytest

from casereview.cases.models import Case, Summary
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from demo import copies, many, rehearsal
from demo.place import build

TODAY = date(2026, 11, 20)
LETTERS = "BCDFGHJKMNPQRTVWXY34679abc"


@pytest.mark.django_db
def test_a_reference_that_is_drawn_twice_is_given_once(monkeypatch):
    """Each is drawn twice, one after the other; and after a round those of the first batch are drawn again."""
    drawn = cycle(f"K7M-4QD{letter}" for letter in LETTERS for _time in range(2))
    for module in (copies, rehearsal):
        monkeypatch.setattr(module, "new_reference", lambda: next(drawn))
    monkeypatch.setattr(many, "TOGETHER", 5)
    build()
    many.build_many(
        24, TODAY, told=lambda _done: None
    )  # twenty open, one told to its end, three copies of that
    with acting(SYSTEM):
        assert Case.objects.values("reference").distinct().count() == 24
        assert all(row.reference == row.case.reference for row in Summary.objects.select_related("case"))

"""What happens outside of every case, and what the jobs do in each because of it."""

from collections.abc import Iterator
from copy import copy
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from casereview.cases.panel_office import out_of_office
from casereview.cases.record import Record
from casereview.cases.retention import erased
from casereview.clocks.holidays import Holiday
from casereview.steps.recalculate_deadlines import moved

if TYPE_CHECKING:
    from tests.walk.walker import Walk


def announce_a_holiday(walk: "Walk") -> None:
    """A bank holiday some days ahead is announced, and every date that it moves is told."""
    today = timezone.localdate(walk.at)
    holiday = Holiday(today + timedelta(days=walk.chance.randrange(1, 20)), "A day of rest", known_from=today)
    walk.cast = copy(walk.cast)
    walk.cast.calendar = walk.cast.calendar.with_holidays([holiday])
    for record in _each_case(walk):
        for (clock, subject), (old, _new) in moved(record).items():
            walk.follows(
                "recalculate_deadlines", {"clock": clock, "subject": subject, "old": old.isoformat()}
            )


def end_an_office(walk: "Walk") -> None:
    """Somebody of the panel's pool is in office no more: they are taken off their panels, and see nothing of them."""
    pool = sorted(walk.record().panel_pool)
    if not pool:
        return
    gone = walk.draw(pool)
    walk.cast = walk.cast.without_seat(walk.area, gone)
    [viewer] = [each for each in walk.cast.viewers.values() if each.holder == gone]
    for record in _each_case(walk):
        if record.case.area == walk.area and not erased(
            record
        ):  # nothing of anybody is left in what was erased
            for holder in out_of_office(record):
                walk.follows("end_panel_office", {"member": holder})
            assert "panel" not in walk.scopes_of(viewer)


def _each_case(walk: "Walk") -> Iterator[Record]:
    """Every case of the chain in turn, read anew; in the end the walk stands in the one in which it stood."""
    for _case in range(len(walk.others) + 1):
        walk.wait(0)
        yield walk.record()
        if walk.others:
            walk.turn_to(walk.others[-1])

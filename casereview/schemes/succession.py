"""Whether rules may come after those that an area has."""

from collections.abc import Sequence
from datetime import date, timedelta

from casereview.schemes.faults import Fault
from casereview.schemes.lines import line_index, line_of
from casereview.schemes.model import Scheme


def follow_on(scheme: Scheme, before: Sequence[Scheme], today: date) -> list[Fault]:
    """What keeps a scheme without faults from being the next of its area, each at its line; empty where nothing does.

    before: the area's rules in order of their start. What has happened keeps its rules, so the new ones begin after
    today (a London day), and after all others: no two versions then say of one day which of them holds.
    """
    index = line_index(scheme.text)
    wrong = {"area": _area(scheme, before), "from": _start(scheme, before, today)}
    return sorted(
        Fault(line_of(index, (path,)), path, said, scheme.code) for path, said in wrong.items() if said
    )


def _area(scheme: Scheme, before: Sequence[Scheme]) -> str:
    if not before or scheme.area == before[-1].area:
        return ""
    return f'expected "{before[-1].area}": that is the area whose rules these are to be.'


def _start(scheme: Scheme, before: Sequence[Scheme], today: date) -> str:
    last = max((each.starts for each in before), default=date.min)
    if any(scheme.starts == each.starts for each in before):
        return f"rules of this area start on {scheme.starts} already: expected a day after {last}."
    if scheme.starts <= last:
        return f"expected a day after {last}, when the last rules of this area start, not {scheme.starts}."
    if scheme.starts <= today:
        return f"expected {today + timedelta(days=1)} or a later day, not {scheme.starts}."
    return ""

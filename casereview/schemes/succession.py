"""Whether rules may come after those that an area has, or be its first."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from casereview.schemes.faults import Fault
from casereview.schemes.lines import line_index, line_of
from casereview.schemes.model import Scheme


def follow_on(scheme: Scheme, before: Sequence[Scheme], today: date) -> list[Fault]:
    """What keeps a scheme without faults from being the next of its area, each at its line; empty where nothing does.

    before: the area's rules in order of their start. What has happened keeps its rules, so the new ones begin after
    today (a London day), and after all others: no two versions then say of one day which of them holds.
    """
    return _faults(scheme, {"area": _area(scheme, before[-1]), "from": _start(scheme, before, today)})


def begin(scheme: Scheme, elsewhere: Mapping[str, str]) -> list[Fault]:
    """What keeps a scheme without faults from being the first of its area; empty where nothing does.

    elsewhere: the names of the other areas by their codes. Its day may be any: nothing has happened there that could
    keep other rules, and a public page is mostly older than its file.
    """
    taken = next((code for code, name in elsewhere.items() if _alike(name, scheme.area)), None)
    said = f'an area is called "{scheme.area}" already, as {taken}.toml: new rules of it are proposed there.'
    return _faults(scheme, {"area": said if taken else ""})


def _faults(scheme: Scheme, wrong: Mapping[str, str]) -> list[Fault]:
    index = line_index(scheme.text)
    return sorted(
        Fault(line_of(index, (path,)), path, said, scheme.code) for path, said in wrong.items() if said
    )


def _alike(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _area(scheme: Scheme, last: Scheme) -> str:
    if scheme.area == last.area:
        return ""
    return f'expected "{last.area}": that is the area whose rules these are to be.'


def _start(scheme: Scheme, before: Sequence[Scheme], today: date) -> str:
    last = max(each.starts for each in before)
    if any(scheme.starts == each.starts for each in before):
        return f"rules of this area start on {scheme.starts} already: expected a day after {last}."
    if scheme.starts <= last:
        return f"expected a day after {last}, when the last rules of this area start, not {scheme.starts}."
    if scheme.starts <= today:
        return f"expected {today + timedelta(days=1)} or a later day, not {scheme.starts}."
    return ""

"""What can be read and still cannot be meant: rules of one file that rule each other out."""

from casereview.schemes.model import Route, Scheme
from casereview.schemes.reading import Block

# The most and the fewest days that one of each unit can have.
MOST = {"days": 1, "weeks": 7, "months": 31}
FEWEST = {"days": 1, "weeks": 7, "months": 28}


def check_contradictions(top: Block, scheme: Scheme) -> None:
    """Refuses every pair of rules of which no report could satisfy both, and a meeting of nobody."""
    for name, clock in scheme.clocks.items():
        if clock.until and scheme.group is None:
            top.refuse("nobody is named who meets: add a [group] with its name.", "clock", name, "length")
    for at, route in enumerate(scheme.routes):
        for key in _too_short(route):
            words = {"within": "the window", "latest_within": "the time for the latest"}[key]
            top.refuse(
                f"{words} is over before a report is old enough to count (report_age_at_least): "
                "nothing could ever count.",
                *("route", at, key),
            )
        counted = [(minimum.counts, minimum.hate) for minimum in route.minimums]
        for place, each in enumerate(counted[1:]):
            if each in counted[: place + 1]:
                top.refuse(f'"{each[0]}" has a number already.', "route", at, "also", place)


def _too_short(route: Route) -> list[str]:
    """The keys of the limits that are over before a report is old enough."""
    age = route.report_age_at_least
    if age is None:
        return []
    back = route.window if route.window and route.window.back_from == "application" else None
    lengths = {
        "within": back.length if back and back.of == "report" and not back.forward_from else None,
        "latest_within": route.latest_within.length
        if route.latest_within and route.latest_within.since == "latest_report"
        else None,
    }
    oldest = age.amount * FEWEST[age.unit]
    return [key for key, length in lengths.items() if length and length.amount * MOST[length.unit] < oldest]

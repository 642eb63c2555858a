"""Count a group of reports: one stands for each counted unit, the others are discounted as the same."""

from dataclasses import dataclass, replace
from datetime import date

from casereview.schemes.limits import Limits
from casereview.schemes.model import Minimum, Route
from casereview.schemes.pairing import pair
from casereview.schemes.receipt import Tally
from casereview.schemes.standing import SAME, UNIT, Standing, Unit
from casereview.schemes.together import choices

ANSWERS = {True: 2, None: 1, False: 0}  # the better is the greater


@dataclass(slots=True)
class Count:
    """`number`: do these reports suffice? `same`: by a report's index, its rule and the report that stands."""

    number: bool | None
    standings: list[Standing]
    counted: dict[int, Standing]  # by index of the report
    same: dict[int, tuple[str, str]]
    also: tuple[Tally, ...]

    @property
    def reached(self) -> tuple[int, int]:
        """The better count is the greater: met, then found."""
        return ANSWERS[self.number], len(self.counted)

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """The same, then the earliest report, then the order of the application."""
        earliest = min((one.row.report_on.earliest for one in self.counted.values()), default=date.max)
        return *self.reached, -earliest.toordinal(), -min(self.counted, default=0)


def count(route: Route, limits: Limits, members: list[Standing]) -> Count:
    """The best that any set of these reports can do on the route."""
    if limits.moving is None and not limits.recent:
        return _count(route, members, members, certain=True)
    counts = [
        _count(route, chosen, [each for each in chosen if each.rule is None], certain)
        for chosen, certain in choices(members, limits)
    ]
    return max(counts, key=_best_placed)


def _best_placed(found: Count) -> tuple[int, ...]:
    """As `rank`, but of windows in which as many count the one that leaves fewest reports out.

    A report that could have lain inside is not told that it came at the wrong time.
    """
    left_out = sum(each.rule == "outside_window" for each in found.standings)
    answer, number, *ties = found.rank
    return answer, number, -left_out, *ties


def _count(route: Route, members: list[Standing], live: list[Standing], certain: bool) -> Count:
    """live: those of the members that no rule discounts."""
    if route.different_dates:
        live = [_on_a_known_day(each) for each in live]
        members = [*live, *(each for each in members if each.rule is not None)]
    sure = [each for each in live if each.needs is None]
    if len(sure) > 1:
        sure.sort(key=_place)
    first = route.minimums[0]
    if route.different_dates:
        counted, same = _one_a_date(sure, first)
        reachable = len(counted) + len(live) - len(sure)
    else:
        counted, same = _one_a_unit(sure, first)
        reachable = len(counted) if len(sure) == len(live) else _units(live, first, ())
    number = _reached(len(counted), reachable, first.at_least)
    also = []
    for minimum in route.minimums[1:]:
        found = _units(_hateful(sure, route, minimum, unknown=False), minimum, None)
        most = _units(_hateful(live, route, minimum, unknown=True), minimum, ())
        also.append(Tally(minimum.counts, minimum.hate, minimum.at_least, found))
        number = every([number, _reached(found, most, minimum.at_least)])
    if not certain and number:
        number = None
    return Count(number, members, counted, same, tuple(also))


def every(answers: list[bool | None]) -> bool | None:
    """Three-valued "and": false if any is, else unknown if any is."""
    return False if False in answers else None if None in answers else True


def _reached(sure: int, most: int, needs: int) -> bool | None:
    return True if sure >= needs else None if most >= needs else False


def _place(each: Standing) -> int:
    return each.row.place


def _one_a_unit(
    sure: list[Standing], minimum: Minimum
) -> tuple[dict[int, Standing], dict[int, tuple[str, str]]]:
    unit = UNIT[minimum.counts]
    stands: dict[Unit, Standing] = {}
    counted, same = {}, {}
    for each in sure:
        one = stands.setdefault(unit(each.row), each)
        if one is each:
            counted[each.row.index] = each
        else:
            same[each.row.index] = (SAME[minimum.counts], one.row.report.id)
    return counted, same


def _one_a_date(
    sure: list[Standing], minimum: Minimum
) -> tuple[dict[int, Standing], dict[int, tuple[str, str]]]:
    """As many units as can have a date each to themselves."""
    unit = UNIT[minimum.counts]
    chosen = pair([(unit(each.row), each.row.incident_on.earliest) for each in sure])
    counted = {sure[place].row.index: sure[place] for place in chosen}
    units = {unit(one.row): one.row.report.id for one in counted.values()}
    dates = {one.row.incident_on.earliest: one.row.report.id for one in counted.values()}
    same = {}
    for each in sure:
        key = unit(each.row)
        if each.row.index not in counted:
            taken = key in units
            instead = units[key] if taken else dates[each.row.incident_on.earliest]
            same[each.row.index] = (SAME[minimum.counts] if taken else "same_date", instead)
    return counted, same


def _on_a_known_day(each: Standing) -> Standing:
    if each.needs is not None or each.row.incident_on.exact:
        return each
    return replace(each, needs="incident_date" if each.row.incident_id else "incident")


def _units(rows: list[Standing], minimum: Minimum, unknown: tuple[()] | None) -> int:
    """How many different units; each report of an unknown one adds one, unless `unknown` is None.

    Whoever reports is of one household, whichever it is.
    """
    unit = UNIT[minimum.counts]
    units = [unit(each.row) for each in rows]
    known = len({key for key in units if key is not None})
    if unknown is None:
        return known
    if minimum.counts == "households":
        return known + len({each.row.person or each.row.index for each in rows if each.row.home is None})
    return known + units.count(None)


def _hateful(rows: list[Standing], route: Route, minimum: Minimum, *, unknown: bool) -> list[Standing]:
    if not minimum.hate:
        return rows
    motives = [(each, each.row.hate(route.hate_motivations)) for each in rows]
    return [each for each, hate in motives if hate or (hate is None and unknown)]

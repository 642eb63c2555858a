"""What proposed rules would change, as a page shows it: only what differs, in words and numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from casereview.schemes.model import Scheme
from casereview.statistics.whatif import WhatIf
from casereview.statistics.whatif.result import Answers, InTime, Moves, Total, Year
from casereview.wording.clocks import clock_title
from casereview.wording.figures import TOTALS, period_words
from casereview.wording.length import and_list
from casereview.wording.routes import route_name

ANSWERS = {
    "met": gettext_lazy("met"),
    "not_met": gettext_lazy("not met"),
    "not_known": gettext_lazy("not known yet"),
}


@dataclass(frozen=True, slots=True)
class Answered:
    """Cases whose threshold would be answered otherwise. routes: by which they meet it, in words, or ""."""

    words: str
    number: int
    open: int
    routes: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """What becomes of the dates of one clock: of its runs that are open, and of those that are over."""

    clock: str
    open: str
    over: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A year: (words, number that stands, what the rules say against it), and (clock, as it was, as it would be)."""

    period: str
    totals: list[tuple[str, int, str]]
    in_time: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Changes:
    """All of it. same: how many cases are answered as before; moved: the open cases of which any date changes."""

    found: WhatIf
    same: int
    answers: list[Answered]
    clocks: list[Moved]
    years: list[Figures]  # without those in which nothing was counted


def changes(found: WhatIf, scheme: Scheme) -> Changes:
    """What was found under this scheme."""
    differ = [each for each in found.answers if each.before != each.after and each.cases.number]
    return Changes(
        found=found,
        same=sum(each.cases.number for each in found.answers if each.before == each.after),
        answers=[_answered(each, scheme) for each in differ],
        clocks=[
            Moved(clock_title(each.clock), moves_words(each.open), moves_words(each.over))
            for each in found.clocks
            if each.open.changed or each.over.changed
        ],
        years=[_figures(year) for year in found.years if _counted(year)],
    )


def moves_words(moves: Moves) -> str:
    """What becomes of the dates, such as "3 later (by 7 days), 1 loses its date"; "" where none changes."""
    return ", ".join(_moves(moves))


def _moves(moves: Moves) -> Iterator[str]:
    told = (
        (moves.earlier, ngettext("%(num)d earlier", "%(num)d earlier", moves.earlier)),
        (moves.later, ngettext("%(num)d later", "%(num)d later", moves.later)),
        (moves.appear, ngettext("%(num)d begins to run", "%(num)d begin to run", moves.appear)),
        (moves.disappear, ngettext("%(num)d runs no more", "%(num)d run no more", moves.disappear)),
        (moves.gain_date, ngettext("%(num)d gets a date", "%(num)d get a date", moves.gain_date)),
        (moves.lose_date, ngettext("%(num)d loses its date", "%(num)d lose their date", moves.lose_date)),
    )
    yield from (words % {"num": number} for number, words in told if number)
    if moves.spread:
        least, most = sorted((abs(moves.spread.least), abs(moves.spread.most)))
        if moves.earlier and moves.later:
            yield _("from %(least)s to %(most)s days") % {
                "least": f"{moves.spread.least:+d}",
                "most": f"{moves.spread.most:+d}",
            }
        elif least == most:
            yield ngettext("by %(num)d day", "by %(num)d days", most) % {"num": most}
        else:
            days = {"least": least, "most": most, "median": f"{abs(moves.spread.median):g}"}
            yield _("by %(least)s to %(most)s days, the middle one by %(median)s") % days


def _answered(each: Answers, scheme: Scheme) -> Answered:
    words = _("%(before)s by their rules, %(after)s by these") % {
        "before": ANSWERS[each.before],
        "after": ANSWERS[each.after],
    }
    names = {route.name: route_name(route, "staff") for route in scheme.routes}
    names["statute"] = _("the law")
    routes = [
        _("%(route)s: %(num)s") % {"route": names.get(name, name), "num": number}
        for name, number in each.routes.items()
    ]
    cases = each.cases
    return Answered(
        capfirst(words), cases.number, cases.open, and_list(routes) if routes else "", cases.references
    )


def _counted(year: Year) -> bool:
    return any(each.stands or each.fewer or each.more or each.unclear for each in year.totals)


def _figures(year: Year) -> Figures:
    more_reviews = any(each.code == "reviews" and (each.more or each.unclear) for each in year.totals)
    return Figures(
        period_words(year.since, year.until),
        [
            (str(TOTALS[each.code]), each.stands, ", ".join(_against(each, nobody_knows=more_reviews)))
            for each in year.totals
        ],
        [
            (clock_title(each.clock), _in_time(each.before), _in_time(each.after))
            for each in year.timeliness
            if each.before != each.after
        ],
    )


def _against(total: Total, *, nobody_knows: bool) -> Iterator[str]:
    """nobody_knows: there would have been other reviews, of which nobody can tell what they would have led to."""
    if total.fewer:
        yield ngettext("%(num)d fewer", "%(num)d fewer", total.fewer) % {"num": total.fewer}
    if total.more:
        yield ngettext("%(num)d more", "%(num)d more", total.more) % {"num": total.more}
    if total.more is None and nobody_knows:
        yield _("how many more, nobody can know")
    if total.unclear:
        yield ngettext(
            "%(num)d hangs on what people find", "%(num)d hang on what people find", total.unclear
        ) % {"num": total.unclear}


def _in_time(runs: InTime) -> str:
    return _("%(in_time)s in time, %(late)s late") % {"in_time": runs.in_time, "late": runs.late}

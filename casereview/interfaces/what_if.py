"""What would change under other rules, part by part, for the terminal and for the browser."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casereview.statistics.whatif.result import Answers, Cases, ClockMoves, Moves, WhatIf, Year
from casereview.wording import whatif as words
from casereview.wording.figures import line_words, period_words


@dataclass(frozen=True, slots=True)
class Part:
    """What is said under one heading."""

    heading: str
    lines: tuple[str, ...]


def parts(found: WhatIf) -> list[Part]:
    """All that was found, in the order of reading."""
    return [
        Part(_("The cases"), tuple(_cases(found))),
        Part(_("Who would meet the threshold"), tuple(_answers(found))),
        Part(_("Which dates would move"), tuple(_dates(found))),
        *(
            Part(
                _("Figures of %(period)s") % {"period": period_words(year.since, year.until)},
                tuple(_year(year)),
            )
            for year in found.years
        ),
        Part(_("What this cannot say"), tuple(words.cannot_say())),
    ]


def _cases(found: WhatIf) -> Iterator[str]:
    yield words.cases_sentence(found.open_cases, found.closed_cases)
    yield _("Each was held against the rules that it began under. Open cases keep those rules.")
    if found.erased:
        yield words.erased_sentence(found.erased)


def _answers(found: WhatIf) -> Iterator[str]:
    changed = [each for each in found.answers if each.before != each.after]
    if not changed:
        yield _("Nobody would: every case answers as before.")
    for each in changed:
        yield " ".join(_change(each))
    for each in found.answers:
        if each.before == each.after:
            yield words.answer_sentence(each.before, each.after, each.cases.number)


def _change(each: Answers) -> Iterator[str]:
    yield words.answer_sentence(each.before, each.after, each.cases.number)
    if routes := words.routes_sentence(each.before, each.routes):
        yield routes
    yield _references(each.cases)


def _references(cases: Cases) -> str:
    return words.references_sentence(cases.references, cases.number, cases.open)


def _dates(found: WhatIf) -> Iterator[str]:
    moved = [clock for clock in found.clocks if clock.open.changed or clock.over.changed]
    if not moved:
        yield _("None: every date stays where it is.")
    for clock in moved:
        yield from _clock(clock)
    if found.moved.number:
        yield f"{words.moved_sentence(found.moved.number)} {_references(found.moved)}"


def _clock(clock: ClockMoves) -> Iterator[str]:
    title = line_words("timeliness", clock.clock, "")
    for runs, still in ((clock.open, True), (clock.over, False)):
        if runs.changed:
            yield words.moves_sentence(title, _numbers(runs), _days(runs), running=still)


def _numbers(runs: Moves) -> dict[str, int]:
    return {kind: getattr(runs, kind) for kind in words.MOVES}


def _days(runs: Moves) -> tuple[int, float, int] | None:
    return (runs.spread.least, runs.spread.median, runs.spread.most) if runs.spread else None


def _year(year: Year) -> Iterator[str]:
    for total in year.totals:
        yield words.total_sentence(total.code, total.stands, total.fewer, total.more, total.unclear)
    for clock in year.timeliness:
        before, after = ((each.in_time, each.late) for each in (clock.before, clock.after))
        if before != after:
            yield words.in_time_sentence(line_words("timeliness", clock.clock, ""), before, after)

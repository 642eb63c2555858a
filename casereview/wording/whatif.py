"""What would change under other rules, in sentences for whoever is about to bring them into force."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from casereview.wording.figures import TOTALS, cell_words, days_words
from casereview.wording.length import and_list

SHOWN = 10  # references in a sentence
STATUTE = "statute"
# How cases answer the threshold by their own rules, and by the proposed ones.
ANSWERS = {
    ("met", "met"): ngettext_lazy("%(n)s case meets it as before.", "%(n)s cases meet it as before.", "n"),
    ("not_met", "not_met"): ngettext_lazy(
        "%(n)s case does not meet it, as before.", "%(n)s cases do not meet it, as before.", "n"
    ),
    ("not_known", "not_known"): ngettext_lazy(
        "Of %(n)s case it is not known, as before.", "Of %(n)s cases it is not known, as before.", "n"
    ),
    ("met", "not_met"): ngettext_lazy(
        "%(n)s case meets it and would not meet it any more.",
        "%(n)s cases meet it and would not meet it any more.",
        "n",
    ),
    ("met", "not_known"): ngettext_lazy(
        "%(n)s case meets it; whether it would is not known: people would have to find something first.",
        "%(n)s cases meet it; whether they would is not known: people would have to find something first.",
        "n",
    ),
    ("not_met", "met"): ngettext_lazy(
        "%(n)s case does not meet it and would meet it.",
        "%(n)s cases do not meet it and would meet it.",
        "n",
    ),
    ("not_met", "not_known"): ngettext_lazy(
        "%(n)s case does not meet it; whether it would is not known: people would have to find something first.",
        "%(n)s cases do not meet it; whether they would is not known: people would have to find something first.",
        "n",
    ),
    ("not_known", "met"): ngettext_lazy(
        "Of %(n)s case it is not known; it would meet it.",
        "Of %(n)s cases it is not known; they would meet it.",
        "n",
    ),
    ("not_known", "not_met"): ngettext_lazy(
        "Of %(n)s case it is not known; it would not meet it.",
        "Of %(n)s cases it is not known; they would not meet it.",
        "n",
    ),
}
# What becomes of the dates of a clock.
MOVES = {
    "earlier": ngettext_lazy("%(n)s earlier", "%(n)s earlier", "n"),
    "later": ngettext_lazy("%(n)s later", "%(n)s later", "n"),
    "appear": ngettext_lazy("%(n)s would run that does not", "%(n)s would run that do not", "n"),
    "disappear": ngettext_lazy("%(n)s would not run", "%(n)s would not run", "n"),
    "gain_date": ngettext_lazy(
        "%(n)s would have a date that has none", "%(n)s would have a date that have none", "n"
    ),
    "lose_date": ngettext_lazy("%(n)s would have no date", "%(n)s would have no date", "n"),
}


def cases_sentence(opened: int, closed: int) -> str:
    """How many cases were rerun, and that nothing was done to them."""
    text = ngettext(
        "%(n)s case was rerun: %(open)s open, %(closed)s closed. Nothing in it was changed.",
        "%(n)s cases were rerun: %(open)s open, %(closed)s closed. Nothing in them was changed.",
        opened + closed,
    )
    return text % {"n": opened + closed, "open": opened, "closed": closed}


def erased_sentence(number: int) -> str:
    """How many could not be asked about the threshold; "" for none."""
    text = ngettext(
        "The incidents and reports of %(n)s case are erased: its threshold cannot be rerun.",
        "The incidents and reports of %(n)s cases are erased: their threshold cannot be rerun.",
        number,
    )
    return text % {"n": number} if number else ""


def answer_sentence(before: str, after: str, number: int) -> str:
    """How so many cases answer the threshold before and after."""
    return str(ANSWERS[before, after] % {"n": number})


def routes_sentence(before: str, routes: Mapping[str, int]) -> str:
    """By which rules, the most frequent first; "" where by none."""
    if not routes:
        return ""
    most = sorted(routes.items(), key=lambda each: (-each[1], each[0]))
    said = and_list([f"{route_words(name)} ({number})" for name, number in most])
    text = _("They met it by: %(routes)s.") if before == "met" else _("They would meet it by: %(routes)s.")
    return text % {"routes": said}


def route_words(name: str) -> str:
    """A rule by which the threshold is met; the Act's own count among them."""
    return _("the law’s own count, section 104(4)") if name == STATUTE else cell_words("routes", name)


def references_sentence(references: Sequence[str], number: int, opened: int) -> str:
    """The first of so many cases by their references: the open ones, of which there are so many, come first."""
    shown = list(references[:SHOWN])
    if number > len(shown):
        shown.append(_("%(n)s more") % {"n": number - len(shown)})
    return _("Open: %(open)s. References: %(cases)s.") % {"open": opened, "cases": and_list(shown)}


def moves_sentence(
    words: str, moves: Mapping[str, int], spread: tuple[int, float, int] | None, *, running: bool
) -> str:
    """What becomes of the runs of a clock that are still running, or over. spread: least, middle and most days."""
    parts = [str(MOVES[kind] % {"n": moves[kind]}) for kind in MOVES if moves[kind]]
    if spread:
        parts.append(_spread(*spread))
    text = _("%(clock)s, still running: %(moves)s.") if running else _("%(clock)s, over: %(moves)s.")
    return text % {"clock": words, "moves": "; ".join(parts)}


def moved_sentence(number: int) -> str:
    """In how many open cases a date moves."""
    text = ngettext(
        "Of what is still to be done, a date would move in %(n)s open case.",
        "Of what is still to be done, a date would move in %(n)s open cases.",
        number,
    )
    return text % {"n": number}


def _spread(least: int, middle: float, most: int) -> str:
    if least == most:
        return _("each %(days)s") % {"days": _moved(least)}
    return _("from %(least)s to %(most)s, the middle one %(middle)s") % {
        "least": _moved(least),
        "most": _moved(most),
        "middle": _moved(middle),
    }


def _moved(days: float) -> str:
    """ "7 days later"."""
    text = _("%(days)s earlier") if days < 0 else _("%(days)s later")
    return text % {"days": days_words(abs(days))}


def total_sentence(code: str, stands: int, fewer: int, more: int | None, unclear: int) -> str:
    """One of the four totals, as it stands and what the proposed rules say against it."""
    said = [f"{TOTALS[code]}: {stands}."]
    against = [_("%(n)s fewer") % {"n": fewer}] if fewer else []
    against += [_("%(n)s more") % {"n": more}] if more else []
    if against:
        said.append(_("By the proposed rules’ own answer: %(against)s.") % {"against": and_list(against)})
    if unclear:
        text = ngettext(
            "Of %(n)s, people would have had to find something first.",
            "Of %(n)s, people would have had to find something first.",
            unclear,
        )
        said.append(text % {"n": unclear})
    return " ".join(said)


def in_time_sentence(words: str, before: tuple[int, int], after: tuple[int, int]) -> str:
    """How many runs of a clock were in time and late, and would have been."""
    text = _(
        "%(clock)s: %(in_time)s in time and %(late)s late; it would have been %(then_in_time)s and %(then_late)s."
    )
    numbers = {"in_time": before[0], "late": before[1], "then_in_time": after[0], "then_late": after[1]}
    return text % {"clock": words, **numbers}


def cannot_say() -> Iterable[str]:
    """What does not follow from rerunning, said wherever the figures are shown."""
    yield _(
        "The rules say what would have met the threshold. People decide, with reasons: whether they would have decided"
        " otherwise does not follow."
    )
    yield _(
        "A review that would not have been held is one fewer in the year in which it was held; one that might have been"
        " held is one more in the year of the decision. What it would have recommended nobody can know."
    )
    yield _("Work is timed as it was done: under other dates it might have been done sooner or later.")

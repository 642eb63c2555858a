"""A route to the threshold as sentences: what must be counted, from when to when, and what people judge."""

from collections.abc import Iterable, Iterator
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from casereview.schemes.model import Judgement, Limit, Minimum, Route, Scheme, Statute, Window
from casereview.wording.bodies import BODY_KINDS
from casereview.wording.codes import DECIDED_BY, FOUND_BY, SAY_WHO, code_words
from casereview.wording.length import and_list, length_words, or_list, sentence
from casereview.wording.own import said
from casereview.wording.reader import For, Reader, to
from casereview.wording.route_terms import COUNTS, LINKED_BY, WHOSE

NAMES = {
    "individual": For(gettext_lazy("Your own reports"), gettext_lazy("The applicant’s own reports")),
    "anybody": gettext_lazy("Reports by anybody"),
    "hate": gettext_lazy("Hate"),
    "community": gettext_lazy("Several people"),
    "discretion": gettext_lazy("Decided by people"),
}
WHEN = {
    "application": gettext_lazy("the day of the request"),
    "incident": gettext_lazy("the incident"),
    "report": gettext_lazy("the report"),
    "first_incident": gettext_lazy("the first incident"),
    "first_report": gettext_lazy("the first report"),
    "latest_incident": gettext_lazy("the latest incident"),
    "latest_report": gettext_lazy("the latest report"),
}


COUNT_REPORTS = ("incidents", "reports", "dates")  # where it needs saying whose; the others count people


def route_name(route: Route, reader: Reader = "applicant") -> str:
    """The heading of a route: its name, but only what its rule bears out is called somebody's own."""
    name = route.name
    if name == "individual" and route.whose == "anyone":
        name = "anybody" if route.minimums else "discretion"
    return to(reader, NAMES.get(name, name.replace("_", " ").capitalize()))


def route_title(route: Route) -> str:
    """The route's own wording on the page; where we do not have it, its first rule."""
    return said(route.title) or next(iter(_numbers(route)), _("People decide without counting."))


def route_lines(scheme: Scheme, route: Route) -> list[str]:
    """A route for whoever asks: the page's own wording; where we do not have it, all its rules."""
    return [said(route.title)] if route.title else route_sentences(scheme, route)


def route_sentences(scheme: Scheme, route: Route) -> list[str]:
    """Everything that a route asks for, a sentence each, in the order in which one would check it."""
    return [*_numbers(route), *_times(scheme, route), *_which(scheme, route), *_judged(scheme, route)]


def together(judged: Iterable[Judgement]) -> list[list[Judgement]]:
    """The findings one by one, but those of which one is enough in one list."""
    found: dict[object, list[Judgement]] = {}
    for each in judged:
        found.setdefault(each.either or each.code, []).append(each)
    return list(found.values())


def weighing_sentence(scheme: Scheme, code: str) -> str:
    """What whoever finds this has to weigh, where the page says so; else ""."""
    weighs = (each.weighs for route in scheme.routes for each in route.judged if each.code == code)
    factors = [code_words(scheme, "factors", factor) for factor in dict.fromkeys(chain(*weighs))]
    return _("Weigh %(factors)s.") % {"factors": and_list(factors)} if factors else ""


def minimum_words(minimum: Minimum) -> str:
    """ "at least 3 separate incidents that were reported"."""
    return str(COUNTS[minimum.counts].number % {"n": minimum.at_least})


def statute_sentences(statute: Statute) -> list[str]:
    """The backstop in the law, which no local rule can take away."""
    met = ngettext(
        "Whatever else is asked for, the law counts the threshold as met once %(n)s qualifying complaint has been "
        "made about the behaviour.",
        "Whatever else is asked for, the law counts the threshold as met once %(n)s qualifying complaints have been "
        "made about the behaviour.",
        statute.complaints,
    )
    qualifies = _(
        "A complaint qualifies if it was made within %(report)s, beginning with the day of the behaviour, and the "
        "review is asked for within %(apply)s, beginning with the day of the complaint."
    )
    lengths = {"report": length_words(statute.report_within), "apply": length_words(statute.apply_within)}
    return [met % {"n": statute.complaints}, qualifies % lengths]


def _numbers(route: Route) -> Iterator[str]:
    for position, minimum in enumerate(route.minimums):
        words = _("At least %(number)s") if position == 0 else _("And at least %(number)s")
        text = words % {"number": minimum_words(minimum)}
        if minimum.hate:
            text = _("%(number)s, motivated by hate") % {"number": text}
        yield sentence(text)
    if not route.minimums:
        yield _("No number of reports is needed: people decide.")


def _times(scheme: Scheme, route: Route) -> Iterator[str]:
    if route.window:
        yield _window(scheme, route.window)
    if route.report_within:
        yield _limit(_("A report counts if it was made within %(length)s of %(since)s."), route.report_within)
    if route.apply_within:
        yield _limit(_("The request must be made within %(length)s of %(since)s."), route.apply_within)
    if route.latest_within:
        yield _limit(
            _("On the day of the request, %(since)s must be no more than %(length)s ago."),
            route.latest_within,
        )
    if route.report_age_at_least:
        yield _("A report counts once it is %(length)s old.") % {
            "length": length_words(route.report_age_at_least)
        }
    if route.different_dates:
        yield _("The incidents must be on different dates.")


def _window(scheme: Scheme, window: Window) -> str:
    what = _("Each report was made") if window.of == "report" else _("Each incident happened")
    length = length_words(window.length)
    if window.forward_from:
        text = _("%(what)s in the %(length)s from %(start)s on.")
        return text % {"what": what, "length": length, "start": WHEN[window.forward_from]}
    if window.back_from == "any":
        return _("%(what)s in one and the same period of %(length)s, whenever that was.") % {
            "what": what,
            "length": length,
        }
    back = _("%(what)s in the %(length)s up to %(end)s, counting both the first and the last day.")
    text = back % {"what": what, "length": length, "end": WHEN[window.back_from]}
    if window.back_from == "application" and scheme.apply and scheme.apply.counts_from == "first_contact":
        text += " " + _(
            "If the request was begun earlier, those months are counted back from the first contact."
        )
    return text


def _limit(text: str, limit: Limit) -> str:
    return text % {"length": length_words(limit.length), "since": WHEN[limit.since]}


def _which(scheme: Scheme, route: Route) -> Iterator[str]:
    if route.reported_to:
        kinds = or_list([str(BODY_KINDS[kind]) for kind in route.reported_to])
        yield _("A report counts if it was made to %(bodies)s.") % {"bodies": kinds}
    if route.linked_by:
        yield str(LINKED_BY[route.linked_by].rule)
    if route.whose != "anyone" or any(minimum.counts in COUNT_REPORTS for minimum in route.minimums[:1]):
        yield str(WHOSE[route.whose].rule)
    if route.hate_only:
        reasons = or_list([code_words(scheme, "hate", code) for code in route.hate_motivations])
        yield _("The incident or crime was motivated by hate because of %(reasons)s.") % {"reasons": reasons}


def _judged(scheme: Scheme, route: Route) -> Iterator[str]:
    for findings in together(route.judged):
        what = or_list([code_words(scheme, "judged", each.code) for each in findings])
        weighs = and_list([code_words(scheme, "factors", code) for code in findings[0].weighs])
        if route.minimums:
            yield _also_found(findings, what, weighs)
            continue
        yield sentence(what) if _says_who(findings) else DECIDED_BY[findings[0].by] % {"what": what}
        if weighs:
            yield _("What is weighed: %(factors)s.") % {"factors": weighs}


def _also_found(findings: list[Judgement], what: str, weighs: str) -> str:
    """What must be found besides a number, by whom, and what they weigh."""
    found = "" if _says_who(findings) else str(FOUND_BY[findings[0].by])
    if found and weighs:
        found = _("%(by)s, weighing %(factors)s") % {"by": found, "factors": weighs}
    elif weighs:
        found = _("weighing %(factors)s") % {"factors": weighs}
    return (_("And %(what)s (%(by)s).") if found else _("And %(what)s.")) % {"what": what, "by": found}


def _says_who(findings: list[Judgement]) -> bool:
    """Whether the finding itself names who asks or decides, so that it reads on its own."""
    return findings[0].by != "applicant" and all(each.code in SAY_WHO for each in findings)

"""The concepts of routes: what is counted, in which windows and limits, and what people find."""

from collections.abc import Callable, Iterator

from casereview.clocks.length import Length
from casereview.schemes import vocabulary
from casereview.schemes.model import Route, Scheme
from casereview.wording.route_terms import COUNTS, LINKED_BY

Uses = Callable[[Scheme], object]
SIX_MONTHS = Length(6, "months")
SINCE = {
    "incident": "of the incident",
    "report": "of the report",
    "first_incident": "of the first incident",
    "first_report": "of the first report",
    "latest_incident": "of the latest incident",
    "latest_report": "of the latest report",
}


def route(asks: Callable[[Route], object]) -> Uses:
    return lambda scheme: any(asks(each) for each in scheme.routes)


def counting() -> Iterator[tuple[str, Uses]]:
    yield "no route: the page does not say when the threshold is met", lambda scheme: not scheme.routes
    yield "several routes, of which one is enough", lambda scheme: len(scheme.routes) > 1
    for code, counted in COUNTS.items():
        yield f'`counts = "{code}"`: {counted.concept}', _counted(code)
    yield "`also`: a second number that the same reports must reach", route(lambda each: each.minimums[1:])
    yield "a number of them of hate", route(lambda each: any(one.hate for one in each.minimums))
    yield "`hate_only`: a route for hate alone", route(lambda each: each.hate_only)
    yield "`whose`: the reports of one person or household", route(lambda each: each.whose != "anyone")
    for code, link in LINKED_BY.items():
        yield f"`linked_by`: {link.cell}", _linked(code)
    yield "`reported_to`: only reports to these kinds of body", route(lambda each: each.reported_to)
    yield "`different_dates`: every one on another date", route(lambda each: each.different_dates)


def _counted(code: str) -> Uses:
    return route(lambda each: code in _counts(each))


def _linked(code: str) -> Uses:
    return route(lambda each: each.linked_by == code)


def _counts(each: Route) -> set[str]:
    return {one.counts for one in each.minimums} or {"none"}


def times() -> Iterator[tuple[str, Uses]]:
    yield "`within`: a window that ends with the request", route(lambda each: _back(each) == "application")
    yield "`within`: a window anywhere (“any six months”)", route(lambda each: _back(each) == "any")
    yield (
        "`within`: a window that ends with the latest of them",
        route(lambda each: (_back(each) or "").startswith("latest")),
    )
    yield (
        "`within`: a window that begins with the first of them",
        route(lambda each: each.window and each.window.forward_from),
    )
    yield (
        "a window of another length than six months",
        route(lambda each: each.window and each.window.length != SIX_MONTHS),
    )
    yield "a route that counts without a window", route(lambda each: each.minimums and not each.window)
    yield "windows of different lengths", lambda scheme: len(_windows(scheme)) > 1
    yield "`report_within`: each reported soon enough", route(lambda each: each.report_within)
    for code, words in SINCE.items():
        yield f"`apply_within`: asked for soon enough, {words}", _limited("apply_within", code)
    for code, words in SINCE.items():
        if code.startswith("latest"):
            yield f"`latest_within`: the day {words} recent enough", _limited("latest_within", code)
    yield "`report_age_at_least`: a report is old enough", route(lambda each: each.report_age_at_least)
    yield (
        "windows counted back from the first contact",
        lambda scheme: scheme.apply and scheme.apply.counts_from == "first_contact",
    )


def _back(each: Route) -> str | None:
    return each.window.back_from if each.window and not each.window.forward_from else None


def _windows(scheme: Scheme) -> set[Length]:
    return {each.window.length for each in scheme.routes if each.window}


def _limited(name: str, since: str) -> Uses:
    return route(lambda each: getattr(each, name) and getattr(each, name).since == since)


def findings() -> Iterator[tuple[str, Uses]]:
    for code in vocabulary.JUDGED:
        yield f"`judged`: `{code}`", _finding(code)
    yield (
        "`judged`: a finding of the area’s own",
        route(lambda each: {one.code for one in each.judged} - set(vocabulary.JUDGED)),
    )
    yield (
        "`any_of`: findings of which one is enough",
        route(lambda each: any(one.either for one in each.judged)),
    )
    yield "`weighs`: what people weigh", route(lambda each: any(one.weighs for one in each.judged))
    for by in ("bodies", "applicant", "lead"):
        yield f"found by the {by}", _found_by(by)
    yield (
        "a condition of one route that another of the same area does not have",
        lambda scheme: len({frozenset(one.code for one in each.judged) for each in scheme.routes}) > 1,
    )


def _finding(code: str) -> Uses:
    return route(lambda each: code in {one.code for one in each.judged})


def _found_by(whom: str) -> Uses:
    return route(lambda each: whom in {one.by for one in each.judged})

"""A scheme's rules in a few words each, for a table in which many areas stand beside each other."""

from collections.abc import Iterator

from casereview.schemes.model import Clock, Route, Scheme, Window
from casereview.schemes.terms import Appeal
from casereview.schemes.unstated import OF_THE_LAW
from casereview.wording.codes import code_words
from casereview.wording.length import length_words, or_list
from casereview.wording.own import said
from casereview.wording.route_terms import LINKED_BY, WHOSE
from casereview.wording.routes import WHEN, minimum_words, together

TIERS = {1: "one tier", 2: "two tiers"}


def route_words(scheme: Scheme, route: Route) -> str:
    """What the route counts, its limits, and what people find."""
    return f"**{route.name}**: {', '.join([*_numbers(route), *_limits(route), *_found(scheme, route)])}"


def _numbers(route: Route) -> Iterator[str]:
    for minimum in route.minimums:
        yield minimum_words(minimum) + (" (motivated by hate)" if minimum.hate else "")
    if not route.minimums:
        yield "no number"
    if route.hate_only:
        yield "of hate"


def _limits(route: Route) -> Iterator[str]:
    if route.window:
        yield _window(route.window)
    if route.report_within:
        since = WHEN[route.report_within.since]
        yield f"each reported within {length_words(route.report_within.length)} of {since}"
    if route.apply_within:
        yield f"asked for within {length_words(route.apply_within.length)} of {WHEN[route.apply_within.since]}"
    if route.latest_within:
        latest = route.latest_within
        yield f"{WHEN[latest.since]} at most {length_words(latest.length)} before"
    if route.report_age_at_least:
        yield f"each {length_words(route.report_age_at_least)} old"
    if route.different_dates:
        yield "on different dates"
    if route.reported_to:
        yield f"to {or_list(route.reported_to)}"
    if route.linked_by:
        yield str(LINKED_BY[route.linked_by].cell)
    if route.whose != "anyone":
        yield str(WHOSE[route.whose].cell)


def _window(window: Window) -> str:
    length = length_words(window.length)
    if window.forward_from:
        return f"in {length} from {WHEN[window.forward_from]} on"
    if window.back_from == "any":
        return f"in any {length}"
    return f"in {length} up to {WHEN[window.back_from]}"


def _found(scheme: Scheme, route: Route) -> Iterator[str]:
    for findings in together(route.judged):
        what = or_list([code_words(scheme, "judged", each.code) for each in findings])
        weighs = [each.replace("_", " ") for each in findings[0].weighs]
        yield f"found by the {findings[0].by}: “{what}”" + (
            f" (weighing {', '.join(weighs)})" if weighs else ""
        )


def own_clocks(scheme: Scheme) -> list[Clock]:
    """The clocks of the file, without those that the law adds to every area."""
    return [clock for name, clock in scheme.clocks.items() if name not in OF_THE_LAW]


def clock_words(clock: Clock) -> str:
    """How long is promised, from when; "" where nothing is, and the time is only measured."""
    if clock.length is None and not clock.until and not clock.says:
        return ""
    if clock.length is None:
        long = "at the next meeting" if clock.until else f"“{said(clock.says)}”"
    else:
        long = length_words(clock.length)
    when = "" if clock.starts else ", from when is not said"
    if clock.counts_back_from:
        when = f" before {WHEN_AHEAD.get(clock.counts_back_from, clock.counts_back_from)}"
    return f"**{clock.name}**: {long}{when}{'' if clock.stated else ' (ours)'}"


WHEN_AHEAD = {"meeting_arranged": "the review meeting", "hearing_arranged": "the hearing"}


def appeal_words(appeal: Appeal | None) -> str:
    """How many tiers there are, and who hears each."""
    if appeal is None:
        return "–"
    tiers, tier = [appeal], appeal
    while tier.then:
        tier = tier.then
        tiers.append(tier)
    hears = "; then ".join(said(each.heard_by) or "nobody is named" for each in tiers)
    return f"{TIERS.get(len(tiers), f'{len(tiers)} tiers')}: {hears}"

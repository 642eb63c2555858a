"""What a scheme leaves unstated, of what its page could have told the people who read it."""

from collections.abc import Callable, Iterator

from casereview.interfaces.command.coverage.short import own_clocks
from casereview.schemes.model import Scheme

# What a promise would be about, by the facts with which it ends.
PROMISES = {
    "when a request is acknowledged": {"acknowledgement_sent"},
    "when the threshold is decided": {"threshold_met", "threshold_not_met", "decision_notice_sent"},
    "when the review is held": {"review_held"},
    "when its outcome is told": {"plan_sent"},
}
BLOCKS: dict[str, Callable[[Scheme], object]] = {
    "who runs it": lambda scheme: scheme.lead,
    "when it can be asked for": lambda scheme: scheme.routes,
    "who may ask": lambda scheme: scheme.apply and scheme.apply.who,
    "how to ask": lambda scheme: scheme.channels,
    "which organisations take part": lambda scheme: scheme.bodies,
    "what it is not for": lambda scheme: scheme.exclusions,
}
# What an example may state like any scheme, and none was found to: said once above the table.
OTHERS: dict[str, Callable[[Scheme], object]] = {
    "how to reach the office": lambda scheme: scheme.contact,
    "support": lambda scheme: scheme.support,
    "a form for risk": lambda scheme: scheme.risk,
    "the meeting": lambda scheme: scheme.meeting,
    "when a letter counts as served": lambda scheme: scheme.notices,
    "how long things are kept": lambda scheme: scheme.timing,
    "the year of the figures": lambda scheme: scheme.figures,
    "how the service signs itself": lambda scheme: scheme.brand,
}


def unstated(scheme: Scheme) -> Iterator[str]:
    """Each thing that the scheme leaves open, in the order of the procedure."""
    yield from (words for words, stated in BLOCKS.items() if not stated(scheme))
    promised = [clock for clock in own_clocks(scheme) if clock.length or clock.until or clock.says]
    for words, facts in PROMISES.items():
        if not any(facts & set(clock.stops) for clock in promised):
            yield words
    yield from (f"from when {clock.name} counts" for clock in promised if not clock.starts)
    if scheme.appeal is None:
        yield "whether there is an appeal"
        return
    if not scheme.appeal.heard_by:
        yield "who hears an appeal"
    if "appeal" not in scheme.clocks:
        yield "the time to appeal"


def stated_by_none(schemes: list[Scheme]) -> list[str]:
    """What none of these schemes states."""
    return [words for words, stated in OTHERS.items() if not any(stated(scheme) for scheme in schemes)]

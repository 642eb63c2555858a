"""The blocks of a scheme that say when the threshold is met: `[[route]]` and `[statute]`."""

from typing import Any

from casereview.clocks.length import Length
from casereview.schemes.model import BODY_KINDS, Judgement, Limit, Minimum, Route, Statute, Window
from casereview.schemes.reading import Block
from casereview.schemes.vocabulary import FACTORS, JUDGED

COUNTED = ("incidents", "reports", "people", "households", "groups", "dates", "none")
LATEST = ("latest_incident", "latest_report")
SINCE = ("incident", "report", "first_incident", "first_report", *LATEST)
BACK_FROM = ("application", "latest_incident", "latest_report", "any")
FORWARD_FROM = ("first_incident", "first_report")
# The threshold counts calendar time, as the Act does: a working day depends on who works.
CALENDAR = ("days", "weeks", "months")
FROM_THE_FIRST = (
    " For a time that begins with the first one: "
    'within = { months = 1, of = "report", forward_from = "first_incident" }.'
)
LINKS = ("problem", "location", "culprit", "incident")
FINDERS = ("bodies", "applicant", "lead", "panel")
ON_A_ROUTE = FINDERS[:-1]  # the panel that hears appeals decides no request


def read_route(block: Block, hate: tuple[str, ...]) -> Route:
    route = Route(
        name=block.text("name", required=True) or "",
        title=block.words("title"),
        source=block.source(),
        minimums=_minimums(block),
        whose=block.choice("whose", ("person", "household", "anyone")) or "anyone",
        window=_window(block.block("within")),
        report_within=_limit(block.block("report_within"), "incident", ("incident",), FROM_THE_FIRST),
        apply_within=_limit(block.block("apply_within"), "report", SINCE),
        latest_within=_limit(block.block("latest_within"), "latest_report", LATEST),
        report_age_at_least=block.length("report_age_at_least", units=CALENDAR),
        reported_to=block.codes("reported_to", BODY_KINDS) or None,
        linked_by=block.choice("linked_by", LINKS),
        different_dates=block.truth("different_dates") or False,
        hate_only=block.truth("hate_only") or False,
        hate_motivations=hate,
        judged=read_judged(block, ON_A_ROUTE),
    )
    if not route.minimums and not route.judged:
        block.fault("a route without a number needs judged = […], else everything would meet it.")
    block.finish()
    return route


def read_judged(block: Block, finders: tuple[str, ...] = FINDERS) -> tuple[Judgement, ...]:
    """`judged = [{ code = "feels_ignored", by = "applicant" }]`; by the bodies where it is not said.

    `{ any_of = ["no_action", "feels_ignored"] }` are findings of which one is enough. finders: who can be meant here;
    whoever else of FINDERS is named is refused.
    """
    found: dict[str, Judgement] = {}
    for at, item in enumerate(block.blocks("judged", "code"), start=1):
        either = "any_of" in item.table
        codes = _found(item, either=either)
        item.ask("by", "word", known=finders)
        by, weighs = item.choice("by", FINDERS), item.codes("weighs", FACTORS)
        if by and by not in finders:
            item.refuse(
                '"panel" is the one that hears appeals, and decides no request: write "bodies" for the organisations '
                'that sit on a review panel, or "lead" for the office that co-ordinates.',
                "by",
            )
        for code in codes:
            if code in found:
                item.fault(f'"{code[:40]}" stands here twice.', "any_of" if either else "code")
            found[code] = Judgement(code, by or "bodies", at if either else 0, weighs)
        item.finish()
    return tuple(found.values())


def _found(item: Block, *, either: bool) -> tuple[str, ...]:
    """The finding that must be so, or those of which one is enough."""
    item.ask("code", "word", required=True, known=JUDGED, own=True)
    several = item.codes("any_of", ours=JUDGED)
    if not either:
        return (item.text("code", required=True) or "",)
    if len(several) == 1:
        item.fault('any_of needs two findings at least: a single one is code = "…".', "any_of")
    if item.text("code"):
        item.fault("a finding has a code, or any_of several, not both.", "any_of")
    return several


def read_statute(block: Block) -> Statute:
    """Section 104(4): `complaints`, and the two windows that make a complaint a qualifying one."""
    none = Length(0, "months")  # stands in for a missing length, which is a fault already
    statute = Statute(
        complaints=block.number("complaints", required=True) or 0,
        report_within=block.length("report_within", required=True, units=CALENDAR) or none,
        apply_within=block.length("apply_within", required=True, units=CALENDAR) or none,
        source=block.source(),
    )
    block.finish()
    return statute


def _minimums(block: Block) -> tuple[Minimum, ...]:
    """The number that the route leads with, then those under `also` that the same reports must reach."""
    counts = block.choice("counts", COUNTED, required=True)
    further = block.blocks("also")
    if counts == "none":
        if block.table.get("at_least") is not None or further:
            block.fault(
                'counts = "none" is a route that people judge: it has no at_least and no also.', "counts"
            )
        block.ask("at_least", "number")
        return ()
    first = _minimum(block, counts, hate=False)
    return (first, *(_further(item) for item in further))


def _further(block: Block) -> Minimum:
    counts = block.choice("counts", COUNTED[:-1], required=True)
    minimum = _minimum(block, counts, hate=block.truth("hate") or False)
    block.finish()
    return minimum


def _minimum(block: Block, counts: str | None, *, hate: bool) -> Minimum:
    at_least = block.number("at_least", required=True) or 1
    return Minimum(counts or "reports", at_least, hate)  # type: ignore[arg-type]  # one of COUNTED


def _window(block: Block | None) -> Window | None:
    if block is None:
        return None
    length = block.length_here(required=True, units=CALENDAR)
    of = block.choice("of", ("incident", "report"), required=True)
    back = _from(block, "back_from", BACK_FROM, "forward_from", FORWARD_FROM)
    forward = _from(block, "forward_from", FORWARD_FROM, "back_from", BACK_FROM)
    if back and forward:
        block.fault(
            "a window is counted back_from something or forward_from something, not both.", "forward_from"
        )
    block.finish()
    return None if length is None else Window(length, of or "report", back or "application", forward)


def _from(block: Block, key: str, known: tuple[str, ...], other: str, others: tuple[str, ...]) -> Any:
    """From when a window is counted. A word that only the `other` key may have is sent there."""
    word = block.plain_quietly(key)
    if word not in others or word in known:
        return block.choice(key, known)
    block.text(key)
    block.fault(f'write {other} = "{word}": {key} is one of {", ".join(known)}.', key)
    return None


def _limit(block: Block | None, since: str, held_to: tuple[str, ...], else_: str = "") -> Limit | None:
    """`{ months = 1, since = "incident" }`; each limit has the `since` that most pages mean.

    held_to: the ones that it can be held to; else_: what says a time from another one.
    """
    if block is None:
        return None
    length = block.length_here(required=True, units=CALENDAR)
    block.ask("since", "word", known=held_to)
    begins = block.choice("since", SINCE) or since
    if begins not in held_to:
        block.refuse(f"expected {' or '.join(held_to)} here, not {begins}.{else_}", "since")
    block.finish()
    return None if length is None else Limit(length, begins)  # type: ignore[arg-type]  # one of SINCE

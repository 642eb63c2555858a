"""The language's concepts, one a line, each with a question that tells whether a scheme uses it."""

from collections.abc import Callable, Iterator

from casereview.interfaces.command.coverage.route_concepts import Uses, counting, findings, times
from casereview.interfaces.command.coverage.short import own_clocks
from casereview.schemes import vocabulary
from casereview.schemes.model import Clock
from casereview.schemes.promises import ALL_OF


def clock(asks: Callable[[Clock], object]) -> Uses:
    return lambda scheme: any(asks(each) for each in own_clocks(scheme))


def _owed_by(whom: str) -> Uses:
    return clock(lambda each: each.owed_by == whom)


def _clocks() -> Iterator[tuple[str, Uses]]:
    yield "a promise in working days", clock(lambda each: each.length and each.length.unit == "working_days")
    yield "a promise in days", clock(lambda each: each.length and each.length.unit == "days")
    yield "a promise in weeks", clock(lambda each: each.length and each.length.unit == "weeks")
    yield "a promise for the same working day", clock(lambda each: each.length and not each.length.amount)
    yield '`starts = "unstated"`: from when is not said', clock(lambda each: not each.starts)
    yield (
        "counted from the request",
        clock(lambda each: each.length and "application_received" in each.starts),
    )
    yield (
        "counted from another fact",
        clock(lambda each: each.length and each.starts and "application_received" not in each.starts),
    )
    yield (
        "waits for the last of several answers",
        clock(lambda each: {*each.starts, *each.stops} & ALL_OF.keys()),
    )
    yield "`counts_back_from`: before a day that lies ahead", clock(lambda each: each.counts_back_from)
    yield "`next_meeting`: at the next meeting of a standing group", clock(lambda each: each.until)
    yield "`says`: words where there is no number", clock(lambda each: each.says)
    yield (
        '`starts_on = "served"`: from when a letter counts as served',
        clock(lambda each: each.starts_on == "served"),
    )
    yield (
        "only measured: no time is promised",
        clock(lambda each: not (each.length or each.until or each.says)),
    )
    for who in ("bodies", "applicant", "panel"):
        yield f"owed by the {who}", _owed_by(who)
    yield "`chase`: reminders", clock(lambda each: each.chase)
    yield "`survives_close`: runs on after the case is closed", clock(lambda each: each.survives_close)


def _appeal() -> Iterator[tuple[str, Uses]]:
    def appeal(asks: Callable[..., object]) -> Uses:
        return lambda scheme: scheme.appeal and asks(scheme.appeal)

    yield "`[appeal]`", lambda scheme: scheme.appeal
    yield "grounds of the area’s own", appeal(lambda each: set(each.grounds) - set(vocabulary.GROUNDS))
    yield "`lodged_with`: it goes to others than hear it", appeal(lambda each: each.lodged_with)
    yield "`consent`: agreement to its being passed on", appeal(lambda each: each.consent)
    yield "`written`: reasons in writing", appeal(lambda each: each.written)
    yield "`barred_while`: not while something still runs", appeal(lambda each: each.barred_while)
    yield "`judged`: something must be found before it is heard", appeal(lambda each: each.judged)
    yield "`then`: a second appeal", appeal(lambda each: each.then)


def _around() -> Iterator[tuple[str, Uses]]:
    yield "`[decision]`: how many people decide, from how many bodies", lambda scheme: scheme.decision
    yield "a body called in only at times", lambda scheme: any(each.when for each in scheme.bodies)
    yield "consent is asked of whom another acts for", lambda scheme: scheme.apply and scheme.apply.consent
    yield "that consent in writing", lambda scheme: scheme.apply and scheme.apply.consent == "written"
    yield (
        "anonymous requests are taken, or not",
        lambda scheme: scheme.apply and scheme.apply.anonymous is not None,
    )
    yield "`[[exclusion]]`: what it is not for", lambda scheme: scheme.exclusions
    yield "Welsh", lambda scheme: "cy" in scheme.language
    yield "`[group]`: a group that meets at times of its own", lambda scheme: scheme.group
    yield "`[[only_words]]`: what no rule carries out", lambda scheme: scheme.only_words
    yield "a reading of ours besides the first day", lambda scheme: len(scheme.readings) > 1


CONCEPTS: dict[str, Callable[[], Iterator[tuple[str, Uses]]]] = {
    "What is counted": counting,
    "Windows and limits": times,
    "What people find": findings,
    "What is promised": _clocks,
    "Appeals": _appeal,
    "Around them": _around,
}

"""Assessing applications of six reports each by County Durham's rules, beside loops written for just those."""

import random
import time
from collections.abc import Callable
from datetime import date, timedelta

from bench.by_hand.answers import answers
from bench.by_hand.receipts import receipt
from casereview.schemes.application import Application, Incident, Person, Report, When
from casereview.schemes.load import by_name
from casereview.schemes.model import Scheme
from casereview.schemes.receipt import Receipt
from casereview.schemes.threshold import assess

HOW_MANY, REPORTS, ROUNDS = 1000, 6, 5
AIM = 2  # times what the loop takes
DAY = date(2026, 11, 20)


def measure(say: Callable[[str], object]) -> None:
    """All in turn, several rounds of each, and of each the quickest: what else the machine does only slows."""
    scheme, applications = by_name("durham", DAY), invented(HOW_MANY)
    _same(scheme, applications)
    ways = (
        lambda one: assess(scheme, one),
        lambda one: receipt(one, scheme.starts),
        answers,
    )
    rounds = [[_took(way, applications) for way in ways] for _round in range(ROUNDS)]
    rules, loop, bare = (min(each) / HOW_MANY for each in zip(*rounds, strict=True))
    say(f"\nThreshold, {REPORTS} reports each: {1 / rules:.0f} applications a second and core")
    say(
        f"  a loop for these routes alone, with the same receipts: {1 / loop:.0f};"
        f" {rules / loop:.2f} times (aim: ≤ {AIM})"
    )
    say(f"  the same loop without a word of why: {1 / bare:.0f}; {rules / bare:.2f} times")


def _same(scheme: Scheme, applications: list[Application]) -> None:
    """The loops must find what the rules find, reasons and all."""
    for each in applications:
        found = assess(scheme, each)
        if found != receipt(each, scheme.starts) or _answers(found) != answers(each):
            raise AssertionError(f"a loop written by hand answers otherwise, as for {each}")


def _answers(receipt: Receipt) -> list[bool | None]:
    return [*(route.met for route in receipt.routes), receipt.statute.met]


def _took(work: Callable[[Application], object], applications: list[Application]) -> float:
    """Seconds of this process."""
    start = time.process_time()
    for each in applications:
        work(each)
    return time.process_time() - start


def invented(count: int) -> list[Application]:
    """So many, the same at each run: a tenth of what they tell is vague or not known."""
    chance = random.Random(1)  # noqa: S311 - invented applications
    return [_application(chance, DAY - timedelta(days=chance.randrange(60))) for _each in range(count)]


def _application(chance: random.Random, received: date) -> Application:
    people = tuple(Person(f"p{n}", chance.choice((None, "own"))) for n in range(chance.choice((1, 1, 2, 6))))
    incidents = tuple(
        Incident(
            f"i{n}",
            on=_when(chance, received - timedelta(days=chance.randrange(20, 240)), 0.9),
            problem=chance.choice(("noise", "noise", "noise", None)),
            hate=chance.choice(((), (), None, ("race",))),
        )
        for n in range(chance.choice((3, 4, 6)))
    )
    reports = tuple(
        Report(
            f"r{n}",
            incident=incidents[n % len(incidents)].id,
            by=chance.choice(people).id if chance.random() < 0.95 else None,
            to=chance.choice(("council", "police", "landlord", "council", "health", "other", None)),
            on=_when(chance, received - timedelta(days=chance.randrange(200)), 0.95),
        )
        for n in range(REPORTS)
    )
    judged = {"no_or_inadequate_response": chance.choice((True, None, False)), "feels_ignored": True}
    return Application(received, None, people[0].id, people, incidents, reports, judged)


def _when(chance: random.Random, day: date, exactly: float) -> When:
    if chance.random() < exactly:
        return When.on(day)
    return When(day, day + timedelta(days=6)) if chance.random() < 0.7 else When()

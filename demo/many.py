"""Any number of invented cases, for measuring: most of them over, some at every point of the first half."""

import random
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from casereview.cases.saving import Rows
from demo.casework import decide, reach_out, signs, up_to_views
from demo.cast import Cast
from demo.copies import copied
from demo.rehearsal import Rehearsal, save
from demo.stage import Stage, application, incident

TOGETHER = 200  # cases saved in one transaction: what is held in memory at a time
FIRST = ("Robin", "Amara", "Pat", "Jean", "Ivy", "Tom", "Bea", "Remi", "Dora", "Hal", "Lee", "Chris")
LAST = ("Marsh", "Obi", "Dixon", "Storey", "Moss", "Gray", "Noble", "Cole", "King", "Booth", "Carr")
STREETS = ("Mill Road", "Church Lane", "Front Street", "Cross Row", "Elm Court", "Station Road", "Quarry Row")
TOWNS = ("Durham", "Stanley", "Crook", "Shildon", "Seaham", "Peterlee", "Willington", "Stanhope")
PROBLEMS = ("Banging and shouting most nights", "Off-road bikes in the close", "Bins set alight", "Threats")


def build_many(count: int, today: date, lot: int = 0, told: Callable[[int], None] = print) -> None:
    """Add that many cases to the areas of demo.place. lot: another number makes other cases. told: hears how many."""
    cases = _cases(count, today, lot)
    done = 0
    while together := list(islice(cases, TOGETHER)):
        save(together)
        done += len(together)
        told(done)


def _cases(count: int, today: date, lot: int) -> Iterator[Rows]:
    """Twenty are open, or one in twenty if that is more. The others are over: one in ten is told, nine copy it."""
    cast, chance, still_open = Cast(), random.Random(lot), max(20, count // 20)  # noqa: S311 - invented cases
    for number in range(count):
        if number < still_open:
            stage = Rehearsal(f"many-{lot}-{number}", today, cast=cast)
            _apply(stage, chance, chance.randrange(1, 30), incidents=3)
            _as_far_as_it_got(stage, chance)
        elif number % 10 == 0 or number == still_open:
            stage = Rehearsal(f"many-{lot}-{number}", today, cast=cast)
            _apply(stage, chance, chance.randrange(90, 1200), incidents=1)
            _over(stage, chance)
        else:
            yield copied(stage.rows, f"many-{lot}-{number}")
            continue
        yield stage.rows


def _apply(stage: Stage, chance: random.Random, days_ago: int, incidents: int) -> None:
    """So many incidents, each reported once: three meet the threshold, one does not."""
    stage.days_ago(days_ago, chance.randrange(8, 22))
    place = f"{chance.randrange(1, 200)} {chance.choice(STREETS)}, {chance.choice(TOWNS)}"
    told = [
        (days_ago + 20 * n + chance.randrange(3, 15), chance.choice(("council", "police")))
        for n in range(incidents)
    ]
    stage.apply(
        application(
            stage,
            name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
            address=place,
            place=place,
            problem=f"{chance.choice(PROBLEMS)}, at {place}.",
            impact="I cannot sleep and have missed work.",
            incidents=[incident(stage, days, "It happened again", [(body, days - 1)]) for days, body in told],
        )
    )


def _as_far_as_it_got(stage: Stage, chance: random.Random) -> None:
    days = (stage.today - stage.at.date()).days
    if days > 12 and chance.random() < 0.7:
        up_to_views(stage)
    elif days > 3 and chance.random() < 0.8:
        reach_out(stage)
    elif chance.random() < 0.5:
        stage.do("triage_risk", **signs(), risk=chance.choice(("high", "medium", "standard")), notes="")


def _over(stage: Stage, chance: random.Random) -> None:
    """Most were withdrawn early; of those decided, each was closed once nobody could appeal any more."""
    start = (stage.today - stage.at.date()).days
    if chance.random() < 0.9:
        stage.do("triage_risk", **signs(), risk="standard", notes="")
        stage.days_ago(start - 5)
        stage.do("withdraw", withdrawn_by="applicant", safe="yes", pressed="no", notes="They have moved.")
        stage.do("close", notes="")
    else:
        up_to_views(stage, result="not_met")
        decide(stage, "not_met", reasons="The council has dealt with it.")
        stage.days_ago(start - 60)
        stage.do("close", notes="No appeal was made.")

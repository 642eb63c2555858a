"""A route, and an application that it turns on: about as many reports as it needs, most of which count.

Wholly random applications seldom come near a random route, so that a rule which is dropped changes no answer.
"""

from dataclasses import replace

from hypothesis import strategies as st

from casereview.schemes.application import UNKNOWN_DAY, Application, Incident, Person, Report, When
from tests.rooms.schemes.applications import DAYS, RANGES, RECEIVED, known, number
from tests.rooms.schemes.routes import routes

ANN, BOB, CEM, DEE = people = (Person("Ann", "No. 4"), Person("Bob", "No. 4"), Person("Cem"), Person("Dee"))
GOOD = DAYS[4:9]  # from the Act's first day to the day of receipt
OF_A_REPORT = ("by", "to", "incident", "told on")
LOST = (*OF_A_REPORT, "happened on", "hate", "problem", "location", "culprit")


def mostly(usual, *others):
    """Five times in six the first."""
    return known(*[usual] * 5 * len(others), *others)


@st.composite
def close_calls(draw, *lost, has=()):
    """A route that has these limits, and an application of which these facts (of LOST) are unknown somewhere."""
    route = draw(routes(at_most=1 if has else 2, has=has))
    told = max(1, route.minimums[0].at_least + draw(known(0, 0, 0, -1, 1)))
    incidents = [_incident(draw, n) for n in range(told)]
    reports = [_report(draw, n, incidents, route) for n in range(told)]
    for fact in lost:
        _lose(draw, fact, reports if fact in OF_A_REPORT else incidents)
    return route, Application(
        received=RECEIVED,
        first_contact=draw(mostly(None, DAYS[7])),
        applicant=draw(known(None, ANN.id)),
        people=people,
        incidents=tuple(incidents),
        reports=tuple(reports),
    )


def _incident(draw, n):
    return Incident(
        f"i{n}",
        on=When.on(draw(mostly(GOOD[n], *DAYS))),
        problem=draw(mostly("noise", "dogs")),
        location=draw(mostly("the shops", "the park")),
        culprit=draw(mostly("Fay", "Guy")),
        hate=draw(mostly(("race",), (), ("age",))),
    )


def _report(draw, n, incidents, route):
    """Mostly made the same day, by whoever the route needs: the applicant, or each time somebody else."""
    incident = incidents[draw(mostly(n, *range(len(incidents))))]
    asker = people[n % 4] if route.whose == "anyone" else ANN
    return Report(
        f"r{n}",
        incident=incident.id,
        by=draw(mostly(asker, *people)).id,
        to=draw(mostly("police", "council", "health", "other")),
        on=draw(mostly(incident.on, *map(When.on, DAYS))),
    )


def _lose(draw, fact, rows):
    place = draw(number(0, len(rows) - 1))
    field = fact.rpartition(" ")[2]
    value = draw(mostly(UNKNOWN_DAY, *RANGES)) if field == "on" else None
    rows[place] = replace(rows[place], **{field: value})

"""Random applications about the days at which answers change, and ways to take the fog off them.

Strategies are made once: Hypothesis spends most of its time on new ones, and on every draw.
"""

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations

from hypothesis import strategies as st

from casereview.schemes.application import UNKNOWN_DAY, Application, Incident, Person, Report, When

RECEIVED = date(2026, 8, 31)
# Around the window's first day (28 February), the Act's (1 March), one month's end, and the day of receipt.
DAYS = [
    date(2026, 1, 28),
    date(2026, 1, 31),
    date(2026, 2, 27),
    date(2026, 2, 28),
    date(2026, 3, 1),
    date(2026, 7, 30),
    date(2026, 7, 31),
    date(2026, 8, 30),
    date(2026, 8, 31),
    date(2026, 9, 1),
]
EXACT = tuple(When.on(day) for day in DAYS)
# Reports of such incidents on such days often count, or not by a day.
HAPPENED, TOLD = EXACT[3:7], (*EXACT[3:5], *EXACT[6:9])
RANGES = tuple(When(first, last) for first, last in combinations(DAYS, 2))
KINDS = ("council", "police", "landlord", "health", "other")
CODES = ("no_or_inadequate_response", "feels_ignored")
households = st.sampled_from([None, "No. 4", "No. 6"])
lost_days = st.sampled_from([*RANGES, *[UNKNOWN_DAY] * 45])
findings = st.sampled_from([True, True, None, False])
clearer_findings = st.sampled_from([True, False, None])


@cache
def day(likely, fog):
    """Mostly one of the likely days; with fog a fifth are ranges and a fifth unknown."""
    exact = [*EXACT * 3, *likely * (105 // len(likely))]
    return st.sampled_from([*exact, *RANGES, *[UNKNOWN_DAY] * len(RANGES)] if fog else exact)


@cache
def number(least, most):
    return st.integers(least, most)


@cache
def known(*values):
    return st.sampled_from(values)


@cache
def maybe(*values):
    return st.sampled_from([*values * 3, *[None] * len(values)])


def names(letter, count):
    return tuple(f"{letter}{n}" for n in range(count))


def in_turn(n, every, likely):
    """All of them, and where one is likely the n-th four times as often as all others together."""
    return [*([every[n % len(every)]] * 4 * len(every) if likely else ()), *every]


@st.composite
def applications(draw, reports=8, fog=True):
    """An application of Durham's kind, a good part of it unknown; every second one with reports enough to be met."""
    value = maybe if fog else known
    rich = draw(st.booleans())
    likely, bodies = ((HAPPENED, TOLD), KINDS[:3] * 9 + KINDS) if rich else ((EXACT, EXACT), KINDS)
    people = tuple(Person(name, draw(households)) for name in names("p", draw(number(5 if rich else 1, 6))))
    problems = known(None) if draw(st.booleans()) else value("noise", "noise", "dogs")
    happened = tuple(
        Incident(
            name,
            on=draw(day(likely[0], fog)),
            problem=draw(problems),
            hate=draw(value((), (), ("race",))),
        )
        for name in names("i", draw(number(3 if rich else 1, 5)))
    )
    incidents, reporters = [each.id for each in happened], [each.id for each in people]
    told = tuple(
        Report(
            name,
            incident=draw(known(*in_turn(n, incidents, rich))),
            by=draw(value(*in_turn(n, reporters, rich))),
            to=draw(value(*bodies)),
            on=draw(day(likely[1], fog)),
        )
        for n, name in enumerate(names("r", draw(number(reports * 3 // 4 if rich else 0, reports))))
    )
    return Application(
        received=RECEIVED,
        first_contact=draw(known(None, None, date(2026, 8, 28))),
        applicant=draw(known(None, people[0].id)),
        people=people,
        incidents=happened,
        reports=told,
        judged={code: draw(findings) for code in CODES},
    )


@st.composite
def nearly_known(draw, reports=8):
    """An application of which everything is known but two things, so that all readings can be tried."""
    application = draw(applications(reports=reports, fog=False))
    incidents, told = list(application.incidents), list(application.reports)
    for _ in range(2):
        lost = draw(known("on", "problem", "hate", "told on", "by", "to"))
        field = lost.rpartition(" ")[2]
        value = draw(lost_days) if field == "on" else None
        rows = incidents if lost in {"on", "problem", "hate"} else told
        if rows:
            place = draw(number(0, len(rows) - 1))
            rows[place] = replace(rows[place], **{field: value})
    return replace(application, incidents=tuple(incidents), reports=tuple(told))


@st.composite
def cleared(draw, application):
    """The same application with some of its unknowns known, in a way that was possible."""
    incidents = tuple(_cleared_incident(draw, each, application) for each in application.incidents)
    starts = {each.id: each.on.earliest for each in incidents}
    people = maybe(*(each.id for each in application.people))
    reports = []
    for each in application.reports:
        on = _cleared_day(
            draw,
            each.on,
            max(each.on.earliest, starts[each.incident]),
            min(each.on.latest, application.received),
        )
        by, to = each.by or draw(people), each.to or draw(maybe(*KINDS))
        reports.append(replace(each, on=on, by=by, to=to))
    judged = {
        code: draw(clearer_findings) if finding is None else finding
        for code, finding in application.judged.items()
    }
    return replace(application, incidents=incidents, reports=tuple(reports), judged=judged)


def _cleared_day(draw, on, first, last):
    possible = [When.on(day) for day in DAYS if first <= day <= last]
    if on.exact or not possible:
        return on
    return draw(known(*[on] * len(possible), *possible))


def _cleared_incident(draw, incident, application):
    """No later than any report of it, where its days left that open."""
    told = [each.on.latest for each in application.reports if each.incident == incident.id]
    last = min(
        [incident.on.latest, application.received, *(day for day in told if day >= incident.on.earliest)]
    )
    on = _cleared_day(draw, incident.on, incident.on.earliest, last)
    problems = {each.problem for each in application.incidents} - {None}
    problem = incident.problem
    if problems and problem is None:
        problem = draw(maybe(*sorted(problems), "a third"))
    hate = incident.hate
    if hate is None:
        hate = draw(maybe((), ("age",)))
    return replace(incident, on=on, problem=problem, hate=hate)

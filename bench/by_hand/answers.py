"""County Durham's three routes and the law's own count as a plain loop: what the rules as data are measured beside.

The same answers as `assess`, unknowns among them, for this one area and without saying why.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from datetime import date, timedelta

from casereview.clocks.months import months_after, months_back
from casereview.schemes.application import Application
from casereview.schemes.model import HATE_MOTIVATIONS

LOCAL = ("council", "police", "landlord", None)
RELEVANT = (*LOCAL, "health")
NINE = frozenset(HATE_MOTIVATIONS)
ONE = timedelta(days=1)
Answer = bool | None
Told = tuple[bool, Hashable]  # whether it is sure to count, and for what


def answers(application: Application) -> list[Answer]:
    """Whether it is met by the routes individual, hate and community, and by section 104(4)."""
    received = application.received
    window = months_back(min(received, application.first_contact or received), 6)
    act = act_reaches_back_to(received)
    incidents = {each.id: each for each in application.incidents}
    homes = {each.id: (each.household and (each.household,)) or each.id for each in application.people}
    named = any(each.problem is not None for each in application.incidents)
    own: dict[tuple[Hashable, Hashable], list[Told]] = defaultdict(list)
    many: dict[Hashable, list[Told]] = defaultdict(list)
    law: dict[Hashable, list[Told]] = defaultdict(list)
    each_once: dict[Hashable, list[Told]] = defaultdict(list)
    hateful: list[Told] = []
    for place, report in enumerate(application.reports):
        incident, when, to, by = incidents[report.incident or ""], report.on, report.to, report.by
        if max(when.earliest, incident.on.earliest) > received or when.latest < incident.on.earliest:
            continue
        if to not in RELEVANT:
            continue
        first, last = max(when.earliest, incident.on.earliest), min(when.latest, received)
        latest_incident = min(incident.on.latest, last)
        problem = incident.problem if named else ""
        home = None if by is None else homes.get(by, by)
        clear = to is not None and (when.earliest > date.min or when.latest < date.max)
        if last >= window:
            sure = clear and first >= window
            if to in LOCAL:
                own[home, problem].append((sure and home is not None and problem is not None, incident.id))
                many[problem].append((sure and by is not None and problem is not None, by or place))
            if incident.hate is None or not NINE.isdisjoint(incident.hate):
                hateful.append((sure and incident.hate is not None, incident.id))
        if last >= act and months_after(latest_incident, 1) >= max(first, act):
            sure = clear and first >= act and months_after(incident.on.earliest, 1) >= last
            law[problem].append((sure and problem is not None, incident.id))
            each_once[problem].append((sure and problem is not None, place))
    judged, ignored = (
        application.judged.get(code) for code in ("no_or_inadequate_response", "feels_ignored")
    )
    mine = application.applicant and homes.get(application.applicant, application.applicant)
    merged, unmerged = _any(law, 3), _any(each_once, 3)
    return [
        every(_individual(own, mine), judged, ignored),
        every(_enough(hateful, 1), judged),
        every(_any(many, 5), judged),
        merged if merged == unmerged else None,
    ]


def _individual(told: dict[tuple[Hashable, Hashable], list[Told]], mine: Hashable) -> Answer:
    """Three incidents of one problem that one household reported, the applicant's own where we know whose that is."""
    theirs = [key for key in told if mine is None or key[0] in (mine, None)]
    homes = {home for home, problem in theirs if problem is None and home is not None} or {mine}
    problems = {problem for home, problem in theirs if home is None and problem is not None} or {None}
    pairs = {key for key in theirs if None not in key} | {(home, each) for home in homes for each in problems}
    return _best(
        _enough(
            [
                one
                for key in {(home, each), (home, None), (None, each), (None, None)}
                for one in told.get(key, ())
            ],
            3,
        )
        for home, each in pairs
    )


def _any(told: dict[Hashable, list[Told]], needed: int) -> Answer:
    """So many of one problem; those of which we do not know the problem may belong to any."""
    fog = told.get(None, [])
    problems = [each for each in told if each is not None]
    return _best(_enough(told[each] + fog, needed) for each in problems) if problems else _enough(fog, needed)


def _enough(told: list[Told], needed: int) -> Answer:
    """Whether so many different ones are told of for sure; None where it may be."""
    if len({what for sure, what in told if sure}) >= needed:
        return True
    return None if len({what for _sure, what in told}) >= needed else False


def _best(found: Iterable[Answer]) -> Answer:
    every = set(found)
    return True if True in every else None if None in every else False


def every(*found: Answer) -> Answer:
    return False if False in found else None if None in found else True


def act_reaches_back_to(received: date) -> date:
    """The first day of which six months, beginning with it, hold the day of receipt."""
    day = months_back(received, 6)
    while months_after(day, 6) < received:
        day += ONE
    while months_after(day - ONE, 6) >= received:
        day -= ONE
    return day

"""Durham's threshold a second time, for the tests: nothing is left unknown, every reading is tried.

`readings` writes out all the ways in which an application's unknowns may turn out; `answers` then needs only
plain sets and two answers. Written from the page and the Act, without the product's rules.
"""

from dataclasses import replace
from itertools import product

from dateutil.relativedelta import relativedelta

from casereview.schemes.application import Application, When

MONTH, SIX_MONTHS = relativedelta(months=1), relativedelta(months=6)
SOMEBODY_ELSE = "somebody else"
ANOTHER_PROBLEM = "another problem"
BODIES = ("council", "health", "other")  # one that counts everywhere, one under the Act alone, one nowhere


def readings(application, days):
    """Every way in which unknown days (out of `days`), reporters, bodies, problems and motives may turn out.

    A report lies between its incident and the receipt wherever its dates leave that open.
    """
    some_problem = {each.problem for each in application.incidents} - {None}
    problems = [*some_problem, ANOTHER_PROBLEM] if some_problem else [None]
    for incidents in product(*(list(_incident(each, days, problems)) for each in application.incidents)):
        people = [*(person.id for person in application.people), SOMEBODY_ELSE]
        for reports in product(*(list(_report(each, days, people)) for each in application.reports)):
            reading = replace(application, incidents=incidents, reports=reports)
            if all(_in_order(each, application, reading) for each in reports):
                yield reading


def _incident(incident, days, problems):
    for day in _days(incident.on, days):
        for problem in problems if incident.problem is None else [incident.problem]:
            for hate in [(), ("sex",)] if incident.hate is None else [incident.hate]:
                yield replace(incident, on=When.on(day), problem=problem, hate=hate)


def _report(report, days, people):
    for day in _days(report.on, days):
        for by in people if report.by is None else [report.by]:
            for to in BODIES if report.to is None else [report.to]:
                yield replace(report, on=When.on(day), by=by, to=to)


def _days(when, days):
    if when.exact:
        return [when.earliest]
    return [day for day in days if when.earliest <= day <= when.latest]


def _in_order(report, foggy: Application, reading: Application):
    """A report is in order unless its dates as stated left no room for that."""
    before = {each.id: each.on for each in foggy.incidents}
    after = {each.id: each.on for each in reading.incidents}
    stated = next(each.on for each in foggy.reports if each.id == report.id)
    start = before[report.incident].earliest
    possible = max(start, stated.earliest) <= min(stated.latest, foggy.received)
    return not possible or after[report.incident].earliest <= report.on.earliest <= foggy.received


def answers(application):
    """By route (and "statute", merged and not): are there enough? Everything in `application` is known."""
    received, first = application.received, application.first_contact or application.received
    incidents = {each.id: each for each in application.incidents}
    household = {each.id: each.household or f"alone: {each.id}" for each in application.people}
    window, statute = [], []
    for report in application.reports:
        day, incident = report.on.earliest, incidents[report.incident]
        if not incident.on.earliest <= day <= received:
            continue
        if day >= first - SIX_MONTHS:
            window.append((report, incident))
        if day <= incident.on.earliest + MONTH and received <= day + SIX_MONTHS and report.to != "other":
            statute.append((report, incident))
    local = [(r, i) for r, i in window if r.to in {"council", "police", "landlord"}]
    problems = {incident.problem for incident in incidents.values()}
    homes = {household.get(application.applicant)} if application.applicant else {*household.values(), None}
    individual = any(
        len({i.id for r, i in local if i.problem == problem and household.get(r.by) == home}) >= 3
        for problem in problems
        for home in homes
    )
    return {
        "individual": individual,
        "hate": any(i.hate and r.to != "other" for r, i in window),
        "community": any(len({r.by for r, i in local if i.problem == each}) >= 5 for each in problems),
        "merged": any(len({i.id for _, i in statute if i.problem == each}) >= 3 for each in problems),
        "unmerged": any(len([r for r, i in statute if i.problem == each]) >= 3 for each in problems),
    }

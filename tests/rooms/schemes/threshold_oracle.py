"""Durham's threshold a second time, for the tests: with nothing left unknown it needs only plain sets and two answers.

Written from the page and the Act, without the product's rules. `readings` writes out what may be unknown.
"""

from dateutil.relativedelta import relativedelta

MONTH, SIX_MONTHS = relativedelta(months=1), relativedelta(months=6)


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

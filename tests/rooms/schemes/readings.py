"""Every way in which what is unknown of an application may turn out, for the tests that compare with plain answers."""

from dataclasses import replace
from itertools import product

from casereview.schemes.application import UNKNOWN_DAY, Application, Incident, When

SOMEBODY_ELSE = "somebody else"
ANOTHER = {"problem": "another problem", "location": "another place", "culprit": "somebody unnamed"}
BODIES = ("council", "health", "other")  # one that counts everywhere, one under the Act alone, one nowhere


def readings(application, days):
    """Every way in which unknown days (out of `days`), incidents, reporters, bodies, links and motives may turn out.

    A report lies between its incident and the receipt wherever its dates leave that open.
    """
    links = {name: _known(application, name) for name in ANOTHER}
    for incidents in product(*(list(_incident(each, days, links)) for each in application.incidents)):
        people = [*(person.id for person in application.people), SOMEBODY_ELSE]
        happened = {each.id: each for each in incidents}
        for told in product(*(list(_report(each, days, people, happened)) for each in application.reports)):
            reports, further = zip(*told, strict=True) if told else ((), ())
            reading = replace(application, incidents=(*incidents, *filter(None, further)), reports=reports)
            if all(_in_order(each, application, reading) for each in reports):
                yield reading


def _known(application, name):
    """The values that an unknown problem, place or person may have; None alone where none is named."""
    named = {getattr(each, name) for each in application.incidents} - {None}
    return [*sorted(named), ANOTHER[name]] if named else [None]


def _incident(incident, days, links):
    unknown = {name: values for name, values in links.items() if getattr(incident, name) is None}
    for day in _days(incident.on, days):
        for linked in product(*unknown.values()):
            for hate in [(), ("sex",)] if incident.hate is None else [incident.hate]:
                yield replace(incident, on=When.on(day), hate=hate, **dict(zip(unknown, linked, strict=True)))


def _report(report, days, people, happened):
    """The report with, where nobody knows which incident it is of, one that nobody else has told of."""
    for day in _days(report.on, days):
        for by in people if report.by is None else [report.by]:
            for to in BODIES if report.to is None else [report.to]:
                known = replace(report, on=When.on(day), by=by, to=to)
                if report.incident is not None:
                    yield known, None
                else:
                    further = Incident(f"only of {report.id}", When.on(day), **ANOTHER, hate=())
                    for incident in (*happened.values(), further):
                        yield (
                            replace(known, incident=incident.id),
                            further if incident is further else None,
                        )


def _days(when, days):
    if when.exact:
        return [when.earliest]
    return [day for day in days if when.earliest <= day <= when.latest]


def _in_order(report, foggy: Application, reading: Application):
    """A report is in order unless its dates as stated left no room for that."""
    before = {each.id: each.on for each in foggy.incidents}
    after = {each.id: each.on for each in reading.incidents}
    stated = next(each for each in foggy.reports if each.id == report.id)
    start = before.get(stated.incident, UNKNOWN_DAY).earliest
    possible = max(start, stated.on.earliest) <= min(stated.on.latest, foggy.received)
    return not possible or after[report.incident].earliest <= report.on.earliest <= foggy.received

"""The reports of an application made ready for every route: each with its incident, household and days."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from casereview.schemes.application import Application, Incident, Report, When

NO_INCIDENT = Incident("")  # of which nothing is known
ONLY_PROBLEM = ""  # where no incident names a problem, all are one


@dataclass(slots=True)  # not frozen, which would double the time to make one: nobody changes it
class Row:
    """A report and what it leads to. Its days hold possible readings only: incident, report, receipt, in order.

    `impossible` is the rule that no reading satisfies. Of the others None is what nobody knows.
    """

    index: int
    report: Report
    incident: Incident
    incident_id: str | None
    person: str | None  # who reported
    household: str | None  # of whoever lives with nobody that we know of, one of their own
    home: str | None  # the household that somebody said
    problem: str | None
    location: str | None
    culprit: str | None
    report_on: When
    incident_on: When
    impossible: str | None
    exact: bool  # both days are known
    undated: bool  # nothing was said of the day of the report
    whole: bool  # it is known which incident, by whom and to which body
    place: int = 0  # among all, the earliest report first
    anything: ClassVar[str] = ""  # the same for all: where a route does not ask

    def hate(self, motivations: tuple[str, ...]) -> bool | None:
        """Whether the incident was motivated by one of these; None where nobody knows."""
        hate = self.incident.hate
        return None if hate is None else any(motive in motivations for motive in hate)


@dataclass(slots=True)
class Rows:
    """All reports of an application, and its applicant with their household where one is given."""

    rows: list[Row]
    household: str | None
    applicant: str | None = None


def rows_of(application: Application) -> Rows:
    incidents = {incident.id: incident for incident in application.incidents}
    homes = {person.id: person.household for person in application.people}
    one_problem = all(incident.problem is None for incident in application.incidents)
    received = application.received
    rows = []
    for index, report in enumerate(application.reports):
        incident = NO_INCIDENT if report.incident is None else incidents[report.incident]
        told, happened, impossible = _possible(report.on, incident.on, received)
        rows.append(
            Row(
                index,
                report,
                incident,
                report.incident,
                report.by,
                _household(homes, report.by),
                homes.get(report.by) if report.by else None,
                ONLY_PROBLEM if one_problem else incident.problem,
                incident.location,
                incident.culprit,
                told,
                happened,
                impossible,
                exact=told.earliest == told.latest and happened.earliest == happened.latest,
                undated=report.on.earliest == date.min and report.on.latest == date.max,
                whole=None not in (report.incident, report.by, report.to),
            )
        )
    for place, row in enumerate(sorted(rows, key=_earliest)):
        row.place = place
    return Rows(rows, _household(homes, application.applicant), application.applicant)


def _earliest(row: Row) -> tuple[bool, date, date, int]:
    """The day of the report, as early as it may be; one of no known day comes last."""
    day = row.report_on
    return day.earliest == date.min, day.earliest, day.latest, row.index


def _household(homes: dict[str, str | None], person: str | None) -> str | None:
    """Persons without a household are one of their own."""
    if person is None:
        return None
    home = homes.get(person)
    return f"person {person}" if home is None else f"household {home}"


def _possible(report: When, incident: When, received: date) -> tuple[When, When, str | None]:
    """Both days without their impossible readings, and the rule that is broken where none is left."""
    first, last = max(report.earliest, incident.earliest), min(report.latest, received)
    if first > received:
        return report, incident, "after_receipt"
    if report.latest < incident.earliest:
        return report, incident, "before_incident"
    if first != report.earliest or last != report.latest:
        report = When(first, last)
    if incident.latest > last:
        incident = When(incident.earliest, last)
    return report, incident, None

"""The reports of an application made ready for every route: each with its incident, household and days."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from casereview.schemes.application import UNKNOWN_DAY, Application, Incident, Report, When

Link = Literal["problem", "location", "culprit"]
ONLY_PROBLEM = ""  # where no incident names a problem, all are one


@dataclass(slots=True)  # not frozen, which would double the time to make one: nobody changes it
class Row:
    """A report and what it leads to. Its days hold possible readings only: incident, report, receipt, in order.

    `impossible` is the rule that no reading satisfies. `household` and `problem` are None where unknown.
    """

    index: int
    report: Report
    incident: Incident | None
    household: str | None
    problem: str | None
    report_on: When
    incident_on: When
    impossible: str | None
    exact: bool  # both days are known

    def link(self, linked_by: Link) -> str | None:
        if linked_by == "problem":
            return self.problem
        return getattr(self.incident, linked_by) if self.incident else None

    def hate(self, motivations: tuple[str, ...]) -> bool | None:
        """Whether the incident was motivated by one of these; None where nobody knows."""
        if self.incident is None or self.incident.hate is None:
            return None
        return any(motive in motivations for motive in self.incident.hate)


@dataclass(frozen=True, slots=True)
class Rows:
    """All reports of an application, and its applicant with their household where one is given."""

    rows: tuple[Row, ...]
    household: str | None
    applicant: str | None = None


def rows_of(application: Application) -> Rows:
    incidents = {incident.id: incident for incident in application.incidents}
    households = {
        person.id: f"person {person.id}" if person.household is None else f"household {person.household}"
        for person in application.people
    }
    one_problem = all(incident.problem is None for incident in application.incidents)
    rows = []
    for index, report in enumerate(application.reports):
        incident = None if report.incident is None else incidents[report.incident]
        happened = incident.on if incident else UNKNOWN_DAY
        problem = ONLY_PROBLEM if one_problem else incident.problem if incident else None
        home = _household(households, report.by)
        told, happened, impossible = _possible(report.on, happened, application.received)
        exact = told.earliest == told.latest and happened.earliest == happened.latest
        rows.append(Row(index, report, incident, home, problem, told, happened, impossible, exact))
    return Rows(tuple(rows), _household(households, application.applicant), application.applicant)


def _household(households: dict[str, str], person: str | None) -> str | None:
    return None if person is None else households.get(person) or f"person {person}"


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

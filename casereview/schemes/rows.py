"""The reports of an application made ready for every route: each with its incident, household and days."""

from dataclasses import dataclass
from typing import Literal

from casereview.schemes.application import UNKNOWN_DAY, Application, Incident, Report, When

Link = Literal["problem", "location", "culprit"]
ONLY_PROBLEM = ""  # where no incident names a problem, all are one


@dataclass(frozen=True, slots=True)
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
    households = {person.id: person.household for person in application.people}
    one_problem = all(incident.problem is None for incident in application.incidents)

    def household(person: str | None) -> str | None:
        if person is None:
            return None
        shared = households.get(person)
        return f"person {person}" if shared is None else f"household {shared}"

    def row(index: int, report: Report) -> Row:
        incident = None if report.incident is None else incidents[report.incident]
        days = _possible(
            report.on, incident.on if incident else UNKNOWN_DAY, When(latest=application.received)
        )
        problem = ONLY_PROBLEM if one_problem else incident.problem if incident else None
        return Row(index, report, incident, household(report.by), problem, *days)

    rows = tuple(row(index, report) for index, report in enumerate(application.reports))
    return Rows(rows, household(application.applicant), application.applicant)


def _possible(report: When, incident: When, until: When) -> tuple[When, When, str | None]:
    """Both days without their impossible readings, and the rule that is broken where none is left."""
    if max(report.earliest, incident.earliest) > until.latest:
        return report, incident, "after_receipt"
    if report.latest < incident.earliest:
        return report, incident, "before_incident"
    report = When(max(report.earliest, incident.earliest), min(report.latest, until.latest))
    if incident.latest > report.latest:
        incident = When(incident.earliest, report.latest)
    return report, incident, None

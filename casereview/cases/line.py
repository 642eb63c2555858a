"""One line of a chronology, and every line that the application and the bodies' returns have told (MISSION C2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casereview.cases.models import Entry, Incident, Report
from casereview.cases.record import Record

APPLICANT = "applicant"  # who told a line, where it was no body
Answered = Literal["yes", "no", "not_known"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened.

    key: such as "report:<id>", by which lines are joined. kind: incident, report, action, contact or other.
    since and until: London dates, both inclusive, equal for an exact day, None where it is not known; as_told: its
    words. told_by: a body's holder, or "applicant". to: of a report, the holder of the body it was made to, or "".
    about: of a report, what had happened, as the applicant told it. outcome: what came of it, as told. scope:
    "application" where the applicant may be shown it, else "restricted".
    answered: of a report, whether something came of it. same: lines that tell the same, joined by a body or a person.
    joined: the facts by which a person joined them.
    """

    key: str
    kind: str
    what: str
    told_by: str
    since: date | None = None
    until: date | None = None
    as_told: str = ""
    to: str = ""
    about: str = ""
    outcome: str = ""
    reference: str = ""
    scope: str = "application"
    answered: Answered | None = None
    same: tuple["Line", ...] = ()
    joined: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What it says of itself, else what it was about."""
        return self.what or self.about

    @property
    def holders(self) -> frozenset[str]:
        """Everybody who told it, and whom it was told to."""
        told = {each for line in (self, *self.same) for each in (line.told_by, line.to)}
        return frozenset(told - {"", APPLICANT})


def told(record: Record) -> Iterable[Line]:
    """Each as it was told, in no order, the same told by several as often as it was told."""
    for incident in record.incidents:
        yield _incident(incident)
    happened = {incident.id: incident.what for incident in record.incidents}
    for report in record.reports:
        yield _report(report, happened.get(report.incident_id, ""))
    for entry in record.standing(record.entries):
        yield _entry(entry)


def _incident(incident: Incident) -> Line:
    return Line(
        key=f"incident:{incident.id}",
        kind="incident",
        what=incident.what,
        told_by=APPLICANT,
        since=incident.on_from or incident.on_to,
        until=incident.on_to or incident.on_from,
        as_told=incident.as_told,
    )


def _report(report: Report, about: str) -> Line:
    return Line(
        key=f"report:{report.id}",
        kind="report",
        what=report.promised,
        told_by=APPLICANT,
        since=report.on_from or report.on_to,
        until=report.on_to or report.on_from,
        as_told=report.as_told,
        to=report.own,
        about=about,
        outcome=report.happened,
        reference=report.their_reference,
    )


def _entry(entry: Entry) -> Line:
    return Line(
        key=f"entry:{entry.id}",
        kind=entry.kind,
        what=entry.what,
        told_by=entry.own,
        since=entry.on_from or entry.on_to,
        until=entry.on_to or entry.on_from,
        as_told=entry.as_told,
        to=entry.own if entry.kind == "report" else "",
        outcome=entry.outcome,
        reference=entry.reference,
        scope=entry.scope,
    )

"""What a body is told of an application: place and days; who and what only where it may know."""

from typing import Any

from django.utils.translation import gettext

from casereview.cases.beginning import beginning
from casereview.cases.models import Incident
from casereview.cases.record import Record
from casereview.people.models import Body
from casereview.wording.dates import vague_date


def shown_to(record: Record, body: Body, named: bool) -> dict[str, Any]:
    """The words for this body, besides the reports made to it. named: it may know who is affected."""
    received = beginning(record)
    affected = record.victim or record.applicant
    incidents = {report.incident_id for report in record.reports if report.own == body.holder}
    theirs = [incident for incident in record.incidents if incident.id in incidents]
    shown: dict[str, Any] = {
        "place": record.said(received, "place"),
        "incidents": [_incident(incident, named) for incident in theirs],
    }
    if named and affected is not None:
        problem = record.said(received, "problem")
        shown |= {"name": affected.name, "address": affected.address, "problem": problem}
    return shown


def _incident(incident: Incident, named: bool) -> str:
    since, until = incident.on_from or incident.on_to, incident.on_to or incident.on_from
    day = incident.as_told or (vague_date(since, until) if since and until else gettext("day not known"))
    when_and_where = ", ".join(filter(None, (day, incident.location)))
    return f"{when_and_where}: {incident.what}" if named and incident.what else when_and_where

"""Which reviews and appeals somebody is asked to chair or hear: found before any of them opens."""

from casereview.cases.models import Appointment, Case
from casereview.cases.postgresql.roles import acting
from casereview.cases.references import tidy
from casereview.people.viewer import SYSTEM, Viewer


def asked_to_chair(viewer: Viewer) -> list[Appointment]:
    """Their appointments to chair a review that have not ended, one a case, the earliest date of a review first."""
    return _asked(viewer, "review")


def asked_to_hear(viewer: Viewer) -> list[Appointment]:
    """Their appointments to an appeal that have not ended, as the chair or a member of its panel, one a case."""
    return _asked(viewer, "appeal")


def asked_about_appeal(viewer: Viewer, reference: str) -> Appointment | None:
    """Their appointment to the appeal in the case of that reference; None where they are not asked."""
    return next((row for row in asked_to_hear(viewer) if row.reference == tidy(reference)), None)


def _asked(viewer: Viewer, part: str) -> list[Appointment]:
    rows = Appointment.objects.visible_to(viewer).filter(chair__in=viewer.holders, part=part)
    newest = {row.case_id: row for row in rows.order_by("asked_on")}
    return sorted(newest.values(), key=lambda row: (row.review_by is None, row.review_by, row.reference))


def asked_about(viewer: Viewer, reference: str) -> Appointment | None:
    """Their appointment to the case of that reference; None where they are not asked to chair it."""
    return next((row for row in asked_to_chair(viewer) if row.reference == tidy(reference)), None)


def case_of(appointment: Appointment) -> Case:
    """The case itself, which opens nothing to a page: `take` asks what its viewer may see. For declaring alone."""
    with acting(SYSTEM):
        return Case.objects.get(pk=appointment.case_id)

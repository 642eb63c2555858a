"""Who gets papers for the meeting: the chair, and the bodies that are invited."""

from django.utils.translation import gettext as _

from casereview.cases.chair import chair_of
from casereview.cases.meeting import meeting_of
from casereview.cases.record import Record
from casereview.people.viewer import Viewer


def readers(record: Record) -> dict[str, str]:
    """Their holders, each with what to call them; nobody before a meeting is arranged."""
    meeting = meeting_of(record)
    if meeting is None:
        return {}
    chair = chair_of(record)
    bodies = {holder: record.bodies[holder].name for holder in meeting.invited if holder in record.bodies}
    return {**({chair: _("The chair")} if chair else {}), **bodies}


def as_reader(holder: str) -> Viewer:
    """A viewer who sees what this holder sees, and may do nothing."""
    return Viewer(holder, frozenset({holder}))

"""The hearings to which somebody is invited to speak for what is appealed against, whichever cases they are in."""

from dataclasses import dataclass
from datetime import date

from casereview.cases.hearing import OVER
from casereview.cases.meeting import Meeting, as_meeting
from casereview.cases.models import Fact
from casereview.people.viewer import Viewer

ENDS = (*OVER, "appeal_withdrawn")


@dataclass(frozen=True, slots=True)
class Ahead:
    """A hearing that stands. speaker: the holder that is invited, the viewer's own or a body's."""

    reference: str
    hearing: Meeting
    speaker: str


def hearings_ahead(viewer: Viewer, today: date) -> list[Ahead]:
    """Those that are today or later, the nearest first (one query)."""
    facts = Fact.objects.visible_to(viewer).filter(kind__in=("hearing_arranged", *ENDS))
    last = {fact.case_id: fact for fact in facts.select_related("case").order_by("number")}
    found = [
        Ahead(fact.case.reference, as_meeting(fact), speaker)
        for fact in last.values()
        if fact.kind not in ENDS
        for speaker in fact.codes["review"]
        if speaker in viewer.holders
    ]
    ahead = [each for each in found if each.hearing.day >= today]
    return sorted(ahead, key=lambda each: (each.hearing.begins, each.reference))

"""A hearing, as those read it who are invited to speak there for the review or the decision: bodies, and the chair."""

from dataclasses import dataclass

from casereview.cases.hearing import views_of
from casereview.cases.meeting import Meeting
from casereview.cases.record import Record
from casereview.cases.review_side import invited_to_speak
from casereview.interfaces.pack import HEARING, sent_to
from casereview.process import STEPS

VIEW = STEPS["give_appeal_view"]


@dataclass(frozen=True, slots=True)
class Speaking:
    """The hearing, where it is, and what its speaker wrote. papers, write: addresses, "" while there is none."""

    hearing: Meeting
    place: str
    link: str
    papers: str
    write: str
    written: list[str]


def speaking_page(record: Record, speaker: str, *, write: str, papers: str = "") -> Speaking | None:
    """What `told/speaking.html` shows of the hearing to which this holder is invited; None where there is none."""
    hearing = invited_to_speak(record, speaker)
    if hearing is None:
        return None
    return Speaking(
        hearing=hearing,
        place=str(record.said(hearing.fact, "place")),
        link=str(record.said(hearing.fact, "link")),
        papers=papers if sent_to(record, speaker, HEARING) else "",
        write="" if VIEW.is_open(record) else write,
        written=[str(record.said(fact, "view")) for fact in views_of(record, speaker)],
    )

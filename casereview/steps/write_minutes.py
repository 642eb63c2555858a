"""Stage 11: the minutes, an item of the agenda at a time, in two boxes: what may be shared, and what may not.

Written again they are a new version with its author and time, which the chair signs anew (LESSONS 8).
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.meeting import last_meeting
from casereview.cases.minutes import latest, versions
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed
from casereview.wording.meeting import agenda_words

BOXES = ("shareable", "restricted")
Lines = list[dict[str, str]]


class MinutesForm(StepForm):
    """`shareable_1` and `restricted_1` of the first item of the agenda, and so on."""

    def prepare(self, record: Record) -> None:
        """Two boxes an item, with what the last version says in them."""
        last = latest(record)
        for number, item in enumerate(items_of(record), start=1):
            labels = {
                "shareable": _("%(item)s: may be shared") % {"item": item},
                "restricted": _("%(item)s: restricted") % {"item": item},
            }
            for box in BOXES:
                self.fields[f"{box}_{number}"] = text(labels[box], required=False)
                lines: Lines = record.said(last.fact, box, []) if last else []
                before = next((line["text"] for line in lines if line["item"] == item), "")
                self.initial.setdefault(f"{box}_{number}", before)

    def clean(self) -> dict[str, Any]:
        """Something is written."""
        cleaned = super().clean()
        if not any(cleaned.values()) and self.fields:
            self.add_error("shareable_1", _("Write something in at least one box"))
        return cleaned


def items_of(record: Record) -> list[str]:
    """The items of the agenda of the last meeting, in words."""
    meeting = last_meeting(record)
    if meeting is None:
        return []
    more = record.said(meeting.fact, "more_items", [])
    return agenda_words(record.scheme, meeting.fact.codes["agenda"], more)


def is_open(record: Record) -> str:
    """Open from the day of the meeting until the case is closed."""
    if why := until_closed(record):
        return why
    meeting = last_meeting(record)
    begun = meeting is not None and meeting.day <= record.today
    return "" if begun or record.has("review_held") else gettext("The meeting has not begun.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record a version: what may be shared apart from what may not."""
    assert record is not None
    told: dict[str, Lines] = {
        box: [
            {"item": item, "text": answers[f"{box}_{number}"]}
            for number, item in enumerate(items_of(record), start=1)
            if answers[f"{box}_{number}"]
        ]
        for box in BOXES
    }
    words = (Told({"shareable": told["shareable"]}), Told({"restricted": told["restricted"]}, "restricted"))
    codes = {"version": len(versions(record)) + 1}
    return Outcome((NewFact("minutes_written", day_of({}, at), codes, words=words),))


STEP = Step(
    name="write_minutes",
    title=_("Write the minutes"),
    stage=11,
    who=("coordinate", "chair"),
    is_open=is_open,
    do=do,
    records={"minutes_written": _("The minutes were written, version %(version)s")},
    form=MinutesForm,
    minds=("minutes_written", "minutes_signed", "meeting_arranged"),
    sees="restricted",
)

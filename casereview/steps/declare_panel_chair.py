"""Stage 14: before anything of the appeal opens to them, the panel's chair says whether anything ties them to it.

Later too: what is found out afterwards closes it to them, and the clerk is asked to refer it to somebody else.
"""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import REFERRED, panel_chair, running
from casereview.cases.outcome import Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.declaration import (
    PANEL_RECORDS,
    DeclarationForm,
    panel_conflict,
    panel_declaration,
)
from casereview.steps.step import Answers, Step


def is_open(record: Record) -> str:
    """Open to the panel's chair to whom it is referred, as long as the appeal runs."""
    if running(record) is None:
        return gettext("No appeal is running.")
    return "" if panel_chair(record) else gettext("The appeal is not referred to anybody.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """With no conflict the case opens to them until the day that was set; with one, nothing does, or does no more."""
    assert record is not None
    found, chair = running(record), panel_chair(record)
    assert found is not None
    if answers["conflict"] == "yes":
        return panel_conflict(record, chair, answers["what"])
    referred = found.latest(*REFERRED)
    assert referred is not None
    return panel_declaration(record, chair, referred.codes["until"], at)


STEP = Step(
    name="declare_panel_chair",
    title=_("Declare any conflict with the appeal"),
    stage=14,
    who=("qualify_appeals",),
    is_open=is_open,
    do=do,
    records=PANEL_RECORDS,
    form=DeclarationForm,
    minds=("panel_chair_ended",),
    letters=("hearing_panel",),
    sees="appointment",
)

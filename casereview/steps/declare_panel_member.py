"""Stage 15: before anything of the appeal opens to them, each member says whether anything ties them to the case.

Later too: a conflict that shows itself ends their access at once, and the clerk is asked for a substitute.
"""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import clerk_of
from casereview.cases.hearing import member_of, members, to_be_heard
from casereview.cases.outcome import Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.declaration import (
    PANEL_RECORDS,
    DeclarationForm,
    panel_conflict,
    panel_declaration,
)
from casereview.steps.step import Answers, Step


def is_open(record: Record) -> str:
    """Open to whoever is asked to sit on the panel, as long as the appeal is to be decided."""
    if not to_be_heard(record):
        return gettext("There is no appeal that is to be heard.")
    return "" if members(record) else gettext("Nobody is asked to sit on the panel.")


def do(record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """With no conflict the appeal opens to them until the day that was set; with one, nothing does, or no more."""
    assert record is not None
    member = member_of(record, viewer.holder)
    assert member is not None  # `taking` lets nobody else
    if answers["conflict"] == "no":
        return panel_declaration(record, member.holder, member.until, at)
    clerk = clerk_of(record)
    letters = queue([("panel_substitute", clerk)] if clerk else [], at)
    return panel_conflict(record, member.holder, answers["what"], letters)


STEP = Step(
    name="declare_panel_member",
    title=_("Declare any conflict before you sit on the panel"),
    stage=15,
    who=("decide_appeals",),
    is_open=is_open,
    do=do,
    records=PANEL_RECORDS,
    form=DeclarationForm,
    letters=("panel_substitute", "hearing_panel"),
    sees="appointment",
)

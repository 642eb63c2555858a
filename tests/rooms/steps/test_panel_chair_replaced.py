"""The chair who found that there is a hearing can go on no more: another leads the panel, and the appeal goes on."""

import pytest

from casereview.cases.appeal import appeal_of, panel_chair
from casereview.cases.hearing import panel
from casereview.cases.models import Deadline
from casereview.cases.postgresql.roles import acting
from casereview.cases.visible import sight_of
from casereview.letters.render import preview
from casereview.people.viewer import SYSTEM
from casereview.process import Invalid, NotAllowed, NotOpen
from tests.beginnings import beginning
from tests.rooms.steps.conftest import moment
from tests.rooms.steps.hearings import (
    HEARD,
    TODAY,
    arranged,
    composed,
    decision,
    held,
    in_office,
    refused_and_appealed,
)


@beginning
def to_be_heard(world):
    """There will be a hearing, with two members besides the chair; and there is a second chair in office."""
    refused_and_appealed(world)
    composed(world)
    world.second = world.user("pat", "panel_chair")
    in_office(world, world.second)
    return world


def replaced(world, on=TODAY):
    world.take("end_panel_chair", world.clerk, on, reasons="She is ill")
    world.take("refer_appeal", world.clerk, on, panel_chair=world.second.holder, until="2028-03-01")


def scopes(world, viewer):
    with acting(viewer):
        return set(sight_of(world.case, viewer, moment(HEARD, 15)).scopes)


def test_another_is_asked_declares_and_signs_what_the_panel_decides(to_be_heard):
    arranged(to_be_heard)
    replaced(to_be_heard)
    assert [letter.to for letter in to_be_heard.record(SYSTEM).letters if letter.code == "panel_asked"][
        -1
    ] == to_be_heard.second.holder
    assert scopes(to_be_heard, to_be_heard.second) == {"appointment"}
    to_be_heard.take("declare_panel_chair", to_be_heard.second, TODAY, conflict="no")
    assert "panel" in scopes(to_be_heard, to_be_heard.second)
    assert scopes(to_be_heard, to_be_heard.panel_chair) == set()
    sat = [to_be_heard.second.holder, *(each.holder for each in to_be_heard.members[:2])]
    assert panel(to_be_heard.record(SYSTEM)) == sat
    invited = [letter.to for letter in to_be_heard.record(SYSTEM).letters if letter.code == "hearing_panel"]
    assert invited == [to_be_heard.panel_chair.holder, *sat[1:], to_be_heard.second.holder]
    with pytest.raises(Invalid):
        held(to_be_heard, present=[to_be_heard.panel_chair.holder, *sat[1:]])
    held(to_be_heard, present=sat)
    with pytest.raises(NotAllowed):
        to_be_heard.take("decide_appeal", to_be_heard.panel_chair, HEARD, **decision(to_be_heard, agreed=sat))
    to_be_heard.take("decide_appeal", to_be_heard.second, HEARD, **decision(to_be_heard, agreed=sat))
    assert appeal_of(to_be_heard.record(SYSTEM)).state == "decided"


def test_nothing_is_taken_back_of_what_was_decided_and_no_clock_begins_anew(to_be_heard):
    replaced(to_be_heard)
    to_be_heard.take("declare_panel_chair", to_be_heard.second, TODAY, conflict="no")
    with pytest.raises(NotOpen, match="It is decided that there will be a hearing"):
        to_be_heard.take(
            "qualify_appeal", to_be_heard.second, TODAY, result="no_hearing", reasons="I see it otherwise"
        )
    with acting(SYSTEM):
        runs = Deadline.objects.filter(case=to_be_heard.case, clock="qualify")
        assert [run.stopped_on for run in runs] == [TODAY]


def test_while_the_chair_has_it_it_goes_to_nobody_else(to_be_heard):
    with pytest.raises(NotOpen, match="The chair of the panel has it"):
        to_be_heard.take(
            "refer_appeal",
            to_be_heard.clerk,
            TODAY,
            panel_chair=to_be_heard.second.holder,
            until="2028-03-01",
        )
    assert panel_chair(to_be_heard.record(SYSTEM)) == to_be_heard.panel_chair.holder


def test_who_is_asked_to_lead_reads_so_and_whom_to_call(to_be_heard):
    replaced(to_be_heard)
    record = to_be_heard.record(SYSTEM)
    leads, sits = (
        preview(record, "panel_asked", each.holder).prose
        for each in (to_be_heard.second, to_be_heard.members[0])
    )
    assert "You are asked to lead the panel" in leads
    assert "You are asked to sit on the panel" in sits
    assert all("Col looks after this." in prose and "Cora" not in prose for prose in (leads, sits))
    to_the_applicant = preview(record, "appeal_acknowledgement", f"person:{to_be_heard.robin}").prose
    assert "Cora is your named contact." in to_the_applicant

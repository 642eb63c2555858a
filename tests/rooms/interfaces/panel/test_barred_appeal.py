"""An appeal that came while the area's page takes none is marked, in words, for everybody who decides or hears it."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from casereview.letters.pack.hearing import hearing_parts_of
from casereview.people.viewer import for_person
from tests.rooms.interfaces.panel.test_appeals import main
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps.conftest import moment
from tests.rooms.steps.hearings import people_of_the_panel
from tests.rooms.steps.plan.conftest import SENT, Reviewed

pytestmark = pytest.mark.usefixtures("db")
CAME = SENT + timedelta(days=1)  # Friday 4 December 2026
WAS_SO = (
    "The rules say that there is no appeal while the action plan is still being carried out. "
    "It was so when this appeal came."
)
NOT_KNOWN = (
    "The rules say that there is no appeal while an organisation is still responding to the problem. "
    "What is recorded does not tell whether it was so when this appeal came."
)
TO_DECIDE = "It was taken in all the same. The chair of the panel decides whether it is heard."


@pytest.fixture
def appealed(tmp_path, monkeypatch, time_machine):
    """A call: Robin, who was sent a plan the day before, appeals under Durham's rules with this line besides."""

    def appealed(line, *, completed=False):
        time_machine.move_to(moment(CAME, 12))
        monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
        durham = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
        (tmp_path / "durham.toml").write_text(durham.replace("[appeal]\n", f"[appeal]\n{line}\n"))
        world = Reviewed()
        people_of_the_panel(world)
        world.begin()
        world.held()
        world.signed()
        world.agree()
        world.settle()
        if completed:
            world.happened("plan_completed", CAME)
        robin = for_person(world.robin, "durham")
        world.take("receive_appeal", robin, CAME, channel="web", reasons="Nobody read my diary")
        world.take("name_clerk", world.clerk, CAME, clerk=world.clerk.holder)
        return world

    return appealed


def before_the_chair(world):
    referred = {"panel_chair": world.panel_chair.holder, "until": "2028-03-01"}
    world.take("refer_appeal", world.clerk, CAME, **referred)
    world.take("declare_panel_chair", world.panel_chair, CAME, conflict="no")


def to_be_heard(world):
    before_the_chair(world)
    world.take("qualify_appeal", world.panel_chair, CAME, result="hearing", reasons="It has to be heard")
    mel = world.members[0]
    world.take("appoint_panel", world.clerk, CAME, members=[mel.holder], until="2028-03-01")
    world.take("declare_panel_member", mel, CAME, conflict="no")


def pages_of(world, *who):
    """The list and the appeal, as these read them, and the form on which the chair decides whether it is heard."""
    reference = world.case.reference
    addresses = {
        world.clerk: ("/panel/desk/", f"/panel/desk/{reference}/"),
        world.panel_chair: ("/panel/appeals/", f"/panel/appeals/{reference}/"),
        world.members[0]: ("/panel/appeals/", f"/panel/appeals/{reference}/"),
        world.cora: (reverse("work:appeal", args=[reference]),),
    }
    return [main(signed_in(viewer), address) for viewer in who for address in addresses[viewer]]


def papers(world):
    """What a member of the panel reads of the appeal in the papers of the hearing."""
    parts = {part.code: part for part in hearing_parts_of(world.record(world.members[0]))}
    return "\n".join(block.text for block in parts["appeal"].blocks)


class TestWhileThePlanIsLive:
    LINE = 'barred_while = ["plan_live"]'

    def test_the_clerk_and_the_chair_read_it_and_both_lists_mark_it(self, appealed):
        world = appealed(self.LINE)
        before_the_chair(world)
        desk, one, waiting, before_chair, office = pages_of(world, world.clerk, world.panel_chair, world.cora)
        for page in (desk, waiting):
            assert "Too early" in page
        for page in (one, before_chair, office):
            assert f"{WAS_SO} {TO_DECIDE}" in page

    def test_it_stands_beside_the_form_on_which_the_chair_decides(self, appealed):
        world = appealed(self.LINE)
        before_the_chair(world)
        form = f"/panel/appeals/{world.case.reference}/do/qualify_appeal/"
        assert f"{WAS_SO} {TO_DECIDE}" in main(signed_in(world.panel_chair), form)

    def test_those_who_hear_it_read_it_and_not_that_the_chair_still_decides(self, appealed):
        world = appealed(self.LINE)
        to_be_heard(world)
        waiting, heard = pages_of(world, world.members[0])
        assert "Too early" in waiting
        assert WAS_SO in heard
        assert TO_DECIDE not in heard

    def test_it_stands_in_the_papers_of_the_hearing(self, appealed):
        world = appealed(self.LINE)
        to_be_heard(world)
        assert WAS_SO in papers(world)
        assert TO_DECIDE not in papers(world)

    def test_where_the_plan_was_completed_before_nothing_is_said(self, appealed):
        world = appealed(self.LINE, completed=True)
        to_be_heard(world)
        assert "there is no appeal while" not in papers(world)
        for page in pages_of(world, world.clerk, world.panel_chair, world.members[0], world.cora):
            assert "Too early" not in page
            assert "there is no appeal while" not in page

    def test_nor_where_the_page_bars_nothing(self, appealed):
        world = appealed("")
        before_the_chair(world)
        for page in pages_of(world, world.clerk, world.panel_chair, world.cora):
            assert "Too early" not in page
            assert "there is no appeal while" not in page


def test_what_no_fact_tells_is_said_as_not_known_and_marks_nothing(appealed):
    world = appealed('barred_while = ["body_responding"]')
    before_the_chair(world)
    waiting, before_chair = pages_of(world, world.panel_chair)
    assert f"{NOT_KNOWN} {TO_DECIDE}" in before_chair
    assert "Too early" not in waiting + before_chair

"""Appeals that other areas' pages know: to be agreed to, in two tiers, and none while the plan is carried out."""

from datetime import date

import pytest
from django.conf import settings

from casereview.cases.appeal import appeals
from casereview.cases.appeal_rules import barred, is_late, must_agree, rules, rules_of, to_be_found
from casereview.process import NotOpen
from casereview.wording.appeals import own_limits
from tests.rooms.steps.appeal.conftest import LAST, Appealing
from tests.rooms.steps.plan.conftest import SENT, Reviewed

HEAD = "[appeal]\n"
TWO_TIERS = """
[appeal.then]
heard_by = "the Commissioner"
lodged_with = "Commissioner’s office"
source = "an invented page"
"""
FROM_THE_PLAN = """
[clock.appeal]
starts = "plan_sent"
stops = "appeal_received"
length = { days = 14 }
owed_by = "applicant"
survives_close = true
"""


@pytest.fixture
def scheme(tmp_path, monkeypatch):
    """A call puts lines into Durham's [appeal], other lines after everything, or another clock for appeals."""
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))

    def put(lines="", after="", clock=""):
        text = (settings.BASE_DIR / "schemes" / "durham.toml").read_text().replace(HEAD, HEAD + lines)
        if clock:
            start = text.index("[clock.appeal]")
            text = text[:start] + clock + text[text.index("source", start) :]
        (tmp_path / "durham.toml").write_text(text + after)

    return put


@pytest.fixture
def refused(scheme, db):
    def with_rules(**more):
        scheme(**more)
        world = Appealing()
        world.refused()
        return world

    return with_rules


class TestConsent:
    def test_nothing_is_passed_on_before_they_agree(self, refused):
        world = refused(lines="consent = true\n")
        world.appeals(consent="no")
        world.taken_on()
        assert must_agree(world.now())
        with pytest.raises(NotOpen, match="have not agreed"):
            world.refers()

    def test_they_may_agree_at_once(self, refused):
        world = refused(lines="consent = true\n")
        world.appeals(consent="yes")
        world.taken_on()
        world.refers()

    def test_or_later_in_a_talk(self, refused):
        world = refused(lines="consent = true\n")
        world.appeals()
        world.taken_on()
        talk = {
            "route": "phone",
            "outcome": "reached",
            "time": "10:00",
            "notes": "They agree",
            "consent": "yes",
        }
        world.take("contact_appellant", viewer=world.col, today=LAST, **talk)
        world.refers()

    def test_where_no_page_asks_for_it_nobody_is_asked(self, refused):
        world = refused()
        world.appeals(consent="no")
        world.taken_on()
        world.refers()


class TestTwoTiers:
    def ended(self, world):
        world.before_the_chair()
        world.take("qualify_appeal", viewer=world.pam, today=LAST, result="no_hearing", reasons="Nothing new")

    def test_after_the_first_has_ended_the_second_is_the_commissioners(self, refused):
        world = refused(after=TWO_TIERS)
        assert "panel" in rules(world.now()).heard_by
        world.appeals()
        assert "panel" in rules(world.now()).heard_by
        self.ended(world)
        assert rules(world.now()).heard_by == "the Commissioner"
        world.appeals()
        assert rules(world.now()).heard_by == "the Commissioner"
        first, second = appeals(world.now())
        assert "panel" in rules_of(world.now(), first).heard_by
        assert rules_of(world.now(), second).heard_by == "the Commissioner"

    def test_one_that_was_withdrawn_uses_up_nothing(self, refused):
        world = refused(after=TWO_TIERS)
        world.appeals()
        world.take(
            "withdraw_appeal",
            viewer=world.col,
            today=LAST,
            withdrawn_by="applicant",
            notes="They wrote so",
            safe="yes",
            pressed="no",
        )
        assert "panel" in rules(world.now()).heard_by

    def test_with_one_tier_it_stays_the_same(self, refused):
        world = refused()
        world.appeals()
        self.ended(world)
        assert "panel" in rules(world.now()).heard_by


class TestWhileThePlanIsLive:
    """The plan is sent on Thursday 3 December; 14 days from it end on Thursday 17 December."""

    def planned(self, scheme, lines, after=""):
        scheme(lines=lines, clock=FROM_THE_PLAN, after=after)
        world = Reviewed()
        world.begin()
        world.held()
        world.signed()
        world.agree()
        world.settle()
        return world

    def test_an_appeal_cannot_come_too_late_that_could_not_have_come_in_time(self, scheme, db):
        world = self.planned(scheme, 'barred_while = ["plan_live"]\n')
        record = world.record()
        assert barred(record, SENT) == ("plan_live",)
        assert not is_late(record, date(2026, 12, 18))

    def test_where_the_plan_was_done_in_time_it_can(self, scheme, db):
        world = self.planned(scheme, 'barred_while = ["plan_live"]\n')
        world.happened("plan_completed", date(2026, 12, 10))
        record = world.record()
        assert barred(record, date(2026, 12, 10)) == ()
        assert not is_late(record, date(2026, 12, 17))
        assert is_late(record, date(2026, 12, 18))

    def test_where_the_page_bars_nothing_the_last_day_is_the_last(self, scheme, db):
        world = self.planned(scheme, "")
        assert is_late(world.record(), date(2026, 12, 18))

    def test_it_is_said_and_may_be_sent_all_the_same(self, scheme, db):
        world = self.planned(scheme, 'barred_while = ["plan_live", "body_responding"]\n')
        record = world.record()
        said = own_limits(record.scheme, barred(record, SENT), to_be_found(rules(record)))
        assert said == [
            "The rules say that there is no appeal while the action plan is still being carried out.",
            "The rules say that there is no appeal while an organisation is still responding to the problem.",
            "You can send it all the same. The chair of the panel decides whether it is heard now.",
        ]
        world.take("receive_appeal", today=SENT, channel="post", reasons="Nobody came")
        assert world.record().latest("appeal_received").codes["barred"] == ["plan_live"]

    def test_where_nothing_is_barred_nothing_is_said(self, scheme, db):
        world = self.planned(scheme, "")
        record = world.record()
        assert own_limits(record.scheme, barred(record, SENT), to_be_found(rules(record))) == []

    def test_what_an_area_calls_its_bar_is_said_in_its_own_words(self, scheme, db):
        said = 'plan_live = "what was agreed is still being done"\n'  # Durham's file ends with its [words]
        record = self.planned(scheme, 'barred_while = ["plan_live"]\n', said).record()
        assert own_limits(record.scheme, barred(record, SENT), ())[0] == (
            "The rules say that there is no appeal while what was agreed is still being done."
        )

"""Clocks that Durham's page does not have: after the last of several answers, at a group's next meeting."""

from datetime import date

import pytest

from tests.rooms.steps.conftest import THREE

RULES = """\
area = "Nowhere"
from = 2026-01-01
source = "an invented page"

[clock.acknowledge]
starts = "application_received"
stops = "acknowledgement_sent"
length = "next_meeting"
source = "p"

[clock.contact]
starts = "unstated"
stops = "contact_made"
length = { working_days = 2 }
source = "p"

[clock.reports_confirmed]
starts = "application_dispatched"
stops = "reports_answered"
length = { working_days = 10 }
owed_by = "bodies"
source = "p"

[clock.decide]
starts = "all_reports_answered"
stops = ["threshold_met", "threshold_not_met"]
length = { working_days = 3 }
source = "p"

[clock.collect]
starts = "application_dispatched"
stops = "all_reports_answered"
source = "p"

[group]
name = "The joint action group"
MEETS
source = "p"

[statute]
complaints = 3
report_within = { months = 1 }
apply_within = { months = 6 }
source = "section 104(4)"
"""
MEETS = "meets = [2026-11-05, 2026-11-18, 2026-12-03]"
THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """A call puts these rules in the place of Durham's."""
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))

    def put(meets=MEETS):
        text = RULES.replace("MEETS", meets)
        (tmp_path / "durham.toml").write_text(text)

    put()
    return put


def runs(world, clock):
    found = [run for run in world.record().deadlines if run.clock == clock]
    return [(run.subject, run.started_on, run.due, run.stopped_on) for run in found]


def answered(world, body, on):
    viewer = world.officer if body == world.police else world.other_officer
    record = world.record(viewer)
    asked = {f"answer_{report.number}": "confirmed" for report in record.reports if report.own == body.holder}
    world.take("answer_reports", viewer, today=on, body=body.holder, **asked)


class TestTheLastOfSeveralAnswers:
    def test_starts_a_clock_and_none_before_it_does(self, rules, world):
        world.apply(*THREE)
        world.take("dispatch_application", bodies=[world.police.holder, world.council.holder])
        answered(world, world.police, THURSDAY)
        assert runs(world, "decide") == []
        answered(world, world.council, FRIDAY)
        # Three working days after Friday 20 November: Monday, Tuesday, Wednesday 25.
        assert runs(world, "decide") == [("", FRIDAY, date(2026, 11, 25), None)]

    def test_stops_one_which_a_single_answer_does_not(self, rules, world):
        world.apply(*THREE)
        world.take("dispatch_application", bodies=[world.police.holder, world.council.holder])
        answered(world, world.police, THURSDAY)
        assert {stopped for *_rest, stopped in runs(world, "collect")} == {None}
        answered(world, world.council, FRIDAY)
        assert {stopped for *_rest, stopped in runs(world, "collect")} == {FRIDAY}

    def test_a_body_that_is_told_later_is_waited_for_too(self, rules, world):
        world.apply(*THREE)
        world.take("dispatch_application", bodies=[world.police.holder])
        world.take("dispatch_application", bodies=[world.council.holder])
        answered(world, world.police, THURSDAY)
        assert runs(world, "decide") == []


class TestTheNextMeeting:
    def test_is_the_first_after_the_day_on_which_the_clock_starts(self, rules, world):
        world.apply(
            *THREE
        )  # on Wednesday 18 November, a day of the group's: it had not waited for that meeting
        [(_subject, started, due, _stopped)] = runs(world, "acknowledge")
        assert (started, due) == (date(2026, 11, 18), date(2026, 12, 3))

    def test_has_no_date_where_none_is_known(self, rules, world):
        rules("meets = [2026-11-05]")
        world.apply(*THREE)
        [(_subject, started, due, _stopped)] = runs(world, "acknowledge")
        assert (started, due) == (date(2026, 11, 18), None)


def test_a_promise_of_which_nobody_knows_the_start_runs_never_and_claims_no_date(rules, world):
    world.apply(*THREE)
    assert runs(world, "contact") == []

"""One line of time: what several told of the same stands once, and what nobody answered stands out (MISSION C2)."""

import csv
from datetime import date
from io import StringIO

import pytest

from casereview.cases.chronology import Gap, chronology
from casereview.cases.same_incident import suggested
from casereview.interfaces.chronology.rows import Narrowed, rows_of
from casereview.interfaces.chronology.sheet import sheet
from casereview.people.viewer import for_person
from casereview.process import Invalid
from tests.rooms.steps.conftest import THREE
from tests.rooms.steps.test_returns import MET, answer, ask, nothing


@pytest.fixture
def asked(world):
    """THREE incidents, each reported on the next day: 1 and 3 to the police, 2 to the council. Both are asked."""
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"), today=MET)
    ask(world)
    return world


def shown(world, viewer=None):
    return [(line.kind, line.since, line.answered) for line in chronology(world.record(viewer)).lines]


def line(world, kind, since):
    return next(each for each in chronology(world.record()).lines if (each.kind, each.since) == (kind, since))


class TestTheLine:
    def test_incidents_and_reports_stand_in_the_order_of_time(self, asked):
        assert [(kind, day.isoformat()) for kind, day, _answered in shown(asked)] == [
            ("incident", "2026-10-01"),
            ("report", "2026-10-02"),
            ("incident", "2026-10-10"),
            ("report", "2026-10-11"),
            ("incident", "2026-11-02"),
            ("report", "2026-11-03"),
        ]

    def test_a_report_says_what_it_was_about(self, asked):
        assert line(asked, "report", date(2026, 10, 2)).text == "shouting"

    def test_silence_of_a_body_is_not_nothing_done(self, asked):
        assert {answered for kind, _day, answered in shown(asked) if kind == "report"} == {"not_known"}

    def test_a_report_is_answered_by_what_its_body_did_before_it_was_told_again(self, asked):
        answer(asked, a1_when="2026-10-20", a1_what="Warning letter")
        nothing(asked, asked.other_officer, asked.council)
        reports = [(day.isoformat(), answered) for kind, day, answered in shown(asked) if kind == "report"]
        assert reports == [("2026-10-02", "yes"), ("2026-10-11", "no"), ("2026-11-03", "no")]

    def test_what_was_done_after_it_was_told_again_answers_the_later_report_alone(self, asked):
        answer(asked, a1_when="2026-11-05", a1_what="Warning letter")
        assert line(asked, "report", date(2026, 10, 2)).answered == "no"
        assert line(asked, "report", date(2026, 11, 3)).answered == "yes"

    def test_what_a_body_says_came_of_it_answers_it(self, asked):
        answer(asked, match_3="held", outcome_3="Spoke to both neighbours")
        assert line(asked, "report", date(2026, 11, 3)).answered == "yes"

    def test_a_bodys_record_of_a_report_stands_under_it_and_not_beside_it(self, asked):
        answer(asked, reference_1="CR/77")
        reports = [each for each in chronology(asked.record()).lines if each.kind == "report"]
        assert len(reports) == 3
        assert [each.reference for each in reports[0].same] == ["CR/77"]

    def test_what_has_no_day_stands_last(self, asked):
        answer(asked, r1_kind="contact", r1_what="Phone call")
        last = chronology(asked.record()).lines[-1]
        assert (last.what, last.since) == ("Phone call", None)

    def test_more_than_four_weeks_without_anything_are_a_gap(self, world):
        # From 3 September to 30 September lie 28 days, from 3 October to 31 October 29.
        world.apply(
            ("2026-09-01", ("police", "2026-09-02")),
            ("2026-09-30", ("police", "2026-10-02")),
            ("2026-10-31", ("police", "2026-11-01")),
        )
        gaps = chronology(world.record()).gaps
        assert list(gaps.values()) == [Gap(date(2026, 10, 3), date(2026, 10, 30))]
        assert gaps[line(world, "incident", date(2026, 10, 31)).key].days == 28


class TestTheSame:
    @pytest.fixture
    def both(self, asked):
        """The police tell of the night of 10 October too."""
        answer(asked, r1_kind="incident", r1_when="2026-10-10", r1_what="Shouting heard by a patrol")
        return asked

    def test_the_same_told_by_two_is_suggested_and_joined_by_a_person(self, both):
        lines = chronology(both.record()).lines
        (likely,) = suggested(both.record(), lines)
        assert {likely.one.told_by, likely.other.told_by} == {"applicant", both.police.holder}
        both.take("merge_entries", same=f"{likely.one.key},{likely.other.key}")
        joined = chronology(both.record()).lines
        assert len(joined) == len(lines) - 1
        assert suggested(both.record(), joined) == []

    def test_it_can_be_parted_again_and_is_then_not_suggested_any_more(self, both):
        before = chronology(both.record()).lines
        (likely,) = suggested(both.record(), before)
        both.take("merge_entries", same=f"{likely.one.key},{likely.other.key}")
        fact = str(both.record().latest("entries_merged").id)
        both.take("correct_fact", fact=fact, what="taken_back", reason="two nights")
        after = chronology(both.record()).lines
        assert [each.key for each in after] == [each.key for each in before]
        assert suggested(both.record(), after) == []

    @pytest.mark.parametrize("same", ["", "incident:1", "incident:1,incident:2"])
    def test_lines_that_are_not_there_are_not_joined(self, both, same):
        with pytest.raises(Invalid):
            both.take("merge_entries", same=same)

    def test_three_lines_joined_in_two_goes_are_one(self, both):
        first, second, third = [each.key for each in chronology(both.record()).lines][:3]
        both.take("merge_entries", same=f"{second},{third}")
        both.take("merge_entries", same=f"{first},{second}")
        led = chronology(both.record()).lines[0]
        assert led.key == first
        assert {second, third} <= {each.key for each in led.same}


class TestWhoMaySee:
    @pytest.fixture
    def told(self, asked):
        answer(
            asked,
            r1_kind="incident",
            r1_when="2026-10-10",
            r1_what="INTERNAL",
            a1_when="2026-10-12",
            a1_what="SHOWN",
            a1_shown="on",
        )
        return asked

    def test_a_body_sees_its_own_and_no_other_body_any_of_it(self, told):
        police = {each.what for each in chronology(told.record(told.officer)).lines}
        council = {each.what for each in chronology(told.record(told.other_officer)).lines}
        assert {"INTERNAL", "SHOWN"} <= police
        assert not {"INTERNAL", "SHOWN"} & council

    def test_the_applicant_sees_nothing_that_a_body_kept_to_the_meeting(self, told):
        theirs = chronology(told.record(for_person(told.robin, "durham"))).lines
        assert "INTERNAL" not in {each.what for each in theirs}

    def test_a_joined_line_shows_no_more_than_before(self, told):
        keys = [each.key for each in chronology(told.record()).lines if each.since == date(2026, 10, 10)]
        told.take("merge_entries", same=",".join(keys))
        council = chronology(told.record(told.other_officer)).lines
        assert "INTERNAL" not in str(council)


class TestForms:
    def test_a_spreadsheet_has_every_line_and_no_formula(self, asked):
        answer(asked, r1_kind="incident", r1_when="2026-10-10", r1_what="=HYPERLINK(1)")
        made = sheet(rows_of(asked.record()), "x").content.decode("utf-8-sig")
        rows = list(csv.DictReader(StringIO(made)))
        assert (
            len(rows) == 8
        )  # three incidents, three reports, one incident of theirs, one report that they hold
        assert "'=HYPERLINK(1)" in {row["What"] for row in rows}

    def test_it_can_be_narrowed(self, asked):
        answer(asked, r1_kind="incident", r1_when="2026-10-10", r1_what="Shouting")
        only = rows_of(asked.record(), Narrowed(body=asked.council.holder))
        assert [row.line.since for row in only] == [date(2026, 10, 11)]
        assert len(rows_of(asked.record(), Narrowed(kind="incident"))) == 4
        assert len(rows_of(asked.record(), Narrowed.read({"kind": "nonsense"}))) == 7

"""Assessing risk and harm by the area's own form: points added up by hand, another level, asked again."""

from datetime import date

import pytest

from casereview.cases.assessed import assessments, now_at, unassessed
from casereview.cases.models import Summary
from casereview.cases.postgresql.roles import acting
from casereview.cases.risk import risk_of
from casereview.letters.pack.parts import parts_of
from casereview.process import STEPS, Invalid, NotAllowed, NotOpen, Overtaken
from casereview.schemes.load import newest
from casereview.wording.casework import SIGNS
from tests.rooms.steps import sittings
from tests.rooms.steps.conftest import THREE

BEST = {
    "how_often": "now_and_then",
    "how_long": "weeks",
    "getting_worse": "better",
    "daily_life": "little",
    "fear": "not",
    "threats": "none",
    "vulnerable": "no",
    "isolated": "several",
    "hate": "no",
    "unanswered": "acted_on",
}
UNKNOWN = dict.fromkeys(BEST, "not_known")
# 2 + 1 + 1 + 2 + 1 = 7 points; medium begins at 8, high at 16.
SEVEN = {"how_often": "weekly", "how_long": "months", "getting_worse": "the_same", "daily_life": "some"}
SEVEN |= {"fear": "uneasy"}
# 3 + 2 + 3 + 3 + 2 + 2 = 15 points.
FIFTEEN = {"how_often": "daily", "how_long": "over_a_year", "getting_worse": "worse", "daily_life": "much"}
FIFTEEN |= {"fear": "changed", "threats": "damage"}


@pytest.fixture
def case(world):
    return world.apply(*THREE)


def form(answers, at="first_look", **more):
    """A form filled in; what is not named has the answer without points."""
    given = {f"answer_{code}": answer for code, answer in (BEST | answers).items()}
    return {"made_at": at, **given, **more}


def assess(world, answers, at="first_look", today=date(2026, 11, 18), **more):
    return world.take("assess_risk", today=today, **form(answers, at, **more)).facts[0]


def errors_of(world, answers, **more):
    with pytest.raises(Invalid) as refused:
        assess(world, answers, **more)
    return refused.value.form.errors


def triage(world, **found):
    signs = dict.fromkeys(SIGNS, "no")
    world.take("triage_risk", **{**signs, "risk": "standard", **found})


class TestLevels:
    @pytest.mark.parametrize(
        ("answers", "points", "level"),
        [
            ({}, 0, "standard"),
            (SEVEN, 7, "standard"),
            (SEVEN | {"unanswered": "in_part"}, 8, "medium"),
            (FIFTEEN, 15, "medium"),
            (FIFTEEN | {"isolated": "few"}, 16, "high"),
            ({"threats": "threats"}, 3, "medium"),
            ({"fear": "for_life"}, 4, "high"),
            (UNKNOWN, 0, "standard"),
        ],
    )
    def test_the_points_lead_to_a_level_which_holds(self, world, case, answers, points, level):
        fact = assess(world, answers)
        assert (fact.codes["points"], fact.codes["level"], fact.codes["risk"]) == (points, level, level)
        assert fact.codes["version"] == newest("durham").risk.version
        assert risk_of(world.record()) == level
        with acting(world.cora):
            assert Summary.objects.get(case=case).risk == level

    def test_what_nobody_knows_is_counted(self, world, case):
        assert assess(world, UNKNOWN).codes["not_known"] == 10

    def test_no_question_is_passed_over(self, world, case):
        answers = form({})
        del answers["answer_fear"]
        with pytest.raises(Invalid) as refused:
            world.take("assess_risk", **answers)
        assert list(refused.value.form.errors) == ["answer_fear"]


class TestAnotherLevel:
    def test_it_needs_its_reason(self, world, case):
        assert "override_reason" in errors_of(world, SEVEN, override="high", override_reason=" ")
        fact = assess(world, SEVEN, override="high", override_reason="He knows where her mother lives")
        assert (fact.codes["level"], fact.codes["override"], fact.codes["risk"]) == (
            "standard",
            "high",
            "high",
        )
        assert risk_of(world.record()) == "high"

    def test_a_reason_needs_its_level(self, world, case):
        reason = "He knows where her mother lives"
        assert "override" in errors_of(world, SEVEN, override="as_found", override_reason=reason)
        assert assess(world, SEVEN, override="as_found").codes["override"] == ""

    def test_it_is_another(self, world, case):
        assert "override" in errors_of(world, SEVEN, override="standard", override_reason="As it is")
        assess(world, SEVEN, override="medium", override_reason="Her illness is not in the form")

    def test_points_never_lower_an_immediate_danger(self, world, case):
        triage(world)
        world.take("record_concern", concern="He has a key to her flat")
        assert assess(world, SEVEN).codes["risk"] == "immediate"
        assert risk_of(world.record()) == "immediate"
        reason = "The lock was changed today; the police have the key"
        assess(world, SEVEN, override="standard", override_reason=reason)
        assert risk_of(world.record()) == "standard"

    def test_neither_do_they_lower_what_the_applicant_said(self, world):
        world.apply(*THREE, codes={"danger": "yes"})
        assess(world, {})
        assert risk_of(world.record()) == "immediate"
        triage(world, risk="medium")
        assert risk_of(world.record()) == "medium"
        assess(world, FIFTEEN | {"isolated": "few"})
        assert risk_of(world.record()) == "high"

    def test_a_concern_after_it_is_immediate_again(self, world, case):
        assess(world, SEVEN, override="high", override_reason="He knows where her mother lives")
        world.take("record_concern", concern="He came back")
        assert risk_of(world.record()) == "immediate"

    def test_a_concern_that_came_meanwhile_is_seen_first(self, world, case):
        seen = world.record().last_number
        world.take("record_concern", concern="He came back")
        with pytest.raises(Overtaken):
            assess(world, SEVEN, seen=seen)
        assess(world, SEVEN, seen=world.record().last_number)


class TestWho:
    def test_a_co_ordinator_of_the_area_assesses(self, world, case):
        with pytest.raises(NotAllowed):
            world.take("assess_risk", world.stranger, **form(SEVEN))
        with pytest.raises(NotAllowed):
            world.take("assess_risk", world.officer, **form(SEVEN))
        world.take("assess_risk", world.dan, **form(SEVEN))

    def test_answers_and_reasons_are_for_staff_alone(self, world, case):
        assess(world, SEVEN, override="high", override_reason="Her mother’s address", notes="By phone")
        world.told_to_all()
        [ours], [theirs] = assessments(world.record()), assessments(world.record(world.officer))
        assert (ours.answers["fear"], ours.reason, ours.notes) == (
            "uneasy",
            "Her mother’s address",
            "By phone",
        )
        assert (theirs.answers, theirs.reason, theirs.notes) == ({}, "", "")

    def test_a_scheme_without_a_form_says_so(self, world, tmp_path, monkeypatch):
        text = newest("durham").text
        begin, end = text.index("[risk]"), text.index("# The review and the appeal.")
        (tmp_path / "durham.toml").write_text(text[:begin] + text[end:])
        monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
        world.apply(*THREE)
        assert "no form" in STEPS["assess_risk"].is_open(world.record())
        with pytest.raises(NotOpen, match="no form"):
            world.take("assess_risk", **form(SEVEN))
        world.take("withdraw", **WITHDRAWN)
        assert unassessed(world.record()) == []


WITHDRAWN = {"withdrawn_by": "applicant", "safe": "yes", "pressed": "no", "notes": "She is moving away"}


class TestAskedAgain:
    def test_at_the_meeting_and_at_the_close(self, world):
        world.apply(*THREE)
        assert (now_at(world.record()), unassessed(world.record())) == ("first_look", [])
        sittings.met(world)
        assert (now_at(world.record()), unassessed(world.record())) == ("meeting", [])
        assess(world, SEVEN)
        sittings.arrange(world)
        assert unassessed(world.record()) == ["meeting"]
        assess(world, SEVEN, "meeting", sittings.MET)
        assert unassessed(world.record()) == []

    def test_a_later_one_makes_up_for_an_earlier_one_and_not_the_other_way(self, world, case):
        assess(world, SEVEN, "meeting")
        world.take("withdraw", **WITHDRAWN)
        assert (now_at(world.record()), unassessed(world.record())) == ("close", ["close"])
        assess(world, SEVEN, "close")
        assert unassessed(world.record()) == []

    def test_nobody_is_kept_from_closing_and_everybody_sees_it(self, world, case):
        world.take("withdraw", **WITHDRAWN)
        form = STEPS["close"].form(None, record=world.record())
        assert form.fields["notes"].help_text == "Risk and harm have not been assessed at the close."
        world.take("close")
        assert unassessed(world.record()) == ["close"]

    def test_the_answers_of_last_time_stand_beside_and_what_changed_is_said(self, world, case):
        assess(world, SEVEN)
        asked = STEPS["assess_risk"].form(form(SEVEN | {"fear": "changed"}, "meeting"), record=world.record())
        assert asked.fields["answer_fear"].help_text == (
            "On Wednesday 18 November 2026: Uneasy at home or on the way"
        )
        assert asked.is_valid()
        assert asked.says == (
            "The answers give 8 points: medium risk.",
            "Changed: How afraid are they? They stay in, sleep elsewhere or avoid places. "
            "Last time: Uneasy at home or on the way.",
        )

    def test_one_that_was_not_made_is_taken_back(self, world, case):
        triage(world, risk="medium")
        made = assess(world, FIFTEEN | {"isolated": "few"})
        assert risk_of(world.record()) == "high"
        world.take("correct_fact", fact=str(made.id), what="taken_back", reason="Of another case")
        assert (risk_of(world.record()), assessments(world.record())) == ("medium", [])


class TestPapers:
    def test_the_last_assessment_stands_in_words_the_reason_for_the_chair_alone(self, world):
        sittings.met(world)
        assess(world, SEVEN, "first_look", sittings.MET)
        assess(world, FIFTEEN, "meeting", sittings.MET, override="high", override_reason="COVERTREASON")
        sittings.arrange(world)
        chair, body = _risk_part(world, world.ira), _risk_part(world, world.officer, world.police)
        assert "Assessed for the meeting, Friday 18 December 2026: High" in chair
        assert "How afraid are they? They stay in, sleep elsewhere or avoid places." in chair
        assert "The answers give 15 points: medium risk." in chair
        assert "Why another level: COVERTREASON" in chair
        assert "7 points" not in chair
        assert "Assessed for the meeting, Friday 18 December 2026: High" in body
        assert "COVERTREASON" not in body
        assert "How afraid" not in body


def _risk_part(world, viewer, body=None):
    [part] = [each for each in parts_of(world.record(viewer), body) if each.code == "risk"]
    return "\n".join(f"{block.label}: {block.text}" for block in part.blocks)

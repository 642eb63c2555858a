"""The form for risk and harm: what is refused in a file, and to which level answers lead (added up by hand)."""

import pytest

from casereview.schemes.load import newest
from casereview.schemes.risk import found
from casereview.wording.risk import found_sentence
from casereview.wording.scheme import whole
from tests.rooms.schemes.small import TEXT, faults, scheme

# [risk] stands on line 28 of the file. Together at most 8 points.
RISK = """
[risk]
version = "1"
medium_from = 3
high_from = 6
source = "annex A"

[[risk.question]]
code = "how_often"
words = "How often?"
answers = [
    { code = "seldom", words = "Seldom", points = 0 },
    { code = "often", words = "Often", points = 2 },
    { code = "daily", words = "Daily", points = 3 },
]

[[risk.question]]
code = "threats"
words = "Threats?"
answers = [
    { code = "no", words = "No", points = 0 },
    { code = "yes", words = "Yes", points = 4 },
    { code = "weapon", words = "With a weapon", points = 5, at_least = "high" },
]
"""

BAD = [
    (29, 'version = "1"', "version = 1", "expected text in quotation marks", 'version = "2"'),
    (30, "medium_from = 3", "medum_from = 3", 'Did you mean "medium_from"?', "medium_from = 5"),
    (31, "high_from = 6", "high_from = 3", "must be more points than medium_from", "high_from = 4"),
    (31, "high_from = 6", "high_from = 9", "all answers together give 8 points", "high_from = 8"),
    (35, 'code = "how_often"', 'code = "How often"', "cannot be a code", 'code = "howoften2"'),
    (44, 'code = "threats"', 'code = "how_often"', 'already called "how_often"', 'code = "threat"'),
    (38, '"seldom", words', '"not_known", words', "stands beside every question already", '"never", words'),
    (39, '"often", words', '"seldom", words', 'already called "seldom"', '"weekly", words'),
    (40, "points = 3", "points = -1", "expected a number from 0", "points = 4"),
    (49, 'at_least = "high"', 'at_least = "hihg"', 'Did you mean "high"?', 'at_least = "medium"'),
    (36, 'words = "How often?"', 'word = "How often?"', 'Did you mean "words"?', 'words = "When?"'),
]


@pytest.mark.parametrize(("line", "was", "bad", "said", "good"), BAD, ids=[each[2] for each in BAD])
def test_a_slip_is_refused_at_its_line_and_its_twin_taken(line, was, bad, said, good):
    wrong = [fault for fault in faults(TEXT + RISK.replace(was, bad)) if said in fault.message]
    assert [fault.line for fault in wrong] == [line]
    scheme(TEXT + RISK.replace(was, good))


def test_a_question_has_answers_to_choose_between():
    one = RISK[: RISK.index('    { code = "often"')] + RISK[RISK.index("]\n\n[[risk.question]]") :]
    assert "at least two answers" in faults(TEXT + one)[0].message
    head = RISK[: RISK.index("[[risk.question]]")]
    assert "question is missing" in faults(TEXT + head)[0].message


@pytest.mark.parametrize(
    ("answers", "points", "level", "could_be"),
    [
        ({"how_often": "seldom", "threats": "no"}, 0, "standard", "standard"),
        ({"how_often": "often", "threats": "no"}, 2, "standard", "standard"),
        ({"how_often": "daily", "threats": "no"}, 3, "medium", "medium"),
        ({"how_often": "seldom", "threats": "yes"}, 4, "medium", "medium"),
        ({"how_often": "often", "threats": "yes"}, 6, "high", "high"),
        # Five points alone would be medium: a weapon is never less than high.
        ({"how_often": "seldom", "threats": "weapon"}, 5, "high", "high"),
        # What is not known has no points; at worst it is daily (3), or with a weapon (5, high).
        ({"threats": "no", "how_often": "not_known"}, 0, "standard", "medium"),
        ({"how_often": "often"}, 2, "standard", "high"),
        ({}, 0, "standard", "high"),
    ],
)
def test_the_level_on_its_edges(answers, points, level, could_be):
    result = found(scheme(TEXT + RISK).risk, answers)
    assert (result.points, result.level, result.could_be) == (points, level, could_be)


def test_what_is_not_known_is_said():
    risk = scheme(TEXT + RISK).risk
    assert found_sentence(found(risk, {"how_often": "often"})) == (
        "The answers give 2 points: standard risk. 1 answer is not known; at worst the risk is high."
    )
    assert found_sentence(found(risk, {"how_often": "often", "threats": "yes"})) == (
        "The answers give 6 points: high risk."
    )


def test_the_whole_form_is_shown_in_plain_words():
    section = next(
        each for each in whole(scheme(TEXT + RISK)) if each.heading == "How risk and harm are assessed"
    )
    assert section.lines[1] == "How often? Seldom (0 points); Often (2 points); Daily (3 points)."
    assert "With a weapon (5 points), at least high risk." in section.lines[2]
    assert section.lines[-1] == "Medium risk from 3 points, high risk from 6 points."
    assert section.source == "annex A"


def test_an_area_without_a_form_says_nothing_of_it():
    assert scheme().risk is None
    assert not [each for each in whole(scheme()) if "risk and harm" in each.heading]


@pytest.mark.parametrize("area", ["durham", "darlington"])
def test_our_own_form_is_marked_as_ours(area):
    rules = newest(area)
    assert len(rules.risk.questions) == 10
    assert "risk" in {reading.path for reading in rules.readings}
    # By hand: 3 + 2 + 3 + 3 + 4 + 4 + 3 + 2 + 3 + 2.
    best = {question.code: question.answers[0].code for question in rules.risk.questions}
    worst = {question.code: question.answers[-1].code for question in rules.risk.questions}
    assert (found(rules.risk, best).points, found(rules.risk, best).level) == (0, "standard")
    assert (found(rules.risk, worst).points, found(rules.risk, worst).level) == (29, "high")

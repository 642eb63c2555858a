"""`manage.py scheme new` asks for an area's form for risk and harm; what is written reads back as it was answered."""

import pytest

from casereview.schemes.risk import Answer, Question
from casereview.wording.risk import risk_sentences
from tests.rooms.interfaces.command.scripted import written

FORM = {
    "risk.question.1.words": "How often does it happen?",
    "risk.question.1.answers": "Less than 3 times a month 0; Most weeks 2",
    "risk.question.2.words": "3 or more people hurt?",
    "risk.question.2.answers": "No 0; Nobody knows 1; Somebody, badly 5 high; 3 or more 6 high",
    "risk.question.2.code": "hurt",
    "risk.high_from": "2; 6 ?? The form has no levels.",
}


def test_the_form_is_asked_for_and_reads_back_as_it_was_answered():
    text, scheme, asked = written({**FORM, "risk.source": "Risk assessment"})
    assert set(FORM) <= set(asked)
    risk = scheme.risk
    assert (risk.version, risk.medium_from, risk.high_from, risk.source) == ("1", 2, 6, "Risk assessment")
    assert risk.questions == (
        Question(
            "how_often_does_it_happen",
            "How often does it happen?",
            (
                Answer("less_than_3_times_a_month", "Less than 3 times a month", 0),
                Answer("most_weeks", "Most weeks", 2),
            ),
        ),
        Question(
            "hurt",
            "3 or more people hurt?",
            (
                Answer("no", "No", 0),
                Answer("nobody_knows", "Nobody knows", 1),
                Answer("somebody_badly", "Somebody, badly", 5, "high"),
                Answer("answer_4", "3 or more", 6, "high"),
            ),
        ),
    )
    assert "Medium risk from 2 points, high risk from 6 points." in list(risk_sentences(risk))
    assert text.index("[risk]") < text.index("[[risk.question]]")
    reasons = {reading.path: reading.why for reading in scheme.readings}
    assert reasons["risk.high_from"] == reasons["risk.medium_from"] == "The form has no levels."
    assert "no version" in reasons["risk.version"]


def test_a_question_whose_words_begin_with_a_number_gets_a_name_all_the_same():
    scheme = written({key: text for key, text in FORM.items() if not key.endswith("code")})[1]
    assert scheme.risk.questions[1].code == "question_3_or_more_people_hurt"


def test_where_there_is_no_form_nothing_else_is_asked():
    _text, scheme, asked = written({})
    assert scheme.risk is None
    assert [question for question in asked if question.startswith("risk")] == ["risk.question.1.words"]


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("risk.question.1.answers", ""),
        ("risk.question.1.answers", "Most weeks 2"),
        ("risk.question.1.answers", "Seldom; Most weeks 2"),
        ("risk.question.1.answers", "Seldom 0; Most weeks 2 awful"),
        ("risk.question.1.answers", "Seldom 0; Most weeks 101"),
        ("risk.question.1.answers", "Seldom 0; Not known 1"),
        ("risk.high_from", ""),
        ("risk.high_from", "6"),
        ("risk.high_from", "6; 2"),
        ("risk.high_from", "2; 9"),  # all answers together give eight points
    ],
)
def test_what_makes_no_form_is_refused_at_once(question, refused):
    assert written({**FORM, "risk.high_from": "2; 8"})[1].risk.high_from == 8
    with pytest.raises(AssertionError, match="an answer was refused"):
        written({**FORM, question: refused})

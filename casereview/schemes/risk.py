"""How risk and harm are assessed in an area: its questions, the points of their answers, and what they lead to.

A questionnaire sorts; it decides nothing. Whoever assesses may set another level, and says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from casereview.schemes.terms import Words

Level = Literal["standard", "medium", "high"]
LEVELS: tuple[Level, ...] = ("standard", "medium", "high")
NOT_KNOWN = "not_known"  # every question may be left so; it has no points


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. at_least: a level that it leads to whatever the others add up to, as threats to a life do."""

    code: str
    words: Words
    points: int
    at_least: Level = "standard"


@dataclass(frozen=True, slots=True)
class Question:
    """One question, in the area's words, with its answers in their order."""

    code: str
    words: Words
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Risk:
    """The questionnaire. medium_from, high_from: how many points lead to these levels."""

    version: str
    medium_from: int
    high_from: int
    questions: tuple[Question, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What answers lead to. could_be: the level if what is not known were the worst of each question."""

    points: int
    level: Level
    not_known: int
    could_be: Level


def found(risk: Risk, answers: Mapping[str, str]) -> Found:
    """Add up answers: codes of answers by codes of questions. What is missing or not an answer is not known."""
    given = [_given(question, answers) for question in risk.questions]
    certain = [answer for answer in given if answer]
    worst = [
        answer or max(question.answers, key=lambda each: (LEVELS.index(each.at_least), each.points))
        for question, answer in zip(risk.questions, given, strict=True)
    ]
    most = sum(
        answer.points if answer else max(each.points for each in question.answers)
        for question, answer in zip(risk.questions, given, strict=True)
    )
    points = sum(answer.points for answer in certain)
    return Found(points, _level(risk, points, certain), len(given) - len(certain), _level(risk, most, worst))


def _given(question: Question, answers: Mapping[str, str]) -> Answer | None:
    return next((each for each in question.answers if each.code == answers.get(question.code)), None)


def _level(risk: Risk, points: int, answers: list[Answer]) -> Level:
    by_points: Level = (
        "high" if points >= risk.high_from else "medium" if points >= risk.medium_from else "standard"
    )
    return max((by_points, *(answer.at_least for answer in answers)), key=LEVELS.index)

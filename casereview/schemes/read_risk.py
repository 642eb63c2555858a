"""The `[risk]` block: the questions by which risk and harm are assessed, and the points that lead to a level."""

import re

from casereview.schemes.reading import Block
from casereview.schemes.risk import LEVELS, NOT_KNOWN, Answer, Question, Risk

MOST_POINTS = 100  # of one answer; more is a slip of the keyboard
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


def read_risk(block: Block) -> Risk:
    """The questionnaire; its version changes whenever a question, an answer or a number of points does."""
    risk = Risk(
        version=block.text("version", required=True) or "",
        medium_from=block.number("medium_from", required=True) or 1,
        high_from=block.number("high_from", required=True) or 1,
        questions=_questions(block),
        source=block.source(),
    )
    if not risk.questions and "question" not in block.table:
        block.fault("question is missing: expected [[risk.question]] blocks.")
    if risk.high_from <= risk.medium_from and {"medium_from", "high_from"} <= block.table.keys():
        block.refuse("high_from must be more points than medium_from.", "high_from")
    most = sum(max(answer.points for answer in question.answers) for question in risk.questions)
    if risk.questions and not block.notes.faults and most < risk.high_from:
        block.refuse(f"all answers together give {most} points: nobody could reach this.", "high_from")
    return risk


def _questions(block: Block) -> tuple[Question, ...]:
    read: dict[str, Question] = {}
    block.ask("question", "blocks", required=True)
    for inner in block.blocks("question", "code"):
        question = Question(_code(inner, read), inner.words("words", required=True) or "", _answers(inner))
        inner.finish()
        if question.answers:
            read[question.code] = question
    return tuple(read.values())


def _answers(block: Block) -> tuple[Answer, ...]:
    read: dict[str, Answer] = {}
    block.ask("answers", "blocks", required=True)
    for inner in block.blocks("answers", "code"):
        points = inner.number("points", least=0, most=MOST_POINTS, required=True)
        answer = Answer(
            _code(inner, read),
            inner.words("words", required=True) or "",
            points or 0,
            inner.choice("at_least", LEVELS) or "standard",
        )
        inner.finish()
        read[answer.code] = answer
    if len(read) < 2:
        block.fault("expected at least two answers: answers = [{ code = …, words = …, points = … }, …].")
    return tuple(read.values())


def _code(block: Block, before: "dict[str, Question] | dict[str, Answer]") -> str:
    """The code of a question or an answer, which no other beside it has."""
    code = block.text("code", required=True) or ""
    if code and not _CODE.fullmatch(code):
        block.fault(f'"{code[:40]}" cannot be a code: expected small letters, digits and _.', "code")
    if code == NOT_KNOWN:
        block.fault(f'"{NOT_KNOWN}" stands beside every question already.', "code")
    if code in before:
        block.fault(f'another is already called "{code[:40]}".', "code")
    return code

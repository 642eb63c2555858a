"""Answers to an interview without anybody who types: each under its question."""

from datetime import date

from casereview.interfaces.command.interview.file import file_text
from casereview.interfaces.command.interview.interview import Interview
from casereview.interfaces.command.interview.parts import all_parts
from casereview.procedure import events
from casereview.schemes.check import check
from casereview.schemes.model import Scheme

DAY = date(2026, 11, 23)


class Script:
    """Answers by their question, kept nowhere; a question without one is answered with Enter."""

    def __init__(self, answers):
        self.answers, self.asked, self.at = answers, [], 0

    def again(self, question):
        return self.answers.get(question, "")

    def add(self, question, text):
        self.asked.append(question)

    def forget(self, since):
        raise AssertionError("a part did not fit together")

    def refuse(self, question):
        raise AssertionError(f"an answer was refused: {question}")


def written(answers):
    """The text and the scheme that these answers make, and the questions in the order in which they came."""
    kept = Script(answers)
    filled = Interview(lambda: "", print, kept, events()).fill(all_parts(events()))
    text = file_text("County Durham", filled, DAY)
    scheme = check(text, events(), "durham")
    assert isinstance(scheme, Scheme), [str(fault) for fault in scheme]
    return text, scheme, kept.asked

"""The questions about an area's form for risk and harm: what it asks, the points of each answer, what they lead to."""

import re
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.command.interview.form import Chosen, Part, Question, Table, ask, code_of
from casereview.interfaces.command.interview.kinds import NAME, Wrong, code_from, not_one_of, one_of
from casereview.schemes.risk import LEVELS
from casereview.wording.casework import RISKS

ABOVE = LEVELS[1:]  # those to which an answer leads by itself
WORDS: dict[str, object] = {level: RISKS[level] for level in ABOVE}
HEADING = _("How risk and harm are assessed")


class Answers:
    """`Less than once a month 0; Most weeks 2; On most days 5 high` as `answers`."""

    def hint(self) -> str:
        levels = gettext(" or ").join(str(words).lower() for words in WORDS.values())
        how = gettext(
            "Each answer with its points, between semicolons, such as: Less than once a month 0; Most weeks 2."
            " Where an answer alone makes the risk %(levels)s, add that: A threat to kill 5 high."
        )
        return how % {"levels": levels}

    def read(self, text: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for part in filter(str.strip, text.split(";")):
            found.append(self._one(part.strip(), [each["code"] for each in found]))
        if len(found) < 2:
            raise Wrong(gettext("Give two answers at least, between semicolons."))
        return found

    def _one(self, text: str, taken: list[str]) -> dict[str, Any]:
        said = re.fullmatch(r"(.*\S)\s+(\d{1,9})(?:\s+([^\W\d]+))?", text)
        if said is None:
            raise Wrong(gettext("“%(text)s” has no points: end it with a number.") % {"text": text[:40]})
        code = code_from(said[1])
        if code in taken or not code[:1].isalpha():
            code = f"answer_{len(taken) + 1}"
        answer: dict[str, Any] = {"code": code, "words": said[1], "points": int(said[2])}
        return {**answer, "at_least": self._level(said[3])} if said[3] else answer

    def _level(self, text: str) -> str:
        level = one_of(text, ABOVE, WORDS)
        if level is None:
            raise Wrong(not_one_of(text, ABOVE))
        return level


class Levels:
    """`8; 16` as `medium_from` and `high_from`."""

    def hint(self) -> str:
        return gettext("Two numbers, such as 8; 16: medium from 8 points on, high from 16.")

    def read(self, text: str) -> dict[str, int]:
        found = re.fullmatch(r"(\d{1,9})[\s;,]+(\d{1,9})", text)
        if found is None:
            raise Wrong(gettext("Give two numbers, such as 8; 16."))
        return {"medium_from": int(found[1]), "high_from": int(found[2])}


def _code(table: Table) -> str:
    """A short name out of the question's words, which begins with a letter."""
    code = code_of("words")(table)
    return code if code[:1].isalpha() else f"question_{code}"[:40]


def _version(_table: Table) -> Chosen:
    return Chosen(
        "1", gettext("The form has no version. Change this whenever a question or its points change.")
    )


RISK = (
    Part(
        "risk.question",
        HEADING,
        (
            ask(
                "words",
                _(
                    "Is there a form of questions with points? What does it ask? One question at a time."
                    " Enter to leave it out, or when no more."
                ),
            ),
            Question(
                "answers", _("Which answers has it, and how many points has each?"), Answers(), needed=True
            ),
            ask("code", _("A short name for it; Enter makes one."), NAME, unsaid=_code),
        ),
        order=("code",),
        repeated=True,
        inner=True,
    ),
    Part(
        "risk",
        HEADING,
        (
            ask(
                "version",
                _("Which version of the form is this? Its number or date."),
                unsaid=_version,
                enter="1",
                marked=True,
            ),
            Question(
                "high_from",
                _("From how many points on is the risk medium, and from how many is it high?"),
                Levels(),
                needed=True,
                spread=True,
            ),
        ),
        within="risk.question",
    ),
)

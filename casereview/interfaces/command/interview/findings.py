"""Answers that hold several things at once: what people must find, and the further numbers of a route."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from casereview.interfaces.command.interview.kinds import (
    Choice,
    Codes,
    Wrong,
    not_one_of,
    one_of,
)
from casereview.interfaces.command.interview.lengths import read_length
from casereview.schemes.read_clocks import NEXT_MEETING, UNSTATED
from casereview.schemes.read_routes import COUNTED, FINDERS
from casereview.schemes.reading import SAME_WORKING_DAY
from casereview.schemes.vocabulary import FACTORS, JUDGED
from casereview.wording.codes import FACTORS as FACTOR_WORDS
from casereview.wording.codes import JUDGED as JUDGED_WORDS
from casereview.wording.events import EVENTS

BY = tuple(f" by {finder} " for finder in FINDERS)
NUMBERS = Choice(COUNTED[:-1])


@dataclass
class Findings:
    """`1; 2 by applicant; 3 or 4; 5 weighing 1, 2` as `judged`. finders: those who are offered."""

    finders: Sequence[str]
    codes = Codes(JUDGED, JUDGED_WORDS, own=True)
    factors = Codes(FACTORS, FACTOR_WORDS)

    def hint(self) -> str:
        finders = ", ".join(self.finders)
        how = _(
            "Who finds it: add by and one of %(finders)s, such as 2 by applicant. Else it is the bodies, as it is where"
            " the page speaks of the panel that holds the review."
        )
        if "panel" in self.finders:
            how += " " + _("panel is the one that hears appeals.")
        either = _(
            "Where one of two is enough: 3 or 4. Where the page says what is weighed: 5 weighing, and of these:"
        )
        return f"{self.codes.hint()}\n{how % {'finders': finders}}\n{either}\n{self.factors.hint()}"

    def read(self, text: str) -> list[dict[str, Any]]:
        found = [self._one(part.strip()) for part in text.split(";") if part.strip()]
        if not found:
            raise Wrong(_("That names nothing."))
        return found

    def _one(self, text: str) -> dict[str, Any]:
        what, weighing, factors = text.partition(" weighing ")
        what, by, finder = what.rpartition(" by ") if f"{what} ".endswith(BY) else (what, "", "")
        found: dict[str, Any] = self._which(what.strip())
        if by:
            found["by"] = finder.strip()
        if weighing:
            found["weighs"] = self.factors.read(factors)
        return found

    def _which(self, text: str) -> dict[str, Any]:
        alternatives = re.split(r" +or +", text)
        if len(set(alternatives)) > 1 and all(each.isdecimal() for each in alternatives):
            return {"any_of": [self.codes.one(each) for each in alternatives]}
        return {"code": self.codes.one(text)}


class Further:
    """`2 people; 1 reports hate` as `also`."""

    def hint(self) -> str:
        known = ", ".join(NUMBERS.known)
        return _("Such as 2 people, or 1 reports hate. What can be counted: %(known)s.") % {"known": known}

    def read(self, text: str) -> list[dict[str, Any]]:
        found = [self._one(part.strip()) for part in text.split(";") if part.strip()]
        if not found:
            raise Wrong(_("That names nothing."))
        return found

    def _one(self, text: str) -> dict[str, Any]:
        said = re.fullmatch(r"(\d{1,9}) +([a-z]+)( +hate)?", text.casefold())
        if said is None:
            raise Wrong(_("“%(text)s” is no number of something.") % {"text": text[:40]})
        table: dict[str, Any] = {"counts": NUMBERS.read(said[2]), "at_least": int(said[1])}
        return {**table, "hate": True} if said[3] else table


class Promise:
    """How long a clock is: a length, the same working day, no time at all, or the page's words for one."""

    def hint(self) -> str:
        return _(
            "Such as 10 working days, 28 days, 2 weeks, 1 month or same working day. Where the page promises it"
            " without a time: no time. Where it says when in words: those words in quotation marks,"
            " such as “immediately”. Where it is the next meeting of a group that meets anyway: next meeting."
        )

    def read(self, text: str) -> dict[str, Any]:
        quoted = re.fullmatch(r"[\"“”](.*[^\s\"“”].*)[\"“”]", text)
        if quoted:
            return {"says": quoted[1].strip()}
        if text.casefold() in ("no time", _("no time")):
            return {}
        if text.casefold() in ("same working day", "the same working day", _("the same working day")):
            return {"length": SAME_WORKING_DAY}
        if text.casefold() in ("next meeting", "the next meeting", _("next meeting")):
            return {"length": NEXT_MEETING}
        return {"length": read_length(text)}


@dataclass
class Events:
    """Events of the procedure: the common ones by number, any other by its name in the file or its words."""

    common: Sequence[str]
    known: Collection[str]
    several: bool = True
    unstated: bool = False  # whether it may be left open

    def hint(self) -> str:
        choices = Choice(self.common, EVENTS).hint()
        other = _("Any other event of the procedure by its name, such as plan_completed.")
        if self.unstated:
            other += " " + _("To leave it open, so that no date follows from it: unstated.")
        return f"{choices}\n{other}"

    def read(self, text: str) -> str | list[str]:
        if self.unstated and text.casefold() in (UNSTATED, _("unstated")):
            return UNSTATED
        parts = re.split(r"[,\s]+", text) if re.fullmatch(r"[\d,\s]+", text) else text.split(";")
        found = [self._one(part.strip()) for part in parts if part.strip()]
        if not found or (len(found) > 1 and not self.several):
            raise Wrong(_("Give one event."))
        return found[0] if len(found) == 1 else found

    def _one(self, text: str) -> str:
        code = one_of(text, self.common, EVENTS)
        code = code or (None if text.isdecimal() else one_of(text, sorted(self.known), EVENTS))
        if code is None:
            raise Wrong(not_one_of(text, [*self.common, *sorted(set(self.known) - set(self.common))]))
        return code

"""Walks a case through the procedure in memory: any step that is open, by somebody who may, with made-up answers.

Every step is taken as `process.take` takes it (demo.rehearsal): who may, whether it is open, the form, what it does,
the chain, the deadlines, the letters. Only the choice of step, person and answers is left to chance.
"""

from collections import Counter
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice
from random import Random
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from casereview.cases.models import Access, Case
from casereview.cases.record import Record
from casereview.letters.models import Outbox
from casereview.people.viewer import SYSTEM, Viewer
from casereview.process import STEPS, NotTaken
from casereview.steps.step import Step
from casereview.taking import Invalid
from demo.rehearsal import Rehearsal
from tests.walk.answers import Draw, answers_to, mended
from tests.walk.known import known_answers
from tests.walk.people import is_open, who_may

# A letter goes, or is held, by itself: `demo.rehearsal` does what the job does. A new application is another walk.
# Dates move with holidays, and members leave panels with their terms: both come from outside of a case.
BY_THEMSELVES = {
    "record_dispatch",
    "hold_letter",
    "receive_application",
    "recalculate_deadlines",
    "end_panel_office",
}
AFTER_A_RESTORE = {"erase_again"}
ENDING = {
    "withdraw",
    "transfer",
    "record_death",
    "close",
    "erase_on_request",
    "erase_after_time",
    "withdraw_appeal",
}
WALKED = [name for name in STEPS if name not in BY_THEMSELVES | AFTER_A_RESTORE]
PROCEDURE = [name for name in WALKED if STEPS[name].stage and name not in ENDING]
OTHERS = [name for name in WALKED if not STEPS[name].stage and name not in ENDING]
# What is open at no moment of a story, and the step after which it will be.
PREPARED_BY = {
    "adjourn_hearing": "arrange_hearing",
    "adjourn_review": "arrange_meeting",
    "hold_hearing": "arrange_hearing",
    "hold_review": "arrange_meeting",
    "receive_transfer": "transfer",
}
# Steps of one kind, and how many of them are looked at before the walk waits for another day.
LOOKED_AT = [*[(PROCEDURE, 50)] * 12, *[(OTHERS, 20)] * 3, (sorted(ENDING), len(ENDING))]
PEOPLE = 2  # who try to take one step
TRIES = 5  # fillings-in of one form
CHANGING = (Access, Outbox)  # rows that are changed; all others, once made, stay as they are


@dataclass
class Walk(Rehearsal):
    """A case on its way.

    silent: the rules leave much open, so that a story is told as far as it goes. taken: steps and the permissions by
    which they were taken, in order. opened: the cases out of which another came, and by which step. moments: while a
    story is told, the walk as it stood after each step of it.
    """

    chance: Random = field(default_factory=lambda: Random(0), kw_only=True)
    silent: bool = field(default=False, kw_only=True)
    taken: list[tuple[str, str]] = field(default_factory=list, init=False)
    opened: frozenset[tuple[UUID, str]] = field(default=frozenset(), init=False)
    moments: list["Walk"] | None = field(default=None, init=False)

    @property
    def draw(self) -> Draw:
        """Picks one of a list."""
        return self.chance.choice

    def again(self, chance: Random) -> "Walk":
        """Another walk that goes on from where this one stands; what it does changes nothing in this one."""
        other = copy(self)
        other.chance, other.taken, other.others = chance, list(self.taken), list(self.others)
        other.moments, other.rows = None, copy(self.rows)
        for model, rows in self.rows.items():
            other.rows[model] = [copy(row) for row in rows] if model in CHANGING else list(rows)
        return other

    def tell(self, story: Callable[["Walk"], None]) -> list["Walk"]:
        """Tell the story, and return the walk as it stood after each of its steps: from there another may go on."""
        self.moments = told = []
        try:
            story(self)
        except AssertionError:  # what the rest of it needs has not happened
            if not self.silent:
                raise
        self.moments = None
        return told

    def _take(self, step: str, viewer: Viewer, answers: dict[str, Any], **where: Any) -> Case:
        before = self._record
        if self.moments is not None and self.silent:
            case = self._as_far_as_it_goes(step, viewer, answers, **where)
        else:
            case = super()._take(step, viewer, answers, **where)
        if before and STEPS[step].opens:
            self.opened |= {(before.case.pk, step)}
        if self.moments is not None:
            self.moments.append(self.again(self.chance))
        return case

    def _as_far_as_it_goes(self, step: str, viewer: Viewer, answers: dict[str, Any], **where: Any) -> Case:
        """What a story has under rules that leave much open: with other answers, or not at all."""
        for _try in range(TRIES):
            try:
                return super()._take(step, viewer, answers, **where)
            except Invalid as refused:
                answers = mended(refused.form, answers, self.draw, timezone.localdate(self.at))
            except NotTaken:
                break
        assert self.case is not None
        return self.case

    def go_on(self) -> None:
        """Take some step that is open, by somebody who may: any, or the furthest on, or one not taken so far."""
        some = self.chance.sample(*self.chance.choice(LOOKED_AT))
        so_far = Counter(name for name, _permission in self.taken)
        first = self.chance.choice((None, lambda name: -STEPS[name].stage, so_far.__getitem__))
        any(self.move(name) for name in (sorted(some, key=first) if first else some))

    def move(self, name: str, by: str = "", **known: Any) -> bool:
        """Take the step, if it is open, somebody may, and made-up answers are good enough; whether it was taken.

        by: by this permission and no other. known: answers that are not made up.
        """
        step = STEPS[name]
        if step.opens:
            return self._opened(step)
        may = (
            (permission, viewer)
            for permission, viewer in who_may(self, step, self.chance)
            if by in ("", permission)
        )
        return any(self._filled_in_by(step, *each, known) for each in islice(may, PEOPLE))

    def prepares(self, name: str) -> bool:
        """Take the step after which that one will be open, once; whether it was taken."""
        before = PREPARED_BY.get(name)
        done = any(before == taken for taken, _permission in self.taken)
        return before is not None and not done and self.move(before)

    def may(self, name: str, by: str) -> bool:
        """Whether the step is open to somebody by that permission."""
        return any(permission == by for permission, _viewer in who_may(self, STEPS[name], self.chance))

    def wait(self, days: int) -> None:
        """Time goes by; what depends on nothing but facts stays as it is."""
        self.at += timedelta(days=days)
        self._stands(replace(self.record(), now=self.at))

    def turn(self) -> None:
        """Go on in another case of the chain, if there is one."""
        if self.others:
            self.turn_to(self.chance.choice(self.others))

    def turn_to(self, other: Record) -> None:
        """Go on in that case of the chain."""
        self.others = [self.record(), *(each for each in self.others if each is not other)]
        self.area = other.case.area
        self._stands(replace(other, now=self.at))

    def follows(self, step: str, answers: dict[str, Any]) -> None:
        """What a job does because of something outside of the case."""
        self._take(step, SYSTEM, answers)
        self.taken.append((step, "system"))

    def _opened(self, step: Step) -> bool:
        """What a job does once a case is to come out of this one: it opens it, once; the walk goes on in it."""
        record = self.record()
        passed = record.latest("transferred_out")
        area = passed.codes["area"] if passed and step.name == "receive_transfer" else self.area
        done = (record.case.pk, step.name) in self.opened
        if done or area not in self.cast.areas or not is_open(self, step, SYSTEM):
            return False
        self.area = area
        self._take(step.name, SYSTEM, {"area": area})
        self.taken.append((step.name, "system"))
        return True

    def _filled_in_by(self, step: Step, permission: str, viewer: Viewer, known: dict[str, Any]) -> bool:
        """Fill in the form, and mend it as long as it is refused; whether it was good enough in the end."""
        known, today = known_answers(self, step, permission, viewer) | known, timezone.localdate(self.at)
        empty = step.form(record=self.record(), initial=dict(known)) if step.form else None
        answers = answers_to(empty, self.draw, today) if empty else {}
        for _try in range(TRIES):
            answers |= known
            try:
                self._take(step.name, viewer, answers)
            except Invalid as refused:
                answers = mended(refused.form, answers, self.draw, today)
            except (NotTaken, PermissionDenied):  # those answers are another's to give
                return False
            else:
                self.taken.append((step.name, permission))
                return True
        return False

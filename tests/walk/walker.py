"""Walks a case through the procedure in memory: any step that is open, by somebody who may, with made-up answers.

Every step is taken as `process.take` takes it (demo.rehearsal): who may, whether it is open, the form, what it does,
the chain, the deadlines, the letters. Only the choice of step, person and answers is left to chance.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice
from random import Random
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from casereview.cases.chronology import chronology
from casereview.cases.models import (
    Access,
    Action,
    Case,
    Contact,
    Document,
    Entry,
    Fact,
    Incident,
    Person,
    Recommendation,
    Report,
    Words,
)
from casereview.cases.record import Record
from casereview.clocks.holidays import Holiday
from casereview.letters.models import Letter, Outbox
from casereview.letters.states import states
from casereview.people.viewer import SYSTEM, Viewer, for_body, for_person
from casereview.process import STEPS, NotTaken
from casereview.steps.recalculate_deadlines import moved
from casereview.steps.step import Step
from casereview.taking import Invalid, must_be_allowed, must_be_open
from demo.rehearsal import Rehearsal
from tests.walk.answers import Draw, answers_to, mended

# A letter goes, or is held, by itself: `demo.rehearsal` does what the job does. A new application is another walk.
BY_THEMSELVES = {"record_dispatch", "hold_letter", "receive_application", "recalculate_deadlines"}
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
# Steps of one kind, and how many of them are looked at before the walk waits for another day.
LOOKED_AT = [*[(PROCEDURE, 50)] * 12, *[(OTHERS, 20)] * 3, (sorted(ENDING), len(ENDING))]
PEOPLE = 3  # who try to take one step
TRIES = 6  # fillings-in of one form
# What a case is read from, but for its words, by their place in the record.
STORED = {
    Action: "actions",
    Contact: "contacts",
    Document: "documents",
    Entry: "entries",
    Fact: "facts",
    Incident: "incidents",
    Letter: "letters",
    Person: "people",
    Recommendation: "recommendations",
    Report: "reports",
}
CHANGING = (Access, Outbox)  # rows that are changed; all others, once made, stay as they are


@dataclass
class Walk(Rehearsal):
    """A case on its way.

    taken: steps and the permissions by which they were taken, in order. opened: the cases out of which
    another came, and by which step. moments: while a story is told, the walk as it stood after each step of it.
    """

    chance: Random = field(default_factory=lambda: Random(0), kw_only=True)
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
        story(self)
        self.moments = None
        return told

    def _take(self, step: str, viewer: Viewer, answers: dict[str, Any], **where: Any) -> Case:
        before = self._record
        case = super()._take(step, viewer, answers, **where)
        if before and STEPS[step].opens:
            self.opened |= {(before.case.pk, step)}
        if self.moments is not None:
            self.moments.append(self.again(self.chance))
        return case

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
        may = ((permission, viewer) for permission, viewer in self._who_may(step) if by in ("", permission))
        return any(self._filled_in_by(step, *each, known) for each in islice(may, PEOPLE))

    def may(self, name: str, by: str) -> bool:
        """Whether the step is open to somebody by that permission."""
        return any(permission == by for permission, _viewer in self._who_may(STEPS[name]))

    def wait(self, days: int) -> None:
        """Time goes by; what depends on nothing but facts stays as it is."""
        self.at += timedelta(days=days)
        self._stands(replace(self.record(), now=self.at))

    def announce_a_holiday(self) -> None:
        """A bank holiday some days ahead is announced, and the job tells of every date that it moves."""
        today = timezone.localdate(self.at)
        holiday = Holiday(
            today + timedelta(days=self.chance.randrange(1, 20)), "A day of rest", known_from=today
        )
        self.cast = copy(self.cast)
        self.cast.calendar = self.cast.calendar.with_holidays([holiday])
        for _case in range(len(self.others) + 1):
            self.wait(0)
            for (clock, subject), (old, _new) in moved(self.record()).items():
                answers = {"clock": clock, "subject": subject, "old": old.isoformat()}
                self._take("recalculate_deadlines", SYSTEM, answers)
                self.taken.append(("recalculate_deadlines", "system"))
            if self.others:
                self.turn_to(self.others[-1])

    def rebuilt(self) -> Record:
        """The case as it would be read, years later, from what was stored of it."""
        case, years = self.record().case, timedelta(days=2000)
        rows = {
            model: [row for row in rows if row.case_id == case.pk]
            for model, rows in self.rows.items()
            if model in STORED
        }
        read = {name: rows.get(model, []) for model, name in STORED.items()}
        words: dict[UUID, list[Words]] = defaultdict(list)
        for row in self.rows[Words]:
            words[row.fact_id].append(row)
        record = Record(case, SYSTEM, self.at + years, words=dict(words), **read)
        return self.cast.set_out(record, self.record().linked_facts)

    def turn(self) -> None:
        """Go on in another case of the chain, if there is one."""
        if self.others:
            self.turn_to(self.chance.choice(self.others))

    def turn_to(self, other: Record) -> None:
        """Go on in that case of the chain."""
        self.others = [self.record(), *(each for each in self.others if each is not other)]
        self.area = other.case.area
        self._stands(replace(other, now=self.at))

    def _opened(self, step: Step) -> bool:
        """What a job does once a case is to come out of this one: it opens it, once; the walk goes on in it."""
        record = self.record()
        passed = record.latest("transferred_out")
        area = passed.codes["area"] if passed and step.name == "receive_transfer" else self.area
        done = (record.case.pk, step.name) in self.opened
        if done or area not in self.cast.areas or not self._is_open(step, SYSTEM):
            return False
        self.area = area
        self._take(step.name, SYSTEM, {"area": area})
        self.taken.append((step.name, "system"))
        return True

    def _filled_in_by(self, step: Step, permission: str, viewer: Viewer, known: dict[str, Any]) -> bool:
        """Fill in the form, and mend it as long as it is refused; whether it was good enough in the end."""
        known, today = self._given(step, permission, viewer) | known, timezone.localdate(self.at)
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

    def _who_may(self, step: Step) -> Iterator[tuple[str, Viewer]]:
        """Everybody who may take the step now, and by which permission, in any order; nobody where it is closed."""
        if step.is_open(self.record()):
            return
        held = [(permission, viewer) for permission in step.who for viewer in self._holders(permission)]
        self.chance.shuffle(held)
        for permission, viewer in held:
            if self._sees(step, viewer) and self._may(step, viewer):
                yield permission, viewer

    def _holders(self, permission: str) -> Iterable[Viewer]:
        if permission == "system":
            return [SYSTEM]
        if permission == "apply":
            people = self.record().people
            return [for_person(person.holder.removeprefix("person:"), self.area) for person in people]
        mailboxes = self.cast.bodies[self.area] if permission == "answer_for_body" else ()
        by_mail = [for_body(holder, self.area) for holder in mailboxes]
        return [*by_mail, *(each for each in self.cast.viewers.values() if each.may(permission, self.area))]

    def _sees(self, step: Step, viewer: Viewer) -> bool:
        """Whether they hold the scope of the case that the step wants, as `take` asks it of the database."""
        if viewer is SYSTEM:
            return True
        case = self.record().case
        theirs = [
            row for holder in viewer.holders for row in self.rows[Access] if self._holds(row, case, holder)
        ]
        return any(row.scope == step.sees for row in theirs)

    def _may(self, step: Step, viewer: Viewer) -> bool:
        try:
            must_be_allowed(step, self.record(), viewer, self.area, {"body": _body(viewer)})
        except NotTaken:
            return False
        return self._is_open(step, viewer)

    def _is_open(self, step: Step, viewer: Viewer) -> bool:
        try:
            must_be_open(step, self.record(), viewer, None)
        except NotTaken:
            return False
        return True

    def _given(self, step: Step, permission: str, viewer: Viewer) -> dict[str, Any]:
        """What is not made up: for whom somebody answers, and what chance would hardly ever hit upon."""
        theirs = {"person": viewer.holder} if permission in {"apply", "chair"} else {}
        if permission == "answer_for_body":
            theirs = {"body": _body(viewer), "person": _body(viewer)}
        known = KNOWN.get(step.name)
        return theirs | (known(self, viewer) if known else {})


def _two_lines(walk: Walk, _viewer: Viewer) -> dict[str, Any]:
    keys = [line.key for line in chronology(walk.record()).lines]
    return {"same": ",".join(walk.chance.sample(keys, min(2, len(keys))))}


def _own_letter(walk: Walk, viewer: Viewer) -> dict[str, Any]:
    sent = [each.letter for each in states(walk.record()) if each.code == "sent"]
    theirs = [str(letter.pk) for letter in sent if letter.to in viewer.holders]
    return {"letter": walk.draw(theirs)} if theirs else {}


def _another_area(walk: Walk, _viewer: Viewer) -> dict[str, Any]:
    return {"area": walk.draw(["", *(code for code in walk.cast.areas if code != walk.area)])}


# What chance would hardly ever hit upon.
KNOWN: dict[str, Callable[[Walk, Viewer], dict[str, Any]]] = {
    "add_evidence": lambda walk, _viewer: {"file": str(uuid4()), "name": "photo.jpg"},
    "arrange_hearing": lambda _walk, _viewer: {"starts": "10:00", "ends": "12:00", "day_off": "on"},
    "arrange_meeting": lambda _walk, _viewer: {"starts": "10:00", "ends": "12:00", "day_off": "on"},
    "letter_read": _own_letter,
    "merge_entries": _two_lines,
    "transfer": _another_area,
}


def _body(viewer: Viewer) -> str:
    return next((holder for holder in viewer.holders if holder.startswith("body:")), "")

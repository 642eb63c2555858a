"""Walks a case through the procedure in memory: any step that is open, by somebody who may, with made-up answers.

Every step is taken as `process.take` takes it (demo.rehearsal): who may, whether it is open, the form, what it does,
the chain, the deadlines. Only the choice of step and answers is left to chance.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone

from casereview.cases.record import Record
from casereview.letters.models import Letter
from casereview.people.viewer import SYSTEM, Viewer, for_person
from casereview.process import STEPS
from casereview.steps.step import Step
from casereview.taking import Invalid, NotAllowed, NotOpen, checked, must_be_allowed, must_be_open
from demo.casework import decide, find_chair, up_to_views
from demo.rehearsal import Rehearsal
from demo.stage import application, incident
from tests.walk.answers import answers_to

# Steps of the jobs that send letters, and of those who read them: a letter goes by itself, as in `demo.rehearsal`.
LETTERS = {"record_dispatch", "hold_letter", "record_bounce", "letter_read"}
AFTER_A_RESTORE = {"erase_again"}
ELSEWHERE = {name for name, step in STEPS.items() if step.opens}  # these begin another case
TRIES = 3  # fillings-in of one form
AT_A_TIME = 25  # steps that are looked at before the walk waits for another day
ENDING = [
    "withdraw",
    "transfer",
    "record_death",
    "close",
    "erase_on_request",
    "erase_after_time",
    "withdraw_appeal",
]
WALKED = [name for name in STEPS if name not in LETTERS | ELSEWHERE | AFTER_A_RESTORE]
PROCEDURE = [name for name in WALKED if STEPS[name].stage and name not in ENDING]
OTHERS = [name for name in WALKED if not STEPS[name].stage and name not in ENDING]
WEIGHED = [*[PROCEDURE] * 30, *[OTHERS] * 5, ENDING]


@dataclass
class Walk(Rehearsal):
    """A case on its way. taken: the names of the steps, in order; refused: those that no answers would open."""

    draw: Any = field(kw_only=True)
    taken: list[str] = field(default_factory=list, init=False)

    def begin(self) -> None:
        """Somebody applies, with three reports in time; as far as it has come, all went well."""
        self.days_ago(400, 10)
        told = [incident(self, ago, "Banging until three", [("council", ago - 2)]) for ago in (420, 415, 408)]
        self.apply(application(self, name="Robin Marsh", problem="Banging at night.", incidents=told))
        for happens in self.draw(FAR):
            happens(self)

    def go_on(self) -> None:
        """Take some step that is open: of several, the furthest in the procedure; seldom one that ends the case."""
        kind = self.draw(WEIGHED)
        some = sorted(
            dict.fromkeys(self.draw(kind) for _n in range(AT_A_TIME)), key=lambda name: -STEPS[name].stage
        )
        for name in some:
            viewer = self.somebody(STEPS[name])
            if viewer and self.move(name, viewer):
                return

    def somebody(self, step: Step) -> Viewer | None:
        """Somebody who may take the step now; None where nobody may, or it is closed."""
        for viewer in self._candidates(step):
            try:
                must_be_allowed(step, self.record(), viewer, self.area, {"body": _body(viewer)})
                must_be_open(step, self._as(viewer), viewer, None)
            except (NotAllowed, NotOpen):
                continue
            return viewer
        return None

    def move(self, name: str, viewer: Viewer, **known: Any) -> bool:
        """Take the step, if some made-up answers are good enough; whether it was taken. known: answers not made up."""
        for _try in range(TRIES):
            answers = {**self._filled_in(STEPS[name], viewer), **known}
            try:
                checked(STEPS[name], self.record(), answers, None)
            except Invalid:
                continue
            self._take(name, viewer, answers)
            self.taken.append(name)
            return True
        return False

    def wait(self, days: int) -> None:
        """Time goes by."""
        self.at += timedelta(days=days)
        self._record = self._as(SYSTEM)
        self._project()

    def _filled_in(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        if step.form is None:
            return {}
        form = step.form(record=self.record())
        answers = answers_to(form, self.draw, timezone.localdate(self.at))
        whose = viewer.holder if viewer.holder.startswith("person:") else ""
        if "answer_for_body" in step.who and _body(viewer):
            whose = answers["body"] = _body(viewer)
        if step.name == "give_appeal_view" and viewer.may("chair", self.area):
            whose = viewer.holder
        if "person" in answers and whose:
            answers["person"] = whose
        return {**answers, **KNOWN.get(step.name, {})}

    def _candidates(self, step: Step) -> list[Viewer]:
        """Whoever holds a permission of the step."""
        everybody = (*self.cast.viewers.values(), *self._people(), SYSTEM)
        return [each for each in everybody if any(each.may(may, self.area) for may in step.who)]

    def _people(self) -> list[Viewer]:
        return [for_person(person.id, self.area) for person in self.record().people]

    def _as(self, viewer: Viewer) -> Record:
        record = self.record()
        record.now, record.viewer = self.at, viewer
        return record

    def _send(self, letter: Letter) -> None:
        super()._send(letter)
        self.wait(0)


# How far a case has come when its walk begins.
FAR = [
    (),
    (up_to_views,),
    (up_to_views, lambda stage: decide(stage, "met")),
    (up_to_views, lambda stage: decide(stage, "met"), find_chair),
]

# What chance would hardly ever hit upon.
KNOWN: dict[str, dict[str, Any]] = {
    "arrange_meeting": {"starts": "10:00", "ends": "12:00", "day_off": "on"},
    "arrange_hearing": {"starts": "10:00", "ends": "12:00", "day_off": "on"},
}


def _body(viewer: Viewer) -> str:
    return next((holder for holder in viewer.holders if holder.startswith("body:")), "")

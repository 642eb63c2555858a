"""Who may take a step now: everybody of the demo, everybody in the case, the bodies' mailboxes, and the system."""

from collections.abc import Iterable, Iterator
from random import Random

from casereview.people.viewer import SYSTEM, Viewer, for_body, for_person
from casereview.process import NotTaken
from casereview.steps.step import Step
from casereview.taking import must_be_allowed, must_be_open
from demo.rehearsal import Rehearsal


def who_may(told: Rehearsal, step: Step, chance: Random) -> Iterator[tuple[str, Viewer]]:
    """Everybody who may take the step now, and by which permission, in any order; nobody where it is closed."""
    if step.is_open(told.record()):
        return
    held = [(permission, viewer) for permission in step.who for viewer in _holders(told, permission)]
    chance.shuffle(held)
    for permission, viewer in held:
        if _sees(told, step, viewer) and _is_allowed(told, step, viewer) and is_open(told, step, viewer):
            yield permission, viewer


def is_open(told: Rehearsal, step: Step, viewer: Viewer) -> bool:
    """Whether it is open to this viewer, though others with their role may take it."""
    try:
        must_be_open(step, told.record(), viewer, None)
    except NotTaken:
        return False
    return True


def body_of(viewer: Viewer) -> str:
    """The body for which they answer, "" where they answer for none."""
    return next((holder for holder in viewer.holders if holder.startswith("body:")), "")


def _holders(told: Rehearsal, permission: str) -> Iterable[Viewer]:
    if permission == "system":
        return [SYSTEM]
    if permission == "apply":
        people = told.record().people
        return [for_person(person.holder.removeprefix("person:"), told.area) for person in people]
    mailboxes = told.cast.bodies[told.area] if permission == "answer_for_body" else ()
    by_mail = [for_body(holder, told.area) for holder in mailboxes]
    return [*by_mail, *(each for each in told.cast.viewers.values() if each.may(permission, told.area))]


def _sees(told: Rehearsal, step: Step, viewer: Viewer) -> bool:
    """Whether they hold the scope of the case that the step wants, as `take` asks it of the database."""
    return viewer is SYSTEM or step.sees in told.scopes_of(viewer)


def _is_allowed(told: Rehearsal, step: Step, viewer: Viewer) -> bool:
    try:
        must_be_allowed(step, told.record(), viewer, told.area, {"body": body_of(viewer)})
    except NotTaken:
        return False
    return True

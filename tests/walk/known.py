"""Answers that are not made up: for whom somebody answers, and what chance would hardly ever hit upon."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from casereview.cases.chronology import chronology
from casereview.letters.states import states
from casereview.people.viewer import Viewer
from casereview.steps.step import Step
from tests.walk.people import body_of

if TYPE_CHECKING:  # a walk asks this for what it must not make up
    from tests.walk.walker import Walk


def known_answers(walk: "Walk", step: Step, permission: str, viewer: Viewer) -> dict[str, Any]:
    """What this viewer answers in any case, who takes the step by that permission."""
    theirs = {"person": viewer.holder} if permission in {"apply", "chair"} else {}
    if permission == "answer_for_body":
        theirs = {"body": body_of(viewer), "person": body_of(viewer)}
    known = KNOWN.get(step.name)
    return theirs | (known(walk, viewer) if known else {})


def _two_lines(walk: "Walk", _viewer: Viewer) -> dict[str, Any]:
    keys = [line.key for line in chronology(walk.record()).lines]
    return {"same": ",".join(walk.chance.sample(keys, min(2, len(keys))))}


def _own_letter(walk: "Walk", viewer: Viewer) -> dict[str, Any]:
    sent = [each.letter for each in states(walk.record()) if each.code == "sent"]
    theirs = [str(letter.pk) for letter in sent if letter.to in viewer.holders]
    return {"letter": walk.draw(theirs)} if theirs else {}


def _another_area(walk: "Walk", _viewer: Viewer) -> dict[str, Any]:
    return {"area": walk.draw(["", *(code for code in walk.cast.areas if code != walk.area)])}


# What chance would hardly ever hit upon.
KNOWN: dict[str, Callable[["Walk", Viewer], dict[str, Any]]] = {
    "add_evidence": lambda walk, _viewer: {"file": str(uuid4()), "name": "photo.jpg"},
    "arrange_hearing": lambda _walk, _viewer: {"starts": "10:00", "ends": "12:00", "day_off": "on"},
    "arrange_meeting": lambda _walk, _viewer: {"starts": "10:00", "ends": "12:00", "day_off": "on"},
    "letter_read": _own_letter,
    "merge_entries": _two_lines,
    "transfer": _another_area,
}

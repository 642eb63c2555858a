"""The words that a key may have, each with its meaning."""

from collections.abc import Mapping

from casereview.interfaces.command.interview.kinds import Choice, Codes
from casereview.interfaces.command.reference.meanings import asked, plain
from casereview.schemes.belongs import Place
from casereview.wording.casework import RISKS
from casereview.wording.codes import FACTORS, FOUND_BY, JUDGED

# Those that the interview asks for within one answer.
WITHIN: Mapping[tuple[Place, str], Mapping[str, object]] = {
    (("route", "judged"), "code"): JUDGED,
    (("route", "judged"), "any_of"): JUDGED,
    (("route", "judged"), "by"): FOUND_BY,
    (("route", "judged"), "weighs"): FACTORS,
    (("risk", "question", "answers"), "at_least"): RISKS,
}


def meanings_of(place: Place, key: str) -> Mapping[str, object]:
    """What the words of that key of that block mean, by word; empty where that is not known."""
    place = plain(place)
    question = asked(place, key)
    if question and isinstance(question.kind, Choice | Codes):
        return question.kind.words
    return WITHIN.get((place, key), {})

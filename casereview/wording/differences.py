"""How two schemes differ, found from the very sentences that `wording.scheme` says of each.

Which sentences belong together is found by trial: one value of a scheme is exchanged for the other's, and whatever
sentences that takes away are what this value says. So a rule that gets its sentence is compared from that day on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from casereview.schemes.model import Scheme
from casereview.schemes.places import Place, differing, exchanged, in_file, value_at
from casereview.wording.scheme import Section, whole

Lost = dict[str, dict[Place, list[str]]]  # by section: the sentences that go with the value at a place


@dataclass(frozen=True, slots=True)
class Difference:
    """The sentences of each scheme that the other has not; on one side there may be none. Places: what makes them."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section of both schemes or of one (the other's is None), and its differences: none where it is alike.

    A section that only one scheme has is one difference.
    """

    one: Section | None
    other: Section | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every section of two schemes in the order of the procedure.

    silent: what differs in the files and in no sentence, as the file calls it; a title in Welsh, say.
    """

    parts: tuple[Part, ...]
    silent: tuple[str, ...]

    @property
    def number(self) -> int:
        """In how many points the sentences differ."""
        return sum(len(part.differences) for part in self.parts)


def compared(one: Scheme, other: Scheme) -> Comparison:
    """Compare what is said of two schemes, in the language that is being read."""
    mine = {section.path: section for section in whole(one)}
    theirs = {section.path: section for section in whole(other)}
    places = list(differing(one, other))
    lost, found = _lost(one, other, places), _lost(other, one, places)
    parts = []
    for path in _together(list(mine), list(theirs)):
        first, second = mine.get(path), theirs.get(path)
        if first and second:
            told = _differences(first, second, lost.get(path, {}), found.get(path, {}))
        else:
            told = (Difference(first.lines if first else (), second.lines if second else ()),)
        parts.append(Part(first, second, told))
    return Comparison(tuple(parts), tuple(_silent(places, lost, found)))


def _silent(places: Sequence[Place], *lost: Lost) -> list[str]:
    told = {place for each in lost for by_place in each.values() for place in by_place}
    # An area's own words are told where a rule uses them.
    return [in_file(place)[0] for place in places if place not in told and place[0] != "words"]


def _lost(one: Scheme, other: Scheme, places: Sequence[Place]) -> Lost:
    """Which sentences of `one` go when the value at a place becomes the other's."""
    words = {**other.words, **one.words}  # an area's own words come with its codes
    before = _lines(replace(one, words=words))
    lost: Lost = {}
    for place in places:
        tried = exchanged(one, place, value_at(other, place))
        after = _lines(replace(tried, words={**words, **tried.words}))
        for path, lines in before.items():
            if lines != after.get(path):
                gone = [line for line in lines if line not in after.get(path, ())]
                lost.setdefault(path, {})[place] = gone
    return lost


def _lines(scheme: Scheme) -> Mapping[str, tuple[str, ...]]:
    return {section.path: section.lines for section in whole(scheme)}


def _differences(
    one: Section, other: Section, lost: dict[Place, list[str]], found: dict[Place, list[str]]
) -> tuple[Difference, ...]:
    mine = [line for line in one.lines if line not in other.lines]
    theirs = [line for line in other.lines if line not in one.lines]
    told: list[Difference] = []
    for place in dict.fromkeys((*lost, *found)):
        here = Difference(
            tuple(line for line in mine if line in lost.get(place, ())),
            tuple(line for line in theirs if line in found.get(place, ())),
            (place,),
        )
        if here.one or here.other:
            told = _joined(told, here, mine, theirs)
    left = Difference(
        tuple(line for line in mine if not any(line in each.one for each in told)),
        tuple(line for line in theirs if not any(line in each.other for each in told)),
    )
    told.sort(key=lambda each: _first(each, mine, theirs))
    return (*told, left) if left.one or left.other else tuple(told)


def _joined(told: list[Difference], here: Difference, mine: list[str], theirs: list[str]) -> list[Difference]:
    """`told` with `here`: those that share a sentence become one."""
    touching = [each for each in told if {*each.one} & {*here.one} or {*each.other} & {*here.other}]
    together = (*touching, here)
    whole_of_it = Difference(
        tuple(line for line in mine if any(line in each.one for each in together)),
        tuple(line for line in theirs if any(line in each.other for each in together)),
        tuple(place for each in together for place in each.places),
    )
    return [*(each for each in told if each not in touching), whole_of_it]


def _first(difference: Difference, mine: list[str], theirs: list[str]) -> tuple[bool, int]:
    """Where it stands among the sentences: by the first scheme's, then what only the other has."""
    if difference.one:
        return False, mine.index(difference.one[0])
    return True, theirs.index(difference.other[0])


def _together(mine: list[str], theirs: list[str]) -> list[str]:
    """All paths of both, what only the other has after what stands before it there."""
    order, at = list(mine), 0
    for path in theirs:
        if path in order:
            at = order.index(path) + 1
        else:
            order.insert(at, path)
            at += 1
    return order

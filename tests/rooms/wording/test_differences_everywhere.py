"""How two schemes differ, whatever the rule: each is told, none is lost, and the same from either side."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from casereview.clocks.length import Length
from casereview.schemes import model, risk, terms
from casereview.schemes.load import newest
from casereview.schemes.places import NO_RULES, differing, exchanged, value_at
from casereview.wording.differences import compared
from tests.rooms.schemes.small import scheme
from tests.rooms.wording.everything import both

ONE, OTHER = both()
PLACES = list(differing(ONE, OTHER))
BLOCKS = [
    *((name,) for name in ("lead", "apply", "contact", "decision", "support", "risk", "meeting", "appeal", "brand")),
    ("routes", "individual"), ("clocks", "pack"), ("bodies", "b"), ("exclusions", "unhappy"), ("readings", "figures"),
    ("appeal", "then"), ("appeal", "contact"), ("notices", "posted"), ("routes", "individual", "window"),
    ("routes", "individual", "judged", "harm"), ("risk", "questions", "q"),
]  # fmt: skip


def test_every_rule_of_the_language_stands_in_the_two_schemes():
    """A rule that is added to the language must be added to `everything`, which then asks for its sentence."""
    named = {(type(value_at(ONE, at[:depth])), at[depth]) for at in PLACES for depth in range(len(at))}
    classes = [
        each
        for room in (model, risk, terms)
        for each in vars(room).values()
        if dataclasses.is_dataclass(each)
    ]
    keys = {
        (model.Route, "name"), (model.Clock, "name"), (model.Reading, "path"), (model.Reading, "value"),
        *((each, "code") for each in (terms.Body, terms.Exclusion, terms.Judgement, risk.Question, risk.Answer)),
        *((model.Minimum, each.name) for each in dataclasses.fields(model.Minimum)),  # one value, without a name
        *((risk.Found, each.name) for each in dataclasses.fields(risk.Found)),  # of a case, not of a scheme
    }  # fmt: skip
    all_rules = {(each, field.name) for each in classes for field in dataclasses.fields(each)}
    missing = {rule for rule in all_rules - named - keys if rule[1] not in NO_RULES}
    assert not missing
    assert (Length, "amount") in named


def test_each_rule_that_differs_makes_a_difference():
    assert len(PLACES) > 100
    assert [place for place in PLACES if not compared(mixed(()), mixed([place])).number] == [("words", "odd")]
    in_use = exchanged(
        OTHER, ("words", "odd"), "something else"
    )  # an area's words are told where a rule uses them
    assert compared(OTHER, in_use).number == 1
    assert compared(ONE, OTHER).silent == ()
    assert [block for block in BLOCKS if not compared(mixed(()), mixed([], [block])).number] == []


SCHEMES = st.tuples(st.sets(st.sampled_from(PLACES)), st.sets(st.sampled_from(BLOCKS), max_size=3))


@settings(max_examples=20, deadline=None)
@given(SCHEMES, SCHEMES)
def test_nothing_differs_from_itself_and_as_much_from_either_side(some, others):
    one, other = mixed(*some), mixed(*others)
    there, back = compared(one, other), compared(other, one)
    assert (compared(one, one).number, compared(one, one).silent) == (0, ())
    assert there.number == back.number
    assert set(there.silent) == set(back.silent)


def mixed(places, without=()):
    """The first scheme with the second's values at these places, and without these blocks."""
    words = {**OTHER.words, **ONE.words}
    found = dataclasses.replace(ONE, words=words)
    for place in places:
        found = exchanged(found, place, value_at(OTHER, place))
    for block in sorted(without):  # an outer block before what stood in it
        if value_at(found, block) is not None:
            found = exchanged(found, block, None)
    return dataclasses.replace(found, words={**words, **found.words})


def test_nothing_that_one_says_and_the_other_does_not_is_lost():
    for one, other in ((ONE, OTHER), (scheme(), OTHER), (newest("durham"), newest("darlington"))):
        for part in compared(one, other).parts:
            if part.one and part.other:
                mine = {line for each in part.differences for line in each.one}
                assert mine == set(part.one.lines) - set(part.other.lines)

"""Somebody asks for what is held of them: passage by passage, two people, a reason for whatever is left out."""

import uuid
from datetime import date

import pytest
from django.utils.datastructures import MultiValueDict

from casereview.cases.own_information import asked, copy_for
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.jobs.letters import send_due
from casereview.letters.own_information import copy_of, held
from casereview.people.viewer import SYSTEM, for_person
from casereview.process import Invalid, NotOpen
from casereview.steps.prepare_own_information import PrepareForm, one, rest
from tests.rooms.steps.conftest import THREE

ALL = {"answer": "signed"}


@pytest.fixture
def case(world):
    found = world.apply(*THREE)
    world.take("log_contact", route="in_person", outcome="reached", time="10:30", notes="Dana was there too")
    return found


@pytest.fixture
def robin(world, case):
    return f"person:{world.robin}"


def give_all(world, **other):
    """An answer for every part: give it, unless told otherwise."""
    return {rest(part): "give" for part in held(world.record())} | other


def copied(world, holder):
    """The text of the copy that was signed for this holder, and what was withheld."""
    with acting(SYSTEM):
        whole = load(world.case, SYSTEM)
    made = copy_of(whole, copy_for(whole, holder))
    text = " ".join(block.text for shown in made for block in shown.part.blocks)
    return text, [each for shown in made for each in shown.withheld]


def test_it_is_owed_within_a_month_by_the_law(world, robin):
    world.take("ask_for_own_information", person=robin)
    with acting(SYSTEM):
        (run,) = (run for run in load(world.case, SYSTEM).deadlines if run.clock == "own_information")
    assert run.due == date(2026, 12, 18)  # asked on 18 November


def test_the_applicant_asks_and_reads_what_two_people_have_looked_at(world, robin):
    world.take("ask_for_own_information", viewer=for_person(world.robin, "durham"), person=robin)
    with pytest.raises(NotOpen, match="waits for the copy"):
        world.take("ask_for_own_information", person=robin)
    world.take("prepare_own_information", **give_all(world))
    with pytest.raises(NotOpen, match="somebody else"):
        world.take("sign_own_information", **ALL)
    assert copy_for(world.record(), robin) is None
    world.take("sign_own_information", viewer=world.dan, **ALL)
    text, withheld = copied(world, robin)
    assert "Shouting and banging" in text
    assert withheld == []
    with acting(SYSTEM):
        send_due()
    assert asked(world.record()) is None


def test_what_is_withheld_is_not_in_the_copy_and_its_reason_is(world, robin):
    world.take("ask_for_own_information", person=robin)
    (application, *_others) = held(world.record())
    block = next(block for block in application.blocks if "Shouting" in block.text)
    world.take("prepare_own_information", **give_all(world, **{one(block): "crime"}))
    world.take("sign_own_information", viewer=world.dan, **ALL)
    text, withheld = copied(world, robin)
    assert "Shouting" not in text
    assert [count for why, count in withheld if why.startswith("D2")] == [1]


def test_words_that_were_taken_out_are_not_in_the_copy(world, robin):
    world.take("ask_for_own_information", person=robin)
    world.take("redact_passage", passage="and banging", to=robin, reason="third_party")
    world.take("prepare_own_information", **give_all(world))
    world.take("sign_own_information", viewer=world.dan, **ALL)
    text, _withheld = copied(world, robin)
    assert "Shouting [taken out, R1" in text
    assert "banging" not in text


def test_nothing_is_given_that_nobody_decided_about(world, robin):
    world.take("ask_for_own_information", person=robin)
    answers = give_all(world)
    left_open = next(iter(answers))
    with pytest.raises(Invalid) as refused:
        world.take("prepare_own_information", **{**answers, left_open: ""})
    assert left_open in refused.value.form.errors


def test_the_second_reader_may_send_it_back_with_a_reason(world, robin):
    world.take("ask_for_own_information", person=robin)
    world.take("prepare_own_information", **give_all(world))
    with pytest.raises(Invalid):
        world.take("sign_own_information", viewer=world.dan, answer="back")
    world.take("sign_own_information", viewer=world.dan, answer="back", why="The note is about Dana")
    with pytest.raises(NotOpen, match="No copy is prepared"):
        world.take("sign_own_information", viewer=world.dan, **ALL)
    world.take("prepare_own_information", **give_all(world))
    world.take("sign_own_information", viewer=world.dan, **ALL)


def test_for_those_complained_about_nothing_is_suggested_and_the_victim_is_warned(world):
    culprit = "11111111-1111-4111-8111-111111111111"
    world.apply(
        *THREE,
        people=[
            {"id": str(uuid.uuid4()), "roles": ["applicant", "victim"], "name": "Robin", "contacts": []},
            {"id": culprit, "roles": ["alleged_perpetrator"], "name": "Kim"},
        ],
    )
    them = f"person:{culprit}"
    world.take("ask_for_own_information", person=them)
    form = PrepareForm(MultiValueDict(), record=world.record())
    assert {field.initial for field in form.fields.values()} == {""}
    world.take("prepare_own_information", **dict.fromkeys(give_all(world), "other_people"))
    world.take("sign_own_information", viewer=world.dan, **ALL)
    letters = [(letter.code, letter.to) for letter in world.record().letters]
    assert letters[-1][0] == "information_disclosed"
    assert letters[-1][1] != them
    world.take("hand_over_information", how="At the counter, with a passport")
    assert asked(world.record()) is None
    assert copied(world, them)[0] == ""

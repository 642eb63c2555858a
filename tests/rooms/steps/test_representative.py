"""A representative sees nothing before the person affected agreed, little after that, and nothing once it is ended."""

import pytest
from django.core.exceptions import PermissionDenied

from casereview.cases.models import Case, Contact, Document, Incident, Person, Words
from casereview.cases.postgresql.roles import acting
from casereview.cases.representing import in_state, like_somebody, representatives
from casereview.cases.silence import heard_on
from casereview.cases.tasks import open_tasks
from casereview.jobs.letters import send_due
from casereview.letters.making import previewed
from casereview.letters.provisional import as_if
from casereview.letters.render import preview
from casereview.letters.safe_contact import route_to
from casereview.people.viewer import SYSTEM, for_person
from casereview.process import STEPS, Invalid, NotAllowed, NotOpen
from tests.beginnings import beginning
from tests.rooms.steps.conftest import RECEIVED, THREE, World, moment

SAM = {
    "called": "Sam Reed",
    "relation": "Her brother",
    "method": "email",
    "value": "sam@example.org",
    "seen_by_others": "no",
}


@beginning
def world():
    """Robin's case, and Robin."""
    world = World()
    world.apply(*THREE)
    world.me = for_person(world.robin, "durham")
    return world


def name(world, by=None, **other):
    """Name Sam; the viewer that Sam would be."""
    world.take("name_representative", by or world.me, **{**SAM, **other})
    holder = representatives(world.record())[-1].holder
    return for_person(holder.removeprefix("person:"), "durham")


def way_of(world, method="email"):
    person = world.record().victim
    return next(str(way.id) for way in world.record().contacts_of(person) if way.method == method)


def confirm(world, sam, **other):
    answers = {"person": sam.holder, "route": way_of(world), "notes": "Yes", **other}
    world.take("confirm_representative", **answers)


def acts(world):
    """Somebody named and confirmed."""
    sam = name(world)
    confirm(world, sam)
    return sam


def seen_by(viewer):
    """How many rows of each kind somebody reads, of any case."""
    with acting(viewer):
        models = (Case, Words, Person, Contact, Incident, Document)
        return {model.__name__: model.objects.visible_to(viewer).count() for model in models}


def letters(world, to=None):
    return [letter.code for letter in world.record().letters if to is None or letter.to == to.holder]


def test_to_be_named_opens_nothing_tells_the_victim_and_sets_a_task(world):
    sam = name(world)
    assert set(seen_by(sam).values()) == {0}
    assert letters(world, world.me) == ["acknowledgement", "representative_named"]
    assert letters(world, sam) == []
    (task,) = open_tasks(world.record())
    assert "Sam Reed" in world.record().said(task, "what")
    letter = preview(world.record(), "representative_named", world.me.holder)
    assert "Sam Reed (Her brother) was named to act for you" in letter.prose
    assert "call us" in letter.prose


def test_no_letter_can_reach_them_before_they_are_confirmed(world):
    sam = name(world)
    assert route_to(world.record(), sam.holder).kind == "held"
    with pytest.raises(Invalid):
        world.take("request_information", person=sam.holder, questions="What have you seen?")
    confirm(world, sam)
    assert route_to(world.record(), sam.holder).address == "sam@example.org"
    world.take("request_information", person=sam.holder, questions="What have you seen?")


def test_once_confirmed_they_see_what_is_their_own(world):
    sam = acts(world)
    seen = seen_by(sam)
    assert (seen["Case"], seen["Person"], seen["Contact"], seen["Incident"]) == (1, 1, 2, 0)
    record = world.record(sam)
    assert record.applicant is None
    assert [person.name for person in record.people] == ["Sam Reed"]
    assert not record.words
    assert open_tasks(world.record()) == []
    assert letters(world, sam) == ["representative_welcome"]
    assert letters(world, world.me)[-1] == "representative_confirmed"


def test_it_is_confirmed_only_through_what_was_held_before_they_were_named(world):
    world.take(
        "change_contact",
        world.me,
        person=world.me.holder,
        method="phone",
        value="07700 900456",
        seen_by_others="no",
    )
    sam = name(world)
    world.take("change_contact", person=world.me.holder, confirmed=[way_of(world, "phone")])
    with pytest.raises(Invalid):  # given before, and confirmed only after
        confirm(world, sam, route=way_of(world, "phone"))
    confirm(world, sam)


def test_a_way_confirmed_before_they_were_named_will_do(world):
    world.take(
        "change_contact", person=world.me.holder, method="phone", value="07700 900456", seen_by_others="no"
    )
    world.take("change_contact", person=world.me.holder, confirmed=[way_of(world, "phone")])
    sam = name(world)
    confirm(world, sam, route=way_of(world, "phone"))
    (fact,) = world.record().current("representative_confirmed")
    assert fact.codes["route"] == "phone"


def test_without_any_such_way_nobody_can_be_confirmed(world):
    sam = name(world)
    way = way_of(world)
    world.take("change_contact", world.me, person=world.me.holder, unsafe=[way])
    with pytest.raises(NotOpen, match="No safe way"):
        confirm(world, sam, route=way)


def test_somebody_like_an_alleged_perpetrator_is_looked_at_twice(world):
    culprit = {"id": "p9", "roles": ["alleged_perpetrator"], "name": "Samuel Reed"}
    world.take("add_information", told="Who it is", application={"people": [culprit]})
    sam = name(world)
    person = next(person for person in world.record().people if person.holder == sam.holder)
    assert like_somebody(world.record(), person) == ["alleged_perpetrator"]
    with pytest.raises(Invalid):
        confirm(world, sam)
    confirm(world, sam, somebody_else="on")


def test_somebody_reached_as_the_victim_is_looked_at_twice(world):
    sam = name(world, value="ROBIN@example.org")
    with pytest.raises(Invalid):
        confirm(world, sam)
    other = name(world, called="Kit Hall")
    confirm(world, other)


@pytest.mark.parametrize("who", ["me", "cora", "sam"])
def test_it_ends_at_once_and_nothing_more_is_sent(world, who):
    sam = acts(world)
    world.take("request_information", person=sam.holder, questions="What have you seen?")
    by = {"me": world.me, "cora": world.cora, "sam": sam}[who]
    world.take("end_representative", by, representative=sam.holder)
    assert set(seen_by(sam).values()) == {0}
    assert letters(world, world.me)[-1] == "representative_ended"
    with acting(SYSTEM):
        send_due(moment(RECEIVED, 14))
    gone = [fact for fact in world.record().current("letter_sent") if fact.codes["to"] == sam.holder]
    assert [fact.codes["code"] for fact in gone] == ["representative_farewell"]
    cancelled = [fact.codes["code"] for fact in world.record().current("letter_cancelled")]
    assert cancelled == ["representative_welcome", "questions"]
    assert route_to(world.record(), sam.holder).why == "ended"


def test_the_last_letter_goes_whole_or_by_a_person_since_no_page_opens(world):
    sam = name(world, seen_by_others="yes")
    confirm(world, sam)
    assert route_to(world.record(), sam.holder).kind == "email_notice"
    world.take("end_representative", world.me, representative=sam.holder)
    assert route_to(world.record(), sam.holder).kind == "held"


def test_somebody_who_was_only_named_gets_no_letter_when_it_ends(world):
    sam = name(world)
    world.take("end_representative", world.me, representative=sam.holder)
    assert letters(world, sam) == []
    assert open_tasks(world.record()) == []
    with pytest.raises(NotOpen):
        confirm(world, sam)


def test_a_representative_ends_nobody_but_themselves(world):
    sam, kit = acts(world), name(world, called="Kit Hall", value="kit@example.org")
    confirm(world, kit)
    with pytest.raises(PermissionDenied):
        world.take("end_representative", sam, representative=kit.holder)
    world.take("end_representative", sam, representative=sam.holder)
    assert [each.holder for each in in_state(world.record(), "confirmed")] == [kit.holder]


FOR_THE_VICTIM = [
    ("withdraw", {"withdrawn_by": "representative", "safe": "yes", "pressed": "no", "notes": "Enough"}),
    ("record_concern", {"concern": "Threats"}),
    ("name_representative", {**SAM, "called": "Another"}),
]


@pytest.mark.parametrize(("step", "answers"), FOR_THE_VICTIM)
def test_what_the_victim_alone_may_say_is_refused_to_a_representative(world, step, answers):
    sam = acts(world)
    with pytest.raises(NotAllowed):
        world.take(step, sam, **answers)
    world.take(step, world.me, **answers)


def test_what_a_representative_may_do(world):
    sam = acts(world)
    world.take("add_information", sam, channel="web", told="It happened again on Sunday")
    world.take("change_contact", sam, person=sam.holder, method="applicant_calls")
    (told,) = world.record().current("information_added")
    assert world.record(sam).said(told, "told") == "It happened again on Sunday"
    assert world.record(world.me).said(told, "told") == ""


def test_every_step_for_people_that_a_representative_may_take_is_named_here():
    theirs = {step.name for step in STEPS.values() if "apply" in step.who and "representative" in step.roles}
    assert theirs == {
        "add_information",
        "change_contact",
        "letter_read",
        "end_representative",
        "receive_appeal",
        "confirm_appeal",
    }


def test_what_a_representative_hears_the_applicant_has_not_heard(world):
    sam = acts(world)
    with acting(SYSTEM):
        send_due(moment(RECEIVED, 14))
    later = RECEIVED.replace(day=25)
    world.take("request_information", person=sam.holder, questions="What have you seen?", today=later)
    with acting(SYSTEM):
        send_due(moment(later, 14))
    assert heard_on(world.record()) == RECEIVED
    world.take("request_information", person=world.me.holder, questions="And you?", today=later)
    with acting(SYSTEM):
        send_due(moment(later, 15))
    assert heard_on(world.record()) == later


def test_letters_are_shown_before_the_step_is_taken(world):
    sam = name(world)
    record, step = world.record(), STEPS["confirm_representative"]
    form = step.form({"person": sam.holder, "route": way_of(world), "notes": "Yes"}, record=record)
    assert form.is_valid()
    outcome = step.do(record, form.cleaned_data, world.cora, record.now)
    would_be = as_if(record, outcome)
    shown = [previewed(would_be, letter.code, letter.to) for letter in outcome.letters]
    assert [letter.route.kind for letter in shown] == ["email_full", "email_full"]

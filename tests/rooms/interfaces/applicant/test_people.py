"""Somebody is named, comes to a page of their own once the person affected agreed, and goes: each by their own page."""

from types import SimpleNamespace
from uuid import UUID

import pytest
from django.test import Client

from casereview.cases import way_in
from casereview.cases.representing import representatives
from casereview.letters.safe_contact import usable_contacts
from casereview.people.viewer import for_person
from casereview.process import take
from tests.rooms.interfaces.applicant.conftest import come_in, link_for, record_of, work
from tests.rooms.interfaces.applicant.test_pages import CORA, DECISION, main

pytestmark = pytest.mark.usefixtures("db")
KIT = {
    "called": "Kit Hall",
    "relation": "My neighbour",
    "method": "email",
    "value": "kit@example.org",
    "seen_by_others": "no",
}
# All that the person affected alone may open: the page, and the result after which there is something on it.
CLOSED = [(page, "met") for page in ("support", "meeting", "statement", "plan", "stop")]


def do(step, who, viewer=CORA, **answers):
    return take(
        step, viewer=viewer, case=who.case, answers=answers, key=f"{step} {len(record_of(who).facts)}"
    )


def named(client, who, **other):
    """Named on the page; who they are."""
    client.post("/my/people", {**KIT, **other, "key": "1"})
    holder = representatives(record_of(who))[-1].holder
    person = UUID(holder.removeprefix("person:"))
    return SimpleNamespace(
        case=who.case,
        reference=who.reference,
        person=person,
        viewer=for_person(person, "durham"),
        holder=holder,
    )


def decide(who, result):
    bodies = record_of(who).relevant_bodies
    found = {"met": "yes", "not_met": "no"}[result]
    told = {"result": result, "statute_reason": "One report", "finding_no_or_inadequate_response": found}
    do("dispatch_application", who, bodies=[body.holder for body in bodies])
    do("propose_decision", who, result=result, reasons="x")
    do("decide_threshold", who, **{**DECISION, **told, f"decider_{bodies[0].pk}": "A. Hill"})


def confirm(who, kit):
    record = record_of(who)
    (way,) = usable_contacts(record, record.applicant)
    do("confirm_representative", who, person=kit.holder, route=str(way.pk), notes="Yes, please")


@pytest.fixture
def kit(client, robin):
    """Kit acts for Robin, who has come in."""
    come_in(client, robin)
    kit = named(client, robin)
    confirm(robin, kit)
    return kit


def test_one_names_somebody_and_ends_it_at_once(client, robin):
    come_in(client, robin)
    assert "Nobody acts for you now" in main(client, "/my/people")
    kit = named(client, robin)
    page = main(client, "/my/people")
    assert "Kit Hall" in page
    assert "Not confirmed yet" in page
    confirm(robin, kit)
    assert "Since " in main(client, "/my/people")
    client.post("/my/people", {"representative": kit.holder, "key": "2"})
    assert "Kit Hall" not in main(client, "/my/people")
    assert record_of(robin).has("representative_ended")


def test_what_is_missing_is_asked_for_and_what_was_typed_stays(client, robin):
    come_in(client, robin)
    page = client.post("/my/people", {"called": "Kit Hall", "key": "1"}).content.decode()
    assert "Say who they are to the person affected" in page
    assert "Choose how we may reach them" in page
    assert 'value="Kit Hall"' in page
    assert not record_of(robin).has("representative_named")


def test_before_they_are_confirmed_neither_code_nor_link_leads_in(client, robin, mailoutbox):
    come_in(client, robin)
    kit = named(client, robin)
    other = Client()
    assert come_in(other, kit).status_code == 200
    assert link_for(other, mailoutbox, kit.reference, "kit@example.org") is None
    confirm(robin, kit)
    assert come_in(other, kit).status_code == 302
    link = link_for(other, mailoutbox, kit.reference, "kit@example.org")
    assert mailoutbox[-1].to == ["kit@example.org"]
    assert other.post(link).status_code == 302
    assert "You act for somebody here" in main(other, "/my/")


def test_each_code_leads_to_its_own_page(robin, kit):
    assert way_in.by_code(robin.reference, way_in.code_of(kit.person)) == kit.holder
    assert way_in.by_code(robin.reference, way_in.code_of(robin.person)) == robin.viewer.holder
    assert way_in.by_code("ZZZ9999", way_in.code_of(kit.person)) is None


def test_they_see_where_it_stands_and_their_own_letters_and_nothing_of_the_applicant(robin, kit):
    work()
    client = Client()
    come_in(client, kit)
    home = main(client, "/my/")
    assert "We have your request" in home
    assert "Open your letter: You can now act for somebody" in home
    letters = main(client, "/my/letters/")
    assert "We have your request" not in letters
    for page in ("", "letters/", "add", "add/file", "contact", "people"):
        text = client.get(f"/my/{page}").content.decode()
        assert "CANARY" not in text
        assert "robin@example.org" not in text
        assert "Robin" not in text


@pytest.mark.parametrize(("page", "result"), CLOSED)
def test_pages_of_the_person_affected_are_not_there_for_them(client, robin, kit, page, result):
    decide(robin, result)
    other = Client()
    come_in(other, kit)
    assert f"/my/{page}" not in main(other, "/my/")
    before = len(record_of(robin).facts)
    assert other.get(f"/my/{page}").status_code == 404
    posted = other.post(f"/my/{page}", {"safe": "yes", "pressed": "no", "key": "1"})
    assert posted.status_code in {404, 405}
    assert len(record_of(robin).facts) == before
    assert client.get(f"/my/{page}").status_code == 200


def test_they_add_to_it_and_change_their_own_contact(robin, kit):
    client = Client()
    come_in(client, kit)
    client.post("/my/add", {"told": "I heard it too, on Sunday", "key": "1"})
    assert "I heard it too" in main(client, "/my/add")
    client.post(
        "/my/contact", {"method": "phone", "value": "07700 900321", "seen_by_others": "no", "key": "2"}
    )
    record = record_of(robin)
    assert {way.method for way in record.contacts_of(record.applicant)} == {"email"}
    assert record.latest("contact_changed").codes["person"] == kit.holder


def test_what_they_tell_answers_no_question_to_the_person_affected(client, robin, kit):
    do("request_information", robin, person=robin.viewer.holder, questions="Which street?")
    other = Client()
    come_in(other, kit)
    other.post("/my/add", {"told": "It was loud", "key": "1"})
    assert "Answer our questions" in main(client, "/my/")
    assert "Which street?" in main(client, "/my/add")
    assert "Which street?" not in main(other, "/my/add")
    client.post("/my/add", {"told": "North Road", "key": "2"})
    assert "Answer our questions" not in main(client, "/my/")


def test_they_leave_and_their_page_is_gone(robin, kit):
    client, left_open = Client(), Client()
    come_in(client, kit)
    come_in(left_open, kit)
    assert left_open.get("/my/").status_code == 200
    response = client.post("/my/people", {"key": "1"}, follow=True)
    assert "You no longer act for them" in response.content.decode()
    assert left_open.get("/my/").status_code == 404
    assert left_open.post("/my/add", {"told": "More", "key": "2"}).status_code == 404
    assert come_in(Client(), kit).status_code == 200
    assert not record_of(robin).has("information_added")


def test_they_can_neither_name_nor_end_others(client, robin, kit):
    other = Client()
    come_in(other, kit)
    lou = named(client, robin, called="Lou", value="lou@example.org", key="3")
    other.post("/my/people", {"representative": lou.holder, "key": "4"})
    ended = [fact.codes["person"] for fact in record_of(robin).current("representative_ended")]
    assert ended == [kit.holder]  # whatever is posted there, it is their own way out


def test_somebody_elses_representative_cannot_be_ended(kit, sam):
    client = Client()
    come_in(client, sam)
    assert client.post("/my/people", {"representative": kit.holder, "key": "1"}).status_code == 404


def test_a_person_affected_who_agreed_has_a_page_too(robin):
    people = [{"id": "v", "roles": ["victim"], "name": "Vera", "consent": "not_yet"}]
    do("add_information", robin, told="It is about Vera", application={"people": people})
    vera = record_of(robin).victim
    person = vera.holder.removeprefix("person:")
    who = SimpleNamespace(reference=robin.reference, person=person)
    assert come_in(Client(), who).status_code == 200
    do("record_consent", robin, person=vera.holder, consent="given")
    client = Client()
    assert come_in(client, who).status_code == 302
    for page in (
        "",
        "letters/",
        "add",
        "add/file",
        "contact",
        "people",
        "meeting",
        "statement",
        "plan",
        "stop",
    ):
        text = client.get(f"/my/{page}").content.decode()
        assert "CANARY" not in text
        assert "robin@example.org" not in text

"""What the applicant alone can say is asked of them whatever the area's rules name, and nobody overrules it."""

import pytest
from django.test import Client

from casereview.cases.threshold import receipt_of
from casereview.interfaces.staff.key_in.forms import KeyInForm
from casereview.schemes.load import by_name
from casereview.steps.decision_form import DecisionForm
from casereview.wording.application import chosen_words
from tests.live_area import live_area
from tests.rooms.steps.conftest import RECEIVED, THREE

RULES = """\
area = "Nowhere"
from = 2026-01-01
source = "an invented page"

[[route]]
name = "individual"
counts = "reports"
at_least = 3
judged = [
    { code = "not_satisfied_with_response", by = "applicant" },
    { code = "kept_a_diary", by = "applicant" },
    { any_of = ["no_action", "insufficient_action"] },
]
source = "p"

[[route]]
name = "discretion"
counts = "none"
judged = [{ code = "review_needed", weighs = ["harm", "persistence"] }]
source = "p"

[words]
kept_a_diary = "a diary was kept"

[statute]
complaints = 3
report_within = { months = 1 }
apply_within = { months = 6 }
source = "section 104(4)"
"""
TOLD = {"not_satisfied_with_response": "yes", "kept_a_diary": "yes"}


@pytest.fixture(autouse=True)
def rules(tmp_path, monkeypatch):
    (tmp_path / "durham.toml").write_text(RULES)
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))


def individual(world, **findings):
    route = receipt_of(world.record(), findings).routes[0]
    return route.met, {each.code: each.finding for each in route.judged}


def test_the_form_on_the_web_asks_it_in_words_to_them(db):
    live_area()
    client = Client()
    client.post("/durham/request/who", {"asking_for": "me"})
    page = client.get("/durham/request/answered").content.decode()
    for question in (
        "Are you unhappy with the answer, or with what came of it?",
        "Is this so: a diary was kept?",
        "Do you feel ignored?",
    ):
        assert question in page
    assert "no action" not in page  # the bodies find that


def test_the_form_for_post_and_phone_asks_it_about_them(world):
    form = KeyInForm(bodies=[], scheme=by_name("durham", RECEIVED))
    labels = {code: str(form.fields[code].label) for code in form.own}
    assert (
        labels["not_satisfied_with_response"] == "Are they unhappy with the answer, or with what came of it?"
    )
    assert list(labels) == ["feels_ignored", *TOLD]


@pytest.mark.parametrize(("said", "met"), [("yes", True), ("no", False), ("not_sure", None)])
def test_their_answer_decides_and_the_bodies_are_not_asked(world, said, met):
    world.apply(*THREE, codes={**TOLD, "not_satisfied_with_response": said})
    assert individual(world, no_action=True)[0] is met
    fields = DecisionForm(record=world.record()).fields
    assert "finding_no_action" in fields
    assert "finding_not_satisfied_with_response" not in fields


def test_what_they_say_later_takes_the_place_of_what_they_said(world):
    world.apply(*THREE, codes={**TOLD, "not_satisfied_with_response": "no"})
    world.take("add_information", channel="phone", not_satisfied_with_response="yes")
    met, found = individual(world, no_action=True)
    assert (met, found["not_satisfied_with_response"]) == (True, True)


@pytest.mark.parametrize(
    ("findings", "met"),
    [
        ({"no_action": False, "insufficient_action": True}, True),
        ({"no_action": False, "insufficient_action": None}, None),
        ({"no_action": False, "insufficient_action": False}, False),
    ],
)
def test_of_alternatives_one_is_enough(world, findings, met):
    world.apply(*THREE, codes=TOLD)
    assert individual(world, **findings)[0] is met


def test_staff_read_the_question_with_the_answer(world):
    world.apply(*THREE, codes=TOLD)
    record = world.record()
    words = dict(chosen_words(record.facts[0].codes, record.scheme))
    assert words["Is this so: a diary was kept?"] == "Yes"


def test_whoever_decides_reads_what_the_page_has_them_weigh(world):
    world.apply(*THREE, codes=TOLD)
    field = DecisionForm(record=world.record()).fields["finding_review_needed"]
    assert (
        field.help_text == "Weigh the harm, or the harm that could come; and how persistent the behaviour is."
    )

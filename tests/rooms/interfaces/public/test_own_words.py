"""What the page says of its own promises and rules is not left out: its conditions, and what it asks of a request."""

from datetime import date

import pytest
from django.test import Client

from casereview.interfaces.public.request.promises import promises
from casereview.people.models import Area
from casereview.schemes.load import by_name
from casereview.wording.scheme import whole
from tests.rooms.interfaces.public.test_silent_area import read, with_rules
from tests.silent import APPEAL

pytestmark = pytest.mark.django_db
LENGTH = "length = {{ working_days = 3 }}\n"
DECIDE = '\n[clock.decide]\nstarts = "{}"\nstops = "decision_notice_sent"\n' + LENGTH + '{}source = "p"\n'
UNLESS = 'says = "unless the case is complex"\n'
HAS_IT = "(the public page says: “unless the case is complex”)"
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize("says", [UNLESS, ""])
def test_the_guidance_says_the_condition_where_there_is_one(tmp_path, monkeypatch, says):
    with_rules(tmp_path, monkeypatch, DECIDE.format("application_received", says))
    text = read("/durham/")
    assert "with the reasons, within 3 working days after your request arrives" in text
    assert (HAS_IT in text) == bool(says)


@pytest.mark.parametrize("says", [UNLESS, ""])
def test_so_does_the_page_that_confirms_a_request(tmp_path, monkeypatch, says):
    with_rules(tmp_path, monkeypatch, DECIDE.format("application_received", says))
    dated = promises(by_name("durham", FRIDAY), FRIDAY)[-1]
    assert dated.endswith(f"by Wednesday 25 November 2026{' ' + HAS_IT if says else ''}.")
    with_rules(tmp_path, monkeypatch, DECIDE.format("unstated", says))
    undated = promises(by_name("durham", FRIDAY), FRIDAY)[-1]
    assert undated.endswith(f"(it is not said from when){' ' + HAS_IT if says else ''}.")


CLOCK = (
    '[clock.appeal]\nstarts = "threshold_not_met"\nstops = "appeal_received"\nlength = { days = 10 }\n'
    'owed_by = "applicant"\nsurvives_close = true\nsource = "appeals"\n'
)


@pytest.mark.parametrize("says", ['says = "usually"\n', ""])
def test_the_days_to_appeal_have_the_words_of_the_page_too(tmp_path, monkeypatch, says):
    with_rules(tmp_path, monkeypatch, APPEAL + CLOCK + says)
    text = read("/durham/")
    assert "Up to 10 days after you are told in writing that there is no review this time." in text
    assert ("In the page’s words: Usually." in text) == bool(says)


def answered():
    client = Client()
    for number, answer in enumerate(("here", "0", "yes", "nothing"), start=1):
        client.post(f"/durham/check/{number}", {"answer": answer})
    return client.get("/durham/check/answer").content.decode()


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ('consent = "asked"', "Somebody who acts for another person needs their consent."),
        ('consent = "written"', "Somebody who acts for another person needs their written consent."),
        ("anonymous = false", "Anonymous requests are not taken."),
        ("anonymous = true", "Anonymous requests are taken."),
    ],
)
def test_what_a_request_needs_is_said_where_people_decide_to_ask(tmp_path, monkeypatch, rule, says):
    with_rules(tmp_path, monkeypatch, f'[apply]\n{rule}\nsource = "p"\n')
    assert says in read("/durham/")
    assert says in answered()


def test_of_what_a_page_does_not_ask_nothing_is_said(tmp_path, monkeypatch):
    with_rules(tmp_path, monkeypatch, '[apply]\nwho = "The victim."\nsource = "p"\n')
    for text in (read("/durham/"), answered()):
        assert "consent" not in text
        assert "nonymous" not in text


@pytest.mark.parametrize("rule", ['consent = "asked"', "anonymous = false"])
def test_a_request_for_somebody_who_has_not_agreed_is_taken_here(tmp_path, monkeypatch, rule):
    with_rules(tmp_path, monkeypatch, f'[apply]\n{rule}\nsource = "p"\n')
    taken = "You can send it before they agree. Until then, less is shared."
    assert taken not in read("/durham/")  # nothing can be sent here yet
    Area.objects.create(code="durham", name="Durham")
    monkeypatch.setattr(Area, "live", True)
    assert (taken in read("/durham/")) == ("consent" in rule)


MEETS = (
    '\n[group]\nname = "{}"\n{}source = "p"\n'
    '\n[clock.decide]\nstarts = "application_received"\nstops = "decision_notice_sent"\n'
    'length = "next_meeting"\nsource = "p"\n'
)


@pytest.mark.parametrize("name", ["Harm Panel", "the Harm Panel", "The Harm Panel"])
def test_a_group_that_meets_is_named_with_its_article(tmp_path, monkeypatch, name):
    with_rules(tmp_path, monkeypatch, MEETS.format(name, ""))
    assert "with the reasons, at the next meeting of the Harm Panel " in read("/durham/")


@pytest.mark.parametrize("says", ['says = "every four weeks"\n', ""])
def test_when_it_meets_is_said_as_far_as_the_page_says_it(tmp_path, monkeypatch, says):
    with_rules(tmp_path, monkeypatch, MEETS.format("Harm Panel", says))
    text, scheme = read("/durham/"), by_name("durham", FRIDAY)
    shown = " ".join(line for part in whole(scheme) if part.path == "group" for line in part.lines)
    assert ("at the next meeting of the Harm Panel (it meets: every four weeks)" in text) == bool(says)
    assert promises(scheme, FRIDAY)[-1].endswith(
        "at the next meeting of the Harm Panel (it meets: every four weeks)."
        if says
        else "of the Harm Panel."
    )
    assert ("It meets: every four weeks. The page names no days, so no date follows" in shown) == bool(says)
    assert ("This area’s page does not say when it meets, so no date follows" in shown) != bool(says)


HATE_ROUTE = (
    '\n[[route]]\nname = "hate"\ntitle = "You reported hate."\n'
    'counts = "incidents"\nat_least = 1\nhate_only = {}\nsource = "p"\n'
)
NAMED = '\n[hate]\nmotivations = ["race", "age"]\nsource = "p"\n'
ASKED = "This area’s page does not say which. These are the ones that are asked about."


def test_motivations_that_the_page_does_not_name_are_said_to_be_those_that_are_asked_about(
    tmp_path, monkeypatch
):
    with_rules(tmp_path, monkeypatch, HATE_ROUTE.format("true"))
    assert f"pregnancy or maternity. {ASKED}" in read("/durham/")
    with_rules(tmp_path, monkeypatch, HATE_ROUTE.format("true") + NAMED)
    assert "Hate can be because of race or age." in read("/durham/")
    assert ASKED not in read("/durham/")
    with_rules(tmp_path, monkeypatch, HATE_ROUTE.format("false"))
    assert ASKED not in read("/durham/")

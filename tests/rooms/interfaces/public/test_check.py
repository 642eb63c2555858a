"""The public check explains and signposts. It never bars, and nothing of it is kept on our side."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from casereview.interfaces.public.questions import questions
from casereview.schemes.load import newest
from tests.rooms.schemes.small import TEXT, scheme

pytestmark = pytest.mark.django_db
NEVER = ("you cannot", "not eligible", "does not qualify", "rejected", "failed")


def answer(*values, area="durham"):
    """The page at the end of the check, after these answers."""
    client = Client()
    for number, value in enumerate(values, start=1):
        response = client.post(f"/{area}/check/{number}", {"answer": value})
        assert response.status_code == 302, (number, value)
    assert response["Location"] == f"/{area}/check/answer"
    page = client.get(response["Location"])
    assert page.status_code == 200
    return page.content.decode()


def test_six_questions_each_with_not_sure():
    asked = questions(newest("durham"), "County Durham")
    assert [one.code for one in asked] == ["where", "incidents", "hate", "people", "going_on", "answered"]
    assert all(("unsure" in dict(one.choices)) for one in asked)


def test_the_numbers_are_the_areas():
    asked = {one.code: one for one in questions(newest("durham"), "County Durham")}
    assert asked["incidents"].text == "How many separate incidents have you reported in the last 6 months?"
    assert [code for code, _ in asked["incidents"].choices] == ["0", "1", "2", "3", "unsure"]
    assert asked["people"].text == "Have at least 5 people reported the same problem in the last 6 months?"
    for reason in (
        "race",
        "religion",
        "disability",
        "sexual orientation",
        "transgender identity",
        "age",
        "sex",
    ):
        assert reason in asked["hate"].hint


@pytest.mark.parametrize(
    ("window", "period"),
    [
        ("", "in the last 6 months"),
        (', back_from = "latest_report"', "in the 6 months up to the latest report"),
        (', back_from = "any"', "within any 6 months, however long ago"),
        (', forward_from = "first_incident"', "in the 6 months from the first incident on"),
    ],
)
def test_the_time_is_asked_for_as_the_rules_count_it(window, period):
    changed = scheme(TEXT.replace('of = "report" }', f'of = "report"{window} }}'))
    asked = {one.code: one for one in questions(changed, "Nowhere")}
    assert asked["incidents"].text == f"How many separate incidents have you reported {period}?"


def test_where_every_report_counts_reports_are_asked_for():
    counts_reports = TEXT.replace('counts = "incidents"', 'counts = "reports"\nwhose = "household"')
    asked = {one.code: one for one in questions(scheme(counts_reports), "Nowhere")}
    assert asked["incidents"].text == "How many times have you reported the problem in the last 6 months?"
    assert "A report to two organisations is one." not in asked["incidents"].hint
    assert "Reports by people who live with you count too." in asked["incidents"].hint
    asked = {one.code: one for one in questions(scheme(), "Nowhere")}
    assert "A report to two organisations is one." in asked["incidents"].hint
    assert "people who live with you" not in asked["incidents"].hint


def test_enough_reports():
    assert "You have told us about enough for this point." in answer(
        "here", "3", "no", "no", "yes", "nothing"
    )


def test_too_few_reports_say_what_is_missing_and_go_on():
    page = answer("here", "2", "no", "no", "yes", "too_little")
    assert "needs 3 separate incidents that were reported within 6 months. You told us about 2." in page
    assert "Ask for a review anyway" in page
    assert "101" not in page


def test_not_yet_reported_leads_to_where_to_report():
    page = answer("here", "0", "yes", "unsure", "yes", "unsure")
    assert "Durham Constabulary" in page
    assert "Durham County Council" in page
    assert "101" in page
    assert "999" in page
    assert "Ask for a review anyway" in page


def test_unhappy_with_a_service_leads_to_complaints_too():
    page = answer("here", "3", "no", "no", "no", "unhappy")
    assert "complaints procedures" in page
    assert "Ask for a review anyway" in page
    assert "complaints procedures" not in answer("here", "3", "no", "no", "no", "nothing")


def test_elsewhere_leads_there_and_still_takes_it():
    page = answer("elsewhere", "3", "no", "no", "yes", "nothing")
    assert 'href="/darlington/"' in page
    assert "we pass it on with the date" in page
    assert "Ask for a review anyway" in page


@pytest.mark.parametrize("incidents", ["0", "1", "2", "3", "unsure"])
@pytest.mark.parametrize("hate", ["yes", "no", "unsure"])
@pytest.mark.parametrize("people", ["yes", "no", "unsure"])
def test_no_answer_bars(incidents, hate, people):
    page = answer("here", incidents, hate, people, "unsure", "unsure").lower()
    assert "ask for a review anyway" in page
    assert not [words for words in NEVER if words in page]


def test_no_answer_chosen_says_what_to_do():
    page = Client().post("/durham/check/2", {}).content.decode()
    assert "<title>Error: Question 2 of 6" in page
    assert "You can choose “I am not sure”" in page


def test_nothing_is_kept_here_and_no_address_tells():
    client = Client()
    response = client.post("/durham/check/3", {"answer": "yes"})
    assert response["Location"] == "/durham/check/4"
    assert Session.objects.count() == 0
    cookie = response.cookies["check"]
    assert cookie["httponly"]
    assert not cookie["max-age"]
    assert not cookie["expires"]


def test_an_answer_is_shown_again_when_going_back():
    client = Client()
    client.post("/durham/check/2", {"answer": "2"})
    assert 'value="2" checked' in client.get("/durham/check/2").content.decode()
    assert "checked" not in client.get("/darlington/check/2").content.decode()


def test_a_forged_cookie_is_no_answer():
    client = Client()
    client.cookies["check"] = "where.here-incidents.3:forged"
    assert client.get("/durham/check/answer")["Location"] == "/durham/check/1"
    client.cookies["check"] = ""
    assert client.get("/durham/check/2").status_code == 200

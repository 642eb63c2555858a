"""The pages of a request: saved page by page, nothing typed lost, sent once."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from casereview.cases.models import Case, Draft, Fact, Incident, Person, Report
from casereview.cases.postgresql.roles import acting
from casereview.cases.return_codes import code_of
from casereview.people.viewer import SYSTEM
from tests.live_area import live_area

pytestmark = pytest.mark.django_db
HOME = "/durham/request/"


@pytest.fixture(autouse=True)
def areas(db):
    return [live_area(), live_area("darlington", "Darlington")]


def form_of(client, address):
    """The hidden boxes of the form on a page, as a browser would send them."""
    text = client.get(address).content.decode()
    names = ("draft", "seen")
    found = {name: re.search(rf'name="{name}" value="([^"]*)"', text) for name in names}
    return {name: match[1] for name, match in found.items() if match}


def without_tokens(response):
    """A page without its form tokens, which are new every time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", response.content.decode())


def answer(client, page, home=HOME, **typed):
    return client.post(home + page, {**form_of(client, home + page), **typed})


def begin(client, home=HOME):
    client.post(home + "who", {"asking_for": "me"})
    return the_draft()


def the_draft():
    with acting(SYSTEM):
        return Draft.objects.latest("begun_at")


def pages():
    return the_draft().answers["pages"]


def fill_in(client, home=HOME):
    begin(client, home)
    answer(client, "name", home, name="Robin")
    answer(client, "contact", home, methods="applicant_calls")
    answer(client, "what", home, problem="Shouting most nights")


def test_looking_writes_nothing(client):
    for page in ("", "who", "name", "check", "files", "diary", "times", "sent", "paper", "remove/times/1"):
        assert client.get(HOME + page).status_code in (200, 302)
    client.get("/durham/continue")
    with acting(SYSTEM):
        assert not Draft.objects.exists()
    assert not Session.objects.exists()


def test_the_first_answer_begins_it_and_the_code_is_on_the_task_list(client):
    draft = begin(client)
    assert draft.answers["pages"]["who"] == {"asking_for": ["me"]}
    assert code_of(draft.pk) in client.get(HOME).content.decode()


def test_a_mistake_is_said_and_what_was_typed_is_kept_on_the_page_and_saved(client):
    begin(client)
    typed = {"on-day": "31", "on-month": "June", "on-year": "2026"}
    response = answer(client, "times/1/day", **typed)
    text = response.content.decode()
    assert "Enter a day from 1 to 30" in text
    assert 'value="June"' in text
    assert pages()["times/1/day"]["on-day"] == ["31"]


def test_another_device_goes_on_with_the_code(client):
    fill_in(client)
    other = Client()
    assert "Robin" not in other.get(HOME + "name").content.decode()
    response = other.post("/durham/continue", {"code": code_of(the_draft().pk).lower()})
    assert response.url == HOME
    assert 'value="Robin"' in other.get(HOME + "name").content.decode()


def test_a_wrong_code_opens_nothing_and_the_eleventh_try_has_to_wait(client):
    fill_in(client)
    tries = [Client().post("/durham/continue", {"code": "BBBB-BBBB-BBBB-BBBB"}) for _try in range(11)]
    assert [response.status_code for response in tries] == [200] * 10 + [429]
    assert "We cannot open anything with this code" in tries[0].content.decode()
    assert "Wait a few minutes" in tries[10].content.decode()


def test_a_code_of_one_area_opens_nothing_in_the_other(client):
    fill_in(client)
    response = Client().post("/darlington/continue", {"code": code_of(the_draft().pk)})
    assert "We cannot open anything with this code" in response.content.decode()


def test_asking_for_a_link_looks_the_same_for_everybody(client):
    begin(client)
    answer(client, "contact", methods="email")
    answer(client, "contact/email", value="robin@example.org", seen_by_others="no")
    known = Client().post("/durham/continue", {"email": "Robin@Example.org"})
    unknown = Client().post("/durham/continue", {"email": "nobody@example.org"})
    assert without_tokens(known) == without_tokens(unknown)
    assert known.status_code == unknown.status_code == 200
    assert the_draft().link_asked_at is not None


def test_no_link_goes_where_somebody_else_may_read_it(client):
    begin(client)
    answer(client, "contact", methods="email")
    answer(client, "contact/email", value="robin@example.org", seen_by_others="yes")
    Client().post("/durham/continue", {"email": "robin@example.org"})
    assert the_draft().link_asked_at is None


def test_a_page_left_open_until_the_session_ended_is_saved_all_the_same(client):
    begin(client)
    left_open = form_of(client, HOME + "what")
    client.cookies.clear()
    response = client.post(HOME + "what", {**left_open, "problem": "Typed before the bus went into a tunnel"})
    assert response.status_code == 302
    assert pages()["what"]["problem"] == ["Typed before the bus went into a tunnel"]
    assert client.get(HOME).content.decode().count("Done") >= 2


def test_a_page_left_open_for_days_is_saved_with_the_code(client, time_machine):
    draft = begin(client)
    left_open = form_of(client, HOME + "what")
    client.cookies.clear()
    time_machine.move_to(timezone.now() + timedelta(days=2))
    asked = client.post(HOME + "what", {**left_open, "problem": "Typed on Friday"})
    assert "What you typed is still here" in asked.content.decode()
    assert 'value="Typed on Friday"' in asked.content.decode()
    again = client.post(HOME + "what", {**left_open, "problem": "Typed on Friday", "code": code_of(draft.pk)})
    assert again.status_code == 302
    assert pages()["what"]["problem"] == ["Typed on Friday"]


def test_a_forged_form_saves_nothing(client):
    draft = begin(client)
    stranger = Client()
    response = stranger.post(HOME + "what", {"draft": str(draft.pk), "problem": "Nothing happened"})
    assert "Enter your return code" in response.content.decode()
    assert "what" not in pages()


def test_two_devices_see_each_other(client):
    fill_in(client)
    other = Client()
    other.post("/durham/continue", {"code": code_of(the_draft().pk)})
    opened = form_of(other, HOME + "what")
    answer(client, "what", problem="Written on the phone")
    response = other.post(HOME + "what", {**opened, "problem": "Written in the library"})
    text = response.content.decode()
    assert "You answered this on another phone or computer meanwhile" in text
    assert "Written on the phone" in text
    assert "Written in the library" in text
    assert pages()["what"]["problem"] == ["Written on the phone"]
    form = {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("draft", "seen")}
    other.post(HOME + "what", {**form, "problem": "Written in the library"})
    assert pages()["what"]["problem"] == ["Written in the library"]


def test_leaving_quickly_saves_what_was_typed_even_where_it_is_wrong(client):
    begin(client)
    form = form_of(client, HOME + "times/1/day")
    response = client.post(HOME + "times/1/day?leave=durham", {**form, "on-day": "32"})
    assert "bbc.co.uk" in response["Refresh"]
    assert pages()["times/1/day"] == {"on-day": ["32"]}
    assert client.get(HOME + "name").status_code == 302  # the session is over


def test_send_is_one_case_however_often_it_is_pressed(client):
    fill_in(client)
    form = form_of(client, HOME + "check")
    first = client.post(HOME + "check", form)
    second = client.post(HOME + "check", form)
    assert first.url == second.url == HOME + "sent"
    with acting(SYSTEM):
        case = Case.objects.get()
        assert Person.objects.get().name == "Robin"
        assert the_draft().answers == {}
    for _time in range(2):
        assert case.reference in client.get(HOME + "sent").content.decode()


def test_the_reference_alone_opens_nothing(client):
    fill_in(client)
    client.post(HOME + "check", form_of(client, HOME + "check"))
    with acting(SYSTEM):
        reference = Case.objects.get().reference
    stranger = Client()
    assert reference not in stranger.get(HOME + "sent", follow=True).content.decode()
    assert "We cannot open" in stranger.post("/durham/continue", {"code": reference}).content.decode()


def test_its_code_shows_afterwards_that_it_was_sent_and_no_answers(client):
    fill_in(client)
    client.post(HOME + "check", form_of(client, HOME + "check"))
    other = Client()
    text = other.post("/durham/continue", {"code": code_of(the_draft().pk)}, follow=True).content.decode()
    assert "We have your request" in text
    assert "Shouting" not in text


def test_it_is_received_today_and_the_windows_count_from_the_day_it_was_begun(client, time_machine):
    time_machine.move_to("2026-11-01 10:00+00:00")
    fill_in(client)
    time_machine.move_to("2026-11-20 23:30+00:00")
    client.post("/durham/continue", {"code": code_of(the_draft().pk)})
    client.post(HOME + "check", form_of(client, HOME + "check"))
    with acting(SYSTEM):
        fact = Fact.objects.get(kind="application_received")
    assert fact.happened_on.isoformat() == "2026-11-20"
    assert fact.codes["first_contact"] == "2026-11-01"


def test_without_the_four_answers_it_says_which_and_leads_there(client):
    begin(client)
    response = client.post(HOME + "check", form_of(client, HOME + "check"))
    text = response.content.decode()
    assert "Answer this first: Names" in text
    assert f'href="{HOME}name?check"' in text
    with acting(SYSTEM):
        assert not Case.objects.exists()


def test_two_areas_side_by_side(client):
    fill_in(client)
    fill_in(client, "/darlington/request/")
    client.post("/darlington/request/check", form_of(client, "/darlington/request/check"))
    client.post(HOME + "check", form_of(client, HOME + "check"))
    with acting(SYSTEM):
        assert sorted(Case.objects.values_list("area", flat=True)) == ["darlington", "durham"]


def test_after_28_days_it_says_so_and_offers_the_phone(client, time_machine):
    fill_in(client)
    code = code_of(the_draft().pk)
    time_machine.move_to(timezone.now() + timedelta(days=29))
    other = Client()
    text = other.post("/durham/continue", {"code": code}, follow=True).content.decode()
    assert "The time to send this is over" in text
    assert "01632 960 001" in text
    assert "Shouting" not in text
    other.post(HOME + "ended")
    assert "Start now" in other.get(HOME).content.decode()


def test_an_area_that_is_not_live_takes_nothing(client, areas):
    areas[0].switched_on = False
    areas[0].save()
    assert client.get(HOME).url == "/durham/"
    assert client.post(HOME + "who", {"asking_for": "me"}).url == "/durham/"


def test_removing_asks_first(client):
    begin(client)
    answer(client, "times/1/when", kind="once")
    answer(client, "times/1/day", **{"on-month": "5", "on-year": "2026"})
    answer(client, "times/2/when", kind="once")
    answer(client, "times/2/day", **{"on-month": "6", "on-year": "2026"})
    asked = client.get(HOME + "remove/times/1").content.decode()
    assert "some time in May 2026" in asked
    assert "times/1/when" in pages()
    client.post(HOME + "remove/times/1", form_of(client, HOME + "remove/times/1"))
    assert "times/1/when" not in pages()
    assert "times/2/when" in pages()
    assert client.get(HOME + "remove/times/1").status_code == 404


def diary_row(number, **typed):
    return {f"row{number}-{name.replace('_', '-')}": value for name, value in typed.items()}


def test_a_diary_page_adds_its_rows_and_ignores_blank_ones(client):
    begin(client)
    rows = {
        **diary_row(1, on_day="3", on_month="5", on_year="2026", what="Shouting", body="other"),
        **diary_row(4, on_day="", on_month="May", on_year="2026", what="Bins", body=""),
    }
    answer(client, "diary", more="1", **rows)
    kept = pages()
    assert kept["times/1/told/1"] == {"body": ["other"]}
    assert kept["times/2/what"] == {"what": ["Bins"]}
    assert "times/3/when" not in kept
    assert "diary" not in kept


def test_a_mistake_in_the_diary_keeps_every_row(client):
    begin(client)
    rows = {**diary_row(1, what="Kept", on_day="3"), **diary_row(2, what="Also kept")}
    text = answer(client, "diary", **rows).content.decode()
    assert "Enter the month, even if you do not know the day" in text
    assert "Kept" in text
    assert "Also kept" in client.get(HOME + "diary").content.decode()
    assert not [page for page in pages() if page.startswith("times/")]


def test_everything_told_arrives_in_the_case(client):
    fill_in(client)
    answer(client, "times/1/when", kind="once")
    answer(client, "times/1/day", **{"on-day": "3", "on-month": "6", "on-year": "2026"})
    answer(client, "times/1/what", what="Banging")
    assert answer(client, "times/1/told", more="yes").url == HOME + "times/1/told/1"
    day = {"on-day": "4", "on-month": "6", "on-year": "2026"}
    answer(client, "times/1/told/1", body="other", name="A charity", officer="PC Ash", **day)
    client.post(HOME + "check", form_of(client, HOME + "check"))
    with acting(SYSTEM):
        incident, report = Incident.objects.get(), Report.objects.get()
    assert (incident.what, incident.on_from.isoformat()) == ("Banging", "2026-06-03")
    assert (report.body_name, report.told, report.on_to.isoformat()) == ("A charity", "PC Ash", "2026-06-04")


def test_no_address_or_title_tells_a_passer_by_what_it_is_about(client):
    begin(client)
    words = re.compile("hate|danger|abuse|race|police|victim|perpetrator|anti-?social|neighbour|harass", re.I)
    for page in (
        "",
        "who",
        "name",
        "contact",
        "because",
        "people",
        "effect",
        "coping",
        "sharing",
        "times/1/when",
    ):
        text = client.get(HOME + page).content.decode()
        title = re.search("<title>(.*?)</title>", text)[1]
        assert not words.search(title)
        assert not words.search(page)

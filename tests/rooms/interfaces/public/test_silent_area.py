"""The public pages of an area whose page leaves nearly everything open: they say so, and promise nothing."""

import re
from datetime import date

import pytest
from django.test import Client

from casereview.interfaces.public.request.promises import promises
from casereview.schemes.load import by_name
from tests.silent import APPEAL, BARE, PAGES, in_force

pytestmark = pytest.mark.django_db
HOLES = (r"\bNone\b(?! yet)", r" \.", r"\.\.", r"about \.", r"within +after", r"requests: \.", r"\(\)")
DAY = date(2026, 11, 20)  # a Friday


def read(address):
    page = Client().get(address)
    assert page.status_code == 200
    main = page.content.decode().split("<main")[1].split("</main")[0]
    assert not re.search(r"<ul[^>]*>\s*</ul>", main), "a list of nothing"
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def with_rules(tmp_path, monkeypatch, text):
    (tmp_path / "durham.toml").write_text(BARE.replace("{area}", "Durham") + text)
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))


@pytest.mark.parametrize("silent", PAGES)
def test_no_page_has_a_hole(silent, tmp_path, monkeypatch):
    in_force(silent, tmp_path, monkeypatch)
    for address in ("/", "/durham/", "/durham/check/1", "/durham/check/2", "/privacy", "/durham/figures"):
        text = read(address)
        for hole in HOLES:
            assert not re.search(hole, text), (address, hole)


def test_a_page_that_says_next_to_nothing(tmp_path, monkeypatch):
    in_force("bare", tmp_path, monkeypatch)
    text = read("/durham/")
    for says in (
        "This area’s page does not say how many reports are needed.",
        "The law lets anybody ask, for themselves or for somebody else",
        "This is what we do with each request: tell you that we have it contact you to talk about it",
        "You get a written plan of what will be done and when.",
        "This area’s page does not promise a day for the decision.",
        "This area’s page does not promise a day for the review.",
        "By law they are the council, the police and the local NHS, with",
        "This area’s page does not say what happens if you disagree. The law asks the organisations",
    ):
        assert says in text, says
    for promise in (
        "You can appeal",
        "panel",
        "Hate can be because",
        "independent",
        "health board",  # of Wales alone
        "community safety partnership",
        "businesses",
        "They will",
        "You can ask for yourself",
        "Who co-ordinates",
        "One of these is enough",
    ):
        assert promise not in text, promise
    assert "A case, 72 months after it is closed." in read("/privacy")


def test_an_appeal_of_which_nothing_else_is_said(tmp_path, monkeypatch):
    in_force("appeal", tmp_path, monkeypatch)
    text = read("/durham/")
    assert "You can appeal if you disagree. This area’s page names no last day to appeal." in text
    assert "Say why you disagree." in text
    for promise in ("in writing to", "reasons in writing", "The appeal goes to", "It can be made"):
        assert promise not in text, promise
    assert "does not say what happens if you disagree" not in text


FROM = """
[clock.appeal]
starts = {starts}
stops = "appeal_received"
length = {{ days = 10 }}
owed_by = "applicant"
survives_close = true
source = "appeals"
"""


@pytest.mark.parametrize(
    ("starts", "says"),
    [
        ('["plan_sent"]', "Up to 10 days after you are sent the action plan."),
        ('["plan_sent"]\nstarts_on = "served"', "Up to 10 days after you get the action plan."),
        ('["decision_notice_sent"]', "Up to 10 days after you are told the decision in writing."),
        ('"unstated"', "You have 10 days. It is not said from when, so appeal as soon as you can."),
        # No appeal is made against a hearing: our letters name no last day either.
        ('["hearing_held"]', "This area’s page names no last day to appeal."),
    ],
)
def test_the_days_to_appeal_are_those_that_the_letters_count(tmp_path, monkeypatch, starts, says):
    with_rules(tmp_path, monkeypatch, APPEAL + FROM.format(starts=starts))
    text = read("/durham/")
    assert says in text
    assert text.count("10 days") == ("10 days" in says)


def test_the_answer_of_the_check_where_no_numbers_are_named(tmp_path, monkeypatch):
    in_force("bare", tmp_path, monkeypatch)
    client = Client()
    answers = ("here", "0", "yes", "nothing")
    for number, answer in enumerate(answers, start=1):
        client.post(f"/durham/check/{number}", {"answer": answer})
    text = client.get("/durham/check/answer").content.decode()
    assert "names no numbers" in text
    assert "3 qualifying complaints" in text
    assert "Tell the council, the police or your landlord" in text


def test_times_count_from_where_the_page_counts_them(tmp_path, monkeypatch):
    clock = '[clock.{name}]\nstarts = "{starts}"\nstops = "{stops}"\nlength = {{ days = 28 }}\nsource = "p"\n'
    review = clock.format(name="review", starts="application_received", stops="review_held")
    plan = clock.format(name="plan", starts="unstated", stops="plan_sent")
    with_rules(tmp_path, monkeypatch, APPEAL + review + plan)
    text = read("/durham/")
    assert "The review is held within 28 days after your request arrives." in text
    assert "what will be done and when, within 28 days (it is not said from when)." in text


COUNTED = (
    '[[route]]\nname = "{}"\ncounts = "reports"\nat_least = 3\n'
    'linked_by = "location"\nwhose = "person"\nsource = "p"\n'
)
TITLED = COUNTED + 'title = "You have reported it {}."\n'


def listed(html):
    """The first list below "When you can ask", each point of it without its tags; "*" begins one."""
    part = html.split('id="when"')[1].split("Check what may count")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", part.replace("<li>", " * ")).split())


def test_a_route_without_words_of_the_page_is_a_list_of_all_that_it_asks_for(tmp_path, monkeypatch):
    with_rules(tmp_path, monkeypatch, COUNTED.format("individual"))
    points = listed(Client().get("/durham/").content.decode())
    assert "You can ask when these rules are met: * At least 3 reports. * All of them must be" in points
    assert "* All of them must be about the same place." in points


def test_in_the_page_s_own_words_it_is_one_point(tmp_path, monkeypatch):
    with_rules(tmp_path, monkeypatch, TITLED.format("individual", "three times"))
    points = listed(Client().get("/durham/").content.decode())
    assert points.endswith("You can ask when this is so: * You have reported it three times.")


def test_of_several_routes_each_is_one_point_with_a_list_of_its_own(tmp_path, monkeypatch):
    routes = TITLED.format("individual", "three times") + COUNTED.format("community")
    with_rules(tmp_path, monkeypatch, routes)
    points = listed(Client().get("/durham/").content.decode())
    assert (
        "One of these is enough: * You have reported it three times. * These rules together: * At least"
        in points
    )


def test_whoever_has_sent_a_request_is_told_what_happens_and_no_day(tmp_path, monkeypatch):
    in_force("bare", tmp_path, monkeypatch)
    said = promises(by_name("durham", DAY), DAY)
    assert len(said) == 3
    assert all(sentence.endswith("No date is promised for this.") for sentence in said)


def test_a_day_is_told_where_the_page_counts_from_the_request(tmp_path, monkeypatch):
    clock = (
        '[clock.acknowledge]\nstarts = "{}"\nstops = "acknowledgement_sent"\n'
        'length = {{ working_days = 3 }}\nsource = "p"\n'
    )
    with_rules(tmp_path, monkeypatch, clock.format("application_received"))
    assert (
        promises(by_name("durham", DAY), DAY)[0]
        == "We write to you that we have it by Wednesday 25 November 2026."
    )
    with_rules(tmp_path, monkeypatch, clock.format("unstated"))
    assert promises(by_name("durham", DAY), DAY)[0] == (
        "We write to you that we have it, within 3 working days (it is not said from when)."
    )


EXAMPLE = '[example]\naddress = "https://example.org/"\nseen = 2026\nwhole = {}\nsource = "p"\n'


@pytest.mark.parametrize("whole", ["false", "true"])
def test_of_a_page_of_which_only_a_part_was_seen_only_that_part_is_said_to_be_silent(
    tmp_path, monkeypatch, whole
):
    seen = "The part of this area’s page that was seen" if whole == "false" else "This area’s page"
    with_rules(tmp_path, monkeypatch, EXAMPLE.format(whole))
    text = read("/durham/")
    for silence in (
        "does not say how many reports are needed.",
        "does not promise a day for the decision.",
        "does not promise a day for the review.",
        "does not list them.",
        "does not say what happens if you disagree.",
    ):
        assert f"{seen} {silence}" in text, silence
    with_rules(tmp_path, monkeypatch, EXAMPLE.format(whole) + APPEAL)
    assert f"{seen} names no last day to appeal." in read("/durham/")
    client = Client()
    for number, answer in enumerate(("here", "0", "yes", "nothing"), start=1):
        client.post(f"/durham/check/{number}", {"answer": answer})
    assert f"{seen} names no numbers." in client.get("/durham/check/answer").content.decode()

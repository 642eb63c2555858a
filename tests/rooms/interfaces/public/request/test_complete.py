"""From what was typed to the application: nobody is lost, nothing is guessed, each told night counts."""

from datetime import date
from uuid import UUID

import pytest

from casereview.cases.application import rows_of
from casereview.cases.models import Incident, Report
from casereview.interfaces.public.request.complete import application
from casereview.interfaces.public.request.recurring import may_be_the_same
from casereview.interfaces.public.request.summary import gaps, rows
from casereview.interfaces.public.request.told import Told
from casereview.people.models import Body
from casereview.wording.dates import vague_date

ME = UUID("00000000-0000-4000-8000-000000000001")
COUNCIL = Body(pk=3, area_id="durham", code="council", kind="council", name="The council")
POLICE = Body(pk=4, area_id="durham", code="police", kind="police", name="The constabulary")
LEAST = {
    "who": {"asking_for": ["me"]},
    "name": {"name": ["Robin"]},
    "contact": {"methods": ["applicant_calls"]},
    "what": {"problem": ["Noise"]},
}


def told(pages, **more):
    bodies = (COUNCIL, POLICE)
    return Told("durham", {**LEAST, **pages}, bodies=bodies, today=date(2026, 11, 20), **more)


def day(year, month, number="", box="on"):
    return {f"{box}-day": [str(number)], f"{box}-month": [str(month)], f"{box}-year": [str(year)]}


def nights(*reports, often="most_days", until=None):
    """Most nights since May, with a report on each of these days of June 2026."""
    until = day(*until, box="until") if until else {}
    pages = {"times/1/when": {"kind": ["keeps"]}}
    pages["times/1/pattern"] = {"often": [often], **day(2026, 5, box="since"), **until}
    for number, on in enumerate(reports, start=1):
        pages[f"times/1/told/{number}"] = {"body": ["body:4"], **day(2026, 6, on)}
    return pages


def incidents(pages):
    return [(i["from"], i["to"], len(i["reports"])) for i in application(told(pages), ME)["incidents"]]


def test_four_answers_are_enough():
    assert gaps(told({})) == []
    made = rows_of(application(told({}), ME))
    assert made.with_role("applicant").id == ME
    assert made.with_role("victim") is made.with_role("applicant")


@pytest.mark.parametrize("page", ["who", "name", "contact", "what"])
def test_and_each_of_them_is_needed(page):
    assert [row.page for row in gaps(told({page: {}}))] == [page]


def test_a_chosen_way_of_contact_needs_its_address():
    ways = {"contact": {"methods": ["email", "phone"]}, "contact/phone": {"value": ["01632 960 003"]}}
    assert [row.page for row in gaps(told(ways))] == ["contact/email"]


@pytest.mark.parametrize(
    ("date_boxes", "since", "until"),
    [
        (day(2026, 5, 3), "2026-05-03", "2026-05-03"),
        (day(2026, "May", "mid"), "2026-05-11", "2026-05-20"),
        (day(2024, 2, ""), "2024-02-01", "2024-02-29"),
        ({}, None, None),
    ],
)
def test_a_date_is_as_exact_as_it_was_told(date_boxes, since, until):
    assert incidents({"times/1/when": {"kind": ["once"]}, "times/1/day": date_boxes}) == [(since, until, 0)]


@pytest.mark.parametrize(
    ("pages", "reads"),
    [
        ({"times/1/when": {"kind": ["once"]}, "times/1/day": day(2026, 5, "mid")}, "about mid-May 2026"),
        ({"times/1/when": {"kind": ["once"]}, "times/1/day": day(2026, "may")}, "some time in May 2026"),
        ({"times/1/when": {"kind": ["once"]}, "times/1/day": day(2026, 5, 3)}, "Sunday 3 May 2026"),
        (nights(10), "Most days or nights, since some time in May 2026"),
        (nights(10, until=(2026, 5)), "Most days or nights in May 2026"),
        (nights(10, often="other"), "It keeps happening, since some time in May 2026"),
    ],
)
def test_bodies_read_a_day_as_it_was_told_and_never_what_was_typed_into_boxes(pages, reads):
    (incident,) = (r for r in rows_of(application(told(pages), ME)).rows if isinstance(r, Incident))
    assert (incident.as_told or vague_date(incident.on_from, incident.on_to)) == reads


def test_one_time_told_to_two_organisations_is_one_incident():
    pages = {"times/1/when": {"kind": ["once"]}, "times/1/day": day(2026, 6, 3)}
    pages["times/1/told/1"] = {"body": ["body:3"], **day(2026, 6, 4)}
    pages["times/1/told/2"] = {"body": ["body:4"], **day(2026, 6, 4)}
    made = rows_of(application(told(pages), ME))
    assert len([row for row in made.rows if isinstance(row, Incident)]) == 1
    reports = [row for row in made.rows if isinstance(row, Report)]
    assert [(r.body_kind, r.own, r.body_id) for r in reports] == [
        ("council", "body:3", 3),
        ("police", "body:4", 4),
    ]


def test_what_keeps_happening_counts_once_for_each_time_it_was_reported():
    assert incidents(nights(3, 10, 20)) == [
        ("2026-06-01", "2026-06-03", 1),
        ("2026-06-08", "2026-06-10", 1),
        ("2026-06-18", "2026-06-20", 1),
    ]


@pytest.mark.parametrize(
    ("often", "since"),
    [
        ("every_day", "2026-06-19"),
        ("weekly", "2026-06-13"),
        ("monthly", "2026-05-20"),
        ("other", "2026-05-01"),
    ],
)
def test_the_incident_lies_within_one_interval_before_its_report(often, since):
    assert incidents(nights(20, often=often)) == [(since, "2026-06-20", 1)]


def test_and_not_after_the_pattern_ended():
    assert incidents(nights(3, until=(2026, 6, 2))) == [("2026-06-01", "2026-06-02", 1)]


def test_without_a_report_it_is_one_incident_as_long_as_the_pattern():
    assert incidents(nights()) == [("2026-05-01", "2026-11-20", 0)]


def test_days_that_coincide_are_asked_about_and_stay_apart_until_the_answer_is_same():
    apart = nights(3, 5, 20)
    assert may_be_the_same(told(apart), 1, 2) == [1]
    assert may_be_the_same(told(apart), 1, 3) == []
    assert len(incidents(apart)) == 3
    same = {**apart, "times/1/told/2/same": {"same_as": ["1"]}}
    assert incidents(same) == [("2026-06-01", "2026-06-03", 2), ("2026-06-18", "2026-06-20", 1)]


def test_somebody_else_is_a_person_of_their_own_and_the_reports_are_theirs():
    pages = {
        "who": {"asking_for": ["someone"]},
        "agreement": {"consent": ["unsafe_to_ask"]},
        "name": {"name": ["Cllr Ash"], "affected": ["Sam"], "relation": ["her councillor"]},
        "home": {"tenure": ["council"], "address": ["1 Elm Road"]},
        **nights(3),
    }
    made = rows_of(application(told(pages), ME))
    applicant, victim = made.with_role("applicant"), made.with_role("victim")
    assert (applicant.name, applicant.relation, applicant.address) == ("Cllr Ash", "her councillor", "")
    assert (victim.name, victim.consent, victim.address) == ("Sam", "unsafe_to_ask", "1 Elm Road")
    assert [row.by for row in made.rows if isinstance(row, Report)] == [victim]


def test_a_neighbour_is_named_only_where_they_agreed_and_else_counted():
    pages = {
        "others/1": {"agreed": ["yes"], "name": ["Kim"], "email": ["kim@example.org"]},
        "others/2": {"agreed": ["no"], "name": ["CANARY"], "email": ["canary@example.org"]},
        "times/1/when": {"kind": ["once"]},
        "times/1/told/1": {"body": ["body:4"], "by": ["others/1"], **day(2026, 6, 4)},
    }
    made = application(told(pages), ME)
    assert "canary" not in str(made).lower()
    assert made["codes"]["others_reported"] == 2
    reporter = rows_of(made).with_role("reporter")
    assert reporter.name == "Kim"
    assert made["incidents"][0]["reports"][0]["by"] == "others/1"


def test_hate_holds_for_every_incident_and_only_the_nine():
    pages = {
        **nights(3, 20),
        "because": {"motivations": ["race", "disability"], "something_else": ["my job"]},
    }
    made = application(told(pages), ME)
    assert [incident["hate"] for incident in made["incidents"]] == [["race", "disability"]] * 2
    assert made["words"]["because"] == "my job"


def test_what_must_never_be_used_is_said_whether_or_not_it_was_chosen():
    pages = {
        "contact": {"methods": ["phone"]},
        "contact/phone": {"value": ["01632 960 003"], "seen_by_others": ["yes"]},
        "safe": {"never": ["post", "voicemail"], "when": ["Before noon"], "if_another": ["Wrong number"]},
    }
    phone, post = application(told(pages), ME)["people"][0]["contacts"]
    assert (phone["method"], phone["seen_by_others"], phone["never"]) == ("phone", "yes", False)
    assert phone["when"] == "Before noon"
    assert phone["how"] == "Never leave a voicemail.\nIf somebody else answers: Wrong number"
    assert post == {"method": "post", "never": True}


@pytest.mark.parametrize(("willing", "kept"), [("yes", {"age": "35_54"}), ("no", {})])
def test_equality_answers_go_only_with_a_yes(willing, kept):
    pages = {"about-you": {"willing": [willing]}, "about-you/answers": {"age": ["35_54"]}}
    made = application(told(pages), ME)
    assert made["equality"] == kept
    assert "35_54" not in str({**made, "equality": {}})


def test_a_page_with_a_mistake_is_left_out_until_it_is_mended_and_says_so():
    wrong = told({"others": {"others": ["yes"], "how_many": ["lots"]}})
    row = next(row for row in rows(wrong) if row.page == "others")
    assert (row.state, row.problem) == ("wrong", "Enter a number, for example 4")
    assert application(wrong, ME)["codes"]["others"] == "yes"
    assert gaps(wrong) == []  # it bars nothing

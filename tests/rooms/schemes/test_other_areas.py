"""Rules of other areas' pages fit the same few concepts: the oddest ones, written as an area would."""

from casereview.clocks.length import Length
from casereview.schemes.model import Judgement, Limit, Minimum, Window
from casereview.schemes.unstated import OF_THE_LAW
from tests.rooms.schemes.small import TEXT, scheme

HEAD, TAIL = TEXT[: TEXT.index("[[route]]")], TEXT[TEXT.index("[statute]") :]


def one(body):
    return scheme(HEAD + body + TAIL)


def route(body):
    return one(f'[[route]]\nname = "individual"\nsource = "p"\n{body}\n').routes[0]


def test_five_reports_by_at_least_two_people_about_one_place():
    found = route(
        'counts = "reports"\nat_least = 5\nalso = [{ counts = "people", at_least = 2 }]\nlinked_by = "location"'
    )
    assert found.minimums == (Minimum("reports", 5), Minimum("people", 2))
    assert found.linked_by == "location"


def test_two_reports_one_of_them_hate():
    found = route(
        'counts = "reports"\nat_least = 2\nalso = [{ counts = "reports", at_least = 1, hate = true }]'
    )
    assert found.minimums == (Minimum("reports", 2), Minimum("reports", 1, hate=True))


def test_any_twelve_months_and_a_last_day_to_apply():
    found = route(
        'counts = "reports"\nat_least = 3\nwithin = { months = 12, of = "report", back_from = "any" }\n'
        'apply_within = { months = 6, since = "latest_incident" }\nreport_within = { months = 1 }'
    )
    assert found.window == Window(Length(12, "months"), "report", "any")
    assert found.apply_within == Limit(Length(6, "months"), "latest_incident")
    assert found.report_within == Limit(Length(1, "months"), "incident")


def test_one_report_that_is_a_week_old():
    assert route(
        'counts = "reports"\nat_least = 1\nreport_age_at_least = { weeks = 1 }'
    ).report_age_at_least == Length(1, "weeks")


def test_no_count_but_a_senior_officer_who_asks():
    found = route('counts = "none"\njudged = [{ code = "senior_officer_asks", by = "lead" }]')
    assert (found.minimums, found.judged) == ((), (Judgement("senior_officer_asks", "lead"),))


def test_a_clock_counted_back_from_the_meeting_and_one_without_a_number():
    clocks = one(
        '[clock.summary]\ncounts_back_from = "meeting_arranged"\nstops = "plan_sent"\n'
        'length = { working_days = 2 }\nsource = "p"\n'
        '[clock.tell]\nstarts = "threshold_met"\nstops = "plan_sent"\nsays = "immediately"\nsource = "p"\n'
    ).clocks
    assert (clocks["summary"].counts_back_from, clocks["summary"].starts) == (
        "meeting_arranged",
        ("meeting_arranged",),
    )
    assert (clocks["tell"].length, clocks["tell"].says) == (None, "immediately")


def test_a_second_appeal_two_deciders_and_a_page_in_welsh():
    found = one(
        'languages = ["cy", "en"]\n'
        '[lead]\nname = { cy = "Cyngor Gwynedd", en = "Gwynedd Council" }\nsource = "p"\n'
        '[meeting]\nquorum = 3\nsource = "p"\n'
        '[decision]\npeople = 2\nbodies = 2\nsource = "p"\n'
        '[appeal]\nheard_by = "the partnership"\nsource = "p"\n'
        '[appeal.then]\nheard_by = "the commissioner"\nsource = "p"\n'
    )
    assert (found.language, found.lead["cy"]) == (("cy", "en"), "Cyngor Gwynedd")
    assert (found.decision.people, found.decision.bodies) == (2, 2)
    assert found.meeting.quorum == 3
    assert (found.appeal.heard_by, found.appeal.then.heard_by) == ("the partnership", "the commissioner")


def test_a_page_that_says_next_to_nothing_is_a_scheme_too():
    found = one("")
    assert (found.routes, found.clocks, found.lead, found.appeal) == ((), OF_THE_LAW, None, None)

"""A whole scheme as its area would read it: nothing that the page does not say, no code, no decision said twice."""

from casereview.wording.clocks import clock_sentences
from casereview.wording.scheme import whole
from tests.rooms.schemes.small import TEXT, scheme

HATE = TEXT.replace("at_least = 3\n", "at_least = 3\nhate_only = true\n")
NAMED = '\n[hate]\nmotivations = ["race"]\nsource = "p"\n'
UNNAMED = "This area’s page does not say which. These are the ones that are asked about."


def lines(text, path):
    return [line for part in whole(scheme(text)) if part.path == path for line in part.lines]


def test_it_is_said_where_the_page_does_not_name_the_motivations_of_hate():
    assert lines(HATE, "hate")[-1] == UNNAMED
    assert lines(HATE + NAMED, "hate") == ["Race."]


def decided(stops):
    clock = f'[clock.decide]\nstarts = "application_received"\nstops = {stops}\nlength = {{ days = 3 }}\nsource = "p"'
    return clock_sentences(scheme(f"{TEXT}\n{clock}\n", None).clocks["decide"])[0]


def test_a_decision_either_way_is_one_event():
    either, met = '["threshold_met", "threshold_not_met"]', '"threshold_met"'
    assert decided(either) == "Within 3 days after the request is received: the threshold is decided."
    assert decided(met) == "Within 3 days after the request is received: the threshold is decided to be met."
    other = '["threshold_met", "threshold_not_met", "case_closed"]'
    assert decided(other).endswith(": the threshold is decided or the case is closed.")


def test_a_time_that_waits_for_the_letter_has_one_start():
    text = TEXT + (
        '\n[clock.appeal]\nstarts = "threshold_not_met"\nstops = "appeal_received"\nlength = { days = 14 }\n'
        'starts_on = "served"\nowed_by = "applicant"\nsource = "p"\n'
    )
    served = clock_sentences(scheme(text, None).clocks["appeal"])
    assert served == [
        "Within 14 days after the threshold is decided not to be met, and the written notice of that counts as"
        " served: an appeal is received.",
        "Who must do it: the person who asked.",
    ]
    on_the_day = clock_sentences(scheme(text.replace('"served"', '"day"'), None).clocks["appeal"])
    assert on_the_day[0] == (
        "Within 14 days after the threshold is decided not to be met: an appeal is received."
    )
    nowhere = text.replace('"threshold_not_met"', '"unstated"')
    assert clock_sentences(scheme(nowhere, None).clocks["appeal"])[2:] == [
        "The time begins on the day on which the written notice counts as served."
    ]


def test_a_reading_of_an_event_says_the_event():
    read = 'starts = { value = "application_received", stated = false, why = "It says the referral." }'
    told = lines(TEXT.replace('starts = "threshold_met"', read), "readings")
    assert told == ["From when (clock.review.starts): The request is received. It says the referral."]


def test_a_window_anywhere_is_one_period():
    told = lines(TEXT.replace('of = "report"', 'of = "report", back_from = "any"'), "route.individual")
    assert "Each report was made in one and the same period of 6 months, whenever that was." in told


def test_a_person_makes_reports_and_not_incidents():
    one = TEXT.replace("at_least = 3\n", 'at_least = 3\nwhose = "person"\n')
    told = lines(one, "route.individual")
    assert told[0] == "At least 3 separate incidents that were reported."
    assert "One person must have made all of the reports." in told
    assert not [line for line in lines(TEXT, "route.individual") if "person must have" in line]


def headings(text):
    return {part.path: part.name for part in whole(scheme(text))}


def test_only_reports_that_must_be_ones_own_are_called_so():
    for whose in ("person", "household"):
        own = TEXT.replace("at_least = 3\n", f'at_least = 3\nwhose = "{whose}"\n')
        assert headings(own)["route.individual"] == "Your own reports (individual)"
        assert "Anybody’s reports count." not in lines(own, "route.individual")
    stated = TEXT.replace("at_least = 3\n", 'at_least = 3\nwhose = "anyone"\n')
    for anybody in (TEXT, stated):
        assert headings(anybody)["route.individual"] == "Reports by anybody (individual)"
        assert "Anybody’s reports count." in lines(anybody, "route.individual")
    judged = TEXT.replace("at_least = 3\n", "").replace('"incidents"', '"none"')
    judged = judged.replace('within = { months = 6, of = "report" }\n', "").replace("reported_to", "# ")
    assert headings(judged)["route.individual"] == "Decided by people (individual)"
    assert "Anybody’s reports count." not in lines(judged, "route.individual")


def test_where_people_are_counted_it_goes_without_saying_that_anybodys_reports_count():
    people = TEXT.replace('counts = "incidents"', 'counts = "people"')
    assert "At least 3 different people who made reports." in lines(people, "route.individual")
    assert "Anybody’s reports count." not in lines(people, "route.individual")

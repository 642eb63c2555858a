"""What an area promises is said to the person who asks: “you” is sent the plan, not “the applicant”."""

from casereview.schemes.vocabulary import WITH_A_NOTICE
from casereview.wording.events import EVENTS, TO_APPLICANT
from casereview.wording.events import SERVED as SERVED_WORDS
from casereview.wording.promised import further, times
from tests.rooms.schemes.small import TEXT, scheme

CLOCK = '\n[clock.answer]\nstarts = "application_received"\nstops = "plan_sent"\nlength = { days = 5 }\nsource = "p"\n'


def test_what_is_promised_besides_speaks_to_whoever_asks():
    told = further(scheme(TEXT + CLOCK), ("review",))
    assert told == ["Within 5 days after the request is received: the action plan is sent to you."]


def test_a_time_that_counts_from_something_they_are_sent_says_so():
    told = times(
        scheme(
            TEXT
            + CLOCK.replace("application_received", "plan_sent").replace(
                '= "plan_sent"\nlen', '= "review_held"\nlen'
            )
        )
    )
    assert told["answer"] == "within 5 days after the action plan is sent to you"


def test_every_event_that_speaks_of_the_applicant_has_words_to_them():
    about_them = {code for code, words in EVENTS.items() if "the applicant" in str(words)}
    assert about_them == set(TO_APPLICANT)


QUALIFIED = CLOCK + 'says = "unless the case is complex."\n'


def test_the_conditions_of_the_page_stand_beside_the_time():
    assert times(scheme(TEXT + QUALIFIED))["answer"] == (
        "within 5 days after your request arrives (the public page says: “unless the case is complex”)"
    )
    assert times(scheme(TEXT + CLOCK))["answer"] == "within 5 days after your request arrives"


def test_what_is_promised_besides_has_its_conditions_too():
    assert further(scheme(TEXT + QUALIFIED), ("review",)) == [
        "Within 5 days after the request is received: the action plan is sent to you. "
        "In the page’s words: Unless the case is complex."
    ]


def test_words_that_are_the_whole_promise_are_said_once():
    only_words = QUALIFIED.replace("length = { days = 5 }\n", "")
    assert times(scheme(TEXT + only_words))["answer"] == "unless the case is complex."
    assert further(scheme(TEXT + only_words), ("review",)) == [
        "From when the request is received until the action plan is sent to you: unless the case is complex."
    ]


LETTER = """
[clock.meet]
starts = {starts}
{served}stops = "review_held"
length = {{ working_days = 20 }}
source = "p"
"""
SERVED = 'starts_on = "served"\n'


def promised(starts, served):
    return scheme(TEXT + LETTER.format(starts=starts, served=served), None)


def test_a_time_that_runs_from_a_letter_says_that_it_runs_from_getting_it():
    one, both = '"threshold_met"', '["threshold_met", "threshold_not_met"]'
    assert times(promised(one, SERVED))["meet"] == (
        "within 20 working days after you get the letter that there will be a review"
    )
    assert (
        times(promised(one, ""))["meet"]
        == "within 20 working days after it was decided that there will be one"
    )
    assert (
        times(promised(both, SERVED))["meet"]
        == "within 20 working days after you get the letter with the decision"
    )
    assert times(promised(both, ""))["meet"] == "within 20 working days after it is decided"


def test_so_does_what_is_promised_besides():
    told = further(promised('"threshold_met"', SERVED), ("review",))
    assert told == [
        "Within 20 working days after you get the letter that there will be a review: the review meeting is held."
    ]
    told = further(promised('"threshold_met"', ""), ("review",))
    assert told == [
        "Within 20 working days after the threshold is decided to be met: the review meeting is held."
    ]


def test_every_notice_has_words_to_whoever_gets_it():
    assert set(SERVED_WORDS) == set(WITH_A_NOTICE)

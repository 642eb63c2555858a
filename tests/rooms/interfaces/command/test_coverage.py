"""What an area's rules express in few words, what they leave open, and which concepts they use: worked out by hand."""

import pytest

from casereview.interfaces.command.coverage.concepts import CONCEPTS
from casereview.interfaces.command.coverage.open_ends import stated_by_none, unstated
from casereview.interfaces.command.coverage.short import appeal_words, clock_words, route_words
from tests.rooms.schemes.small import TEXT, scheme

GROUP = '\n[group]\nname = "Safer Streets Group"\nsource = "p"\n'
CLOCK = '[clock.x]\nstops = "plan_sent"\nsource = "p"\n'
APPEAL = '[appeal]\nheard_by = "the mayor"\nsource = "p"\n'


def test_a_route_in_few_words():
    small = scheme()
    assert route_words(small, small.routes[0]) == (
        "**individual**: 3 separate incidents that were reported, in 6 months up to the day of the request, "
        "to council or police, found by the applicant: “the person affected feels ignored”"
    )


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ('linked_by = "location"', "about one place"),
        ('whose = "person"', "by one person"),
        ("report_within = { weeks = 2 }", "each reported within 2 weeks of the incident"),
        (
            'apply_within = { months = 6, since = "first_incident" }',
            "asked for within 6 months of the first incident",
        ),
        ("latest_within = { months = 1 }", "the latest report at most 1 month before"),
        ("report_age_at_least = { weeks = 1 }", "each 1 week old"),
        (
            'also = [{ counts = "reports", at_least = 1, hate = true }]',
            "1 report (motivated by hate)",
        ),
    ],
)
def test_each_limit_is_said(limits, said):
    small = scheme(TEXT.replace("at_least = 3\n", f"at_least = 3\n{limits}\n"))
    assert said in route_words(small, small.routes[0]).split(", ")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('starts = "review_held"\nlength = { days = 7 }\n', "**x**: 7 days"),
        ('starts = "unstated"\nlength = { days = 7 }\n', "**x**: 7 days, from when is not said"),
        (
            'counts_back_from = "meeting_arranged"\nlength = { working_days = 2 }\n',
            "**x**: 2 working days before the review meeting",
        ),
        ('starts = "review_held"\nlength = "next_meeting"\n', "**x**: at the next meeting"),
        ('starts = "review_held"\nsays = "at once"\n', "**x**: “at once”"),
        (
            'starts = "review_held"\nlength = { days = 7 }\nstated = false\nwhy = "y"\n',
            "**x**: 7 days (ours)",
        ),
        ('starts = "review_held"\n', ""),  # only measured
    ],
)
def test_each_promise_in_few_words(lines, said):
    assert clock_words(scheme(TEXT + CLOCK + lines + GROUP).clocks["x"]) == said


def test_an_appeal_in_few_words():
    assert appeal_words(None) == "–"
    assert appeal_words(scheme(TEXT + APPEAL).appeal) == "one tier: the mayor"
    two = scheme(f'{TEXT}{APPEAL}[appeal.then]\nsource = "p"\n').appeal
    assert appeal_words(two) == "two tiers: the mayor; then nobody is named"


def test_what_a_small_page_leaves_open():
    assert list(unstated(scheme())) == [
        "who runs it",
        "who may ask",
        "how to ask",
        "which organisations take part",
        "what it is not for",
        "when a request is acknowledged",
        "when the threshold is decided",
        "when its outcome is told",
        "whether there is an appeal",
    ]


def test_what_is_said_is_not_open():
    more = scheme(
        f'{TEXT}{APPEAL}[lead]\nname = "The town"\nsource = "p"\n[apply]\nwho = "Anybody."\n'
        'channels = ["web"]\nsource = "p"\n'
        '[clock.plan]\nstarts = "unstated"\nstops = "plan_sent"\nlength = { days = 7 }\nsource = "p"\n'
    )
    assert list(unstated(more)) == [
        "which organisations take part",
        "what it is not for",
        "when a request is acknowledged",
        "when the threshold is decided",
        "from when plan counts",
        "the time to appeal",
    ]
    contact = scheme(f'{TEXT}[contact]\nphone = "1"\nsource = "p"\n')
    assert "how to reach the office" in stated_by_none([scheme()])
    assert "how to reach the office" not in stated_by_none([scheme(), contact])


def used(text):
    found = scheme(text)
    return {words for concepts in CONCEPTS.values() for words, uses in concepts() if uses(found)}


def test_which_concepts_a_small_page_uses():
    assert used(TEXT) == {
        '`counts = "incidents"`: each incident counts once, however often it was reported',
        "`reported_to`: only reports to these kinds of body",
        "`within`: a window that ends with the request",
        "`judged`: `feels_ignored`",
        "found by the applicant",
        "a promise in working days",
        "counted from another fact",
    }


def test_a_page_without_routes_counts_nothing():
    silent = TEXT[: TEXT.index("[[route]]")] + TEXT[TEXT.index("[clock.review]") :]
    assert used(silent) == {
        "no route: the page does not say when the threshold is met",
        "a promise in working days",
        "counted from another fact",
    }

"""The terms of a scheme as sentences: what a page says of its meeting, and nothing that it does not say."""

import pytest

from casereview.schemes.load import newest
from casereview.wording.scheme import whole
from casereview.wording.terms import appeal_sentences, meeting_sentences
from tests.rooms.schemes.small import TEXT, scheme


def test_a_quorum_is_a_sentence_and_none_is_no_sentence():
    told = scheme(f'{TEXT}\n[meeting]\nchair = "independent"\nquorum = 3\nsource = "p"\n')
    assert "At least this many organisations must be at the meeting: 3." in list(
        meeting_sentences(told, told.meeting)
    )
    silent = scheme(f'{TEXT}\n[meeting]\nchair = "independent"\nsource = "p"\n')
    assert len(list(meeting_sentences(silent, silent.meeting))) == 1


def test_that_a_statement_is_read_out_is_said_only_where_the_page_says_so():
    of_a_page = f'{TEXT}\n[meeting]\napplicant = ["statement"]\nsource = "p"\n'
    found = scheme(of_a_page)
    assert list(meeting_sentences(found, found.meeting)) == [
        "The person affected can give a written statement."
    ]
    for area in ("durham", "darlington"):
        stated = newest(area)
        (told,) = [
            line
            for line in meeting_sentences(stated, stated.meeting)
            if line.startswith("The person affected can")
        ]
        assert told.endswith("or give a written statement, which is read out.")


HATE = '\n[[route]]\nname = "hate"\ncounts = "reports"\nat_least = 1\nhate_only = true\nsource = "p"\n'


def headings(text):
    return [section.topic for section in whole(scheme(text))]


def test_motivations_of_hate_are_listed_only_where_the_rules_speak_of_hate():
    assert "Motivations of hate" not in headings(TEXT)
    assert "Motivations of hate" in headings(TEXT + HATE)
    assert "Motivations of hate" in headings(f'{TEXT}\n[hate]\nmotivations = ["age"]\nsource = "p"\n')
    among_others = TEXT.replace(
        "at_least = 3\n", 'at_least = 2\nalso = [{ counts = "reports", at_least = 1, hate = true }]\n'
    )
    assert "Motivations of hate" in headings(among_others)


def test_an_event_that_is_our_reading_is_said_in_words():
    read = TEXT.replace(
        'starts = "threshold_met"', 'starts = { value = "threshold_met", stated = false, why = "It fits." }'
    )
    told = [line for section in whole(scheme(read)) for line in section.lines]
    assert "From when (clock.review.starts): The threshold is decided to be met. It fits." in told


def lines(more):
    return [line for section in whole(scheme(f"{TEXT}\n{more}")) for line in section.lines]


def test_a_body_that_takes_part_at_times_is_told_in_whole_sentences():
    body = '[[body]]\ncode = "homes"\nkind = "landlord"\nname = "Homes"\nsource = "p"\nrelevant = false\n'
    assert "Homes (housing provider), not sent every request." in lines(body)
    told = lines(f'{body}when = "where the person affected is its tenant"\n')
    assert (
        "Homes (housing provider), not sent every request. Where the person affected is its tenant." in told
    )


def test_who_decides_is_counted_in_words():
    told = lines('[decision]\npeople = 2\nbodies = 1\nsource = "p"\n')
    assert "At least 2 people decide." in told
    assert "They come from at least 1 organisation." in told


def test_no_address_on_the_web_is_promised_where_the_page_gives_none():
    told = lines('[contact]\nphone = "0191 496 0000"\nsource = "p"\n')
    assert "E-mail: set by the installation" in told
    assert not [line for line in told if line.startswith("Web")]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ('{ code = "review_needed" }', "The organisations decide whether a review is needed"),
        ('{ code = "high_risk", by = "lead" }', "The office that co-ordinates decides whether the person"),
        (
            '{ code = "several_households_affected", by = "applicant" }',
            "The person affected says whether more",
        ),
    ],
)
def test_where_nothing_is_counted_it_is_told_who_decides_what(found, told):
    by_people = f'[[route]]\nname = "discretion"\ncounts = "none"\nsource = "p"\njudged = [{found}]\n'
    (route,) = [
        section for section in whole(scheme(f"{TEXT}\n{by_people}")) if section.path == "route.discretion"
    ]
    assert route.lines[0] == "No number of reports is needed: people decide."
    assert route.lines[1].startswith(told)


def of_route(route, more=""):
    found = scheme(f'{TEXT}\n[[route]]\nname = "officer"\n{route}\nsource = "p"\n{more}')
    (section,) = [section for section in whole(found) if section.path == "route.officer"]
    return section.lines


def test_where_the_finding_itself_says_who_decides_nobody_decides_over_it():
    own = '[words]\nsenior_officer_asks = "a police inspector decides that a review is needed"\n'
    asked = 'counts = "none"\njudged = [{ code = "senior_officer_asks", by = "lead" }]'
    assert of_route(asked)[1:] == ("A senior officer asks for a review.",)
    assert of_route(asked, own)[1:] == ("A police inspector decides that a review is needed.",)
    weighed = asked.replace("lead", "bodies").replace(" }", ', weighs = ["harm"] }')
    assert of_route(weighed)[1:] == (
        "A senior officer asks for a review.",
        "What is weighed: the harm, or the harm that could come.",
    )
    other = asked.replace("senior_officer_asks", "high_risk")
    assert of_route(other)[1:] == (
        "The office that co-ordinates decides whether the person affected is at high risk.",
    )
    either = (
        asked.replace("code =", 'any_of = ["high_risk", ').replace('asks"', 'asks"]').replace(",  ", ", ")
    )
    assert of_route(either)[1:] == (
        "The office that co-ordinates decides whether the person affected is at high risk or "
        "a senior officer asks for a review.",
    )


def test_beside_a_number_too_nobody_decides_over_whoever_asks():
    asked = 'counts = "reports"\nat_least = 2\njudged = [{ code = "senior_officer_asks", by = "lead" }]'
    assert of_route(asked)[-1] == "And a senior officer asks for a review."
    weighed = asked.replace(" }", ', weighs = ["harm"] }')
    assert of_route(weighed)[-1] == (
        "And a senior officer asks for a review (weighing the harm, or the harm that could come)."
    )
    other = weighed.replace("senior_officer_asks", "high_risk")
    assert of_route(other)[-1] == (
        "And the person affected is at high risk (the office that co-ordinates decides this, weighing "
        "the harm, or the harm that could come)."
    )


def test_what_is_weighed_is_a_sentence_of_its_own():
    found = '{ code = "review_needed", weighs = ["harm", "persistence"] }'
    told = lines(f'[[route]]\nname = "discretion"\ncounts = "none"\nsource = "p"\njudged = [{found}]\n')
    assert (
        "What is weighed: the harm, or the harm that could come; and how persistent the behaviour is." in told
    )


@pytest.mark.parametrize(
    ("ground", "about"),
    [
        ("threshold_decision", "the decision on whether the threshold was met"),
        ("way_review_carried_out", "the way in which the case review was carried out"),
        ("outcome", "the outcome of the case review"),
        ("policy_not_considered", "a process, policy or protocol that was not considered"),
        ("facts_not_considered", "information about the facts that was not considered"),
    ],
)
def test_a_ground_is_something_that_one_can_appeal_about(ground, about):
    found = scheme(f'{TEXT}\n[appeal]\ngrounds = ["{ground}"]\nsource = "p"\n')
    assert list(appeal_sentences(found, found.appeal)) == [f"You can appeal about {about}."]


def test_each_appeal_that_follows_is_said_after_the_one_before():
    appeals = "\n".join(
        f'[appeal{then}]\nheard_by = "{who}"\nsource = "p"'
        for then, who in (("", "a panel"), (".then", "the Commissioner"), (".then.then", "the Ombudsman"))
    )
    three = scheme(f"{TEXT}\n{appeals}\n")
    assert list(appeal_sentences(three, three.appeal)) == [
        "It is heard by: a panel.",
        "After that there is a second appeal.",
        "It is heard by: the Commissioner.",
        "After that there is one more appeal.",
        "It is heard by: the Ombudsman.",
    ]

"""How two schemes differ, in sentences: a small scheme and copies of it, one for each kind of difference."""

from casereview.wording.compared import part_sentences, sides
from casereview.wording.differences import compared
from tests.rooms.schemes.small import TEXT, scheme

FIRST_LINE = 'area = "Nowhere"'


def told(before, after, add=""):
    """What is said of the small scheme (Here) and of a copy of it (There) in which `before` reads `after`."""
    assert before in TEXT
    here = scheme(TEXT.replace("Nowhere", "Here"))
    there = scheme(TEXT.replace("Nowhere", "There").replace(before, after) + add)
    return said(here, there), said(there, here)


def said(one, other):
    first, second = sides(one, other, ("a.toml", "b.toml"))
    return [line for part in compared(one, other).parts for line in part_sentences(first, second, part)]


def test_another_number_is_one_sentence_with_both():
    assert told("at_least = 3", "at_least = 2") == (
        [
            "In Here: At least 3 separate incidents that were reported; "
            "in There: At least 2 separate incidents that were reported."
        ],
        [
            "In There: At least 2 separate incidents that were reported; "
            "in Here: At least 3 separate incidents that were reported."
        ],
    )


def test_what_a_page_does_not_say_is_left_open():
    only = (
        "Only in Here: A report counts if it was made to the council or the police. There leaves this open."
    )
    assert told('reported_to = ["council", "police"]\n', "") == ([only], [only])


def test_a_promise_without_a_length_is_no_promise_of_none():
    said_of_both, _ = told("length = { working_days = 10 }\n", "")
    assert said_of_both == [
        "In Here: Within 10 working days after the threshold is decided to be met: the review meeting is held; "
        "in There: From when the threshold is decided to be met until the review meeting is held: "
        "no length is promised; the time is measured all the same."
    ]


def test_silence_is_not_taken_as_no_and_a_no_is_not_taken_as_silence():
    dates = "Only in There: The incidents must be on different dates."
    silent = f"{dates} Here leaves this open."
    assert told("at_least = 3", "different_dates = true\nat_least = 3") == ([silent], [silent])
    here = scheme(TEXT.replace("Nowhere", "Here").replace("at_least", "different_dates = false\nat_least"))
    there = scheme(TEXT.replace("Nowhere", "There").replace("at_least", "different_dates = true\nat_least"))
    assert said(here, there) == said(there, here) == [f"{dates} The rules of Here say otherwise."]


def test_a_finding_more_is_a_difference_of_its_own():
    only = "Only in There: And the problem persists (the organisations decide this). The rules of Here do not say this."
    by = '{ code = "feels_ignored", by = "applicant" },'
    assert told(by, by + ' { code = "problem_persists" },') == ([only], [only])


def test_who_finds_it_is_compared_finding_by_finding():
    one, _ = told('by = "applicant"', 'by = "lead"')
    assert one == [
        "In Here: And the person affected feels ignored (the person affected says this, and nobody overrules it); "
        "in There: And the person affected feels ignored (the office that co-ordinates decides this)."
    ]


def test_an_areas_own_finding_is_said_in_its_own_words():
    one, other = told('{ code = "feels_ignored"', '{ code = "odd"', '[words]\nodd = "it is odd"\n')
    assert "Only in There: And it is odd (the person affected says this, and nobody overrules it)." in one[1]
    assert sorted(one) == sorted(other)


def test_words_that_only_one_uses_are_no_rule_of_the_other():
    unused = '[words]\nodd = "it is strange"\n'
    by = '{ code = "feels_ignored", by = "applicant" },'
    here = scheme(TEXT.replace("Nowhere", "Here") + unused)
    there = scheme(
        TEXT.replace("Nowhere", "There").replace(by, by + '{ code = "odd" }')
        + unused.replace("strange", "odd")
    )
    only = "Only in There: And it is odd (the organisations decide this). The rules of Here do not say this."
    assert said(here, there) == [only]


def test_a_clock_of_one_area_is_shown_whole_and_left_open_by_the_other():
    clock = '[clock.plan]\nstarts = "review_held"\nstops = "plan_sent"\nlength = { days = 5 }\nsource = "p"\n'
    whole_clock = [
        "Only in There; Here leaves this open.",
        "Within 5 days after the review meeting is held: the action plan is sent to the applicant.",
        "Who must do it: the office that co-ordinates.",
    ]
    assert told(FIRST_LINE, FIRST_LINE, clock) == (whole_clock, whole_clock)


def test_a_body_of_one_area_is_not_named_by_the_other():
    body = '[[body]]\ncode = "police"\nkind = "police"\nname = "The force"\nsource = "p"\n'
    assert told(FIRST_LINE, FIRST_LINE, body)[0] == [
        "Only in There; the rules of Here do not name this.",
        "The force (police).",
    ]


def test_a_value_that_is_our_reading_is_told_as_such_with_its_reason():
    length = 'length = { value = { weeks = 3 }, stated = false, why = "It does not say." }'
    one, _ = told("length = { working_days = 10 }", length)
    assert one[0].endswith(
        "in There: Within 3 weeks after the threshold is decided to be met: the review meeting is held"
        " – with our reading of what the page leaves open."
    )
    assert one[1:] == [
        "Only in There; in Here nothing is our reading.",
        "How long (clock.review.length): 3 weeks. It does not say.",
    ]


def test_a_rule_that_changes_two_sections_is_told_in_both():
    apply = '[apply]\ncounts_from = "first_contact"\nsource = "p"\n'
    one, _ = told('of = "report"', 'of = "report", back_from = "application"', apply)
    assert [line.split(":")[0] for line in one[:2]] == ["In Here", "Only in There; Here leaves this open."]


def test_another_order_of_what_has_a_name_is_no_difference():
    two = '{ code = "feels_ignored", by = "applicant" }, { code = "harm" }'
    here = scheme(TEXT.replace('{ code = "feels_ignored", by = "applicant" }', two))
    there = scheme(
        TEXT.replace(
            '{ code = "feels_ignored", by = "applicant" }',
            '{ code = "harm" }, { code = "feels_ignored", by = "applicant" }',
        )
    )
    assert said(here, there) == []


def test_two_versions_of_one_area_are_called_by_their_first_day():
    here, there = scheme(), scheme(TEXT.replace("2026-11-01", "2027-04-01"))
    assert said(here, there) == [
        "In Nowhere from 1 November 2026: These are the rules from Sunday 1 November 2026 on; "
        "in Nowhere from 1 April 2027: These are the rules from Thursday 1 April 2027 on."
    ]


def test_what_differs_in_no_sentence_is_named_as_the_file_calls_it():
    titled = TEXT.replace("counts =", 'title = { en = "Three", cy = "Tri" }\ncounts =')
    found = compared(scheme(titled), scheme(titled.replace("Tri", "Pedwar")))
    assert (found.number, found.silent) == (0, ("route.individual.title.cy",))

"""A bad file is refused with the line, what was expected and the nearest word; its twin is taken."""

import pytest

from casereview.clocks.length import Length
from tests.rooms.schemes.small import TEXT, faults, scheme, with_line

# line, what stands there, what the message must say, and a twin that is allowed
BAD = [
    (1, "area = 7", "expected text in quotation marks, not 7", 'area = "Seven"'),
    (1, 'aera = "Nowhere"', 'Did you mean "area"?', 'area = "Elsewhere"'),
    (2, 'from = "2026-11-01"', "without quotation marks", "from = 2026-11-02"),
    (2, "from = 2026-11-01T09:00:00", "expected a date", "from = 2027-01-01"),
    (3, 'source = ""', "is empty", 'source = "another page"'),
    (7, 'counts = "incident"', 'Did you mean "incidents"?', 'counts = "reports"'),
    (7, 'counts = "none"', "has no at_least", 'counts = "people"'),
    (8, "at_least = 0", "expected a number from 1", "at_least = 1"),
    (8, "at_least = -3", "expected a number from 1", "at_least = 3"),
    (8, "at_least = true", "expected a whole number, not true", "at_least = 2"),
    (8, "at_least = 3.0", "expected a whole number", "at_least = 30"),
    (8, "at_leats = 3", 'Did you mean "at_least"?', "at_least = 4"),
    (
        9,
        'within = { months = 0, of = "report" }',
        "expected a number from 1",
        'within = { months = 1, of = "report" }',
    ),
    (
        9,
        'within = { moths = 6, of = "report" }',
        'Did you mean "months"?',
        'within = { weeks = 6, of = "report" }',
    ),
    (
        9,
        'within = { months = 6, days = 2, of = "report" }',
        "expected one length",
        'within = { days = 2, of = "incident" }',
    ),
    (
        9,
        'within = { months = 6, of = "reports" }',
        'Did you mean "report"?',
        'within = { months = 6, of = "incident" }',
    ),
    (
        9,
        'within = { months = 6, of = "report", back_from = "any", forward_from = "first_report" }',
        "not both",
        'within = { months = 6, of = "report", forward_from = "first_report" }',
    ),
    (
        9,
        'within = { months = 6, of = "report", back_from = "first_incident" }',
        'write forward_from = "first_incident": back_from is one of application, latest_incident,',
        'within = { months = 6, of = "report", forward_from = "first_incident" }',
    ),
    (
        9,
        'within = { months = 6, of = "report", forward_from = "latest_report" }',
        'write back_from = "latest_report": forward_from is one of first_incident, first_report.',
        'within = { months = 6, of = "report", back_from = "latest_report" }',
    ),
    (
        9,
        'within = { months = 6, of = "report", back_from = "first_reprot" }',
        "is not known: expected one of application",
        'within = { months = 6, of = "report", forward_from = "first_report" }',
    ),
    (
        9,
        'within = "6 months"',
        "expected a length such as { months = 6 }",
        'within = { months = 6, of = "report" }',
    ),
    (9, 'within = "always"', "expected a block in braces", 'within = { weeks = 26, of = "report" }'),
    (10, 'reported_to = ["council", "polise"]', 'Did you mean "police"?', 'reported_to = ["landlord"]'),
    (10, 'reported_to = "council"', "expected a list", 'reported_to = ["council"]'),
    (10, "reported_to = []", "is empty", 'reported_to = ["health", "other"]'),
    (10, 'reported_to = ["council", "council"]', "stands here twice", 'reported_to = ["police"]'),
    (10, 'reported_to = ["council", ""]', "is empty", 'reported_to = ["council", "other"]'),
    (17, 'starts = ["threshold_met", " "]', "is empty", 'starts = ["threshold_met"]'),
    (12, '    { code = "feels_ignord" },', 'Did you mean "feels_ignored"?', '    { code = "no_action" },'),
    (
        12,
        '    { code = "feels_ignored", by = "aplicant" },',
        'Did you mean "applicant"?',
        '    { code = "harm", by = "lead" },',
    ),
    (
        12,
        '    { code = "harm", any_of = ["no_action", "vulnerable"] },',
        "a code, or any_of several, not both",
        '    { code = "harm" }, { any_of = ["no_action", "vulnerable"] },',
    ),
    (
        17,
        'starts = "threshold_mett"',
        'Did you mean "threshold_met" (the threshold is decided to be met)?',
        'starts = ["threshold_met", "application_received"]',
    ),
    (
        18,
        'stops = ["review_held", "threshold_met"]',
        "it would start itself again",
        'stops = ["review_held", "plan_sent"]',
    ),
    (19, "length = { working_days = 0 }", "expected a number from 1", 'length = "same_working_day"'),
    (19, "length = { working_days = -1 }", "expected a number from 1", "length = { days = 1 }"),
    (19, 'length = "same working day"', "expected a length such as", "length = { weeks = 2 }"),
    (19, 'length = "3 Working Days"', "such as { working_days = 3 }, not", "length = { working_days = 3 }"),
    (19, "length = 28", "such as { working_days = 10 }, not 28", "length = { days = 28 }"),
    (16, "[[clock.review]]", "expected [review], in single brackets", "[clock.review]"),
    (5, "[route]", "expected [[route]], in double brackets", "[[route]]"),
    (24, "report_in = { months = 1 }", 'Did you mean "report_within"?', "report_within = { months = 2 }"),
    (
        19,
        "length = { working_days = 99999999999999999999 }",
        "expected a number from 1",
        "length = { months = 1 }",
    ),
    (
        19,
        "length = { value = { days = 14 }, stated = false }",
        "needs its reason",
        'length = { value = { days = 14 }, stated = false, why = "because" }',
    ),
    (
        19,
        'length = { value = { days = 14 }, why = "because" }',
        "add stated = false",
        "length = { value = { days = 14 }, stated = true }",
    ),
    (
        19,
        'length = { value = { days = 14 }, stated = "no", why = "x" }',
        "stated is true or false",
        "length = { days = 14 }",
    ),
    (20, 'chase = [1]\nsource = "p"\nlength', "expected a name, = and a value", 'source = "another part"'),
    (23, 'complaints = "three"', "expected a whole number", "complaints = 4"),
    (26, "source = 104", "expected text", 'source = "the Act"'),
]


@pytest.mark.parametrize(("line", "bad", "said", "_good"), BAD, ids=[bad for _, bad, _, _ in BAD])
def test_a_bad_line_is_named_with_what_was_expected(line, bad, said, _good):
    found = faults(with_line(line, bad))
    assert any(said in fault.message for fault in found), [str(fault) for fault in found]
    assert {fault.line for fault in found if said in fault.message} <= {
        line,
        line + 2,
    }  # TOML's own line is its last
    assert str(found[0]).startswith(f"nowhere:{found[0].line}: ")


@pytest.mark.parametrize(("line", "_bad", "_said", "good"), BAD, ids=[good for *_, good in BAD])
def test_its_twin_is_allowed(line, _bad, _said, good):
    scheme(with_line(line, good))


def test_a_missing_key_is_reported_where_its_block_begins():
    found = faults(TEXT.replace('source = "what happens next"\n', ""))
    assert [(fault.line, fault.path) for fault in found] == [(16, "clock.review")]
    assert "source is missing" in found[0].message


def test_the_law_s_block_is_given_where_it_is_missing():
    without = TEXT[: TEXT.index("[statute]")]
    [fault] = faults(without)
    begins, _, lines = fault.message.partition("before the first block: ")
    assert begins == "statute is missing. It is the same in every area. Put this "
    law = scheme(f"{lines}\n{without}").statute
    assert (law.complaints, law.report_within, law.apply_within) == (
        3,
        Length(1, "months"),
        Length(6, "months"),
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("outcome_notice_snet", ' Did you mean "outcome_notice_sent" (the outcome of the appeal is sent)?'),
        ("outcome_letter", ""),
        ("response", ""),
        ("plan_send", ' Did you mean "plan_sent" (the action plan is sent)?'),
    ],
)
def test_only_a_slip_of_the_keyboard_is_answered_with_an_event_and_always_with_their_list(typed, meant):
    [fault] = faults(with_line(18, f'stops = "{typed}"'))
    said = f'"{typed}" is not an event of the procedure.{meant} docs/scheme-language.md lists them.'
    assert fault.message == said
    assert scheme(with_line(18, 'stops = "outcome_notice_sent"'))


@pytest.mark.parametrize(
    ("line", "key"), [('report_within = "a month"', "report_within"), ("report_within = {}", "report_within")]
)
def test_only_units_that_are_taken_there_are_named(line, key):
    said = " ".join(fault.message for fault in faults(with_line(24, line)) if fault.path == f"statute.{key}")
    assert "days = 10" in said
    assert "working" not in said
    assert "working_days = 10" in faults(with_line(19, "length = {}"))[0].message


def test_two_routes_need_two_names():
    route = TEXT[TEXT.index("[[route]]") : TEXT.index("[clock")]
    found = faults(TEXT + route)
    assert [(fault.line, fault.path) for fault in found] == [(28, "route.individual.name")]
    assert 'already called "individual"' in found[0].message
    assert len(scheme(TEXT + route.replace('"individual"', '"group"')).routes) == 2


def test_a_route_that_counts_nothing_and_judges_nothing_would_be_met_by_everybody():
    bare = '[[route]]\nname = "discretion"\ncounts = "none"\nsource = "p"\n'
    assert "everything would meet it" in faults(TEXT + bare)[0].message
    scheme(TEXT + bare + 'judged = [{ code = "harm" }]\n')


def test_a_reminder_needs_a_date_to_remind_of():
    open_ended = TEXT.replace("length = { working_days = 10 }\n", "chase = [-2]\n")
    assert [(f.line, f.message) for f in faults(open_ended)] == [
        (19, "there is no due date without a length.")
    ]
    scheme(TEXT.replace("length = { working_days = 10 }\n", "length = { days = 9 }\nchase = [-2]\n"))


def test_an_area_may_use_a_code_of_its_own_if_it_gives_the_words():
    own = TEXT.replace("feels_ignored", "landlord_asks")
    assert [(f.line, f.path) for f in faults(own)] == [(12, "route.0.judged.0")]
    words = '\n[words]\nlandlord_asks = { en = "the landlord asks", cy = "mae’r landlord yn gofyn" }\n'
    assert scheme(own + words).words["landlord_asks"] == {
        "en": "the landlord asks",
        "cy": "mae’r landlord yn gofyn",
    }


@pytest.mark.parametrize("wrong", ["0", "51", '"three"', "true"])
def test_a_quorum_is_a_number_of_organisations(wrong):
    text = f'{TEXT}\n[meeting]\nquorum = {wrong}\nsource = "p"\n'
    (fault,) = faults(text)
    assert text.splitlines()[fault.line - 1] == f"quorum = {wrong}"
    assert scheme(f'{TEXT}\n[meeting]\nquorum = 3\nsource = "p"\n').meeting.quorum == 3


def test_every_fault_is_found_at_once_in_the_order_of_the_lines():
    text = (
        with_line(8, "at_least = 0")
        .replace('"threshold_met"', '"nonsense"')
        .replace("complaints = 3", "x = 3")
    )
    assert [fault.line for fault in faults(text)] == [8, 17, 22, 23]


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 3000,
        "x = [[[[[[[[[[1]]]]]]]]]]",
        "[" + "a." * 1999 + "a]",
        "a." * 1990 + "a = 1",
        "x = { " * 1000,
        "x = 1" + "0" * 3900,
        "x" * 5000,
        "\n" * 200_000,
        "\ud800",
        "\x00",
        "",
    ],
    ids=[
        "deep list",
        "list",
        "deep header",
        "deep key",
        "deep block",
        "long number",
        "long line",
        "long file",
        "half a character",
        "nul",
        "empty",
    ],
)
def test_a_hostile_file_is_a_fault_too(text):
    assert faults(text)


def test_a_text_in_braces_is_in_every_language_of_the_page():
    both = TEXT.replace('source = "an invented', 'languages = ["en", "cy"]\nsource = "an invented')
    named = both + '\n[lead]\nname = { en = "The office", cy = "Y swyddfa" }\nsource = "p"\n'
    scheme(named)
    scheme(named.replace('{ en = "The office", cy = "Y swyddfa" }', '"The office"'))
    (found,) = faults(named.replace(', cy = "Y swyddfa"', ""))
    assert (found.path, found.line) == ("lead.name", 30)
    assert found.message == 'Welsh is missing: add cy = "…", or write the text without braces.'
    (found,) = faults(named.replace('en = "The office", ', ""))
    assert found.message.startswith('English is missing: add en = "…"')
    scheme(named.replace('"en", "cy"', '"cy"').replace('en = "The office", ', ""))

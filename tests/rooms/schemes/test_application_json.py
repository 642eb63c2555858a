"""An application that cannot be read is refused in one line that says what is wrong and where."""

import json
from datetime import date

import pytest

from casereview.schemes.application import When
from casereview.schemes.application_json import MAX_CHARACTERS, MAX_ROWS, read, read_text
from casereview.schemes.json_place import BadInput

DAY = "2026-12-01"


def with_report(**fields):
    return {"received": DAY, "incidents": [{"id": "i1"}], "reports": [{"id": "r1", **fields}]}


def test_what_is_unknown_may_be_left_out_or_null():
    application = read(
        {"received": DAY, "incidents": None, "reports": [{"id": "r1", "on": None, "to": None}]}
    )
    assert application.received == date(2026, 12, 1)
    assert application.reports[0].on == When()
    assert application.reports[0].to is None


def test_hate_unasked_is_not_the_same_as_no_hate():
    first, second = read({"received": DAY, "incidents": [{"id": "a"}, {"id": "b", "hate": []}]}).incidents
    assert first.hate is None
    assert second.hate == ()


def test_people_may_be_named_freely_where_no_list_of_them_is_given():
    assert read(with_report(by="Ann")).reports[0].by == "Ann"
    assert read({**with_report(by="Ann"), "people": []}).reports[0].by == "Ann"
    with pytest.raises(
        BadInput, match=r'^reports\[0\]\.by: "Ann" is not a known person\. Did you mean "Anne"\?$'
    ):
        read({**with_report(by="Ann"), "people": [{"id": "Anne"}]})


def test_a_note_of_ones_own_may_stand_but_a_misspelt_key_may_not():
    assert read(with_report(officer="PC 42")).reports
    with pytest.raises(BadInput, match=r'^recieved: unknown key\. Did you mean "received"\?$'):
        read({"recieved": DAY})


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "the input: expected an object, not a list"),
        ("x", "the input: expected an object, not text"),
        ({}, "received: is needed and not given"),
        ({"received": 20261201}, 'received: expected a date such as "2026-11-01", not a number'),
        ({"received": True}, 'received: expected a date such as "2026-11-01", not true or false'),
        ({"received": "2026-02-30"}, 'received: "2026-02-30" is not a day of the calendar'),
        ({"received": "20261201"}, 'received: expected a date such as "2026-11-01", not text'),
        ({"received": "0001-01-01"}, 'received: "0001-01-01" is not between 1900 and 2200'),
        (
            {"received": DAY, "first_contact": "2026-12-02"},
            "first_contact: 2026-12-02 is after the application",
        ),
        ({"received": DAY, "reports": {}}, "reports: expected a list, not an object"),
        ({"received": DAY, "reports": [7]}, "reports[0]: expected an object, not a number"),
        ({"received": DAY, "reports": [{}]}, "reports[0].id: is needed and not given"),
        ({"received": DAY, "people": [{"id": "a"}, {"id": "a"}]}, 'people[1].id: "a" is given twice'),
        (
            {"received": DAY, "people": [{"id": "a"}], "applicant": "b"},
            'applicant: "b" is not a known person.',
        ),
        (
            {"received": DAY, "people": [{"id": "a\nb"}]},
            "people[0].id: expected 1 to 200 characters in one line",
        ),
        ({"received": DAY, "judged": {"x": "yes"}}, "judged.x: expected true, false or null"),
        ({"received": DAY, "judged": []}, "judged: expected an object, not a list"),
        (with_report(incident="i2"), 'reports[0].incident: "i2" is not a known incident.'),
        (
            with_report(to="polise"),
            'reports[0].to: "polise" is not a known kind of body: expected one of council, police, landlord, health,'
            ' other. Did you mean "police"?',
        ),
        (
            with_report(to="bobby"),
            'reports[0].to: "bobby" is not a known kind of body: expected one of council, police, landlord,',
        ),
        (
            with_report(on={"from": "2026-11-02", "to": "2026-11-01"}),
            "reports[0].on: the range ends (2026-11-01)",
        ),
        (
            {"received": DAY, "incidents": [{"id": "i", "hate": ["racism"]}]},
            'incidents[0].hate[0]: "racism" is not a known hate motivation: expected one of race, religion,',
        ),
        (
            {"received": DAY, "incidents": [{"id": "i"}], "reports": [{"id": "r", "incident": "j"}]},
            'reports[0].incident: "j" is not a known incident.',
        ),
        (
            {"received": DAY, "incidents": [{"id": "i", "hate": "race"}]},
            "incidents[0].hate: expected a list, not text",
        ),
        (
            {"received": DAY, "people": [{"id": str(n)} for n in range(MAX_ROWS + 1)]},
            "people: more than 10,000",
        ),
    ],
)
def test_what_is_wrong_and_where(value, said):
    with pytest.raises(BadInput) as refused:
        read(value)
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1, column 1: not JSON"),
        ('{"received": ', "line 1, column 14: not JSON"),
        ('{"received": NaN}', "the input: NaN is not a JSON value"),
        ('{"received": -Infinity}', "the input: -Infinity is not a JSON value"),
        (
            '{"received": "2026-12-01", "received": "2026-12-02"}',
            'the input: the key "received" is given twice',
        ),
        ('{"received": ' + "9" * 5000 + "}", "the input: holds a number too long to read"),
        ("[" * 100_000, "the input: is nested too deeply"),
        (" " * (MAX_CHARACTERS + 1), "the input: is longer than 5,000,000 characters"),
        (
            json.dumps({"received": DAY, "people": [{"id": "\ud800"}]}),
            "people[0].id: expected 1 to 200 characters",
        ),
    ],
)
def test_a_text_that_cannot_be_read(text, said):
    with pytest.raises(BadInput) as refused:
        read_text(text)
    assert str(refused.value).startswith(said)

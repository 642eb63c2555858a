"""The day from which rules hold is put into their text, and nothing else of it is touched."""

from datetime import date

import pytest

from casereview.schemes.first_day import first_day, with_first_day
from tests.rooms.schemes.small import TEXT, with_line

NEW = date(2027, 4, 1)


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("from = 2026-11-01", "from = 2027-04-01"),
        ("from=2026-11-01  # since 2026-11-01", "from=2027-04-01  # since 2026-11-01"),
        (
            'from = { value = 2026-11-01, stated = false, why = "A guess." }',
            'from = { value = 2027-04-01, stated = false, why = "A guess." }',
        ),
    ],
)
def test_one_line_is_replaced_and_its_comment_kept(line, changed):
    assert first_day(with_line(2, line)) == date(2026, 11, 1)
    assert with_first_day(with_line(2, line), NEW) == with_line(2, changed)


def test_a_text_without_a_day_gets_it_before_everything_else():
    text = with_line(2, "# nothing here")
    assert first_day(text) is None
    assert with_first_day(text, NEW) == "from = 2027-04-01\n" + text


@pytest.mark.parametrize(
    "text",
    [
        "this is no TOML",
        "",
        with_line(2, 'from = "soon"'),
        TEXT + "# much\n" * 20_000,
        with_line(2, 'from = { why = "since 2020-01-01", value = 2026-11-01, stated = false }'),
    ],
    ids=["no TOML", "empty", "no date", "too long", "another date first"],
)
def test_what_cannot_be_done_safely_is_not_done(text):
    assert with_first_day(text, NEW) is None


def test_however_deep_blocks_stand_in_each_other_it_answers():
    for depth in (8, 200, *range(350, 500), 5000):
        text = "deep = " + "[" * depth + "]" * depth + "\n" + TEXT
        changed = with_first_day(text, NEW)
        assert changed is None or first_day(changed) == NEW

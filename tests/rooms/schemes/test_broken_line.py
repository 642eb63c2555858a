"""A line that is no TOML is named, with what to write instead, to somebody who has never heard of TOML."""

import pytest

from tests.rooms.schemes.small import TEXT, faults, scheme, with_line

# line, what stands there, what is said of it, and a twin that is allowed
BROKEN = [
    (1, 'area = "Nowhere', 'has no end: put " after it, on the same line', 'area = "Nowhere"'),
    (1, "area = Nowhere", 'stands in quotation marks, "Nowhere"', "area = 'Nowhere'"),
    (1, "area = “Nowhere”", 'straight quotation marks, " before and after', 'area = "“Nowhere”"'),
    (1, 'area = "The "new" one"', "inside it write “ and ”", 'area = "The “new” one"'),
    (1, "area = 'St Ann's'", "inside it write “ and ”", 'area = "St Ann\'s"'),
    (1, 'area = "East\\West"', "a backslash in a text is written twice", 'area = "East\\\\West"'),
    (1, 'area: "Nowhere"', "expected = between a name and its value", 'area = "A: b"'),
    (1, 'area = "A"\narea = "B"', '"area" stands in this block already, on line 1', 'area = "B"'),
    (2, "from = 01/11/2026", "a day as year, month and day, such as 2026-11-01", "from = 2026-11-01"),
    (2, "from = 2026-11-1", "a day as year, month and day, such as 2026-11-01", "from = 2026-11-11"),
    (2, "from = 1st November 2026", "a day as year, month and day", "from = 2026-11-01 # 1st November 2026"),
    (2, "from = 2026-11-31", "there is no such day", "from = 2026-11-30"),
    (8, "at least = 3", "a name has no spaces: expected at_least.", "at_least = 3"),
    (8, "at_least = three", "a number in figures", "at_least = 4"),
    (8, "at_least = 1,000", "a number has no comma: expected 1000.", "at_least = 1000"),
    (8, "different_dates = Yes\nat_least = 3", "expected true or false, in small letters", "at_least = 3"),
    (
        10,
        'reported_to = ["council" "police"]',
        "a comma between its parts, and ]",
        'reported_to = ["police"]',
    ),
    (10, 'reported_to = ["council", "police"', "what begins here has no end", 'reported_to = ["council"]'),
    (19, "length = { working_days = 10", "a comma between its parts, and }", "length = { days = 10 }"),
    (4, "• a note", "or a # before words that are for people alone", "# • a note"),
]


@pytest.mark.parametrize(("line", "broken", "said", "_twin"), BROKEN, ids=[each[1] for each in BROKEN])
def test_a_broken_line_is_named_with_what_to_write_instead(line, broken, said, _twin):
    (found,) = faults(with_line(line, broken))
    assert said in found.message
    assert found.line == line + ("\narea" in broken)
    assert "TOML" not in found.message


@pytest.mark.parametrize(("line", "_broken", "_said", "twin"), BROKEN, ids=[each[3] for each in BROKEN])
def test_its_twin_is_taken(line, _broken, _said, twin):
    scheme(with_line(line, twin))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("[statute]\ncomplaints = 3\n", "[statute] stands in the file already, on line 22: put all"),
        ('[route]\nname = "hate"\n', "expected [[route]], in double brackets as on line 5"),
    ],
)
def test_a_block_that_is_there_already_is_told_with_its_line(more, said):
    (found,) = faults(TEXT + more)
    assert (found.line, said in found.message) == (TEXT.count("\n") + 1, True)


def test_what_nobody_foresaw_is_told_as_the_parser_tells_it():
    (found,) = faults(TEXT + "[figures")
    assert found.message.startswith("this is not TOML: Expected")


@pytest.mark.parametrize("name", ["acknowledgment", "reviews", "plan_comment"])
def test_a_clock_that_is_nearly_one_of_the_procedures_is_told(name):
    more = f'[clock.{name}]\nstarts = "application_received"\nstops = "plan_sent"\nsource = "p"\n'
    text = TEXT.replace("[clock.review]", "[clock.talk]") + more
    assert "name it so, or if it is something else, unlike that" in faults(text)[0].message
    scheme(text.replace(f"[clock.{name}]", "[clock.summary]"))

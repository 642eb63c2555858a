"""`manage.py scheme check` and `show`, as somebody who writes a scheme uses them."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casereview.schemes.load import PROJECT
from casereview.schemes.receipt import DISCOUNTS
from tests.rooms.schemes.small import TEXT
from tests.silent import in_force


def run(*arguments):
    """The exit code, what was said, and what was complained of."""
    out, err = StringIO(), StringIO()
    try:
        call_command("scheme", *arguments, stdout=out, stderr=err)
    except SystemExit as left:
        return left.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_the_shipped_files_have_no_faults():
    files = sorted(str(path) for path in (PROJECT / "schemes").glob("*.toml"))
    code, said, complaints = run("check", *files)
    assert (code, complaints, said.count("no faults")) == (0, "", len(files))


def test_the_readings_of_a_file_are_counted_as_one_or_many(tmp_path):
    one = TEXT.replace("2026-11-01", '{ value = 2026-11-01, stated = false, why = "It names no day." }')
    two = one.replace(
        "at_least = 3", 'at_least = 3\nwhose = { value = "anyone", stated = false, why = "It does not say." }'
    )
    path = tmp_path / "nowhere.toml"
    for text, number in (
        (TEXT, "0 readings of ours"),
        (one, "1 reading of ours"),
        (two, "2 readings of ours"),
    ):
        path.write_text(text)
        assert run("check", str(path))[1].endswith(f"no faults, {number}\n")


def test_a_bad_file_is_named_with_its_line_and_the_nearest_word(tmp_path):
    text = (PROJECT / "schemes" / "durham.toml").read_text()
    path = tmp_path / "durham.toml"
    path.write_text(text.replace('stops = "review_held"', 'stops = "reveiw_held"'))
    line = text[: text.index('stops = "review_held"')].count("\n") + 1
    code, said, complaints = run("check", str(path))
    assert (code, said) == (1, "")
    assert complaints.startswith(f"{path}:{line}: clock.review.stops: ")
    assert 'Did you mean "review_held" (the review meeting is held)?' in complaints
    path.write_text(text)
    assert run("check", str(path))[0] == 0


def test_durham_can_be_read_against_its_page():
    code, said, _ = run("show", "durham")
    assert code == 0
    for words in (
        "three separate incidents relating to the same problem in the past six months",
        "At least 5 different people who made reports.",
        "A report counts if it was made to the council, the police or your landlord.",
        "Within 10 working days after the threshold is decided to be met",
        "Within 5 working days after the review meeting is held: the action plan is sent to the applicant.",
        "victims care and advice service".capitalize(),
        "race; religion; disability; sexual orientation; transgender identity; age; sex;"
        " marriage or civil partnership; or pregnancy or maternity",
        "How long (clock.return.length): 5 working days. The page gives bodies no time.",
        "feels_ignored: the person affected feels ignored",
        *DISCOUNTS,
    ):
        assert words in said, words


def test_what_the_product_does_in_a_silence_is_shown_as_its_own(tmp_path, monkeypatch):
    heading = "Not in this file: what the service does all the same, and why\n  "
    assert f"{heading}Reminders: 2 working days before. This is for" in run("show", "durham")[1]
    in_force("bare", tmp_path, monkeypatch)
    assert f"{heading}Somebody can ask for themselves, for somebody else" in run("show", "durham")[1]


def test_an_unknown_area_is_one_sentence():
    with pytest.raises(CommandError, match='Did you mean "durham"'):
        run("show", "durhm")


@pytest.mark.parametrize("day", ["2027-02-29", "20270401", "soon"])
def test_the_rules_of_a_day_that_is_none_are_refused_in_one_sentence(day):
    with pytest.raises(
        CommandError, match=f"^--on: expected a date such as 2026-12-18, not '{day}'.$"
    ) as refused:
        run("show", "durham", "--on", day)
    assert refused.value.returncode == 2
    assert run("show", "durham", "--on", "2027-02-28")[0] == 0

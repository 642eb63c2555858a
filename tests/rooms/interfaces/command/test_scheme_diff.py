"""`manage.py scheme diff`, as an administrator or a lawyer uses it who holds two areas' rules side by side."""

import pytest
from django.core.management.base import CommandError

from casereview.schemes.load import PROJECT
from tests.rooms.interfaces.command.test_scheme import run
from tests.rooms.schemes.small import TEXT

DURHAM = PROJECT / "schemes" / "durham.toml"


def test_durham_and_darlington_differ_in_their_council_and_what_is_not_on_a_page():
    code, said, complaints = run("diff", "durham", "darlington")
    assert (code, complaints) == (0, "")
    assert said.startswith("County Durham and Darlington differ in 5 points.\n\nOrganisations: Council\n")
    assert "In County Durham: Durham County Council (council)" in said
    assert "; in Darlington: Darlington Borough Council (council)" in said
    assert "Only in County Durham: The agenda of the meeting: declarations of conflicts" in said
    assert "Darlington leaves this open.\n" in said
    assert "Only in Darlington: The whole file: not on the page. We hold no page of Darlington’s own." in said
    *_, alike = said.rstrip().split("\n")
    assert alike.startswith(
        "Alike in both: The rules as a whole; When the threshold is met – Your own reports"
    )
    assert "Clocks – First look (triage)" in alike
    assert "Organisations – Police, Health, Landlord;" in alike
    assert "10 working days" not in said  # what is the same is not shown


def test_a_scheme_does_not_differ_from_itself_nor_from_its_file_with_another_comment(tmp_path):
    assert run("diff", "durham", "durham") == (0, "The two schemes do not differ.\n", "")
    copy = tmp_path / "durham.toml"
    copy.write_text("# Held against the page once more.\n" + DURHAM.read_text())
    assert run("diff", "durham", str(copy))[1] == "The two schemes do not differ.\n"
    copy.write_text(DURHAM.read_text().replace("length = { working_days = 10 }", "length = { weeks = 4 }"))
    said = run("diff", "durham", str(copy))[1]
    assert said.startswith(f"County Durham (durham) and County Durham ({copy}) differ in 1 point.\n")
    assert f"; in County Durham ({copy}): Within 4 weeks after the threshold is decided to be met" in said
    assert "[What will happen next?, “held within 10 working days after confirmation of the threshold" in said


def test_versions_of_one_area_are_compared_by_file_and_areas_on_a_day(tmp_path, monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    later = TEXT.replace("from = 2026-11-01", "from = 2027-04-01").replace("at_least = 3", "at_least = 2")
    (tmp_path / "nowhere.toml").write_text(TEXT)
    (tmp_path / "nowhere-2027-04-01.toml").write_text(later)
    (tmp_path / "there.toml").write_text(TEXT.replace("Nowhere", "There"))
    number = "In Nowhere: At least 2 separate incidents that were reported; in There: At least 3"
    assert number in run("diff", "nowhere", "there")[1]
    assert number in run("diff", "nowhere", "there", "--on", "2027-04-01")[1]
    assert run("diff", "nowhere", "there", "--on", "2027-03-31")[1] == "The two schemes do not differ.\n"
    versions = run("diff", str(tmp_path / "nowhere.toml"), "nowhere")[1]
    assert "In Nowhere from 1 November 2026: At least 3 separate incidents" in versions
    assert "; in Nowhere from 1 April 2027: At least 2 separate incidents" in versions


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        (["durhm", "darlington"], '^A: there is no scheme "durhm" in schemes/. Did you mean "durham"\\?$'),
        (
            ["durham", "darlingtn"],
            '^B: there is no scheme "darlingtn" in schemes/. Did you mean "darlington"',
        ),
        (
            ["durham", "nowhere/else.toml"],
            "^B: nowhere/else.toml:1: cannot be read: No such file or directory.$",
        ),
        (["durham", "darlington", "--on", "soon"], "^--on: expected a date such as 2026-12-18, not 'soon'.$"),
        ([str(DURHAM), str(DURHAM), "--on", "2027-01-01"], "^--on: a file holds the rules of one version: "),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_sentence(given, refusal):
    with pytest.raises(CommandError, match=refusal) as refused:
        run("diff", *given)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)


def test_a_file_with_faults_is_refused_with_its_lines(tmp_path):
    faulty = tmp_path / "durham.toml"
    faulty.write_text(DURHAM.read_text().replace('stops = "review_held"', 'stops = "reveiw_held"'))
    with pytest.raises(
        CommandError, match=r'^B: .*durham.toml:[0-9]+: clock.review.stops: "reveiw_held" is not'
    ):
        run("diff", "durham", str(faulty))

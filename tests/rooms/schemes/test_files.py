"""One start date a file, several files an area, and the rules of a day."""

from datetime import date

import pytest

from casereview.schemes.load import SchemeFault, all_areas, by_name, check_file, newest, versions
from casereview.schemes.model import Scheme
from tests.rooms.schemes.small import TEXT


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    (tmp_path / "nowhere.toml").write_text(TEXT)
    (tmp_path / "nowhere-2027-04-01.toml").write_text(
        TEXT.replace("from = 2026-11-01", "from = 2027-04-01").replace("at_least = 3", "at_least = 2")
    )
    (tmp_path / "over-there.toml").write_text(TEXT.replace("Nowhere", "Over There"))
    return tmp_path


@pytest.mark.parametrize(
    ("on", "starts"),
    [
        (date(2026, 11, 1), date(2026, 11, 1)),
        (date(2027, 3, 31), date(2026, 11, 1)),
        (date(2027, 4, 1), date(2027, 4, 1)),
        (date(2030, 1, 1), date(2027, 4, 1)),
        (date(2020, 1, 1), date(2026, 11, 1)),  # before the first file: its rules, and `starts` says so
    ],
)
def test_the_rules_of_a_day(folder, on, starts):
    assert by_name("nowhere", on).starts == starts


def test_all_rules_of_an_area_in_order(folder):
    assert [scheme.starts for scheme in versions("nowhere")] == [date(2026, 11, 1), date(2027, 4, 1)]
    assert newest("nowhere").starts == date(2027, 4, 1)


def test_an_area_is_its_file_and_not_its_later_rules(folder):
    assert all_areas() == ("nowhere", "over-there")
    assert newest("nowhere").code == "nowhere"


def test_a_file_that_is_changed_is_read_again(folder):
    before = newest("over-there")
    (folder / "over-there.toml").write_text(TEXT.replace("Nowhere", "Here now"))
    assert (before.area, newest("over-there").area) == ("Over There", "Here now")
    assert before.digest != newest("over-there").digest


def test_an_unknown_area_names_the_nearest(folder):
    with pytest.raises(SchemeFault, match='Did you mean "nowhere"'):
        newest("nowere")


def test_an_area_unlike_all_is_answered_with_those_there_are(folder):
    with pytest.raises(SchemeFault, match=r"There are: nowhere, over-there\.$"):
        newest("atlantis")
    for number in range(20):
        (folder / f"a{number:02}.toml").write_text(TEXT)
    with pytest.raises(SchemeFault, match=r"There are: a00, .*, a13 and 8 more\.$"):
        newest("zzz")


def test_two_files_of_one_day_are_refused(folder):
    (folder / "nowhere-2026-11-01.toml").write_text(TEXT)
    with pytest.raises(SchemeFault, match="starts on 2026-11-01 too"):
        newest("nowhere")


def test_a_name_that_says_another_day_than_the_rules_is_refused(folder):
    path = folder / "nowhere-2027-05-01.toml"
    path.write_text(TEXT)
    assert "the file's name says 2027-05-01" in str(check_file(path)[0])
    assert isinstance(check_file(folder / "nowhere-2027-04-01.toml"), Scheme)


def test_what_is_no_text_is_a_fault_with_its_line(folder):
    path = folder / "odd.toml"
    path.write_bytes(b'area = "x"\n\n\xff\n')
    assert [(fault.line, fault.message) for fault in check_file(path)] == [(3, "expected UTF-8 text.")]
    assert "cannot be read" in check_file(folder / "absent.toml")[0].message
    assert "expected a name such as" in check_file(folder / "Shouting.toml")[0].message

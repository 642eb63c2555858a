"""Rules are put into the folder whole or not at all, and never in place of others."""

import os

import pytest

from casereview.schemes.installing import file_of, install, take_out
from casereview.schemes.load import versions
from tests.rooms.schemes.small import TEXT, scheme

LATER = TEXT.replace("from = 2026-11-01", "from = 2027-04-01  # a note – kept")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    (tmp_path / "nowhere.toml").write_text(TEXT)
    return tmp_path


def names(folder):
    return sorted(os.listdir(folder))


def test_installed_rules_are_read_by_everybody_to_the_letter(folder):
    later = scheme(LATER)
    install(later)
    assert names(folder) == ["nowhere-2027-04-01.toml", "nowhere.toml"]
    assert [each.digest for each in versions("nowhere")] == [scheme().digest, later.digest]
    assert file_of(later).stat().st_mode & 0o444 == 0o444


def test_the_same_again_changes_nothing_and_something_else_is_refused(folder):
    install(scheme(LATER))
    install(scheme(LATER))
    with pytest.raises(FileExistsError):
        install(scheme(LATER + "# more\n"))
    assert file_of(scheme(LATER)).read_text() == LATER
    assert names(folder) == ["nowhere-2027-04-01.toml", "nowhere.toml"]


def test_a_folder_that_is_not_there_is_an_error_and_leaves_nothing(folder, monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(folder / "absent"))
    with pytest.raises(OSError, match="No such file or directory"):
        install(scheme(LATER))
    assert names(folder) == ["nowhere.toml"]


def test_what_was_installed_is_taken_out_unless_somebody_changed_it(folder):
    install(scheme(LATER))
    file_of(scheme(LATER)).write_text(LATER + "# mended by hand\n")
    with pytest.raises(FileExistsError):
        take_out(scheme(LATER))
    assert "nowhere-2027-04-01.toml" in names(folder)
    file_of(scheme(LATER)).write_text(LATER)
    take_out(scheme(LATER))
    assert names(folder) == ["nowhere.toml"]
    take_out(scheme(LATER))  # gone already


def test_first_rules_stand_under_the_code_of_their_area_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    install(scheme())
    install(scheme())
    assert names(tmp_path) == ["nowhere.toml"]
    install(scheme(LATER))
    assert names(tmp_path) == ["nowhere-2027-04-01.toml", "nowhere.toml"]
    take_out(scheme(LATER))
    take_out(scheme())
    assert names(tmp_path) == []


def test_first_rules_that_somebody_put_under_their_day_are_not_doubled(tmp_path, monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    (tmp_path / "nowhere-2026-11-01.toml").write_text(TEXT)
    install(scheme())
    assert names(tmp_path) == ["nowhere-2026-11-01.toml"]
    (tmp_path / "nowhere-2026-11-01.toml").write_text(TEXT + "# mended by hand\n")
    with pytest.raises(FileExistsError):
        take_out(scheme())
    assert names(tmp_path) == ["nowhere-2026-11-01.toml"]

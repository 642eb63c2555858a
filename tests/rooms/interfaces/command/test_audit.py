"""`manage.py audit`: an outsider with the exported file, and nothing else, finds what was altered."""

import json
from datetime import UTC, date, datetime

import pytest
from django.core.management import CommandError, call_command

from casereview.audit.trail import note, seal
from demo.place import build
from demo.stories.just_arrived import tell_arrived_last_night
from demo.tell import tell

LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def exported(db, tmp_path, capsys):
    """The file of an installation with a case that somebody has looked at."""
    build()
    tell("arrived", tell_arrived_last_night, date(2026, 11, 17))
    for page in ("case page", "letters", "history"):
        note("user:1", "read", page, "a")
    seal(LATER)
    file = tmp_path / "trail.jsonl"
    call_command("audit", "export", str(file))
    capsys.readouterr()
    return file


def altered(file, line_with, change):
    """The file again, in which the first line that has this key was changed, or left out for None."""
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    at = next(number for number, line in enumerate(lines) if line_with in line)
    if change is None:
        del lines[at]
    else:
        change(lines[at][line_with])
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))


def test_an_untouched_export_is_whole(exported, capsys, django_assert_num_queries):
    with django_assert_num_queries(0):
        call_command("audit", "verify", str(exported))
    assert "Every hash fits" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line_with", "change", "said"),
    [
        ("entry", lambda row: row.__setitem__(2, "user:9"), "one was altered"),
        ("entry", None, "the file has"),
        ("fact", lambda row: row.__setitem__(3, "2020-01-01"), "its chain breaks at fact 1"),
        ("fact", None, "its chain breaks at fact 1"),
    ],
)
def test_what_was_altered_or_left_out_is_found(exported, capsys, line_with, change, said):
    altered(exported, line_with, change)
    with pytest.raises(SystemExit) as ended:
        call_command("audit", "verify", str(exported))
    assert ended.value.code == 1
    assert said in capsys.readouterr().err


def test_no_words_leave_with_it(exported):
    """Facts go as codes: what people wrote is in the file as a hash at most."""
    facts = [json.loads(line) for line in exported.read_text().splitlines() if '"fact"' in line]
    assert facts
    assert all(len(line["fact"]) == 13 for line in facts)
    assert "words" not in exported.read_text()


@pytest.mark.parametrize("text", ["no json\n", "[1]\n", '{"fact": 3, "hash": ""}\n', '{"seal": [1, 2, 3]}\n'])
def test_any_other_file_is_refused_by_its_line(tmp_path, text):
    file = tmp_path / "other"
    file.write_text(text)
    with pytest.raises(CommandError, match="line 1: this is no line of an exported audit trail"):
        call_command("audit", "verify", str(file))


def test_a_file_that_is_there_is_never_written_over(tmp_path, db):
    file = tmp_path / "there"
    file.write_text("kept")
    with pytest.raises(CommandError):
        call_command("audit", "export", str(file))
    assert file.read_text() == "kept"

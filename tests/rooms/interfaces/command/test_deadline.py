"""`manage.py deadline`, from outside: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.silent import BARE

ROOT = Path(__file__).resolve().parents[4]
NO_DATABASE = "postgres://nobody@127.0.0.1:1/none"


def run(*arguments):
    return subprocess.run(
        [sys.executable, "manage.py", "deadline", *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": NO_DATABASE, "DJANGO_SETTINGS_MODULE": "casereview.settings"},
    )


def receipt(clock, start):
    answer = run("--scheme", "durham", "--clock", clock, "--start", start, "--json")
    assert (answer.returncode, answer.stderr) == (0, "")
    return json.loads(answer.stdout)


def test_ten_working_days_over_christmas_without_a_database():
    said = receipt("review", "2026-12-18")
    assert list(said) == ["start", "due", "length", "skipped", "source"]
    assert (said["start"], said["due"]) == ("2026-12-18", "2027-01-06")
    assert said["length"] == {"working_days": 10}
    assert {"date": "2026-12-25", "why": "Christmas Day"} in said["skipped"]
    assert len(said["skipped"]) == 9
    assert "What will happen next?" in said["source"]


def test_a_clock_without_a_length_is_due_never():
    said = receipt("acknowledge", "2026-12-18")
    assert (said["due"], said["length"], said["skipped"]) == (None, None, [])


def test_a_clock_that_counts_back_takes_the_event_as_its_start():
    # The pack, two working days before a meeting on Tuesday 5 January 2027: New Year's Day is a Friday.
    assert receipt("pack", "2027-01-05")["due"] == "2026-12-31"


def test_without_json_it_is_a_sentence():
    answer = run("--scheme", "durham", "--clock", "review", "--start", "2026-12-18")
    assert answer.stdout.startswith("review: By Wednesday 6 January 2027: 10 working days after")
    assert "\nSource: What will happen next?" in answer.stdout


def test_what_is_due_at_the_next_meeting_of_a_group_says_so_and_its_day_where_it_is_known(
    tmp_path, monkeypatch
):
    page = (ROOT / "schemes" / "examples" / "watford.toml").read_text()
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    (tmp_path / "watford.toml").write_text(page)
    asked = ("--scheme", "watford", "--clock", "decide", "--start", "2026-12-01")
    group = "the group that assesses the requests"
    assert run(*asked).stdout.startswith(
        f"decide: At the next meeting of {group} after Tuesday 1 December 2026. "
        "The day of that meeting is not known.\n"
    )
    days = "meets = [2026-12-01, 2026-12-08, 2027-01-05]\n"
    (tmp_path / "watford.toml").write_text(page.replace("[group]\n", f"[group]\n{days}"))
    assert run(*asked).stdout.startswith(
        "decide: By Tuesday 8 December 2026: the group’s next meeting after Tuesday 1 December 2026.\n"
    )
    said = json.loads(run(*asked, "--json").stdout)
    assert (said["due"], said["length"]) == ("2026-12-08", None)
    durham = (ROOT / "schemes" / "durham.toml").read_text()
    (tmp_path / "durham.toml").write_text(durham)
    measured = run("--scheme", "durham", "--clock", "acknowledge", "--start", "2026-12-18").stdout
    assert measured.startswith("acknowledge: No length is promised, so nothing is due.")


@pytest.mark.parametrize(
    ("scheme", "clock", "start", "says"),
    [
        ("durham", "review", "2028-12-20", "31 December 2028"),
        ("durham", "review", "2011-12-20", "1 January 2012"),
        ("durham", "review", "2026-02-30", "--start"),
        ("durham", "review", "18/12/2026", "--start"),
        ("durham", "review", "20261218", "--start"),
        ("durham", "review", "tomorrow\nor so", "--start"),
        ("durham", "reveiw", "2026-12-18", 'Did you mean "review"?'),
        ("durhan", "review", "2026-12-18", 'Did you mean "durham"?'),
    ],
)
def test_what_cannot_be_used_is_one_line_and_exit_2(scheme, clock, start, says):
    answer = run("--scheme", scheme, "--clock", clock, "--start", start, "--json")
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert says in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("says", ['says = "unless the case is complex"\n', ""])
def test_the_page_s_own_words_stand_below_its_time(tmp_path, monkeypatch, says):
    clock = '[clock.review]\nstarts = "threshold_met"\nstops = "review_held"\nlength = { days = 10 }\nsource = "p"\n'
    (tmp_path / "nowhere.toml").write_text(BARE.replace("{area}", "Nowhere") + clock + says)
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    asked = ("--scheme", "nowhere", "--clock", "review", "--start", "2026-12-01")
    plain = run(*asked).stdout
    assert "By Friday 11 December 2026: 10 days after" in plain
    assert ("\nIn the page’s words: Unless the case is complex.\nSource: p" in plain) == bool(says)
    assert ("says" in json.loads(run(*asked, "--json").stdout)) == bool(says)

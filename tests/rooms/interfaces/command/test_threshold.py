"""`manage.py threshold`: JSON in and out, without a database; what cannot be read ends in one line and exit 2."""

import json
import os
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from casereview.interfaces.command.threshold_help import KEYS
from casereview.schemes.application_json import read
from casereview.schemes.json_place import Place

PROJECT = Path(__file__).resolve().parents[4]
APPLICATION = {
    "received": "2026-12-01",
    "people": [{"id": "Ann"}],
    "incidents": [{"id": "i1", "on": "2026-11-01", "hate": ["race"]}],
    "reports": [{"id": "r1", "incident": "i1", "by": "Ann", "to": "police", "on": "2026-11-02"}],
    "judged": {"no_or_inadequate_response": True},
}


def threshold(*arguments, given="", scheme="durham"):
    """Run it where no database can be reached."""
    return subprocess.run(
        [sys.executable, "manage.py", "threshold", "--scheme", scheme, *arguments],
        cwd=PROJECT,
        env={**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"},
        input=given if isinstance(given, bytes) else given.encode(),
        capture_output=True,
        check=False,
    )


def test_a_receipt_from_a_file_and_from_standard_input(tmp_path):
    file = tmp_path / "application.json"
    file.write_text(json.dumps(APPLICATION))
    ran = threshold(str(file))
    assert (ran.returncode, ran.stderr) == (0, b"")
    receipt = json.loads(ran.stdout)
    assert list(receipt) == ["scheme", "rules_of", "met", "routes", "statute"]
    assert (receipt["scheme"], receipt["rules_of"], receipt["met"]) == ("durham", "2026-11-01", True)
    assert receipt["routes"][1] == {
        "name": "hate",
        "met": True,
        "needs": 1,
        "found": 1,
        "counted": ["r1"],
        "discounted": [],
        "unknown": [],
        "judged": [{"code": "no_or_inadequate_response", "finding": True}],
    }
    assert receipt["statute"] == {
        "met": False,
        "needs": 3,
        "found": 1,
        "found_unmerged": 1,
        "counted": ["r1"],
        "discounted": [],
        "unknown": [],
    }
    assert threshold("-", given=json.dumps(APPLICATION)).stdout == ran.stdout


def helped():
    """What --help says, and the sample in it."""
    said = threshold("--help").stdout.decode("ascii")  # whatever the terminal
    return said, said[said.index("\n{\n") : said.index("\n}\n") + 3]


def test_the_sample_of_the_help_is_accepted():
    _, sample = helped()
    ran = threshold("-", given=sample)
    assert (ran.returncode, ran.stderr) == (0, b"")
    individual, hate, _community = json.loads(ran.stdout)["routes"]
    # Three incidents of one problem and household in six months; whether Ann feels ignored is not said yet.
    assert (individual["name"], individual["met"], individual["counted"]) == (
        "individual",
        None,
        ["r1", "r2", "r3"],
    )
    assert (hate["name"], hate["met"], hate["counted"]) == ("hate", True, ["r3"])
    fewer = json.loads(sample)
    del fewer["reports"][0]
    [individual, *_] = json.loads(threshold("-", given=json.dumps(fewer)).stdout)["routes"]
    assert individual["met"] is False


def test_the_help_says_what_each_key_means_that_is_read_or_printed(monkeypatch):
    read_keys, fields = [], Place.fields
    monkeypatch.setattr(
        Place, "fields", lambda place, *known: (read_keys.append(known), fields(place, *known))
    )
    said, sample = helped()
    read(json.loads(sample))
    told = {key for keys in KEYS.values() for names in keys for key in names.split(", ")}
    printed = json.loads(threshold("-", given=sample).stdout)
    printed = {*printed, *printed["routes"][0], *printed["statute"]} - {"name", "found_unmerged"}
    assert {*chain(*read_keys)} | printed <= told | {"from"}
    assert all(f"\n  {names}: {means}." in said for keys in KEYS.values() for names, means in keys.items())


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("{", b"line 1, column 2: not JSON"),
        (b"\xff", b"the input: not UTF-8 text, at byte 0"),
        (json.dumps({**APPLICATION, "received": "soon"}), b"received: expected a date"),
        (
            json.dumps({**APPLICATION, "judged": {"feels_ignord": True}}),
            b'judged.feels_ignord: no route of durham asks for this finding. Did you mean "feels_ignored"?',
        ),
    ],
)
def test_unreadable_input_is_one_line_and_exit_2(given, said):
    ran = threshold("-", given=given)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert said in ran.stderr
    assert ran.stderr.count(b"\n") == 1


def test_a_missing_file_and_an_unknown_scheme_are_one_line_and_exit_2():
    for ran in (
        threshold("no-such-file.json"),
        threshold("-", given=json.dumps(APPLICATION), scheme="durhum"),
    ):
        assert (ran.returncode, ran.stderr.count(b"\n")) == (2, 1)


@pytest.mark.parametrize("file", ["-", "."])
def test_a_closed_standard_input_and_a_directory_are_one_line_and_exit_2(file):
    shell = f"exec '{sys.executable}' manage.py threshold --scheme durham {file} <&-"
    ran = subprocess.run(["sh", "-c", shell], cwd=PROJECT, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr.count(b"\n")) == (2, b"", 1)


def test_names_in_any_script_come_out_on_a_terminal_of_any_kind():
    given = json.dumps({"received": "2026-12-01", "reports": [{"id": "Zażółć"}]})
    ran = subprocess.run(
        [sys.executable, "manage.py", "threshold", "--scheme", "durham", "-"],
        cwd=PROJECT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        input=given.encode(),
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["statute"]["unknown"] == [{"id": "Zażółć", "needs": "report_date"}]

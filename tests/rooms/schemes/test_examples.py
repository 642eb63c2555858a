"""The examples of other areas are schemes like any other, say that they are examples, and need no code of their own."""

import re
from pathlib import Path

import pytest

from casereview.procedure import events
from casereview.schemes.load import check_file
from casereview.schemes.model import Scheme

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted((ROOT / "schemes" / "examples").glob("*.toml"))
# Words of names that are nobody's own: "South Wales", "East Hertfordshire".
COMMON = {"and", "on", "upon", "east", "south", "wales", "councils"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_example_has_no_faults_and_says_that_it_is_one(path):
    scheme = check_file(path, events())
    assert isinstance(scheme, Scheme), [str(fault) for fault in scheme]
    assert scheme.example.address == scheme.source
    assert "from" in {reading.path for reading in scheme.readings}  # no page says since when its rules apply


def words(text):
    return set(re.findall(r"[a-z]+", text.lower()))


def test_no_area_has_code_of_its_own():
    names = set().union(*(words(check_file(path).area) for path in FILES)) - COMMON
    assert "ashfield" in names
    found = {
        (str(path.relative_to(ROOT)), name)
        for path in sorted((ROOT / "casereview").rglob("*.py"))
        for name in names & words(path.read_text())
    }
    assert found == set()

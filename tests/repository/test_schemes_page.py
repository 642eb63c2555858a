"""docs/schemes.md is what the areas' files say, and every area stands in it with its own rules."""

import re
from pathlib import Path

from casereview.interfaces.command.coverage.concepts import CONCEPTS
from casereview.interfaces.command.coverage.page import page

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "schemes").glob("*.toml"), *(ROOT / "schemes" / "examples").glob("*.toml")])


def test_the_page_is_current():
    current = (ROOT / "docs" / "schemes.md").read_text(encoding="utf-8")
    assert current == page(), "run: python manage.py process --write"


def test_every_file_has_a_row_and_every_wording_its_line():
    table, words, _concepts = re.split(r"^## .*$", page(), flags=re.MULTILINE)
    rows = [line for line in table.splitlines() if line.startswith("| **")]
    assert len(rows) == len(FILES)
    kept = sum(file.read_text().count("[[only_words]]") for file in FILES)
    assert len([line for line in words.splitlines() if line.startswith("| ")]) == kept + 1  # and the heads


def test_each_concept_has_a_line_of_its_own():
    said = [words for concepts in CONCEPTS.values() for words, _uses in concepts()]
    assert len(said) == len(set(said))

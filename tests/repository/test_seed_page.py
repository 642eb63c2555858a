"""Every sentence of the public page that the product stands behind has something behind it, and that exists."""

import tomllib
from pathlib import Path

import pytest

from casereview.interfaces.command.seed_page import page, sentences
from casereview.letters.prose_file import prose_of
from casereview.process import STEPS
from casereview.schemes.load import newest
from casereview.statistics.figures import TABLES, TOTALS
from tests.matrix.addresses import addresses

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = tomllib.loads((ROOT / "schemes" / "durham.toml").read_text(encoding="utf-8"))
NAMED_BY = {"route": "name", "exclusion": "code"}  # the blocks that there may be several of


def test_the_table_is_current():
    current = (ROOT / "docs" / "seed-coverage.md").read_text(encoding="utf-8")
    assert current == page(), "run: python manage.py process --write"


@pytest.mark.parametrize("each", sentences(), ids=lambda each: each["says"][:40])
def test_what_stands_behind_a_sentence_exists(each):
    behind = {
        name: each.get(name, []) for name in ("pages", "rules", "steps", "clocks", "letters", "figures")
    }
    assert any(behind.values())
    assert set(behind["steps"]) <= set(STEPS)
    assert set(behind["clocks"]) <= set(newest("durham").clocks)
    assert set(behind["figures"]) <= set(TOTALS) | set(TABLES)
    for code in behind["letters"]:
        assert prose_of(code).code == code
    assert set(behind["pages"]) <= {address.name for address in addresses()}
    for rule in behind["rules"]:
        block, _dot, name = rule.partition(".")
        assert BLOCKS[block]
        assert not name or name in [one[NAMED_BY[block]] for one in BLOCKS[block]]


def test_every_promise_and_every_statutory_figure_stands_behind_some_sentence():
    """What the page promises with a length of time is a clock; what it publishes is a figure: none is left over."""
    told = sentences()
    clocks = {name for each in told for name in each.get("clocks", ())}
    said = {name for name, clock in newest("durham").clocks.items() if "no section" not in clock.source}
    assert said - {"own_information", "decide"} <= clocks  # the law's, and the sum of what the page says
    assert set(TOTALS) <= {name for each in told for name in each.get("figures", ())}

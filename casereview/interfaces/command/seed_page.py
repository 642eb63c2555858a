"""docs/seed-coverage.md: an area's public page, sentence by sentence, and what of the product stands behind each."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils.translation import override

from casereview.letters.prose_file import prose_of
from casereview.process import STEPS
from casereview.schemes.load import newest
from casereview.schemes.model import Scheme
from casereview.wording.length import length_words

EXAMPLE = "durham"
FILE = Path(__file__).resolve().parents[3] / "schemes" / "pages" / f"{EXAMPLE}.toml"
HEADS = ("The page says", "Steps", "Clocks", "Letters", "Figures", "Rules and pages")


def sentences() -> list[dict[str, Any]]:
    """The page's sentences in their order, each with what stands behind it, as the file has them."""
    found: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["sentence"]
    return found


def page() -> str:
    """The whole text of docs/seed-coverage.md, in English."""
    with override("en"):
        scheme = newest(EXAMPLE)
        rows = [_row(scheme, number, each) for number, each in enumerate(sentences(), start=1)]
        return "\n".join([*_opening(scheme), *rows]) + "\n"


def _opening(scheme: Scheme) -> Iterable[str]:
    yield f"# The public page of {scheme.area} and the product"
    yield ""
    yield "Made by `manage.py process --write` from `schemes/pages/durham.toml`: do not edit it. Each sentence of the"
    yield "page, with the steps, clocks, letters, figures, rules and pages that keep it; a test holds that all exist."
    yield ""
    yield f"| | {' | '.join(HEADS)} |"
    yield "|---" * (len(HEADS) + 1) + "|"


def _row(scheme: Scheme, number: int, each: dict[str, Any]) -> str:
    steps = [str(STEPS[name].title) for name in each.get("steps", ())]
    clocks = [_clock(scheme, name) for name in each.get("clocks", ())]
    letters = [f"{prose_of(code).number} {prose_of(code).title}" for code in each.get("letters", ())]
    figures = list(each.get("figures", ()))
    others = [f"`{name}`" for name in (*each.get("rules", ()), *each.get("pages", ()))]
    cells = (each["says"].replace("|", "\\|"), *map("; ".join, (steps, clocks, letters, figures, others)))
    return f"| {number} | {' | '.join(cells)} |"


def _clock(scheme: Scheme, name: str) -> str:
    length = scheme.clocks[name].length
    return f"{name} ({length_words(length) if length else 'no length promised'})"

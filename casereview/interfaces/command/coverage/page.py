"""docs/schemes.md: what each area's rules express, leave open and keep as words, and which concepts serve whom."""

from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import override

from casereview.interfaces.command.coverage.concepts import CONCEPTS
from casereview.interfaces.command.coverage.open_ends import stated_by_none, unstated
from casereview.interfaces.command.coverage.short import appeal_words, clock_words, own_clocks, route_words
from casereview.procedure import events
from casereview.schemes.load import PROJECT, SchemeFault, check_file
from casereview.schemes.model import Scheme
from casereview.wording.length import or_list
from casereview.wording.own import said

FOLDERS = (PROJECT / "schemes", PROJECT / "schemes" / "examples")
HEADS = (
    "Area",
    "When a review can be asked for",
    "Times promised",
    "Appeal",
    "Not for",
    "Organisations",
    "Readings of ours",
    "Left unstated",
)


def schemes() -> list[Scheme]:
    """Every version of every area in both folders, as the files' names are ordered. Raises SchemeFault."""
    found = []
    for path in (path for folder in FOLDERS for path in sorted(folder.glob("*.toml"))):
        found.append(_read(path))
    return sorted(found, key=lambda scheme: (bool(scheme.example), scheme.code, scheme.starts))


def _read(path: Path) -> Scheme:
    scheme = check_file(path, events())
    if isinstance(scheme, list):
        raise SchemeFault("; ".join(map(str, scheme)), tuple(scheme))
    return scheme


def page() -> str:
    """The whole text of docs/schemes.md, in English."""
    with override("en"):
        every = schemes()
        parts = (_opening(every), _table(every), _only_words(every), _concepts(every))
        return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def _name(scheme: Scheme, every: list[Scheme]) -> str:
    """The area; with the first day of its rules where there are several."""
    several = sum(each.code == scheme.code for each in every) > 1
    return f"{scheme.area}, from {scheme.starts.isoformat()}" if several else scheme.area


def _opening(every: list[Scheme]) -> Iterable[str]:
    areas = len({scheme.code for scheme in every})
    examples = [scheme for scheme in every if scheme.example]
    coded = len({scheme.code for scheme in examples})
    yield "# Areas and what their rules express"
    yield ""
    yield "Made by `manage.py process --write` from `schemes/` and `schemes/examples/`: do not edit it."
    yield f"{areas} areas, {len(every)} sets of rules. {coded} areas are examples, coded from facts about their public"
    yield "pages; nobody there has checked them. “Unstated” is what those facts do not say: nothing is promised of it,"
    yield "and people are told so. Beneath every area stands section 104(4) of the Act."
    yield ""
    yield f"No example states {or_list(stated_by_none(examples))}."
    yield ""


def _table(every: list[Scheme]) -> Iterable[str]:
    yield f"| {' | '.join(HEADS)} |"
    yield "|-" * len(HEADS) + "|"
    for scheme in every:
        routes = [route_words(scheme, route) for route in scheme.routes]
        clocks = [words for words in map(clock_words, own_clocks(scheme)) if words]
        readings = [f"`{each.path}`" if each.path else "the whole file" for each in scheme.readings]
        cells = (
            f"**{_name(scheme, every)}**",
            "<br>".join(routes) or "not stated: people decide",
            "<br>".join(clocks) or "–",
            appeal_words(scheme.appeal),
            "<br>".join(said(each.says) for each in scheme.exclusions) or "–",
            "; ".join(said(each.name) for each in scheme.bodies) or "–",
            f"{len(readings)}: {', '.join(readings)}" if readings else "0",
            "; ".join(unstated(scheme)) or "–",
        )
        yield _row(cells)
    yield ""


def _row(cells: Iterable[str]) -> str:
    inner = " | ".join(cell.replace("|", "\\|") for cell in cells)
    return f"| {inner} |"


def _only_words(every: list[Scheme]) -> Iterable[str]:
    yield "## What is kept as words"
    yield ""
    yield "What a page says and no rule here carries out. It is shown as it is said; people see to it."
    yield ""
    yield "| Area | What is said | Why no rule carries it out |"
    yield "|-|-|-|"
    for scheme in every:
        for only in scheme.only_words:
            cells = (_name(scheme, every), said(only.says), only.because)
            yield _row(cells)
    yield ""


def _concepts(every: list[Scheme]) -> Iterable[str]:
    yield "## Concepts, and who uses them"
    yield ""
    areas = list(dict.fromkeys(scheme.area for scheme in every))
    for heading, concepts in CONCEPTS.items():
        yield f"### {heading}"
        yield ""
        for words, uses in concepts():
            users = list(dict.fromkeys(scheme.area for scheme in every if uses(scheme)))
            who = "all" if users == areas else ", ".join(users) or "no area yet"
            count = f" ({len(users)})" if 1 < len(users) < len(areas) else ""
            yield f"- {words}{count}: {who}"
        yield ""

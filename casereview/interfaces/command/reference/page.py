"""docs/scheme-language.md: what a file of an area's rules may hold, for somebody who writes one."""

import re
from collections.abc import Iterator

from django.utils.translation import override

from casereview.clocks.length import UNITS, Length
from casereview.interfaces.command.interview.parts import all_parts
from casereview.interfaces.command.reference.blocks import Blocks, Written, written
from casereview.interfaces.command.reference.meanings import heading
from casereview.interfaces.command.reference.procedure_words import clocks, event_table
from casereview.interfaces.command.reference.prose import EXAMPLE, FILE, NAMES, OPENING, SILENCE
from casereview.procedure import events
from casereview.schemes.belongs import Place
from casereview.schemes.check import blocks
from casereview.schemes.reading import SAME_WORKING_DAY
from casereview.wording.length import length_words


def page() -> str:
    """The whole text of docs/scheme-language.md, in English."""
    with override("en"):
        asked = blocks()
        return "\n".join([*_before(asked), *_blocks(asked), *_after()]).rstrip("\n") + "\n"


def _before(asked: Blocks) -> Iterator[str]:
    yield from (OPENING, "", "## A whole file", "", "```toml", EXAMPLE.strip(), "```", "")
    yield from ("## How a file is written", "", FILE, "", "## What the page does not say", "", SILENCE, "")
    yield from ("## Lengths", "", "One number and one unit:", "")
    yield from (f"- `{{ {unit} = 10 }}`: {length_words(Length(10, unit))}" for unit in UNITS)
    yield f'- `"{SAME_WORKING_DAY}"`: {length_words(Length(0, "working_days"))}'
    yield ""
    yield "The day on which it starts is not counted. Routes and `[statute]` take no working days: the law counts none."
    yield from ("", "## Names, and whether they begin with “the”", "")
    yield from ("| Name | Write | It is read as |", "|-|-|-|")
    yield from (f"| {key} | {write} | {read} |" for key, write, read in NAMES)
    yield ""


def _blocks(asked: Blocks) -> Iterator[str]:
    yield from ("## Blocks", "")
    yield "`[one]` stands once at most, `[[several]]` as often as the page needs; what is marked **must** is needed."
    yield from ("", "| Block | | What it is about |", "|-|-|-|")
    places = _in_order(asked)
    for place in places:
        name, about = written(asked, place), heading(place)
        must = "**must**" if asked[()][place[0]].required else ""
        yield f"| [{name}](#{_anchor(f'{name}: {about}')}) | {must} | {about} |"
    yield ""
    pages = Written(asked)
    yield from pages.block(())
    for place in places:
        yield from pages.block((*place, next(iter(asked[place]))) if place == ("clock",) else place)


def _in_order(asked: Blocks) -> list[Place]:
    """The blocks in the order in which `scheme new` writes them, then those that it does not ask for."""
    ordered = [(part.path.partition(".")[0],) for part in all_parts(events()) if part.path]
    rest = [(key,) for key, each in asked[()].items() if each.kind in {"block", "blocks"}]
    return list(dict.fromkeys([*ordered, *rest]))


def _after() -> Iterator[str]:
    yield from ("## Clocks", "")
    yield "The service speaks of these by itself, on its pages and in letters. The events are those that are usual;"
    yield "write those that the page names."
    yield ""
    yield from clocks()
    yield from ("## Events", "")
    yield "What a clock may start or stop with, in the order of the procedure. `PROCESS.md` says more of each step."
    yield ""
    yield from event_table()


def _anchor(words: str) -> str:
    """Where a heading of these words is found on the page."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")

"""Text in, a scheme or a list of faults out. Any text: nothing in a file can make this raise."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import TypeVar

from casereview.clocks.length import Length
from casereview.schemes import read_terms as terms
from casereview.schemes.asked import Asked
from casereview.schemes.belongs import Place, asked, homes
from casereview.schemes.contradictions import check_contradictions
from casereview.schemes.faults import Fault
from casereview.schemes.model import HATE_MOTIVATIONS, Scheme, Statute, Words
from casereview.schemes.notes import Notes
from casereview.schemes.own_words import check_codes
from casereview.schemes.parse import parse
from casereview.schemes.read_clocks import read_clocks, read_group
from casereview.schemes.read_risk import read_risk
from casereview.schemes.read_routes import read_route, read_statute
from casereview.schemes.reading import LANGUAGES, Block
from casereview.schemes.statute import IN_ONE_LINE
from casereview.schemes.unstated import with_those_of_the_law

T = TypeVar("T")


def check(text: str, events: Mapping[str, str] | None, name: str) -> Scheme | list[Fault]:
    """The scheme that `text` says, or everything that is wrong with it in the order of its lines.

    `events` are those that clocks may name, each in words (None: not checked); `name` is the scheme's
    code, such as "durham", and the `file` of the faults.
    """
    found = _read(text, events, name)
    if isinstance(found, Fault):
        return _of_file(name, [found])
    scheme, notes = found
    return _of_file(name, notes.faults + notes.refused) or scheme


def read_again(text: str, name: str) -> Scheme | list[Fault]:
    """The scheme of a text that was accepted once, by this release or an older one; or why it cannot be read.

    What this one refuses because it cannot be meant (`Block.refuse`) an older one may have taken: the cases that run
    under it keep their rules.
    """
    found = _read(text, None, name)
    if isinstance(found, Fault):
        return _of_file(name, [found])
    scheme, notes = found
    return _of_file(name, notes.faults) or scheme


def _read(text: str, events: Mapping[str, str] | None, name: str) -> tuple[Scheme, Notes] | Fault:
    """The scheme as far as it can be read, with what is wrong with it; the one fault of what is no TOML."""
    parsed = parse(text)
    if isinstance(parsed, Fault):
        return parsed
    notes = Notes(text, _homes())
    return _scheme(Block(parsed, notes), text, events, name), notes


def _of_file(name: str, faults: list[Fault]) -> list[Fault]:
    """Each once, in the order of the lines, and of which file it is."""
    return sorted({Fault(fault.line, fault.path, fault.message, name) for fault in faults})


def blocks() -> Mapping[Place, Mapping[str, Asked]]:
    """Every block that a file may hold, with what the readers ask for in it."""
    return asked(_whole)


@cache
def _homes() -> Mapping[str, str]:
    return homes(_whole)


def _whole(top: Block) -> Scheme:
    return _scheme(top, "", None, "")


def _scheme(top: Block, text: str, events: Mapping[str, str] | None, name: str) -> Scheme:
    area, starts = top.text("area", required=True), top.take("from", date, required=True)
    top.notes.languages = top.codes("languages", LANGUAGES) or ("en",)
    hate = _one(top, "hate", terms.read_hate) or HATE_MOTIVATIONS
    apply = _one(top, "apply", terms.read_apply)
    scheme = Scheme(
        code=name,
        area=area or "",
        starts=starts or date.min,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        language=top.notes.languages,
        lead=_name(top, "lead"),
        routes=tuple(read_route(block, hate) for block in _named(top, "route", "name")),
        clocks=with_those_of_the_law(read_clocks(top.block("clock"), events)),
        bodies=_many(top, "body", "code", terms.read_body),
        statute=_statute(top),
        exclusions=_many(top, "exclusion", "code", terms.read_exclusion),
        appeal=_one(top, "appeal", terms.read_appeal),
        support=_name(top, "support"),
        channels=apply[1] if apply else (),
        hate=hate,
        contact=_one(top, "contact", terms.read_contact),
        apply=apply[0] if apply else None,
        decision=_one(top, "decision", terms.read_decision),
        risk=_one(top, "risk", read_risk),
        meeting=_one(top, "meeting", terms.read_meeting),
        notices=_one(top, "notices", terms.read_notices),
        timing=_one(top, "timing", terms.read_timing),
        figures=_one(top, "figures", terms.read_figures),
        brand=_one(top, "brand", terms.read_brand),
        group=_one(top, "group", read_group),
        only_words=_many(top, "only_words", "code", terms.read_only_words),
        example=_one(top, "example", terms.read_example),
        words=_words(top),
        sources=_sources(top),
        readings=tuple(top.notes.readings),
        source=top.source(),
        text=text,
    )
    top.finish()
    check_codes(top, scheme)
    check_contradictions(top, scheme)
    return scheme


def _name(top: Block, key: str) -> Words | None:
    """The `name` of a block that has little else."""
    return _one(top, key, _read_name)


def _read_name(block: Block) -> Words | None:
    name = block.words("name", required=True)
    return name if block.source() else None


def _sources(top: Block) -> dict[str, str]:
    """Where the blocks stand on the page whose values have no place for a source of their own."""
    blocks = {key: top.table.get(key) for key in ("lead", "support", "hate")}
    return {key: str(block.get("source", "")) for key, block in blocks.items() if isinstance(block, dict)}


def _statute(top: Block) -> Statute:
    top.ask("statute", "block", required=True)
    if "statute" not in top.table:
        top.fault(
            f"statute is missing. It is the same in every area. Put this before the first block: {IN_ONE_LINE}"
        )
    block = top.block("statute")
    months = Length(1, "months")
    return read_statute(block) if block else Statute(1, months, months, "")


def _one(top: Block, key: str, read: Callable[[Block], T]) -> T | None:
    block = top.block(key)
    if block is None:
        return None
    found = read(block)
    block.finish()
    return found


def _many(top: Block, key: str, named: str, read: Callable[[Block], T]) -> tuple[T, ...]:
    found = []
    for block in _named(top, key, named):
        found.append(read(block))
        block.finish()
    return tuple(found)


def _named(top: Block, key: str, named: str) -> list[Block]:
    """The blocks of a list, each of which has a name of its own."""
    blocks, seen = top.blocks(key, named), set()
    for block in blocks:
        name = block.plain_quietly(named)
        if isinstance(name, str) and name in seen:
            block.fault(f'another {key} is already called "{name[:40]}".', named)
        seen.add(name if isinstance(name, str) else "")
    return blocks


def _words(top: Block) -> dict[str, Words]:
    block = top.block("words")
    if block is None:
        return {}
    found = {code: block.words(code) for code in block.table}
    return {code: said for code, said in found.items() if said is not None}

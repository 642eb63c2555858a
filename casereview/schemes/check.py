"""Text in, a scheme or a list of faults out. Any text: nothing in a file can make this raise."""

import hashlib
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

from casereview.clocks.length import Length
from casereview.schemes import read_terms as terms
from casereview.schemes.belongs import homes
from casereview.schemes.broken_line import explained
from casereview.schemes.contradictions import check_contradictions
from casereview.schemes.faults import Fault
from casereview.schemes.model import HATE_MOTIVATIONS, Scheme, Statute, Words
from casereview.schemes.notes import Notes
from casereview.schemes.own_words import check_codes
from casereview.schemes.read_clocks import read_clocks, read_group
from casereview.schemes.read_risk import read_risk
from casereview.schemes.read_routes import read_route, read_statute
from casereview.schemes.reading import LANGUAGES, Block
from casereview.schemes.unstated import with_those_of_the_law

LARGEST = 128 * 1024  # characters; a long scheme has twelve thousand
LONGEST_LINE = 4000
DEEPEST = 8
T = TypeVar("T")


def check(text: str, events: Collection[str] | None, name: str) -> Scheme | list[Fault]:
    """The scheme that `text` says, or everything that is wrong with it in the order of its lines.

    `events` is the vocabulary of fact kinds that clocks may name (None: not checked); `name` is the scheme's
    code, such as "durham", and the `file` of the faults.
    """
    parsed = _parse(text)
    if isinstance(parsed, Fault):
        return [_in_file(parsed, name)]
    notes = Notes(text, _homes())
    scheme = _scheme(Block(parsed, notes), text, events, name)
    if notes.faults:
        return sorted({_in_file(fault, name) for fault in notes.faults})
    return scheme


def _parse(text: str) -> dict[str, Any] | Fault:
    if len(text) > LARGEST:
        return Fault(1, "", f"the file has {len(text)} characters: expected at most {LARGEST}.")
    for number, long in enumerate(map(len, text.split("\n")), 1):
        if long > LONGEST_LINE:
            return Fault(number, "", f"this line has {long} characters: expected at most {LONGEST_LINE}.")
    try:
        parsed = tomllib.loads(text)
    except RecursionError:
        return Fault(1, "", f"blocks stand too deep within each other: expected at most {DEEPEST}.")
    except ValueError as error:  # tomllib's own error is one; so is a number too long for Python
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
        said = re.sub(r" \(at .*\)$", "", str(error)).rstrip(".")
        line, message = explained(text, line, said)
        return Fault(line, "", message)
    if _depth(parsed) > DEEPEST:
        return Fault(1, "", f"blocks stand too deep within each other: expected at most {DEEPEST}.")
    return parsed


def _depth(value: object) -> int:
    """How deep tables and lists stand within each other, counted without recursion."""
    deepest, level = 0, [value]
    while level:
        inner: list[object] = []
        for one in level:
            inner += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        deepest, level = deepest + 1, [one for one in inner if isinstance(one, dict | list)]
        if deepest > DEEPEST:
            break
    return deepest


def _in_file(fault: Fault, name: str) -> Fault:
    return Fault(fault.line, fault.path, fault.message, name)


@cache
def _homes() -> Mapping[str, str]:
    return homes(lambda top: _scheme(top, "", None, ""))


def _scheme(top: Block, text: str, events: Collection[str] | None, name: str) -> Scheme:
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
    block = top.block("statute", required=True)
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

"""What is wrong with a line that is no TOML, and what to write instead, for somebody who has never heard of TOML."""

import re
from collections.abc import Iterator

_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]{1,2}")
_PAIR = re.compile(r"\s*(?P<name>[^=:\"'\[\]{}#]+?)\s*(?P<sign>[=:])\s*(?P<value>.*)")
_DAY = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}(st|nd|rd|th)?\s+[A-Za-z]{3,}\s+\d{4}"
)
_COMMA = re.compile(r"\b\d{1,3}(,\d{3})+\b")
_TRUTHS = ("yes", "no", "true", "false")


def explained(text: str, number: int, said: str) -> tuple[int, str]:
    """The line to mend, and what to do there. number, said: where the parser stopped, and what it said of it."""
    lines = text.split("\n")
    line = lines[number - 1] if number <= len(lines) else ""
    if said.startswith(("Unclosed array", "Unclosed inline table")):
        return _begun(lines, number), _unclosed(said)
    found = _twice(lines, number, said) or _of_the_line(line, said)
    return number, found or f"this is not TOML: {said}."


def _unclosed(said: str) -> str:
    end = "]" if "array" in said else "}"
    return f"what begins here has no end: put a comma between its parts, and {end} after the last."


def _begun(lines: list[str], number: int) -> int:
    """The line on which the list or block was opened that is not closed: the first of those still open."""
    still_open: list[int] = []
    for at, line in enumerate(lines[:number], 1):
        for sign in re.findall(r"[\[\]{}]", _STRING.sub("", line).partition("#")[0]):
            if sign in "[{":
                still_open.append(at)
            elif still_open:
                still_open.pop()
    return still_open[0] if still_open else number


def _twice(lines: list[str], number: int, said: str) -> str:
    """Where a block or a name stands in the file, or in its block, already."""
    if not said.startswith(("Cannot declare", "Cannot overwrite", "Cannot mutate")):
        return ""
    header = _HEADER.match(lines[number - 1])
    if header:
        return _second_block(lines[: number - 1], header[1], header[2])
    name = lines[number - 1].partition("=")[0].strip()
    for at in range(number - 1, 0, -1):
        if lines[at - 1].partition("=")[0].strip() == name:
            return f'"{name[:40]}" stands in this block already, on line {at}: leave one of them out.'
        if _HEADER.match(lines[at - 1]):
            break
    return ""


def _second_block(above: list[str], brackets: str, name: str) -> str:
    for at, line in enumerate(above, 1):
        other = _HEADER.match(line)
        if not other or other[2] != name:
            continue
        if other[1] == "[[" and brackets == "[":
            return f"expected [[{name[:40]}]], in double brackets as on line {at}: each is one of several."
        return f"[{name[:40]}] stands in the file already, on line {at}: put all that belongs to it there."
    return ""


def _of_the_line(line: str, said: str) -> str:
    return next(_reasons(line, said), "")


def _reasons(line: str, said: str) -> Iterator[str]:
    """All that may be wrong with it, the surest first."""
    bare = _STRING.sub('""', line)
    found = _PAIR.match(bare)
    value = found["value"].partition("#")[0].strip() if found else ""
    if "Unescaped" in said:
        yield "a backslash in a text is written twice: \\\\."
    if re.search(r"[“”‘’]", bare.partition("#")[0]):
        yield 'expected straight quotation marks, " before and after the text.'
    if "Illegal character" in said or "Unterminated" in said:
        yield 'a text that begins on this line has no end: put " after it, on the same line.'
    if found and found["sign"] == ":":
        yield "expected = between a name and its value, not a colon."
    if found and re.search(r"\s", found["name"]):
        yield f"a name has no spaces: expected {'_'.join(found['name'].split())[:40]}."
    if "Invalid date" in said:
        yield "there is no such day: expected one such as 2026-11-01."
    if _DAY.match(value):
        yield "expected a day as year, month and day, such as 2026-11-01."
    comma = _COMMA.search(bare)
    if comma:
        yield f"a number has no comma: expected {comma[0].replace(',', '')}."
    if value.lower() in _TRUTHS:
        yield "expected true or false, in small letters."
    if value.startswith('""') and value != '""':
        yield 'a text ends at the next quotation mark: put it between " and ", and inside it write “ and ”.'
    if re.match(r"[A-Za-z]", value):
        yield f'a text stands in quotation marks, "{value[:40]}", and a number in figures.'
    if found is None and "=" not in bare and not bare.lstrip().startswith("["):
        yield "expected a name, = and a value, or a # before words that are for people alone."

"""Loading is total: whatever the text, there is a scheme or there are faults with lines of that text."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from casereview.procedure import events
from casereview.schemes.check import check
from casereview.schemes.load import newest
from casereview.schemes.model import Scheme
from casereview.wording.scheme import whole

SCHEMES = Path(__file__).resolve().parents[3] / "schemes"
FILES = [path.read_text() for path in sorted([*SCHEMES.glob("*.toml"), *SCHEMES.glob("examples/*.toml")])]
EVENTS = events()
SCRAPS = (
    "[", "]", "[[", "{", "}", '"', '"""', "'''", "=", ",", "\n", "\\", "#", "\x00", "é", "-1", "0", "true", "1e9",
    "nan", "2026-02-30", "2026-11-01", "[clock.review]", "[[route]]", "[route]", "[clock]\nx = 1", "stated = false",
    'why = "x"', "{ value = 1, stated = false }", "{ value = { value = 1 } }", 'x."y z".w = 3', "[words]", "value",
    "\ufeff", "\u202e", "\u2028", "\u00a0", "\u200b", "𝟛", "\U0010ffff", "\ud800", "\r", "\r\n", "\x85", "\t",
)  # fmt: skip
NUMBERS = ("-1", "0", "1", "2", "9999", "10000", "9" * 40, "1.5", "0x1F", "1_000", "nan")
OF_ANY_TYPE = (
    '""', '" "', '"x"', '"unstated"', '"next_meeting"', '"same_working_day"', '"\u202e\u200b𝟛İ"', "7", "true", "1.5",
    "2026-11-01", "2026-11-01T09:00:00", "[]", "[[]]", '["x"]', '["x", 1]', '[""]', "{}", "{ months = 6 }", "[{}]",
    "{ value = 1 }", '{ value = 1, stated = false, why = "x" }', '{ cy = "x" }', '[{ code = "harm" }]',
)  # fmt: skip


def key_and_value(line):
    """What stands before the first "=", and after it."""
    key, _, value = line.partition("=")
    return key.strip(), value.strip()


def part_of(line, cut):
    """A line with its value in a block, in a list, or in a block within a list."""
    key, value = key_and_value(line)
    inner = (
        f"{{ value = {value} }}",
        f"[{value}]",
        f"[{{ code = {value} }}]",
        f"{{ x = {{ y = {value} }} }}",
    )
    return f"{key} = {inner[cut % len(inner)]}"


def ways(line, cut, other, scrap):
    """What may become of a line; `other` is another line of the file."""
    key, value = key_and_value(line)
    return {
        "drop": [],
        "copy": [line, line],
        "take another's place": [other],
        "insert": [line[:cut] + scrap + line[cut:]],
        "a character": [line[:cut] + scrap[:1] + line[cut + 1 :]],
        "cut": [line[:cut]],
        "a number": [re.sub(r"\d+", NUMBERS[cut % len(NUMBERS)], line, count=1)],
        "a type": [f"{key} = {OF_ANY_TYPE[cut % len(OF_ANY_TYPE)]}"],
        "a key": [f"{key_and_value(other)[0]} = {value}"],
        "nest": [part_of(line, cut)],
    }


LINE_WAYS = tuple(ways("", 0, "", ""))
OF_A_VALUE = ("a number", "a type", "a key", "nest")
FILE_WAYS = ("swap two lines", "cut in the middle")
places, cuts = st.integers(0, 999), st.integers(0, 80)
CHANGES = st.tuples(
    st.sampled_from((*LINE_WAYS, *FILE_WAYS)),
    places,
    places,
    cuts,
    st.sampled_from(SCRAPS) | st.text(max_size=9),
)


def mutated(text, changes):
    """An area's file with a few lines dropped, doubled, swapped, cut short or given something else."""
    for change, place, another, cut, scrap in changes:
        lines = text.split("\n")
        values = [at for at, line in enumerate(lines) if re.match(r"\w+ = ", line)] or [0]
        chosen = values if change in OF_A_VALUE else range(len(lines))
        at, to = chosen[place % len(chosen)], chosen[another % len(chosen)]
        if change == "swap two lines":
            lines[at], lines[to] = lines[to], lines[at]
        elif change == "cut in the middle":
            lines[at:] = [lines[at][:cut]]
        else:
            lines[at : at + 1] = ways(lines[at], cut, lines[to], scrap)[change]
        text = "\n".join(lines)
    return text


def must_be_a_scheme_or_faults(text):
    """And a scheme can be said in words."""
    result = check(text, EVENTS, "any")
    if isinstance(result, Scheme):
        assert result.text == text
        assert all(part.heading and all(part.lines) for part in whole(result))
    else:
        assert result
        assert all(1 <= fault.line <= text.count("\n") + 1 and fault.message for fault in result)


@settings(max_examples=max(1000, settings.default.max_examples))
@given(st.sampled_from(FILES), st.lists(CHANGES, min_size=1, max_size=4))
def test_a_mutated_file_of_any_area_gives_a_scheme_or_faults(text, changes):
    must_be_a_scheme_or_faults(mutated(text, changes))


@given(st.text())
def test_so_does_any_text(text):
    must_be_a_scheme_or_faults(text)


DURHAM = newest("durham").text
LINES = DURHAM.split("\n")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("value", "stated", "why", "code")), inner, max_size=3)
    ),
    max_leaves=6,
)


def toml(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return (
        str(value) if isinstance(value, int) else "'" + "".join(c for c in value or "" if c.isalnum()) + "'"
    )


LISTS_IN_A_LINE = re.sub(r"(?<=[\[,])\n\s*", " ", DURHAM)
HEAD, *BLOCKS = re.split(r"^(?=\[)", LISTS_IN_A_LINE, flags=re.MULTILINE)
STATUTE = next(block for block in BLOCKS if block.startswith("[statute]"))
KEYS = sorted({line.split(" = ")[0] for line in LINES if " = " in line and line[0].isalpha()})
HAS = {key: [block for block in (HEAD, *BLOCKS) if f"\n{key} = " in block] for key in KEYS}


@given(st.sampled_from([(key, block) for key in KEYS for block in HAS[key]]), VALUES)
def test_so_does_any_value_of_any_key(place, value):
    """In a file that has no more than it must and the block of that key, so that many can be tried."""
    key, block = place
    lines = dict.fromkeys((HEAD, STATUTE, block))
    changed = block.replace(f"\n{key} = ", f"\n{key} = {toml(value)} # ", 1)
    must_be_a_scheme_or_faults("".join(changed if each == block else each for each in lines))

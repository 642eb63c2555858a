"""Loading is total: whatever the text, there is a scheme or there are faults with lines of that text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from casereview.schemes.check import check
from casereview.schemes.load import newest
from casereview.schemes.model import Scheme

DURHAM = newest("durham").text
LINES = DURHAM.split("\n")
SCRAPS = (
    "[", "]", "[[", "{", "}", '"', '"""', "'''", "=", ",", "\n", "\\", "#", "\x00", "é", "-1", "0", "true", "1e9",
    "nan", "2026-02-30", "2026-11-01", "[clock.review]", "[[route]]", "[route]", "[clock]\nx = 1", "stated = false",
    'why = "x"', "{ value = 1, stated = false }", "{ value = { value = 1 } }", 'x."y z".w = 3', "[words]", "value",
)  # fmt: skip


places, cuts, scraps = st.integers(0, len(LINES) - 1), st.integers(0, 80), st.sampled_from(SCRAPS)
CHANGES = st.one_of(
    st.tuples(st.just("drop"), places),
    st.tuples(st.just("copy"), places, places),
    st.tuples(st.just("insert"), places, cuts, scraps),
    st.tuples(st.just("cut"), places, cuts),
    st.tuples(st.just("value"), places, scraps),
    st.tuples(st.just("line"), places, st.text(max_size=20)),
)


def mutated(changes):
    """Durham's file with a few lines dropped, doubled, swapped, cut short or given a scrap of something else."""
    lines = list(LINES)
    for change, place, *how in changes:
        at = min(place, len(lines) - 1)
        line = lines[at]
        if change == "drop":
            del lines[at]
        elif change == "copy":
            lines.insert(how[0], line)
        elif change == "insert":
            lines[at] = line[: how[0]] + how[1] + line[how[0] :]
        elif change == "cut":
            lines[at] = line[: how[0]]
        elif change == "value":
            lines[at] = f"{line.split('=')[0]}= {how[0]}"
        else:
            lines[at] = how[0]
    return "\n".join(lines)


def must_be_a_scheme_or_faults(text):
    result = check(text, None, "any")
    if isinstance(result, Scheme):
        assert result.text == text
    else:
        assert result
        assert all(1 <= fault.line <= text.count("\n") + 1 and fault.message for fault in result)


@settings(max_examples=max(1000, settings.default.max_examples))
@given(st.lists(CHANGES, min_size=1, max_size=6))
def test_a_mutated_file_gives_a_scheme_or_faults(changes):
    must_be_a_scheme_or_faults(mutated(changes))


@given(st.text())
def test_so_does_any_text(text):
    must_be_a_scheme_or_faults(text)


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

"""docs/scheme-language.md says what the readers of a file take, and its example is a file."""

import re
import tomllib
from pathlib import Path

import pytest

from casereview.interfaces.command.reference.known_words import meanings_of
from casereview.interfaces.command.reference.meanings import meaning
from casereview.interfaces.command.reference.page import page
from casereview.interfaces.command.reference.prose import EXAMPLE, NAMES
from casereview.procedure import events
from casereview.schemes.check import blocks, check
from casereview.schemes.model import Scheme
from casereview.schemes.promises import StandingGroup
from casereview.schemes.vocabulary import CLOCKS
from casereview.wording.bodies import within
from casereview.wording.clocks import next_meeting_words

ROOT = Path(__file__).resolve().parents[2]
PAGE = page()
FILES = [*(ROOT / "schemes").glob("*.toml"), *(ROOT / "schemes" / "examples").glob("*.toml")]


def rows(start):
    """The cells of the tables under the heading that starts so."""
    chapter = PAGE.partition(f"\n{start}")[2]
    chapter = re.split(r"^#+ ", chapter, maxsplit=1, flags=re.MULTILINE)[0]
    return [
        re.split(r" ?\| ?", line)[1:-1] for line in chapter.splitlines() if line.startswith(("| `", "| ["))
    ]


def test_the_page_is_current():
    current = (ROOT / "docs" / "scheme-language.md").read_text(encoding="utf-8")
    assert current == PAGE, "run: python manage.py process --write"


def test_its_example_is_a_file_without_faults_that_stands_on_the_page():
    scheme = check(EXAMPLE, events(), "exampleton")
    assert isinstance(scheme, Scheme), [str(fault) for fault in scheme]
    assert EXAMPLE.strip() in PAGE


def lines_with_a_key():
    """Every line of the example that gives a key, with the heading of its block on the page."""
    heading = "### The top of the file"
    for number, line in enumerate(EXAMPLE.splitlines()):
        found = re.fullmatch(r"(\[+)([a-z.]+)\]+", line)
        if found:
            name = "clock.NAME" if found[2].startswith("clock.") else found[2]
            heading = f"### `{found[1]}{name}{']' * len(found[1])}`"
        elif re.match(r"[a-z_]+ = ", line) and "[words]" not in heading:
            yield pytest.param(heading, number, id=f"{heading[4:]} {line.split()[0]}")


@pytest.mark.parametrize(("heading", "number"), list(lines_with_a_key()))
def test_what_is_marked_must_is_what_a_file_is_refused_without(heading, number):
    lines = EXAMPLE.splitlines()
    key = lines.pop(number).split()[0]
    [marked] = [row[1] for row in rows(heading) if row[0] == f"`{key}`"]
    found = check("\n".join(lines), events(), "exampleton")
    missing = isinstance(found, list) and any(f"{key} is missing" in fault.message for fault in found)
    assert (marked == "**must**") is missing


def _written(value, place=()):
    """Every key that a file writes, with its block."""
    if isinstance(value, list):
        for each in value:
            yield from _written(each, place)
    elif isinstance(value, dict) and "value" not in value and place != ("words",):
        named = place == ("clock",)
        for key, inner in value.items():
            yield place, key
            yield from _written(inner, (*place, CLOCKS[0] if named else key))


def test_every_key_of_every_file_is_told():
    told, written = blocks(), set()
    for file in FILES:
        written |= set(_written(tomllib.loads(file.read_text(encoding="utf-8"))))
    # A clock may have any name; a length within a key says its unit; whatever is not stated says so.
    written = {each for each in written if each[0] in told and each[0] != ("clock",)}
    assert {each for each in written if each[1] not in told[each[0]]} <= {
        (place, key) for place in told for key in ("stated", "why")
    }
    assert len(written) > 80


def test_every_key_and_every_word_has_a_meaning():
    for place, keys in blocks().items():
        for key, each in keys.items():
            if each.kind in {"unit", "no unit"} or (not place and each.kind in {"block", "blocks"}):
                continue
            assert meaning(place, key) or place == ("clock",), (place, key)
            if each.kind in {"word", "list of words"}:
                assert set(each.known) <= meanings_of(place, key).keys(), (place, key)


def test_a_question_is_told_without_what_only_somebody_who_is_asked_needs():
    assert meaning(("body",), "name") == "Which organisation takes part?"
    assert "Copy one sentence." in meaning(("exclusion",), "says")
    assert not re.search(r"Enter |One at a time|type <", PAGE)


def test_what_holds_without_a_line_is_told_where_something_does():
    said = {row[0]: row[3] for row in rows("### `[clock.NAME]`")}
    assert said["`owed_by`"] == "Who must do it? Without it: `lead`."
    assert "Without it" not in said["`length`"]


def test_each_event_has_a_line_with_what_it_is():
    lines = {row[0].strip("`"): row for row in rows("## Events")}
    assert {event: row[1] for event, row in lines.items()} == events()
    assert [lines["review_held"][2], lines["threshold_met"][3]] == [
        "Record that the review was held",
        "notice",
    ]
    assert [event for event, row in lines.items() if "day ahead" in row[3]] == [
        "meeting_arranged",
        "hearing_arranged",
    ]


def test_each_clock_of_the_procedure_has_a_line():
    assert [row[0] for row in rows("## Clocks")] == [f"`{name}`" for name in CLOCKS]


def test_every_link_within_the_page_leads_to_a_heading():
    headings = re.findall(r"^#+ (.*)$", PAGE, flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}
    links = set(re.findall(r"\]\(#(.*?)\)", PAGE))
    assert links
    assert links <= anchors


def test_how_a_name_is_read_is_how_it_is_said():
    folder = ROOT / "casereview"
    said = "".join(
        path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.suffix in {".py", ".html", ".md"} and "reference" not in path.parts
    )
    before = [read.partition("**")[0].strip() for _name, _write, read in NAMES]
    assert [words for words in before[:-1] if words.lower() not in said.lower()] == []
    assert within("The council") in NAMES[-1][2]
    for name in ("High Harm Panel", "the High Harm Panel"):
        at = next_meeting_words(StandingGroup(name=name, source="the page"))
        assert at in NAMES[2][2].lower().replace("**", "").replace("high harm panel", "High Harm Panel")

"""A key in a block that may not hold it: whoever wrote it there reads where it stands."""

import tomllib

import pytest
from django.conf import settings

from tests.rooms.schemes.small import TEXT, faults, scheme

FOLDER = settings.BASE_DIR / "schemes"
FILES = [*FOLDER.glob("*.toml"), *FOLDER.glob("examples/*.toml")]
IN_A_GROUP = {"name", "source", "meets", "says"}
GROUP = '\n[group]\nname = "Safer Streets Group"\nsource = "the page"\n'


@pytest.mark.parametrize(
    ("wrong", "said", "right"),
    [
        ("quorum = 4\n" + TEXT, "it stands in [meeting].", TEXT + '\n[meeting]\nquorum = 4\nsource = "p"\n'),
        (
            TEXT + '\n[group]\nname = "G"\nsource = "p"\nlanguages = ["en"]\n',
            "it stands at the top of the file, before the first block.",
            'languages = ["en"]\n' + TEXT + GROUP,
        ),
        (
            TEXT + '\n[group]\nname = "G"\nsource = "p"\nmeeting = { quorum = 4, source = "p" }\n',
            "it begins a block of its own, [meeting].",
            TEXT + GROUP + '[meeting]\nquorum = 4\nsource = "p"\n',
        ),
        (
            TEXT.replace("at_least = 3", 'at_least = 3\nby = "lead"'),
            "it stands in judged = [{ … }] of [[route]] or stands in judged = [{ … }] of [appeal].",
            TEXT.replace('by = "applicant"', 'by = "lead"'),
        ),
        (
            TEXT.replace("at_least = 3", 'at_least = 3\nback_from = "any"'),
            "it stands in within = { … } of [[route]].",
            TEXT.replace('of = "report" }', 'of = "report", back_from = "any" }'),
        ),
        (
            'dispatch = { starts = "application_received" }\n' + TEXT,
            "it begins a block of its own, [clock.dispatch].",
            TEXT
            + '\n[clock.dispatch]\nstarts = "application_received"\nstops = "review_held"\nsource = "p"\n',
        ),
    ],
)
def test_it_says_where(wrong, said, right):
    assert [fault.message.partition("known here: ")[2] for fault in faults(wrong)] == [said]
    assert scheme(right)


def test_a_name_that_many_blocks_have_leads_nowhere():
    said = [fault.message for fault in faults('says = "Hello"\n' + TEXT)]
    assert len(said) == 1
    assert "it stands" not in said[0]
    assert scheme('area = "Hello"\n' + TEXT.partition("\n")[2])


def _written():
    """Every key with every block in which some file writes it, such as `[appeal]`; and every block with itself."""
    found = {}
    for file in FILES:
        for name, value in tomllib.loads(file.read_text()).items():
            several = value if isinstance(value, list) else [value]
            blocks = [each for each in several if isinstance(each, dict) and "value" not in each]
            mark = f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
            found.setdefault(name, set()).add(mark if blocks else "the top of the file")
            if name == "clock":
                found |= {clock: found.get(clock, set()) | {f"[clock.{clock}]"} for clock in value}
                blocks, mark = list(value.values()), "in a clock"
            if name != "words":
                found |= {key: found.get(key, set()) | {mark} for block in blocks for key in block}
    return found


def test_a_key_is_said_to_stand_wherever_the_files_write_it():
    told = 0
    for key, blocks in _written().items():
        text = f'{TEXT}\n[group]\nname = "G"\nsource = "p"\n{key} = 1\n'
        said = faults(text)[0].message.partition("known here: it ")[2] if key not in IN_A_GROUP else ""
        told += bool(said)
        assert all(block in said for block in blocks) or not said, (key, blocks, said)
    assert told > 90

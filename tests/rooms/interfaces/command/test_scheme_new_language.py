"""The interview asks for all that the scheme language can say, and whatever is answered makes a scheme."""

import random
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casereview.interfaces.command.interview.clock_parts import STANDARD
from casereview.interfaces.command.interview.file import file_text
from casereview.interfaces.command.interview.form import Chosen
from casereview.interfaces.command.interview.interview import Interview
from casereview.interfaces.command.interview.parts import all_parts
from casereview.interfaces.command.interview.risk_parts import RISK, Answers
from casereview.interfaces.command.interview.typed import readable
from casereview.procedure import events
from casereview.schemes import check as top
from casereview.schemes import read_terms
from casereview.schemes.check import check
from casereview.schemes.load import all_areas, newest
from casereview.schemes.model import HATE_MOTIVATIONS, Scheme
from casereview.schemes.notes import Notes
from casereview.schemes.read_clocks import read_clocks
from casereview.schemes.read_risk import read_risk
from casereview.schemes.read_routes import read_route
from casereview.schemes.reading import Block
from casereview.schemes.vocabulary import CLOCKS
from casereview.wording.clocks import TITLES
from tests.rooms.interfaces.command.scripted import DAY, Script


def keys_asked(path):
    """What the form asks, or settles itself, in the blocks at a path."""
    parts = [part for part in all_parts(events()) if part.path == path or part.path.startswith(f"{path}.")]
    parts = parts if path == "clock" else [part for part in parts if part.path == path]
    keys = {question.key.partition(".")[0] for part in parts for question in part.questions}
    return keys | {key for part in parts for key in part.preset} | {"source"}


def keys_read(read):
    """What the loader asks of such a block."""
    block = Block({}, Notes(""))
    read(block)
    return set(block.asked)


def test_every_clock_that_it_asks_for_is_one_whose_name_a_slip_is_held_against():
    assert {*STANDARD, "own_information"} == set(CLOCKS)


@pytest.mark.parametrize(
    ("path", "read", "otherwise"),
    [
        ("route", lambda block: read_route(block, HATE_MOTIVATIONS), set()),
        ("hate", read_terms.read_hate, set()),
        ("apply", read_terms.read_apply, set()),
        ("contact", read_terms.read_contact, set()),
        ("exclusion", read_terms.read_exclusion, set()),
        ("body", read_terms.read_body, set()),
        ("decision", read_terms.read_decision, set()),
        ("risk", read_risk, {"question", "medium_from"}),  # a part of its own; asked for with high_from
        ("meeting", read_terms.read_meeting, set()),
        ("appeal", read_terms.read_appeal, {"contact", "then"}),  # parts of their own
        ("appeal.contact", read_terms.read_contact, set()),
        ("appeal.then", read_terms.read_appeal, {"contact", "then"}),  # left to the file
        ("notices", read_terms.read_notices, set()),
        ("timing", read_terms.read_timing, set()),
        ("figures", read_terms.read_figures, set()),
        ("brand", read_terms.read_brand, set()),
    ],
)
def test_whatever_the_language_reads_in_a_block_is_asked_for(path, read, otherwise):
    further = {"also"} if path == "route" else set()  # read only where something is counted
    assert keys_asked(path) == keys_read(read) - otherwise | further


def test_whatever_a_question_of_a_form_for_risk_can_say_is_asked_for():
    asked = {question.key for part in RISK if part.path == "risk.question" for question in part.questions}
    seen = []
    block = Block({"question": [{"answers": [{}]}]}, Notes(""))
    ask_blocks = Block.blocks

    def blocks(self, key, named=""):
        seen.extend(found := ask_blocks(self, key, named))
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Block, "blocks", blocks)
        read_risk(block)
    question, answer = seen
    assert asked == set(question.asked)
    (first, second) = Answers().read("Never 0; Always 3 high")
    assert set(first) | set(second) == set(answer.asked)


def test_whatever_a_clock_can_say_is_asked_for():
    block = Block({"any": {}}, Notes(""))
    seen = []
    block.block = lambda name: seen.append(Block({}, block.notes)) or seen[-1]
    read_clocks(block, None)
    assert keys_asked("clock") - {"name"} == set(seen[0].asked) - {"says"}  # an answer to the length


def test_whatever_block_the_language_has_is_asked_for():
    block = Block({}, Notes(""))
    top._scheme(block, "", None, "")
    paths = {part.path.partition(".")[0] for part in all_parts(events())} - {""}
    about = {"area", "from", "languages", "source"}
    assert (
        set(block.asked) - about - {"statute", "words", "example"} == paths
    )  # the law’s; made of answers; ours


def test_every_clock_that_has_a_title_or_stands_in_a_scheme_is_asked_for():
    followed = {"action", "further_action"}  # dates that a plan or a panel sets, of no scheme
    schemed = {name for area in all_areas() for name in newest(area).clocks} - {"own_information"}
    assert set(TITLES) - followed <= set(STANDARD)
    assert schemed <= set(STANDARD)


def test_a_question_says_what_enter_takes_wherever_the_file_then_marks_something():
    questions = [question for part in all_parts(events()) for question in part.questions if question.unsaid]
    for question in questions:
        taken = question.unsaid(defaultdict(lambda: "some words"))
        assert question.marked == isinstance(taken, Chosen), question.key
        assert bool(question.enter) == question.marked, question.key
    assert {question.key for question in questions if question.marked} == {
        "kind",
        "starts",
        "version",
        "within.of",
    }


TRIED = (
    "", "1", "2", "3", "1; 2", "6 months", "10 working days", "yes", "no", "no time", "04-01", "2026-11-01",
    "https://a.example/", "some words here", "1 by lead", "2 people; 1 reports hate", "same working day", "“at once”",
    "-2; 0", "1 ?? because", "5 days ?? because", "#123456", '\\"\x7f', "a\u00ad\u2028b c", "none", "\udce9", "[words]",
    "None 0; Some 2; Much 5 high", "8; 16",
    "threshold_met", "x" * 2000, "0", "9999999", "any words; 3 ?? why not", "own_information", "'''",
)  # fmt: skip


AT_LAST = ("", "1", "1; 2", "No 0; Yes 2")


class Drawn(Script):
    """Answers drawn from those above, good or bad for their question; from the third time on one of the last four."""

    def __init__(self, seed):
        super().__init__({})
        self.random, self.left, self.last, self.times = random.Random(seed), 2000, "", 0

    def again(self, question):
        self.times = self.times + 1 if question == self.last else 1
        self.last, self.left = question, self.left - 1
        if self.left > 0 and self.times < 3 and ".3." not in question:
            return readable(self.random.choice(TRIED))
        return AT_LAST[(self.times - 1) % len(AT_LAST)]

    def forget(self, since):
        """The part's next answers are drawn."""

    def refuse(self, question):
        """The next answer is drawn."""


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9))
def test_whatever_is_answered_the_file_loads(seed):
    filled = Interview(lambda: "", lambda line: None, Drawn(seed), events()).fill(all_parts(events()))
    result = check(file_text("Nowhere", filled, DAY), events(), "nowhere")
    assert isinstance(result, Scheme), [str(fault) for fault in result]

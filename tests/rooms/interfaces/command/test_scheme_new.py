"""`manage.py scheme new`, as a member of staff with an area's page in hand uses it."""

import io
import random
from dataclasses import asdict
from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from hypothesis import given, settings
from hypothesis import strategies as st

from casereview.interfaces.command.interview.clock_parts import STANDARD
from casereview.interfaces.command.interview.file import file_text
from casereview.interfaces.command.interview.interview import Interview
from casereview.interfaces.command.interview.parts import all_parts
from casereview.interfaces.command.interview.typed import readable
from casereview.procedure import events
from casereview.schemes import check as top
from casereview.schemes import read_terms
from casereview.schemes.check import check
from casereview.schemes.load import all_areas, by_name, check_file
from casereview.schemes.model import HATE_MOTIVATIONS, Scheme
from casereview.schemes.notes import Notes
from casereview.schemes.read_clocks import read_clocks
from casereview.schemes.read_routes import read_route
from casereview.schemes.reading import Block
from casereview.wording.clocks import TITLES
from casereview.wording.scheme import whole
from tests.rooms.interfaces.command.durham_answers import DURHAM

DAY = date(2026, 11, 23)
NOT_RULES = ("code", "digest", "text", "readings", "risk", "source", "sources", "title")


class Script:
    """Answers by their question, kept nowhere; a question without one is answered with Enter."""

    def __init__(self, answers):
        self.answers, self.asked, self.at = answers, [], 0

    def again(self, question):
        return self.answers.get(question, "")

    def add(self, question, text):
        self.asked.append(question)

    def forget(self, since):
        raise AssertionError("a part did not fit together")

    def refuse(self, question):
        raise AssertionError(f"an answer was refused: {question}")


def written(answers):
    """The text and the scheme that these answers make, and the questions in the order in which they came."""
    kept = Script(answers)
    filled = Interview(lambda: "", print, kept, events()).fill(all_parts(events()))
    text = file_text("County Durham", filled, DAY)
    scheme = check(text, events(), "durham")
    assert isinstance(scheme, Scheme), [str(fault) for fault in scheme]
    return text, scheme, kept.asked


def rules(value):
    """What decides something, without where it stands on the page and how the page puts it."""
    if isinstance(value, dict):
        return {key: rules(inner) for key, inner in value.items() if key not in NOT_RULES}
    return tuple(map(rules, value)) if isinstance(value, list | tuple) else value


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def new(monkeypatch):
    """The command with these lines on its standard input: what it says. Raises CommandError."""

    def run(area, *lines):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        out = io.StringIO()
        call_command("scheme", "new", area, stdout=out)
        return out.getvalue()

    return run


ENTER = [""] * 200


def test_the_page_of_durham_answered_is_the_scheme_of_durham():
    _, scheme, asked = written(DURHAM)
    assert rules(asdict(scheme)) == rules(asdict(by_name("durham")))
    assert set(DURHAM) <= set(asked)


def test_answers_on_standard_input_make_the_same_file_and_show_it(folder, new):
    text, _, asked = written(DURHAM)
    said = new("County Durham", *(DURHAM.get(question, "") for question in asked))
    made = (folder / "county-durham.toml").read_text()
    assert made == text
    assert "It loads without faults." in said
    assert "Within 10 working days after the threshold is decided to be met" in said
    assert "manage.py scheme check" in said
    assert [path.name for path in folder.iterdir()] == ["county-durham.toml"]


def test_a_page_that_says_nothing_makes_a_scheme_that_leaves_everything_open(folder, new):
    new("St Helens", *ENTER)
    scheme = check_file(folder / "st-helens.toml", events())
    assert (scheme.area, scheme.routes, set(scheme.clocks)) == ("St Helens", (), {"own_information"})
    assert (scheme.lead, scheme.appeal, scheme.meeting, scheme.timing, scheme.apply) == (None,) * 5
    assert scheme.bodies == scheme.exclusions == ()
    assert scheme.statute.complaints == 3
    assert [reading.path for reading in scheme.readings] == ["from"]
    assert "the page does not say: [lead]" in (folder / "st-helens.toml").read_text()


@pytest.mark.parametrize(
    ("number", "wrong", "why", "right", "shown"),
    [
        (2, "durham.example", "Give the whole address", "https://durham.example/", "https://durham.example/"),
        (4, "1 November", "year, month and day", "2026-11-01", "from = 2026-11-01"),
        (5, "Cornish", "a number from 1 to 2", "Welsh; 1", 'languages = ["cy", "en"]'),
        (5, "1; 1", "stands here twice", "1; 2", 'languages = ["en", "cy"]'),
    ],
)
def test_a_wrong_answer_is_explained_and_asked_again(folder, new, number, wrong, why, right, shown):
    before = [""] * (number - 1)
    said = new("Nowhere", *before, wrong, right, *ENTER)
    assert why in said
    assert shown in (folder / "nowhere.toml").read_text()


def test_what_the_language_itself_refuses_is_asked_again():
    asked = written({"figures.months": "12", "meeting.quorum": "50"})[1]
    assert (asked.figures.months, asked.meeting.quorum) == (12, 50)
    for refused in ({"figures.months": "13"}, {"meeting.quorum": "51"}, {"figures.year_starts": "02-30"}):
        with pytest.raises(AssertionError, match="an answer was refused"):
            written(refused)


def test_a_file_that_is_there_is_not_written_over(folder, new):
    (folder / "nowhere.toml").write_text("mine")
    with pytest.raises(
        CommandError, match=r"nowhere\.toml is there already, and is not written over\."
    ) as refused:
        new("Nowhere", *ENTER)
    assert refused.value.returncode == 2
    assert (folder / "nowhere.toml").read_text() == "mine"
    new("Over There", *ENTER)


def test_answers_that_end_too_early_are_kept_and_gone_on_from(folder, new):
    first = ["Case review", "https://nowhere.example/", "2026-11-01"]
    with pytest.raises(
        CommandError, match=r"Not finished\. Your 3 answers are kept in .*nowhere\.answers"
    ) as ended:
        new("Nowhere", *first)
    assert "\n" not in str(ended.value)
    assert not (folder / "nowhere.toml").exists()
    said = new("Nowhere", "2027-01-01", *ENTER)
    assert "your 3 answers are taken" in said
    text = (folder / "nowhere.toml").read_text()
    assert 'source = "Case review, https://nowhere.example/, as read on 1 November 2026"' in text
    assert "from = 2027-01-01" in text
    assert not (folder / "nowhere.answers").exists()


def test_answers_that_were_kept_outlive_a_change_of_the_questions(folder, new):
    kept = "gone\tx\ntitle\tCase review\nlead.name\tThe council\nfrom\tsoon\nappeal\tno\n"
    (folder / "nowhere.answers").write_text(kept)
    said = new("Nowhere", "https://nowhere.example/", "", "2027-01-01", *ENTER)
    assert "year, month and day" in said
    scheme = check_file(folder / "nowhere.toml", events())
    assert (scheme.lead, scheme.starts, scheme.appeal) == ("The council", date(2027, 1, 1), None)
    assert "says that there is none: [appeal]" in (folder / "nowhere.toml").read_text()


@pytest.mark.parametrize("area", ["", "21", "Ж", "x" * 101])
def test_a_name_that_makes_no_file_is_refused(folder, new, area):
    with pytest.raises(CommandError, match="makes no file name"):
        new(area, *ENTER)
    assert not list(folder.iterdir())
    new("../x", *ENTER)
    assert [path.name for path in folder.iterdir()] == ["x.toml"]


def test_a_folder_that_is_not_there_is_one_sentence(folder, new, monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(folder / "absent"))
    with pytest.raises(CommandError, match=r"^SCHEMES_DIR: .*absent.*: No such file or directory\.$"):
        new("Nowhere", *ENTER)


def test_an_interview_that_is_stopped_by_the_keyboard_loses_nothing(folder, monkeypatch):
    lines = iter(["Case review"])

    def typed(prompt):
        try:
            return next(lines)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("builtins.input", typed)
    with pytest.raises(CommandError, match="Your 1 answers are kept"):
        call_command("scheme", "new", "Nowhere", stdout=io.StringIO())
    assert (folder / "nowhere.answers").read_text() == "title\tCase review\n"


def test_the_answer_before_can_be_given_again(folder, new):
    new("Nowhere", "<", "Case reveiw", "<", "Case review", *ENTER)
    assert 'source = "Case review"' in (folder / "nowhere.toml").read_text()


def test_a_page_in_words_of_its_own():
    answers = {
        "route.1.name": "Senior officer",
        "route.1.counts": "none",
        "route.1.judged": "the ward councillor asks for it by lead",
        "clock.review.length": "“at the next monthly meeting”",
        "clock.1.name": "summary",
        "clock.1.length": "1 working day",
        "clock.1.stops": "pack_sent",
        "clock.1.counts_back_from": "meeting_arranged",
        "clock.2.name": "Talk",
        "clock.2.length": "the same working day",
        "clock.2.stops": "partnership_liaised",
        "appeal": "yes",
        "appeal.heard_by": "the partnership",
        "appeal.then": "yes",
        "appeal.then.heard_by": "the commissioner",
    }
    _, scheme, asked = written(answers)
    assert set(answers) <= set(asked)
    said = "\n".join(line for section in whole(scheme) for line in section.lines)
    assert "And the ward councillor asks for it (the office that co-ordinates decides this)." in said
    assert "the review meeting is held: at the next monthly meeting." in said
    assert "At least 1 working day before the review meeting" in said
    assert scheme.appeal.then.heard_by == "the commissioner"
    assert scheme.clocks["review"].starts == ("threshold_met", "review_ordered")
    silences = {reading.path: reading.why for reading in scheme.readings}
    assert silences["clock.review.starts"].endswith("This is where this step of the procedure begins.")
    assert silences["clock.talk.starts"].endswith("It is counted from the request.")


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
    return block.asked


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


def test_whatever_a_clock_can_say_is_asked_for():
    block = Block({"any": {}}, Notes(""))
    seen = []
    block.block = lambda name: seen.append(Block({}, block.notes)) or seen[-1]
    read_clocks(block, None)
    assert keys_asked("clock") - {"name"} == seen[0].asked - {"says"}  # an answer to the length


def test_whatever_block_the_language_has_is_asked_for():
    block = Block({}, Notes(""))
    top._scheme(block, "", None, "")
    paths = {part.path.partition(".")[0] for part in all_parts(events())} - {""}
    about = {"area", "from", "languages", "source"}
    assert block.asked - about - {"statute", "words", "risk"} == paths  # the law's; made of answers; copied


def test_every_clock_that_has_a_title_or_stands_in_a_scheme_is_asked_for():
    followed = {"action", "further_action"}  # dates that a plan or a panel sets, of no scheme
    schemed = {name for area in all_areas() for name in by_name(area).clocks} - {"own_information"}
    assert set(TITLES) - followed <= set(STANDARD)
    assert schemed <= set(STANDARD)


TRIED = (
    "", "1", "2", "3", "1; 2", "6 months", "10 working days", "yes", "no", "no time", "04-01", "2026-11-01",
    "https://a.example/", "some words here", "1 by lead", "2 people; 1 reports hate", "same working day", "“at once”",
    "-2; 0", "1 ?? because", "5 days ?? because", "#123456", '\\"\x7f', "a\u00ad\u2028b c", "none", "\udce9", "[words]",
    "threshold_met", "x" * 2000, "0", "9999999", "any words; 3 ?? why not", "own_information", "'''",
)  # fmt: skip


class Drawn(Script):
    """Answers drawn from those above, good or bad for their question: Enter, or the first choice, the third time."""

    def __init__(self, seed):
        super().__init__({})
        self.random, self.left, self.last, self.times = random.Random(seed), 2000, "", 0

    def again(self, question):
        self.times = self.times + 1 if question == self.last else 1
        self.last, self.left = question, self.left - 1
        if self.left > 0 and self.times < 3 and ".3." not in question:
            return readable(self.random.choice(TRIED))
        return "1" if self.times % 2 == 0 else ""

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

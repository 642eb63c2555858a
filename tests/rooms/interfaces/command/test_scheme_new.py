"""`manage.py scheme new`, as a member of staff with an area's page in hand uses it."""

import io
from dataclasses import asdict
from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casereview.clocks.length import Length
from casereview.interfaces.command.interview.kinds import Wrong, code_from
from casereview.interfaces.command.interview.lengths import read_length
from casereview.procedure import events
from casereview.schemes.load import check_file, newest
from casereview.wording.scheme import whole
from tests.rooms.interfaces.command.durham_answers import DURHAM
from tests.rooms.interfaces.command.scripted import written

NOT_RULES = ("code", "digest", "text", "readings", "source", "sources", "title", "words")


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
    assert rules(asdict(scheme)) == rules(asdict(newest("durham")))
    assert set(DURHAM) <= set(asked)


def test_answers_on_standard_input_make_the_same_file_and_show_it(folder, new):
    text, _, asked = written(DURHAM)
    said = new("County Durham", *(DURHAM.get(question, "") for question in asked))
    made = (folder / "county-durham.toml").read_text()
    assert made == text
    assert "It loads without faults." in said
    assert "Within 10 working days after the threshold is decided to be met" in said
    assert "docs/scheme-language.md tells what a file may hold" in said
    assert "manage.py scheme check" in said
    assert [path.name for path in folder.iterdir()] == ["county-durham.toml"]


def test_a_page_that_says_nothing_makes_a_scheme_that_leaves_everything_open(folder, new):
    new("St Helens", *ENTER)
    scheme = check_file(folder / "st-helens.toml", events())
    assert (scheme.area, scheme.routes, set(scheme.clocks)) == ("St Helens", (), {"own_information"})
    assert (scheme.lead, scheme.appeal, scheme.meeting, scheme.timing, scheme.apply) == (None,) * 5
    assert scheme.risk is None
    assert scheme.bodies == scheme.exclusions == ()
    assert scheme.statute.complaints == 3
    assert [reading.path for reading in scheme.readings] == ["from"]
    text = (folder / "st-helens.toml").read_text()
    assert "the page does not say: [lead]" in text
    assert "the page does not say: [risk]." in text


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
    served = {"clock.appeal.length": "14 days", "clock.appeal.starts_on": "2"}
    asked = written({"figures.months": "12", "meeting.quorum": "50", **served})[1]
    assert (asked.figures.months, asked.meeting.quorum) == (12, 50)
    never_served = {**served, "clock.appeal.starts": "decision_notice_sent"}
    for refused in (
        {"figures.months": "13"},
        {"meeting.quorum": "51"},
        {"figures.year_starts": "02-30"},
        never_served,
    ):
        with pytest.raises(AssertionError, match="an answer was refused"):
            written(refused)


def test_working_days_are_refused_at_the_question_where_the_threshold_counts_none(folder, new):
    route = ["individual", "", "reports", "3", ""]
    window = ["10 working days", "2 weeks", "report", "application"]
    said = new("Nowhere", *[""] * 6, *route, *window, *ENTER)
    asked = said.partition("Within which time do they count?")[2]
    hint, refused, _rest = asked.partition("  Working days are not counted here: give days, weeks")
    assert hint.strip() == "Such as 6 months, 28 days or 2 weeks; no working days."
    assert refused
    assert "asked once more" not in said
    (found,) = check_file(folder / "nowhere.toml", events()).routes
    assert found.window.length == Length(2, "weeks")
    promised = written({"clock.review.length": "10 working days"})[1]
    assert promised.clocks["review"].length == Length(10, "working_days")


@pytest.mark.parametrize(
    "question",
    [
        "route.1.within.length",
        "route.1.apply_within.length",
        "route.1.latest_within.length",
        "route.1.report_within.length",
        "route.1.report_age_at_least",
        "timing.keep_case",
    ],
)
def test_nothing_that_counts_calendar_time_takes_working_days(question):
    route = {"route.1.name": "individual", "route.1.counts": "reports", "route.1.at_least": "1"}
    within = {"route.1.within.length": "6 months", "route.1.within.of": "report"}
    written({**route, **within, question: "2 weeks"})
    with pytest.raises(AssertionError, match=f"an answer was refused: {question}"):
        written({**route, **within, question: "10 working days"})


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


def test_the_time_to_appeal_may_begin_with_the_letter_with_the_outcome(folder, new):
    answers = {"clock.appeal.length": "28 days", "clock.appeal.starts_on": "2"}
    asked = written(answers)[2]
    letter = "the action plan is sent to the applicant"
    answers["clock.appeal.starts"] = letter
    said = new("Nowhere", *(answers.get(question, "") for question in asked))
    listed = said.partition(
        "From when? The letter with the outcome of a review is the one with its action plan."
    )[2]
    offered = [line.strip().partition(" ")[2] for line in listed.partition("Any other event")[0].splitlines()]
    assert letter in offered
    assert "the decision is sent to the applicant" in offered
    appeal = check_file(folder / "nowhere.toml", events()).clocks["appeal"]
    assert (appeal.starts, appeal.starts_on) == (("plan_sent",), "served")
    silent = written({"clock.appeal.length": "28 days"})[1].clocks["appeal"]
    assert silent.starts == ("completion_notice_sent", "threshold_not_met")


MARKED = " The file marks it as not stated."


def test_what_enter_takes_is_said_at_the_question_and_stands_in_the_file(folder, new):
    answers = {
        "route.1.name": "individual",
        "route.1.counts": "reports",
        "route.1.at_least": "3",
        "route.1.within.length": "6 months",
        "route.1.apply_within.length": "1 month",
        "route.1.latest_within.length": "1 month",
        "body.1.name": "The town",
        "clock.review.length": "10 working days",
        "clock.plan.length": "5 working days",
        "clock.plan.starts": "plan_settled",
        "clock.1.name": "summary",
        "clock.1.length": "3 days",
        "clock.1.stops": "plan_sent",
    }
    asked = written(answers)[2]
    said = new("Nowhere", *(answers.get(question, "") for question in asked))
    scheme = check_file(folder / "nowhere.toml", events())
    (route,), review = scheme.routes, scheme.clocks["review"]
    for question, enter, held, value in (
        ("In which languages is the page?", "English.", scheme.language, ("en",)),
        ("From which day on do these", "the day on which this file is written." + MARKED, None, None),
        ("What must lie within that time?", "the report." + MARKED, route.window.of, "report"),
        (
            "If it is counted forward: from when?",
            "it is counted back from the day of the request.",
            (route.window.back_from, route.window.forward_from),
            ("application", None),
        ),
        ("How soon after what?", "the report.", route.apply_within.since, "report"),
        ("Which must be that recent?", "the latest report.", route.latest_within.since, "latest_report"),
        ("Whose reports add up?", "anybody’s.", route.whose, "anyone"),
        ("What is it?", "other body." + MARKED, scheme.bodies[0].kind, "other"),
        ("Is it sent every request?", "yes.", scheme.bodies[0].relevant, True),
        (
            "Hold the review: how long does the page give until the review meeting is held?",
            "the threshold is decided to be met; or another review is ordered, on appeal or because the case was"
            " reopened." + MARKED,
            review.starts,
            ("threshold_met", "review_ordered"),
        ),
        ("Who must do it?", "the office that co-ordinates.", scheme.clocks["summary"].owed_by, "lead"),
    ):
        under = said.partition(f"\n{question}")[2].partition("Enter: ")[2]
        assert under.partition("\n")[0] == enter, question
        assert held == value, question
    marked = {"from", "route.individual.within.of", "body.the_town.kind", "clock.review.starts"}
    marked |= {"clock.summary.starts"}
    assert {reading.path for reading in scheme.readings} == marked


LIST_OF_ENDS = "Any other event of the procedure by its name"


def test_a_question_that_needs_an_answer_says_in_one_line_how_to_leave_it_out(folder, new):
    asked = written({"clock.1.name": "summary", "clock.1.stops": "1"})[2]
    at = asked.index("clock.1.stops")
    before = ["summary" if label == "clock.1.name" else "" for label in asked[:at]]
    said = new("Nowhere", *before, "", "nothing", "", "<", "<", *ENTER)
    question = said.partition("What ends that time?")[2].partition("== ")[0]
    assert (
        question.count(
            "This needs an answer: choose, with your reason after ??. To leave the part out, type <"
        )
        == 2
    )
    assert question.count("“nothing” is none of these") == 1
    assert question.partition("Does the page promise anything else")[0].count(LIST_OF_ENDS) == 1
    assert set(check_file(folder / "nowhere.toml", events()).clocks) == {"own_information"}


def test_a_page_in_words_of_its_own():
    answers = {
        "lead.name": 'The "Hub" \\ # partnership',
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
    assert scheme.lead == 'The "Hub" \\ # partnership'
    said = "\n".join(line for section in whole(scheme) for line in section.lines)
    assert "The office that co-ordinates decides whether the ward councillor asks for it." in said
    assert "the review meeting is held: at the next monthly meeting." in said
    assert "At least 1 working day before the review meeting" in said
    assert scheme.appeal.then.heard_by == "the commissioner"
    assert scheme.clocks["review"].starts == ("threshold_met", "review_ordered")
    silences = {reading.path: reading.why for reading in scheme.readings}
    assert silences["clock.review.starts"].endswith("This is where this step of the procedure begins.")
    assert silences["clock.talk.starts"].endswith("It is counted from the request.")


def test_the_panel_of_appeals_is_offered_to_appeals_and_refused_to_a_route(folder, new):
    on_a_route = ["discretion", "", "none", *[""] * 9, "1 by panel", "1 by lead"]
    said = new("Nowhere", *[""] * 6, *on_a_route, *ENTER)
    assert 'write "bodies" for the organisations that sit on a review panel' in said
    assert '{ code = "no_or_inadequate_response", by = "lead" }' in (folder / "nowhere.toml").read_text()
    assert "one of bodies, applicant, lead, such as" in said
    assert "one of bodies, applicant, lead, panel, such as" not in said
    appeal = {"appeal": "yes", "appeal.judged": "1 by panel"}
    assert [each.by for each in written(appeal)[1].appeal.judged] == ["panel"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("You are unhappy about how a member of staff behaved.", "you_are_unhappy_about_how_a_member_of"),
        ("You are unhappy about this member of us all", "you_are_unhappy_about_this_member_of_us"),
        ("x" * 50, "x" * 40),
    ],
)
def test_a_short_name_ends_with_a_whole_word(words, code):
    assert code_from(words) == code


def test_years_may_be_typed_for_months():
    assert read_length("6 years") == {"months": 72}
    with pytest.raises(Wrong, match="months or years"):
        read_length("six years")

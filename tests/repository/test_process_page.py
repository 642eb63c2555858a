"""The procedure is what the page says, and hangs together: no step knows another, every promise can be kept."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from casereview.interfaces.command.process_page import page
from casereview.process import STEPS, events
from casereview.schemes.load import check_file, newest
from casereview.schemes.model import Scheme
from casereview.wording.events import EVENTS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "casereview" / "steps"
FILES = {path.stem: path for path in FOLDER.glob("*.py")}
SCHEMES = sorted((ROOT / "schemes").glob("*.toml"))
# Recorded by more than one step: a correction is a fact of the same kind; a letter goes by several ways; a case that
# goes on in another begins that one as the panel, or whoever applies, would.
CORRECTING = "correct_fact"
SEVERAL = {
    "application_received": {"receive_application", "begin_again"},
    "review_ordered": {"order_review", "begin_again"},
    "decision_reopened": {"reopen_decision", "begin_again"},
    "referral_made": {"record_referral", "withdraw"},
    "conflict_declared": {"declare_chair", "declare_conflict"},
    "task_added": {"add_task", "declare_chair", "declare_conflict", "name_representative", "send_plan"},
    "task_done": {"finish_task", "confirm_representative", "end_representative"},
    "letter_cancelled": {"cancel_letter", "end_representative"},
    "involvement_offered": {"offer_involvement", "arrange_meeting"},
    "review_held": {"hold_review", "adjourn_review"},
    "statement_read": {"hold_review", "adjourn_review"},
    "letter_sent": {"record_dispatch", "post_letter", "read_aloud"},
    "acknowledgement_sent": {"record_dispatch", "post_letter", "read_aloud"},
    "decision_notice_sent": {"record_dispatch", "post_letter", "read_aloud"},
    "plan_sent": {"record_dispatch", "post_letter", "read_aloud"},
    "completion_notice_sent": {"record_dispatch", "post_letter", "read_aloud"},
    "appeal_acknowledged": {"record_dispatch", "post_letter", "read_aloud"},
    "qualification_notice_sent": {"record_dispatch", "post_letter", "read_aloud"},
    "appeal_received": {"receive_appeal", "confirm_appeal"},
    "contact_attempted": {"log_contact", "contact_appellant"},
    "action_agreed": {"agree_action", "drop_action"},
    "recommendation_made": {"make_recommendation", "drop_action"},
    "applicant_answered": {"ask_applicant", "say_whether_stopped"},
    "outcome_notice_sent": {"record_dispatch", "post_letter", "read_aloud"},
    "panel_declared": {"declare_panel_chair", "declare_panel_member"},
    "panel_conflict_declared": {"declare_panel_chair", "declare_panel_member"},
    "own_information_given": {"record_dispatch", "post_letter", "read_aloud", "hand_over_information"},
    "case_erased": {"erase_after_time", "erase_on_request", "erase_again"},
    "case_closed": {"close", "erase_again"},
    "notice_served": {"record_dispatch", "post_letter", "read_aloud", "letter_read", "record_bounce"},
}


def test_the_page_is_current():
    current = (ROOT / "PROCESS.md").read_text(encoding="utf-8")
    assert current == page(), "run: python manage.py process --write"


def test_each_kind_of_fact_has_its_one_step():
    steps = [step for step in STEPS.values() if step.name != CORRECTING]
    times = Counter(kind for step in steps for kind in step.records)
    shared = {
        kind: {step.name for step in steps if kind in step.records} for kind, n in times.items() if n > 1
    }
    assert shared == SEVERAL
    assert set(STEPS[CORRECTING].records) <= set(times)


def imported(path):
    """What a file imports, as full names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_step_imports_another(name):
    others = {f"casereview.steps.{step}" for step in STEPS if step != name}
    found = {other for other in others for each in imported(FILES[name]) if each.startswith(f"{other}.")}
    assert not found
    assert not {each for each in imported(FILES[name]) if each in others}


def test_every_step_has_a_file_of_its_name():
    assert set(STEPS) <= set(FILES)


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_every_promise_starts_and_stops_with_a_fact_that_some_step_records(path):
    assert isinstance(check_file(path, events()), Scheme)


def test_an_event_that_no_step_records_is_refused(tmp_path):
    wrong = tmp_path / "durham.toml"
    text = (ROOT / "schemes" / "durham.toml").read_text(encoding="utf-8")
    wrong.write_text(text.replace('stops = "contact_made"', 'stops = "contact_maid"'), encoding="utf-8")
    assert "contact_maid" in str(check_file(wrong, events()))


def test_every_event_that_a_clock_names_is_known_and_has_words():
    named = {
        event
        for path in SCHEMES
        for clock in newest(path.stem).clocks.values()
        for event in (*clock.starts, *clock.stops, clock.counts_back_from)
        if event
    }
    assert named <= events().keys()


def test_every_event_that_a_clock_may_name_has_words():
    assert events().keys() == EVENTS.keys()
    assert events()["outcome_notice_sent"] == "the outcome of the appeal is sent"

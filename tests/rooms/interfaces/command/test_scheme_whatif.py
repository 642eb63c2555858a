"""`manage.py scheme whatif`, as an administrator uses it who is about to bring other rules into force."""

import json

import pytest
from django.core.management.base import CommandError

from casereview.cases.models import Case, Deadline, Fact, SchemeText, Summary
from casereview.cases.postgresql.roles import as_owner
from casereview.statistics.whatif import WhatIf
from tests.rooms.interfaces.command.test_scheme import run
from tests.what_if import FIFTEEN_DAYS, FIVE, durham

pytestmark = pytest.mark.usefixtures("on_that_day")


@pytest.fixture
def proposed(tmp_path):
    """A file with other rules for County Durham."""
    path = tmp_path / "durham.toml"
    path.write_text(durham(FIVE, FIFTEEN_DAYS).text)
    return str(path)


def everything():
    """All rows that say anything about the cases, and their rules."""
    with as_owner():
        return [
            list(model.objects.order_by("pk").values())
            for model in (Case, Fact, Deadline, Summary, SchemeText)
        ]


def test_it_says_in_sentences_what_would_change_and_changes_nothing(cases, proposed):
    before = everything()
    code, said, complaints = run("whatif", proposed)
    assert (code, complaints) == (0, "")
    assert said.startswith(
        "What would change in County Durham under the proposed rules from 1 November 2026\n"
    )
    three = sorted([cases.near.reference, cases.far.reference, cases.past.reference])
    named = f"Open: 3. References: {three[0]}, {three[1]} and {three[2]}.\n"
    for line in (
        "5 cases were rerun: 5 open, 0 closed. Nothing in them was changed.\n",
        "3 cases meet it and would not meet it any more. "
        f"They met it by: Separate incidents that one household reported (3). {named}",
        "2 cases do not meet it, as before.\n",
        "Holding the review, still running: 3 later; each 7 days later.\n",
        f"Of what is still to be done, a date would move in 3 open cases. {named}",
        "Figures of April 2025 to March 2026\n",
        "Decisions that there would be no review: 1. By the proposed rules’ own answer: 1 more.\n",
        "What it would have recommended nobody can know.\n",
    ):
        assert line in said
    assert everything() == before


def test_the_same_rules_change_nothing_and_it_says_so(cases, tmp_path):
    path = tmp_path / "durham.toml"
    path.write_text(durham().text)
    said = run("whatif", str(path))[1]
    assert "Nobody would: every case answers as before.\n" in said
    assert "None: every date stays where it is.\n" in said
    assert "By the proposed rules" not in said


def test_it_says_everything_as_json(cases, proposed):
    code, said, complaints = run("whatif", proposed, "--json")
    found = WhatIf.from_json(json.loads(said))
    assert (code, complaints, found.open_cases, found.moved.number) == (0, "", 5, 3)


def test_a_faulty_file_is_answered_line_by_line(proposed, tmp_path):
    (tmp_path / "durham.toml").write_text("area = 3\n" + durham().text)
    code, said, complaints = run("whatif", proposed)
    assert (code, said) == (1, "")
    assert complaints.startswith(f"{proposed}:")


@pytest.mark.django_db
def test_an_area_without_rules_in_force_is_refused_in_one_line(tmp_path):
    path = tmp_path / "durhan.toml"
    path.write_text(durham().text)
    with pytest.raises(CommandError, match=r'no scheme "durhan" .* Did you mean "durham"') as refused:
        run("whatif", str(path))
    assert refused.value.returncode == 2

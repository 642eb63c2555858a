"""What proposed rules would change is asked of the worker, kept, and asked for again."""

from datetime import date

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from casereview.people.models import Proposal
from casereview.statistics.whatif.result import Answers, Cases, WhatIf
from tests.rooms.interfaces.staff.rules.handing_in import propose, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def worked(settings):
    """The worker does at once what is asked of it."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def test_it_is_asked_for_when_rules_are_proposed(client, boss):
    proposal = propose(client)
    assert DBTaskResult.objects.count() == 1
    said = words(client.get(proposal))
    assert "Asked for on Friday 4 December 2026" in said
    assert "See how far it is" in said
    Proposal.objects.update(done=4000, of=12000)
    assert "4000 of 12000 cases so far" in words(client.get(proposal + "what-if/"))
    client.post(proposal + "what-if/")  # while it is worked out, it is not asked for again
    assert DBTaskResult.objects.count() == 1


def test_it_is_kept_with_the_proposal_and_can_be_worked_out_again(client, boss, worked):
    proposal = propose(client)
    kept = Proposal.objects.get()
    assert kept.what_if["digest"] == kept.digest
    assert "Worked out on Friday 4 December 2026" in words(client.get(proposal))
    Proposal.objects.update(what_if={}, done=1, of=2)
    assert client.post(proposal + "what-if/").url == proposal + "what-if/"
    assert Proposal.objects.get().what_if["digest"] == kept.digest


def test_where_it_fails_that_is_said_and_it_can_be_tried_again(client, boss, worked, monkeypatch):
    def fails(*_args):
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr("casereview.interfaces.staff.settings.rules.tasks.what_if", fails)
        proposal = propose(client)
    assert "It could not be worked out." in words(client.get(proposal))
    client.post(proposal + "what-if/")
    assert "Worked out on" in words(client.get(proposal))


def test_cases_that_are_too_many_for_a_sentence_are_all_named_below(client, boss):
    proposal = propose(client)
    some = tuple(f"AAA-{number}" for number in range(12))
    answers = (
        Answers("met", "met", Cases(40), {}),
        Answers("met", "not_met", Cases(13, 3, some), {}),
        Answers("not_met", "met", Cases(2, 0, ("BBB-1", "BBB-2")), {}),
    )
    about = {"area": "durham", "starts": date(2027, 4, 1), "digest": "d", "on": date(2026, 12, 4)}
    found = WhatIf(
        **about, open_cases=9, closed_cases=46, erased=0, answers=answers, clocks=(), moved=Cases(), years=()
    )
    Proposal.objects.update(what_if=found.as_json(), what_if_at=timezone.now())
    said = words(client.get(proposal))
    assert "55 cases were rerun: 9 open, 46 closed." in said
    below = said[said.index("All references") :]
    assert f"{', '.join(some)} and 1 more" in below
    assert "BBB-1" in said
    assert "BBB-1" not in below

"""A decision that is taken again, in areas whose pages promise other things: nobody reads more or less of its day."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import Client

from casereview.cases.models import Case
from casereview.cases.postgresql.roles import acting
from casereview.jobs.letters import send_due
from casereview.jobs.linked_cases import open_linked_cases
from casereview.letters.markup import to_plain
from casereview.letters.models import SentLetter
from casereview.people.viewer import SYSTEM
from tests.rooms.interfaces.applicant.conftest import come_in
from tests.rooms.steps.conftest import THREE, World, moment
from tests.rooms.steps.test_linked_cases import upheld
from tests.rooms.steps.test_reopen import MISTAKE, SAFE

pytestmark = pytest.mark.usefixtures("db")
MONDAY = date(2026, 12, 14)
DECIDE = re.compile(r"\[clock\.decide\].*?(?=\n\[)", re.DOTALL)
CLOCK = '[clock.decide]\nstops = "decision_notice_sent"\nsource = "what happens next"\n'
TEN = "length = { working_days = 10 }\n"
NONE = "No date is promised for the decision."
# What the page says of the decision, and what is said of one that is taken again from Monday 14 December 2026.
PAGES = [
    # Ten working days, without Christmas Day and Monday 28 December: Wednesday 30 December.
    (TEN + 'starts = ["application_received", "decision_reopened"]\n', "30 December 2026"),
    (
        TEN + 'starts = "unstated"\n',
        "The public page says of the decision: within 10 working days (it is not said from when).",
    ),
    (
        'says = "as soon as we can"\nstarts = ["application_received", "decision_reopened"]\n',
        "The public page says of the decision: as soon as we can.",
    ),
    # Counted from a request, or from answers: both lie before, in the other case.
    (TEN + 'starts = "application_received"\n', NONE),
    (TEN + 'starts = "application_dispatched"\n', NONE),
    (TEN + 'starts = "all_reports_answered"\n', NONE),
    ('starts = ["application_received", "decision_reopened"]\n', NONE),
]


@pytest.fixture(params=PAGES, ids=lambda page: page[0].replace("\n", " "))
def page(request, tmp_path, monkeypatch, time_machine):
    """Durham's rules with another promise for the decision: what is said of it when it is taken again."""
    lines, says = request.param
    durham = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
    (tmp_path / "durham.toml").write_text(DECIDE.sub(lambda _found: CLOCK + lines, durham, count=1))
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    time_machine.move_to(moment(MONDAY, 13))
    return says


@pytest.fixture
def answered(page):
    """Robin's case, of which every body that was told has answered what it holds."""
    world = World()
    world.apply(*THREE)
    world.read_and_owned()
    world.told_to_all()
    for body in (world.police, world.council, world.health):
        theirs = [report for report in world.record().reports if report.own == body.holder]
        answers = {f"answer_{report.number}": "confirmed" for report in theirs}
        world.take("answer_reports", body=body.holder, **answers, others=0)
    return world


def letter_of(answered):
    """The letter about the case that follows, which says when it is decided: its code and its text."""
    with acting(SYSTEM):
        open_linked_cases()
        send_due(moment(MONDAY, 14))
        (one,) = SentLetter.objects.filter(letter__case=Case.objects.get(follows=answered.case))
        return one.letter.code, " ".join(to_plain(one.prose).split())


def test_the_letter_of_a_case_that_goes_on_says_of_the_decision_what_the_page_says(answered, page):
    answered.take("withdraw", **SAFE)
    answered.take("reopen", today=MONDAY, **MISTAKE)
    code, text = letter_of(answered)
    assert code == "case_reopened"
    assert page in text
    assert (NONE in text) == (page == NONE)


def test_so_does_the_letter_of_a_decision_that_the_panel_wants_anew(answered, page):
    upheld(answered, "new_decision")
    code, text = letter_of(answered)
    assert code == "new_decision"
    assert page in text
    assert (NONE in text) == (page == NONE)


def test_and_so_does_their_own_page(answered, page):
    upheld(answered, "new_decision")
    letter_of(answered)
    client = Client()
    come_in(client, SimpleNamespace(person=answered.robin, reference=answered.case.reference))
    home = client.get("/my/").content.decode()
    assert page in home
    assert (NONE in home) == (page == NONE)

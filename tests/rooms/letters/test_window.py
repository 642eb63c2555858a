"""Until when somebody can appeal, as letters say it: counted as the area's page says, never guessed."""

from datetime import date

import pytest

from casereview.cases.models import Person
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.postgresql.roles import acting
from casereview.letters.markup import to_plain
from casereview.letters.provisional import as_if
from casereview.letters.render import preview
from casereview.people.viewer import SYSTEM
from tests.rooms.letters.conftest import record_of
from tests.silent import APPEAL, BARE

ON = date(2026, 11, 18)  # a Wednesday
NO_APPEAL = "The public page does not say what happens if you disagree. The law asks the organisations"
NO_LAST_DAY = "The public page names no last day to appeal."
CLOCK = '[clock.appeal]\nstops = "appeal_received"\nsurvives_close = true\nowed_by = "applicant"\nsource = "appeals"\n'
TEN_DAYS = "length = { working_days = 10 }\n"
SERVED_PLAN = 'starts = "plan_sent"\nstarts_on = "served"\n'
BARRED = 'barred_while = ["plan_live"]\n'


def words(*facts, **told):
    return [NewFact(kind, ON, {}, words=(Told({"reasons": "R", **told}),)) for kind in facts]


REFUSED, MET = words("threshold_not_met"), words("threshold_met")
SETTLED = [*MET, *words("plan_settled", outcome="It is true", considered="All of it")]
COMPLETED = [*SETTLED, *words("plan_completed", for_applicant="It has stopped")]


@pytest.fixture
def says(tmp_path, monkeypatch, apply):
    """What a letter says where the page is bare but for this."""

    def says(page, code, facts, *contacts, html=False):
        for area in ("durham", "darlington"):
            (tmp_path / f"{area}.toml").write_text(BARE.replace("{area}", area.title()) + page)
        monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
        case = apply(*contacts)
        record = as_if(record_of(case), Outcome(tuple(facts)))
        with acting(SYSTEM):
            holder = Person.objects.get(case=case).holder
            made = preview(record, code, holder)
            return made.html if html else " ".join(to_plain(made.prose).split())

    return says


LETTERS = [("threshold_not_met", REFUSED), ("plan", SETTLED), ("plan_completed", COMPLETED)]


@pytest.mark.parametrize(("code", "facts"), LETTERS)
def test_a_page_without_an_appeal_promises_none_and_says_what_the_law_asks(says, code, facts):
    text = says("", code, facts)
    assert NO_APPEAL in text
    assert "complaints procedure" in text
    for promise in ("can appeal", "How to appeal", "last day to appeal", "the appeal", "panel"):
        assert promise not in text, promise


@pytest.mark.parametrize(("code", "facts"), LETTERS)
def test_an_appeal_without_a_time_has_no_last_day(says, code, facts):
    text = says(APPEAL, code, facts)
    assert NO_LAST_DAY in text
    assert "Write and say why you disagree." in text
    assert NO_APPEAL not in text
    assert "Late?" not in text


def test_a_time_of_which_nobody_knows_the_beginning_is_said_as_it_is(says):
    text = says(APPEAL + CLOCK + TEN_DAYS + 'starts = "unstated"\n', "threshold_not_met", REFUSED)
    assert "You have 10 working days to appeal. The public page does not say from when." in text


def test_days_that_begin_with_the_letter_about_the_plan_are_counted_from_its_service(says):
    page = APPEAL + CLOCK + TEN_DAYS + SERVED_PLAN
    # e-mailed whole on Wednesday 18 November: served that day; ten working days later is Wednesday 2 December
    assert "The last day to appeal is Wednesday 2 December 2026." in says(page, "plan", SETTLED)
    opened = says(page, "plan", SETTLED, {"method": "applicant_calls"})  # the letter is on their page
    assert "You have 10 working days to appeal, from the day on which you open this letter" in opened


def test_days_that_begin_with_another_letter_are_none_of_a_refusal(says):
    text = says(APPEAL + CLOCK + TEN_DAYS + SERVED_PLAN, "threshold_not_met", REFUSED)
    assert NO_LAST_DAY in text
    assert "10 working days" not in text


def test_days_that_begin_when_a_letter_goes_are_counted_from_that_day(says):
    page = APPEAL + CLOCK + TEN_DAYS + 'starts = "decision_notice_sent"\n'
    assert "The last day to appeal is Wednesday 2 December 2026." in says(page, "threshold_not_met", REFUSED)


def test_while_the_plan_goes_on_nobody_is_told_that_they_may_appeal_now_if_the_page_bars_it(says):
    waits = APPEAL + BARRED + CLOCK + TEN_DAYS + 'starts = "completion_notice_sent"\nstarts_on = "served"\n'
    text = says(waits, "plan", SETTLED)
    assert "The last day to appeal is not yet fixed. It will be 10 working days after our letter" in text
    assert "no appeal while the action plan is still being carried out" in text
    assert "you may appeal now" in says(waits.replace(BARRED, ""), "plan", SETTLED)


SENT, OPENED = date(2026, 10, 20), NewFact("notice_served", date(2026, 10, 20), {"event": "plan_sent"})
SENT_LONG_AGO = [
    NewFact(kind, SENT, {}, words=(Told({"outcome": "It is true", "considered": "All of it"}),))
    for kind in ("threshold_met", "plan_settled", "plan_sent")
]


def test_who_could_not_appeal_before_the_plan_was_completed_is_not_told_that_they_are_late(says):
    page = APPEAL + BARRED + CLOCK + TEN_DAYS + SERVED_PLAN
    completed = [*SENT_LONG_AGO, OPENED, *words("plan_completed", for_applicant="It has stopped")]
    # ten working days after Tuesday 20 October: Tuesday 3 November
    text = says(page, "plan_completed", completed)
    assert "The last day to appeal was Tuesday 3 November 2026. No appeal was taken then, so" in text
    assert "Late?" not in text
    text = says(page.replace(BARRED, ""), "plan_completed", completed)
    assert "The last day to appeal was Tuesday 3 November 2026. What was done" in text
    assert "Late? Send it all the same, and say why it is late." in text


def test_the_letter_with_the_plan_says_so_beforehand(says):
    page = APPEAL + BARRED + CLOCK + TEN_DAYS + SERVED_PLAN
    not_late = "If the last day passes while the plan is being carried out, an appeal after it is not late."
    assert not_late in says(page, "plan", SETTLED)
    assert "<p>Late? Send it all the same" in says(page, "plan", SETTLED, html=True)  # of its own
    assert not_late not in says(page.replace(BARRED, ""), "plan", SETTLED)


def test_who_is_refused_is_not_told_of_a_plan_that_bars_an_appeal(says):
    page = APPEAL + 'barred_while = ["plan_live", "body_responding"]\n'
    text = says(page, "threshold_not_met", REFUSED)
    assert "no appeal while an organisation is still responding to the problem" in text
    assert "action plan" not in text


@pytest.mark.parametrize("own_words", ['says = "usually"\n', ""])
def test_the_words_of_the_page_stand_below_its_days(says, own_words):
    text = says(
        APPEAL + CLOCK + 'starts = "threshold_not_met"\n' + TEN_DAYS + own_words, "threshold_not_met", REFUSED
    )
    assert "The last day to appeal is Wednesday 2 December 2026." in text
    assert ("In the page’s words: Usually." in text) == bool(own_words)


REVIEW = '[clock.review]\nstarts = "threshold_met"\nstops = "review_held"\n' + TEN_DAYS + 'source = "p"\n'
DECIDE = (
    '[clock.decide]\nstarts = "application_received"\nstops = "decision_notice_sent"\n'
    + TEN_DAYS
    + 'source = "p"\n'
)


@pytest.mark.parametrize("own_words", ['says = "unless it is complex"\n', ""])
def test_no_letter_promises_a_day_without_the_condition_that_the_page_makes(says, own_words):
    beside = " (the public page says: “unless it is complex”)" if own_words else ""
    met = says(REVIEW + own_words, "threshold_met", MET)
    assert f"The meeting must be held by Wednesday 2 December 2026{beside}." in met
    acknowledged = says(DECIDE + own_words, "acknowledgement", [])
    assert "By Wednesday 2 December 2026: 10 working days after" in acknowledged
    assert ("In the page’s words: Unless it is complex." in acknowledged) == bool(own_words)


MEETS = (
    '\n[group]\nname = "Harm Panel"\nsource = "p"\n{}\n[clock.decide]\nstarts = "application_received"\n'
    'stops = "decision_notice_sent"\nlength = "next_meeting"\nsource = "p"\n'
)


@pytest.mark.parametrize("own_words", ['says = "every four weeks"\n', ""])
def test_of_a_group_that_meets_a_letter_says_when_as_far_as_the_page_does(says, own_words):
    text = says(MEETS.format(own_words), "acknowledgement", [])
    assert "The public page says of the decision: at the next meeting of the Harm Panel" in text
    assert ("the Harm Panel (it meets: every four weeks)." in text) == bool(own_words)


TIMES = (
    '\n[clock.qualify]\nstarts = "appeal_referred"\nstops = "appeal_qualified"\n'
    + TEN_DAYS
    + 'source = "p"\n{0}'
    '\n[clock.plan]\nstarts = "review_held"\nstops = "plan_sent"\n' + TEN_DAYS + 'source = "p"\n{0}'
)
HELD = [*MET, *words("review_held"), *words("plan_drafted", outcome="It is true", considered="All of it")]


@pytest.mark.parametrize("own_words", ['says = "unless it is complex"\n', ""])
def test_nor_a_length_nor_the_day_of_the_plan(says, own_words):
    beside = " (the public page says: “unless it is complex”)" if own_words else ""
    page = APPEAL + TIMES.replace("{0}", own_words)
    appealed = NewFact("appeal_received", ON, {"about": "threshold", "channel": "web"})
    taken = says(page, "appeal_acknowledgement", [*REFUSED, appealed])
    assert f"It is promised within 10 working days{beside} of the day on which" in taken
    draft = says(page, "plan_draft", HELD)
    assert f"You will have the plan in writing by Wednesday 2 December 2026{beside}." in draft

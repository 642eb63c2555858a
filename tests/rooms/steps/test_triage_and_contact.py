"""Reading for danger, having a named contact, being reached: and who may not do any of it."""

from datetime import date

import pytest

from casereview.cases.models import Summary
from casereview.cases.postgresql.roles import acting
from casereview.process import Invalid, NotAllowed, NotOpen
from casereview.wording.told import told_words
from tests.rooms.steps.conftest import THREE

QUIET = dict.fromkeys(("domestic_abuse", "child", "suicide", "safeguarding", "hate_motive"), "no")


@pytest.fixture
def case(world):
    return world.apply(*THREE)


def summary(world):
    with acting(world.cora):
        return Summary.objects.get(case=world.case)


def errors_of(world, name, **answers):
    with pytest.raises(Invalid) as refused:
        world.take(name, **answers)
    return refused.value.form.errors


def test_reading_for_danger_stops_the_clock_of_the_day(world, case):
    before = {run.clock for run in world.record().deadlines if run.is_open}
    world.take("triage_risk", danger="no", risk="standard", **QUIET)
    after = {run.clock for run in world.record().deadlines if run.is_open}
    assert before - after == {"triage"}
    assert summary(world).risk == "standard"


def test_danger_is_never_a_standard_risk(world, case):
    assert "risk" in errors_of(world, "triage_risk", danger="yes", risk="standard", **QUIET)
    world.take("triage_risk", danger="yes", risk="immediate", **QUIET)
    assert summary(world).risk == "immediate"


def test_an_answer_that_speaks_of_danger_comes_first_until_somebody_has_read_it(world):
    world.apply(*THREE, codes={"danger": "yes"})
    calm = summary(world).order
    assert summary(world).risk == "immediate"
    world.take("triage_risk", danger="no", risk="standard", **QUIET)
    assert calm < summary(world).order


def test_a_concern_at_any_stage_puts_the_case_on_top(world, case):
    world.take("triage_risk", danger="no", risk="standard", **QUIET)
    world.take("record_concern", concern="He has a key to her flat")
    assert summary(world).risk == "immediate"


def test_notes_on_risk_are_for_staff_alone(world, case):
    world.take("triage_risk", danger="no", risk="high", notes="A child lives there", **QUIET)
    world.told_to_all()
    triaged = world.record().latest("risk_triaged")
    assert world.record().said(triaged, "notes") == "A child lives there"
    assert world.record(world.officer).said(triaged, "notes") == ""


def test_contact_and_deputy_are_two_of_the_areas_coordinators(world, case):
    assert "deputy" in errors_of(world, "assign_owner", owner=world.cora.holder, deputy=world.cora.holder)
    assert "owner" in errors_of(world, "assign_owner", owner=world.stranger.holder)
    world.take("assign_owner", owner=world.cora.holder, deputy=world.dan.holder)
    assert (summary(world).owner, summary(world).deputy) == (world.cora.holder, world.dan.holder)


def test_an_absence_is_handed_to_the_deputy(world, case):
    with pytest.raises(NotOpen, match="no deputy"):
        world.take("hand_over", until="2026-12-04")
    world.take("assign_owner", owner=world.cora.holder, deputy=world.dan.holder)
    world.take("hand_over", until="2026-12-04")
    assert (summary(world).owner, summary(world).deputy) == (world.dan.holder, world.cora.holder)


def test_a_task_is_open_until_it_is_done(world, case):
    with pytest.raises(NotOpen):
        world.take("finish_task", task="any")
    added = world.take("add_task", what="Ring the school", who=world.dan.holder, due="2026-11-20").facts[0]
    world.take("finish_task", task=str(added.id))
    with pytest.raises(NotOpen):
        world.take("finish_task", task=str(added.id))


def test_what_has_happened_lies_not_ahead(world, case):
    later = {"route": "phone", "outcome": "no_answer", "time": "09:00", "on": "2026-11-19"}
    assert "on" in errors_of(world, "log_contact", **later)
    world.take("log_contact", **{**later, "on": "2026-11-18"})


def test_a_talk_stops_the_clock_and_a_try_does_not(world, case):
    world.take("log_contact", route="phone", outcome="no_answer", time="09:00")
    assert "contact" in {run.clock for run in world.record().deadlines if run.is_open}
    assert "notes" in errors_of(world, "log_contact", route="phone", outcome="reached", time="09:30")
    world.take("log_contact", route="phone", outcome="reached", time="09:30", notes="Sleeps badly")
    assert "contact" not in {run.clock for run in world.record().deadlines if run.is_open}


def test_we_write_after_three_tries_at_different_times(world, case):
    tried = {"route": "phone", "outcome": "no_answer"}
    world.take("log_contact", time="09:00", **tried)
    world.take("log_contact", time="09:00", **tried)
    assert "write" in errors_of(world, "log_contact", time="13:00", write="on", **tried)
    world.take("log_contact", time="13:00", **tried)
    world.take("log_contact", time="17:00", write="on", **tried)
    assert "tried_to_reach" in [letter.code for letter in world.record().letters]


def test_no_longer_safe_works_at_once_and_a_new_way_waits_to_be_confirmed(world, case):
    robin = world.record().applicant
    (old,) = world.record().contacts_of(robin)
    world.take(
        "change_contact", person=robin.holder, unsafe=[str(old.id)], method="phone", value="01632 960001"
    )
    email, phone = sorted(world.record().contacts_of(robin), key=lambda contact: contact.method)
    assert (email.never, phone.never, phone.confirmed) == (True, False, False)
    refused = {"route": "email", "outcome": "no_answer", "time": "09:00"}
    assert "never" in errors_of(world, "log_contact", **refused)["route"][0]
    world.take("change_contact", person=robin.holder, confirmed=[str(phone.id)])
    assert [row.confirmed for row in world.record().contacts_of(robin) if row.method == "phone"] == [True]


def test_who_moves_is_never_written_to_at_the_old_address(world, case):
    robin = world.record().applicant
    world.take("change_contact", person=robin.holder, method="post", value="1 Old Street")
    world.take("change_contact", person=robin.holder, method="post", value="2 New Street")
    addresses = {row.value: row.never for row in world.record().contacts_of(robin) if row.method == "post"}
    assert addresses == {"1 Old Street": True, "2 New Street": False}


def test_questions_and_answers(world, case):
    robin = world.record().applicant
    world.take("request_information", person=robin.holder, questions="When did you ring the council?")
    assert "questions" in [letter.code for letter in world.record().letters]
    assert "told" in errors_of(world, "add_information", channel="phone")
    world.take(
        "add_information",
        channel="phone",
        incident_on="2026-11-05",
        incident="bins set alight",
        reported_to=world.council.holder,
        reported_on="2026-11-06",
    )
    record = world.record()
    assert [incident.number for incident in record.incidents] == [1, 2, 3, 4]
    assert (record.reports[-1].number, record.reports[-1].own) == (4, world.council.holder)
    assert record.reports[-1].on_from == date(2026, 11, 6)


@pytest.mark.parametrize("who", ["stranger", "officer"])
@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("triage_risk", {"danger": "no", "risk": "high", **QUIET}),
        ("record_concern", {"concern": "x"}),
        ("log_contact", {"route": "phone", "outcome": "no_answer", "time": "09:00"}),
        ("add_task", {"what": "x"}),
        ("record_referral", {"referred_to": "police", "notes": "x"}),
        ("agree_protection", {"what": "x"}),
        ("liaise_with_partnership", {"partnership": "x", "with_whom": "y"}),
        ("record_death", {"notes": "x"}),
    ],
)
def test_a_coordinator_may_and_others_may_not(world, case, who, name, answers):
    world.told_to_all()
    with pytest.raises(NotAllowed):
        world.take(name, getattr(world, who), **answers)
    world.take(name, **answers)


def test_what_was_found_is_for_the_office_and_not_for_bodies(world):
    world.apply(*THREE)
    world.take("triage_risk", risk="high", danger="no", **{**QUIET, "domestic_abuse": "yes"})
    world.told_to_all()
    fact = world.record(world.officer).latest("risk_triaged")
    assert fact.codes == {"risk": "high"}
    assert world.record(world.officer).words.get(fact.id) is None
    told = told_words(world.record().words[fact.id][0].values)
    assert "Is there domestic abuse? Yes." in dict(told)["What it was read for"]

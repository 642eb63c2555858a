"""What bodies are told, what they answer, and what none of them ever learns."""

import pytest

from casereview.cases.models import Report
from casereview.cases.postgresql.roles import acting
from casereview.cases.threshold import receipt_of
from casereview.process import Invalid, NotAllowed, NotOpen
from tests.rooms.steps.conftest import THREE


def shown(world, viewer):
    record = world.record(viewer)
    (fact,) = [fact for fact in record.facts if record.said(fact, "incidents", None) is not None]
    return {name: record.said(fact, name) for name in ("name", "place", "incidents", "problem")}


def test_each_body_sees_the_reports_made_to_it_and_no_other(world):
    world.apply(*THREE)
    with pytest.raises(NotAllowed):  # it has no case before it is told of one
        world.take("answer_reports", world.officer, body=world.police.holder)
    world.told_to_all()
    with acting(world.officer):
        assert [r.number for r in Report.objects.visible_to(world.officer)] == [1, 3]
    assert len(shown(world, world.officer)["incidents"]) == 2
    assert len(shown(world, world.other_officer)["incidents"]) == 1


def test_who_applies_for_themselves_is_named_to_the_bodies(world):
    world.apply(*THREE)
    world.told_to_all()
    assert shown(world, world.officer)["name"] == "Robin"


def test_without_consent_bodies_get_place_and_days_and_nobodys_name(world):
    world.apply(*THREE)
    world.take("record_consent", person=world.record().applicant.holder, consent="withdrawn")
    world.told_to_all()
    told = shown(world, world.officer)
    assert (told["name"], told["problem"], told["place"]) == ("", "", "North Road")
    assert all("shouting" not in line for line in told["incidents"])


def test_a_body_they_asked_to_keep_it_from_is_told_only_with_a_reason(world):
    world.apply(*THREE, keep_from=[world.police.holder])
    with pytest.raises(Invalid) as refused:
        world.take("dispatch_application", bodies=[world.police.holder])
    assert "keep_from_reason" in refused.value.form.errors
    world.take(
        "dispatch_application", bodies=[world.police.holder], keep_from_reason="The law; they were told"
    )
    assert shown(world, world.officer)["name"] == ""


def test_it_goes_to_each_body_once(world):
    world.apply(*THREE)
    world.take("dispatch_application", bodies=[world.police.holder])
    with pytest.raises(Invalid):
        world.take("dispatch_application", bodies=[world.police.holder])
    world.take("dispatch_application", bodies=[world.council.holder, world.health.holder])
    with pytest.raises(NotOpen, match="every body"):
        world.take("dispatch_application", bodies=[world.council.holder])


def test_a_body_answers_for_itself_alone(world):
    world.apply(*THREE)
    world.told_to_all()
    with pytest.raises(NotAllowed):
        world.take("answer_reports", world.other_officer, body=world.police.holder, answer_1="no_record")
    world.take(
        "answer_reports", world.officer, body=world.police.holder, answer_1="confirmed", answer_3="confirmed"
    )
    open_for = {
        run.subject for run in world.record().deadlines if run.clock == "reports_confirmed" and run.is_open
    }
    assert open_for == {world.council.holder, world.health.holder}


def test_every_report_of_the_body_is_answered(world):
    world.apply(*THREE)
    world.told_to_all()
    with pytest.raises(Invalid) as refused:
        world.take("answer_reports", world.officer, body=world.police.holder, answer_1="confirmed")
    assert set(refused.value.form.errors) == {"answer_3"}


def counts(world):
    statute = receipt_of(world.record()).statute
    return len(statute.counted), len(statute.discounted), len(statute.unknown)


def test_no_record_leaves_every_report_where_it_was(world):
    world.apply(*THREE)
    assert counts(world) == (3, 0, 0)
    world.told_to_all()
    world.take(
        "answer_reports", world.officer, body=world.police.holder, answer_1="no_record", answer_3="no_record"
    )
    assert counts(world) == (3, 0, 0)


def test_a_body_s_other_date_makes_a_report_unknown_never_uncounted(world):
    world.apply(*THREE)  # the first: happened 1 October, reported 2 October
    world.told_to_all()
    world.take(
        "answer_reports",
        world.officer,
        body=world.police.holder,
        answer_1="corrected",
        day_1="2026-11-15",  # six weeks after: too late, if that was the day
        answer_3="confirmed",
    )
    assert counts(world) == (2, 0, 1)


def test_only_a_reasoned_finding_takes_a_report_out_and_a_correction_brings_it_back(world):
    world.apply(*THREE)
    report = str(world.record().reports[0].id)
    finding = {"report": report, "ground": "other_matter", "found_by": "C. Ordinator, this office"}
    with pytest.raises(Invalid) as refused:
        world.take("discount_report", **finding)
    assert "reasons" in refused.value.form.errors
    with pytest.raises(Invalid):
        world.take("discount_report", **{**finding, "ground": "no_record", "reasons": "They hold nothing"})
    found = world.take("discount_report", **finding, reasons="It was about a lost dog").facts[0]
    assert counts(world) == (2, 1, 0)
    world.take("correct_fact", fact=str(found.id), what="taken_back", reason="the dog was not lost")
    assert counts(world) == (3, 0, 0)


def test_others_whom_bodies_confirm_count_as_people_without_a_name(world):
    world.apply(*THREE[:1])
    world.told_to_all()
    world.take(
        "answer_reports",
        world.officer,
        body=world.police.holder,
        answer_1="confirmed",
        others="4",
        others_from="2026-10-05",
        others_to="2026-10-20",
    )
    (community,) = [route for route in receipt_of(world.record()).routes if route.name == "community"]
    assert (community.found, community.number) == (5, True)


def test_a_view_is_given_on_a_proposal_and_a_disagreement_has_reasons(world):
    world.apply(*THREE)
    world.told_to_all()
    mine = {"body": world.police.holder, "given_by": "Insp. A. Hill"}
    with pytest.raises(NotOpen, match="proposed"):
        world.take("record_body_view", world.officer, view="agree", **mine)
    world.take("propose_decision", result="met", reasons="Three complaints")
    assert [letter.code for letter in world.record().letters].count("views_wanted") == 3
    with pytest.raises(NotAllowed):
        world.take("record_body_view", world.other_officer, view="agree", **mine)
    with pytest.raises(Invalid):
        world.take("record_body_view", world.officer, view="disagree", **mine)
    world.take("record_body_view", world.officer, view="disagree", reasons="Two were calls for help", **mine)
    said = world.record(world.officer).latest("body_view_recorded")
    assert world.record(world.officer).said(said, "reasons") == "Two were calls for help"
    assert world.record(world.other_officer).said(said, "reasons") == ""

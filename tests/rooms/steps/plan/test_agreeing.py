"""Actions and recommendations: none without an owner and a date, each with a number that is its own for ever."""

from datetime import date

import pytest

from casereview.cases.models import Action, Recommendation
from casereview.cases.plan import progress, recommendations
from casereview.cases.postgresql.roles import acting
from casereview.process import STEPS, Invalid, NotAllowed, NotOpen
from tests.rooms.steps.plan.conftest import HELD, SIGNED, Reviewed


def errors_of(call, **answers):
    with pytest.raises(Invalid) as refused:
        call(**answers)
    return refused.value.form.errors


@pytest.mark.parametrize("missing", ["body", "due", "what", "officer", "measure", "told"])
def test_no_action_without_owner_date_and_what_it_is(reviewed, missing):
    assert missing in errors_of(reviewed.agree, **{missing: ""})
    reviewed.agree()
    assert [each.number for each in progress(reviewed.now())] == [1]


def test_an_action_is_agreed_from_the_meeting_on(bare):
    with pytest.raises(NotOpen, match="has not been arranged"):
        bare.agree()
    bare.happened("meeting_arranged", HELD, {"for": HELD.isoformat(), "time": "10:00"})
    bare.agree(due=date(2026, 12, 10))
    assert bare.now().has("action_agreed")


def test_nothing_is_due_before_it_is_agreed(reviewed):
    assert "due" in errors_of(reviewed.agree, due=HELD)
    reviewed.agree(due=SIGNED)


def test_a_change_is_a_correction_with_its_reason_and_keeps_the_number(reviewed):
    reviewed.agree()
    reviewed.agree(body=reviewed.council)
    assert "reason" in errors_of(reviewed.agree, number="1", what="Write a letter")
    reviewed.agree(number="1", what="Write a letter", reason="A visit was too much", due=date(2026, 12, 18))
    record = reviewed.now()
    found = progress(record)
    assert [(each.number, each.body) for each in found] == [
        (1, reviewed.police.holder),
        (2, reviewed.council.holder),
    ]
    assert (found[0].action.what, found[0].due) == ("Write a letter", date(2026, 12, 18))
    assert [fact.reason for fact in record.facts if fact.corrects_id] == ["A visit was too much"]


def test_the_form_of_a_change_begins_with_how_it_stands(reviewed):
    reviewed.agree()
    form = STEPS["agree_action"].form(record=reviewed.now(), initial={"number": "1"})
    assert form.initial["officer"] == "Sgt Jo Hale"
    assert form.initial["due"] == date(2026, 12, 10)
    assert "officer" not in STEPS["agree_action"].form(record=reviewed.now()).initial


def test_a_number_that_was_dropped_is_not_given_again(reviewed):
    reviewed.agree()
    part = str(progress(reviewed.now())[0].agreed.id)
    with pytest.raises(Invalid):
        reviewed.take("drop_action", part=part, reason="")
    reviewed.take("drop_action", part=part, reason="It is done by another action")
    reviewed.agree()
    assert [each.number for each in progress(reviewed.now())] == [2]


def test_the_escalation_contact_is_the_body_s_own_unless_named(reviewed):
    reviewed.police.escalation_name = "Superintendent"
    reviewed.police.save()
    reviewed.agree()
    reviewed.agree(escalation="The chief")
    assert [each.action.escalation for each in progress(reviewed.now())] == ["Superintendent", "The chief"]


def test_a_body_that_it_is_kept_from_owns_no_action(db):
    world = Reviewed()
    landlord = world.police.__class__.objects.create(
        area=world.area, code="landlord", kind="landlord", name="Moorside", mailbox="m@example.org"
    )
    world.begin(keep_from=[landlord.holder])
    world.held()
    assert "body" in errors_of(world.agree, body=landlord)
    world.agree(body=world.health)


def test_a_recommendation_has_one_addressee(reviewed):
    assert "addressee" in errors_of(reviewed.recommend, body="", addressee="")
    assert "addressee" in errors_of(reviewed.recommend, addressee="The minister")
    reviewed.recommend()
    reviewed.recommend(body="", addressee="The head of Northfield School")
    found = recommendations(reviewed.now())
    assert [(each.number, each.own, each.addressee) for each in found] == [
        (1, reviewed.council.holder, ""),
        (2, "", "The head of Northfield School"),
    ]


def test_only_a_coordinator_of_the_area_agrees_anything(reviewed):
    for viewer in (reviewed.officer, reviewed.stranger, reviewed.applicant):
        with pytest.raises(NotAllowed):
            reviewed.agree(viewer=viewer)


def test_a_body_reads_its_own_alone_and_the_applicant_no_row_at_all(reviewed):
    reviewed.agree()
    reviewed.agree(body=reviewed.council)
    reviewed.recommend()
    seen = {}
    for viewer in (reviewed.officer, reviewed.other_officer, reviewed.applicant, reviewed.stranger):
        with acting(viewer):
            actions = Action.objects.visible_to(viewer).values_list("number", flat=True)
            made = Recommendation.objects.visible_to(viewer).values_list("number", flat=True)
            seen[viewer.name] = (sorted(actions), sorted(made))
    assert seen == {"Officer": ([1], []), "Other": ([2], [1]), "": ([], []), "Stranger": ([], [])}

"""An application becomes a case: dated facts, an unbroken chain, and doors that open for the right people."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from casereview.cases.chain import broken_at
from casereview.cases.models import Case, EqualityAnswer, Fact, Person, Report, Summary
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.cases.reading import load
from casereview.people.viewer import SYSTEM, anonymous
from tests.rooms.cases.conftest import COORDINATOR, DARLINGTON


def test_an_application_opens_a_case_with_everything_told(apply):
    case = apply().case
    with acting(COORDINATOR):
        record = load(case, COORDINATOR)
    assert [fact.kind for fact in record.facts] == ["application_received"]
    assert record.facts[0].happened_on == date(2026, 11, 18)
    assert record.said(record.facts[0], "problem") == "Shouting and banging, most nights"
    assert [report.body_kind for report in record.reports] == ["council", "police"]
    assert record.victim.name == "Robin"
    assert record.contacts_of(record.victim)[0].value == "robin@example.org"


def test_the_same_form_posted_again_is_the_same_case(apply):
    first, second = apply(key="one-form"), apply(key="one-form")
    assert second.repeat
    assert second.case == first.case
    with acting(SYSTEM):
        assert Case.objects.count() == 1


def test_two_forms_are_two_cases(apply):
    assert apply().case != apply().case


@pytest.mark.parametrize(("viewer", "cases"), [(COORDINATOR, 1), (DARLINGTON, 0), (anonymous(), 0)])
def test_a_case_is_seen_in_its_own_area_only(apply, viewer, cases):
    apply()
    with acting(viewer):
        assert Case.objects.visible_to(viewer).count() == cases
        assert Summary.objects.visible_to(viewer).count() == cases
        assert Person.objects.visible_to(viewer).count() == cases
        assert Report.objects.visible_to(viewer).count() == 2 * cases


@pytest.mark.postgresql
@pytest.mark.parametrize(("viewer", "cases"), [(COORDINATOR, 1), (DARLINGTON, 0), (anonymous(), 0)])
def test_the_database_alone_keeps_areas_apart(apply, viewer, cases):
    apply()
    with acting(viewer):
        assert Case.objects.count() == cases
        assert Fact.objects.count() == cases
        assert Person.objects.count() == cases


def test_an_altered_fact_breaks_the_chain(apply):
    case = apply().case
    with acting(COORDINATOR):
        facts = load(case, COORDINATOR).facts
    assert broken_at(facts) is None
    facts[0].happened_on = date(2026, 11, 17)
    assert broken_at(facts) == facts[0]


def test_equality_answers_are_kept_apart_from_the_case(apply):
    apply(equality={"religion": "none"})
    with as_owner():
        (kept,) = EqualityAnswer.objects.values("area", "month", "answers")
    assert kept == {"area": "durham", "month": date(2026, 11, 1), "answers": {"religion": "none"}}


@pytest.mark.postgresql
def test_equality_answers_can_be_read_by_no_page(apply):
    apply(equality={"religion": "none"})
    with acting(SYSTEM), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        list(EqualityAnswer.objects.values("answers"))

"""Nothing is kept without saying who may see it, and the database is told the same as the query sets."""

import pytest
from django.apps import apps
from django.db import connection

from casereview.cases.guards import CaseGuard, OwnGuard

OURS = [model for model in apps.get_models() if model.__module__.startswith("casereview.")]
PLAIN = {"working", "reference", "pinned", "sealed", "log"}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_declares_who_may_see_its_rows(model):
    guard = getattr(model, "guard", None)
    assert isinstance(guard, CaseGuard | OwnGuard) or guard in PLAIN


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_model_that_points_at_a_case_is_guarded_as_one(model):
    points = {field.name for field in model._meta.get_fields() if getattr(field, "related_model", None)}
    if "case" in points and not isinstance(model.guard, OwnGuard):
        assert isinstance(model.guard, CaseGuard)


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_rows_of_cases_are_under_row_security(model):
    with connection.cursor() as cursor:
        cursor.execute("SELECT relrowsecurity FROM pg_class WHERE relname = %s", [model._meta.db_table])
        (secured,) = cursor.fetchone()
    assert secured == isinstance(model.guard, CaseGuard | OwnGuard)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_ordinary_connections_own_nothing():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("casereview_reader",)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)

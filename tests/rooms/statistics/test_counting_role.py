"""Figures are counted by a role of the database that sees every case and nobody's name, and can write nothing."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from casereview.cases.models import Fact
from casereview.cases.postgresql.roles import counting

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]


def test_it_counts_cases_that_whoever_asks_may_not_see(office):
    office.case(("application_received", date(2025, 6, 2), {"channel": "web"}))
    assert Fact.objects.count() == 0
    with transaction.atomic(), counting():
        assert Fact.objects.count() == 1
    assert Fact.objects.count() == 0


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT values FROM cases_words",
        "SELECT name FROM cases_person",
        "SELECT name FROM cases_summary",
        "SELECT by_name FROM cases_fact",
        "SELECT reference FROM cases_case",
        "UPDATE cases_fact SET kind = 'review_held'",
        "DELETE FROM cases_deadline",
    ],
)
def test_it_reads_no_name_and_no_words_and_writes_nothing(office, sql):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), counting():
        connection.cursor().execute(sql)

"""Whoever runs the installation hears of the end of the bank holidays long before it comes."""

from datetime import date

import pytest

from casereview.cases.checks import bank_holidays_are_known


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2026, 11, 22), []),
        (date(2028, 10, 2), []),  # 90 days before 31 December 2028
        (date(2028, 10, 3), ["cases.W001"]),
        (date(2029, 1, 1), ["cases.E001"]),
    ],
)
def test_the_end_of_the_table_is_announced(today, found, time_machine):
    time_machine.move_to(today)
    assert [message.id for message in bank_holidays_are_known(None)] == found

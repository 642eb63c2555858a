"""So many tries, then one more each time the refill has passed; one network does not use up another's."""

from datetime import UTC, datetime, timedelta

import pytest

from casereview.cases.models import TokenBucket
from casereview.cases.rate_limits import Limit, allowed, forget_full

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
THREE = Limit("codes", burst=3, refill=timedelta(minutes=2))

pytestmark = pytest.mark.django_db


def test_three_at_once_and_not_a_fourth():
    assert [allowed(THREE, "10.0.0.1", AT) for _try in range(4)] == [True, True, True, False]


def test_one_more_when_the_refill_has_passed():
    assert [allowed(THREE, "10.0.0.1", AT) for _try in range(3)] == [True, True, True]
    assert not allowed(THREE, "10.0.0.1", AT + timedelta(seconds=119))
    assert allowed(THREE, "10.0.0.1", AT + timedelta(seconds=121))
    assert not allowed(THREE, "10.0.0.1", AT + timedelta(seconds=122))


def test_others_are_not_held_back():
    assert [allowed(THREE, "10.0.0.1", AT) for _try in range(4)][-1] is False
    assert allowed(THREE, "10.0.0.2", AT)
    assert allowed(Limit("links", 3, timedelta(minutes=2)), "10.0.0.1", AT)


def test_no_address_is_kept_and_old_buckets_go():
    allowed(THREE, "10.0.0.1", AT)
    assert "10.0.0.1" not in str(list(TokenBucket.objects.values()))
    assert forget_full(AT) == 0
    assert forget_full(AT + timedelta(days=1)) == 1

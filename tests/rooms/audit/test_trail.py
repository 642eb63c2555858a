"""The audit trail: what was written stays provable, and tampering shows."""

from datetime import UTC, datetime

import pytest

from casereview.audit.models import Entry
from casereview.audit.trail import broken_seals, note, seal
from casereview.cases.postgresql.roles import as_owner

LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def trail(db):
    """Five readings of two cases, sealed."""
    for case in ("a", "b", "a", "b", "a"):
        note("user:1", "read", "case page", case)
    assert seal(LATER) == 5


def test_an_untouched_trail_is_whole(trail):
    assert broken_seals() == []


def test_later_entries_are_sealed_after_the_earlier_ones(trail):
    note("user:2", "wrote", "triage_risk", "a")
    assert seal(LATER) == 1
    assert broken_seals() == []


@pytest.mark.parametrize(
    "change", [{"by": "user:9"}, {"case": "b"}, {"what": "other page"}, {"did": "wrote"}]
)
def test_a_changed_entry_breaks_its_seal(trail, change):
    with as_owner():
        Entry.objects.filter(case="a").update(**change)
    assert len(broken_seals()) == 1


def test_a_deleted_entry_breaks_its_seal(trail):
    with as_owner():
        Entry.objects.order_by("id").last().delete()
    assert len(broken_seals()) == 1

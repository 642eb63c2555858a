"""A release is counted, checked, frozen and published; a correction is a new version with its reason."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from casereview.audit.models import Entry
from casereview.people.viewer import SYSTEM
from casereview.statistics import releases
from casereview.statistics.corrections import kept_from_before
from casereview.statistics.models import DraftRelease, Release
from casereview.statistics.periods import Period, WrongPeriod
from casereview.statistics.suppression import publishable
from casereview.statistics.table import Counted, Line, Table
from tests.rooms.statistics.conftest import YEAR

NOW = datetime(2026, 4, 10, 12, tzinfo=UTC)


def drafted(period=YEAR, **more):
    return releases.draft("durham", period, SYSTEM, at=NOW, **more)


def publish(period=YEAR, **more):
    return releases.publish(drafted(period, **more), SYSTEM, NOW)


def test_published_is_what_was_checked_whatever_has_happened_since(office):
    office.case(("application_received", date(2025, 6, 2), {"channel": "web"}))
    draft = drafted()
    office.case(("application_received", date(2025, 6, 2), {"channel": "web"}))
    assert releases.publish(draft, SYSTEM, NOW).figures["totals"]["applications"] == 1


def test_what_is_hidden_is_kept_nowhere(office):
    for _application in range(3):
        office.case(("application_received", date(2025, 6, 2), {"channel": "web"}))
    release = publish()
    assert release.figures["totals"]["applications"] == 3
    channels = next(table for table in release.figures["tables"] if table["code"] == "channels")
    assert set(channels["lines"][0]["cells"].values()) == {None}
    assert not DraftRelease.objects.exists()


def test_publishing_is_in_the_audit_trail(office):
    publish()
    entry = Entry.objects.get(did="figures_published")
    assert entry.what == "durham 2025-04-01 to 2026-03-31 v1"


class TestOverlap:
    @pytest.mark.parametrize(
        ("since", "until"),
        [
            (date(2025, 4, 1), date(2026, 3, 31)),
            (date(2026, 3, 31), date(2026, 4, 1)),
            (date(2025, 1, 1), date(2025, 4, 1)),
            (date(2025, 6, 1), date(2025, 6, 30)),
        ],
    )
    def test_a_day_is_published_once(self, office, since, until):
        publish()
        with pytest.raises(WrongPeriod, match="are published"):
            drafted(Period(since, until))

    def test_the_day_before_and_the_day_after_may_be_published(self, office):
        publish()
        publish(Period(date(2025, 1, 1), date(2025, 3, 31)))
        publish(Period(date(2026, 4, 1), date(2026, 4, 9)))

    def test_a_draft_is_refused_where_its_days_were_published_meanwhile(self, office):
        draft = drafted(Period(date(2025, 4, 1), date(2025, 9, 30)))
        DraftRelease.objects.all().delete()
        publish()
        with pytest.raises(WrongPeriod, match="are published"):
            releases.publish(draft, SYSTEM, NOW)


class TestCorrection:
    def test_it_is_a_new_version_beside_the_old_one(self, office):
        first = publish()
        office.case(("application_received", date(2026, 3, 31), {"channel": "post"}))
        second = publish(corrects=first, reason="A letter had lain unopened.")
        assert (second.version, second.reason) == (2, "A letter had lain unopened.")
        assert second.figures["totals"]["applications"] == 1
        assert Release.objects.get(pk=first.pk).figures["totals"]["applications"] == 0
        assert releases.published("durham") == [second]

    def test_what_was_corrected_meanwhile_is_not_corrected_again(self, office):
        first = publish()
        publish(corrects=first, reason="One")
        with pytest.raises(WrongPeriod, match="corrected meanwhile"):
            drafted(corrects=first, reason="Two")

    def test_a_correction_keeps_its_days(self, office):
        first = publish()
        with pytest.raises(WrongPeriod):
            drafted(Period(date(2025, 4, 1), date(2026, 3, 30)), corrects=first, reason="Fewer days")


class TestWhatACorrectionShows:
    def figures(self, *numbers):
        cells = {f"c{place}": number for place, number in enumerate(numbers)}
        return publishable(Counted({"applications": sum(numbers)}, (Table("channels", (Line(cells),)),)))

    def corrected(self, before, now):
        (table,) = kept_from_before(self.figures(*before), 1, self.figures(*now))["tables"]
        return table.get("kept_from"), tuple(table["lines"][0]["cells"].values())

    def test_a_difference_too_small_to_show_is_not_shown(self):
        assert self.corrected((10, 20), (11, 20)) == (1, (10, 20))

    def test_one_that_is_large_enough_is(self):
        assert self.corrected((10, 20), (15, 20)) == (None, (15, 20))

    def test_a_number_that_became_small_stays_as_it_was_published(self):
        assert self.corrected((5, 20), (4, 20)) == (1, (5, 20))

    def test_the_four_totals_are_always_those_of_now(self):
        kept = kept_from_before(self.figures(10, 20), 1, self.figures(11, 20))
        assert kept["totals"] == {"applications": 31}

    def test_a_second_correction_still_names_the_version_of_the_numbers(self):
        second = kept_from_before(self.figures(10, 20), 1, self.figures(11, 20))
        (table,) = kept_from_before(second, 2, self.figures(12, 20))["tables"]
        assert table["kept_from"] == 1


@pytest.mark.parametrize(
    ("ended", "today", "next_one"),
    [
        (None, date(2026, 11, 23), (date(2025, 4, 1), date(2026, 3, 31))),
        (date(2025, 3, 31), date(2026, 11, 23), (date(2025, 4, 1), date(2026, 3, 31))),
        (date(2026, 3, 31), date(2026, 11, 23), (date(2026, 4, 1), date(2027, 3, 31))),  # it is not over yet
    ],
)
def test_the_period_that_is_suggested(office, ended, today, next_one):
    if ended:
        publish(Period(date(ended.year - 1, 4, 1), ended))
    assert releases.suggested("durham", today) == Period(*next_one)


@pytest.mark.postgresql
def test_the_database_itself_refuses_to_change_what_is_published(office):
    release = publish()
    for change in ("UPDATE statistics_release SET version = 9", "DELETE FROM statistics_release"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as c,
        ):
            c.execute(change)
    assert Release.objects.get() == release

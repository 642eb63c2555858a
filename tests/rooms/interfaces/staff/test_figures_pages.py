"""Figures at work: counted as a draft, checked beside the last release, published once asked, corrected."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casereview.people.models import Area, User
from casereview.statistics.models import DraftRelease, Release
from tests.rooms.statistics.conftest import Office
from tests.signed_in import enter, person

pytestmark = pytest.mark.usefixtures("db")
DRAFT, AREA = "/work/figures/durham/draft/", "/work/figures/durham/"
YEAR = {"since-day": "1", "since-month": "4", "since-year": "2025"} | {
    "until-day": "31",
    "until-month": "3",
    "until-year": "2026",
}


@pytest.fixture
def office(time_machine):
    """Friday 10 April 2026: three applications online and five by post in the year that is over."""
    time_machine.move_to("2026-04-10 12:00")
    office = Office()
    for channel in ("web",) * 3 + ("post",) * 5:
        office.case(("application_received", date(2025, 6, 2), {"channel": channel}))
    return office


@pytest.fixture
def cora(office):
    return enter(Client(), User.objects.get(email="cora@example.org"))


@pytest.fixture
def reader(office):
    return enter(Client(), person("fay@example.org", "figures_reader"))


def words(answer):
    text = re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1])
    return " ".join(text.split())


def publish(client):
    counted = re.search(r'name="counted" value="([^"]+)"', client.get(f"{DRAFT}publish/").content.decode())[1]
    return client.post(f"{DRAFT}publish/", {"counted": counted}, follow=True)


class TestFromDraftToRelease:
    def test_the_page_suggests_the_year_that_is_over(self, cora):
        page = cora.get(AREA).content.decode()
        assert 'value="2025"' in page
        assert "Nothing has been published yet." in page

    def test_a_draft_shows_what_was_counted_and_what_the_public_would_read(self, cora):
        draft = words(cora.post(AREA, YEAR, follow=True))
        assert "Draft figures for April 2025 to March 2026" in draft
        assert "Requests for a review 8 the same" in draft
        assert "Online form 3 hidden" in draft
        assert not Release.objects.exists()

    def test_it_says_of_how_many_requests_the_district_is_missing(self, cora, office):
        missing = "8 requests of this period have no district yet."
        assert "no district yet" not in words(cora.post(AREA, YEAR, follow=True))
        Area.objects.filter(pk="durham").update(districts="Easington\nTeesdale")
        assert missing in words(cora.post(AREA, YEAR, follow=True))
        assert missing in words(cora.get(f"{AREA}performance/", YEAR))
        said = ("district_named", date(2026, 4, 9), {"district": "Teesdale"})
        office.case(("application_received", date(2025, 6, 2), {"channel": "web"}), said)
        draft = words(cora.post(AREA, YEAR, follow=True))
        assert missing in draft
        assert "Teesdale 1 hidden" in draft

    def test_it_is_asked_before_it_is_published(self, cora):
        cora.post(AREA, YEAR)
        assert "cannot be changed or taken back" in words(cora.get(f"{DRAFT}publish/"))
        assert not Release.objects.exists()
        assert "The figures are published." in words(publish(cora))
        release = Release.objects.get()
        assert (release.version, release.by_name, release.figures["totals"]["applications"]) == (1, "Cora", 8)

    def test_a_draft_that_was_counted_again_meanwhile_is_not_published_unseen(
        self, cora, office, time_machine
    ):
        cora.post(AREA, YEAR)
        seen = DraftRelease.objects.get().counted_at.isoformat()
        time_machine.move_to("2026-04-10 12:05")
        cora.post(AREA, YEAR)
        assert "counted again meanwhile" in words(cora.post(f"{DRAFT}publish/", {"counted": seen}))
        assert not Release.objects.exists()

    def test_a_button_pressed_twice_publishes_once_and_says_so(self, cora):
        cora.post(AREA, YEAR)
        counted = {"counted": DraftRelease.objects.get().counted_at.isoformat()}
        for said in ("The figures are published.", "There is no draft any more"):
            assert said in words(cora.post(f"{DRAFT}publish/", counted, follow=True))
        assert Release.objects.count() == 1

    def test_a_draft_can_be_thrown_away_after_a_question(self, cora):
        cora.post(AREA, YEAR)
        cora.get(f"{DRAFT}discard/")
        assert DraftRelease.objects.exists()
        assert "Nothing was published." in words(cora.post(f"{DRAFT}discard/", follow=True))
        assert not DraftRelease.objects.exists()

    @pytest.mark.parametrize(
        ("changed", "why"),
        [
            ({"until-year": "2027"}, "at most 12 months"),
            ({"until-day": ""}, "Enter the day"),
            (
                {"since-year": "2026", "until-year": "2026", "until-month": "4", "until-day": "10"},
                "not over yet",
            ),
        ],
    )
    def test_days_that_cannot_be_published_are_refused_with_what_was_typed(self, cora, changed, why):
        page = words(cora.post(AREA, YEAR | changed))
        assert "There is a problem" in page
        assert why in page
        assert not DraftRelease.objects.exists()

    def test_a_correction_wants_its_reason_and_is_a_version_of_its_own(self, cora, office):
        cora.post(AREA, YEAR)
        publish(cora)
        address = f"{AREA}correct/2025-04-01/"
        assert "Say why the figures are corrected" in words(cora.post(address, {"reason": " "}))
        office.case(("application_received", date(2026, 3, 31), {"channel": "post"}))
        draft = words(cora.post(address, {"reason": "A letter had lain unopened."}, follow=True))
        assert "It corrects version 1: A letter had lain unopened." in draft
        assert "Requests for a review 9 the same 8" in draft
        assert "How people asked (stays as in version 1: too little has changed)" in draft
        publish(cora)
        assert list(Release.objects.values_list("version", flat=True)) == [2, 1]
        assert "Correct" in words(cora.get(AREA))


class TestWho:
    def test_a_reader_of_figures_checks_and_changes_nothing(self, cora, reader):
        cora.post(AREA, YEAR)
        for address in ("/work/figures/", AREA, DRAFT, f"{AREA}performance/"):
            assert reader.get(address).status_code == 200
        assert "/draft/publish/" not in reader.get(DRAFT).content.decode()
        assert "/work/key-in/" not in reader.get(AREA).content.decode()
        for address in (f"{DRAFT}publish/", f"{DRAFT}discard/"):
            assert reader.get(address).status_code == 404
            assert reader.post(address, {}).status_code == 404
        assert reader.post(AREA, YEAR).status_code == 404
        assert DraftRelease.objects.exists()

    @pytest.mark.parametrize("role", ["coordinator", "figures_reader"])
    def test_another_areas_figures_are_not_there(self, cora, role):
        cora.post(AREA, YEAR)
        stranger = enter(Client(), person("dar@example.org", role, area_code="darlington"))
        for address in (AREA, DRAFT, f"{DRAFT}publish/", f"{DRAFT}discard/", f"{AREA}performance/"):
            assert stranger.get(address).status_code == 404
        assert "County Durham" not in words(stranger.get("/work/figures/"))


class TestPerformance:
    def test_what_is_due_overdue_and_waiting_now(self, cora, office):
        """Counted on Friday 10 April: met on 24 March was due on the 9th, on 25 March today, on 7 April on the 21st."""
        for day in (date(2026, 3, 24), date(2026, 3, 25), date(2026, 4, 7)):
            office.case(("threshold_met", day, {"bodies": []}))
        office.case(
            ("threshold_met", date(2026, 4, 7), {"bodies": []}),
            ("information_requested", date(2026, 4, 1), {"body": office.bodies["police"]}),
        )
        page = words(cora.get(f"{AREA}performance/"))
        assert "Hold the review 1 1 2 0" in page
        assert "The constabulary 0 1 0 0" in page
        assert "Offer support 0 0 0 4" in page

    def test_any_period_can_be_asked_for(self, cora, office):
        office.case(
            ("threshold_met", date(2025, 7, 1), {"bodies": []}),
            ("review_held", date(2025, 7, 8), {"concluding": True}),
        )
        july = "since-day=1&since-month=7&since-year=2025&until-day=31&until-month=7&until-year=2025"
        assert "Holding the review 1 0 0 0" in words(cora.get(f"{AREA}performance/?{july}"))
        assert "Holding the review 1 0 0 0" not in words(cora.get(f"{AREA}performance/"))

    def test_a_period_that_ends_before_it_begins_is_said(self, cora):
        wrong = "since-day=2&since-month=7&since-year=2025&until-day=1&until-month=7&until-year=2025"
        assert "The last day is before the first." in words(cora.get(f"{AREA}performance/?{wrong}"))

    def test_it_asks_the_database_as_often_whatever_there_is(self, cora, office):
        def asked():
            with CaptureQueriesContext(connection) as queries:
                cora.get(f"{AREA}performance/")
            return len([each for each in queries if "set_config" not in each["sql"]])

        before = asked()
        for _case in range(5):
            office.case(("threshold_met", date(2026, 4, 7), {"bodies": []}))
        assert asked() == before

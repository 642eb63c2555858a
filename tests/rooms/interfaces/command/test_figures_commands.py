"""`publish` and `import_figures`: they say what they did, and refuse in one line what they cannot do."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casereview.statistics.models import PastYear, Release
from tests.rooms.statistics.conftest import Office

pytestmark = pytest.mark.django_db
BY_HAND = Path("schemes/published-by-hand.json")
HEADER = "area,period,applications,not_met,reviews,with_recommendations,note,source\n"
SOURCE = "https://example.org/figures"


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-04-10 12:00")


def publish(area="durham", since="2025-04-01", until="2026-03-31"):
    out = StringIO()
    call_command("publish", "--area", area, "--from", since, "--to", until, stdout=out)
    return out.getvalue()


class TestPublish:
    def test_it_publishes_and_says_what_and_where(self):
        Office()
        said = publish()
        assert "Published: durham, 2025-04-01 to 2026-03-31, version 1." in said
        assert "applications made: 0" in said
        assert "/durham/figures/2025-04-01/1" in said
        assert Release.objects.get().by == "system"

    @pytest.mark.parametrize(
        ("days", "why"),
        [
            (("2025-04-01", "2026-04-01"), "at most 12 months"),
            (("2025-04-01", "2026-13-01"), "expected a date"),
            (("2026-04-01", "2026-04-10"), "not over"),
        ],
    )
    def test_it_refuses_days_that_cannot_be_published(self, days, why):
        with pytest.raises(CommandError, match=why):
            publish("durham", *days)
        assert not Release.objects.exists()

    def test_it_refuses_an_overlap_and_an_unknown_area(self):
        publish()
        with pytest.raises(CommandError, match="are published"):
            publish("durham", "2026-03-31", "2026-04-02")
        with pytest.raises(CommandError, match="durham"):
            publish("duram")
        assert publish("darlington")


def imported(path, **options):
    out = StringIO()
    call_command("import_figures", str(path), stdout=out, **options)
    return out.getvalue()


class TestImport:
    def test_what_three_areas_published_by_hand_comes_in_as_it_was(self):
        assert imported(BY_HAND).startswith("9 periods added")
        numbers = ("period", "applications", "not_met", "reviews", "with_recommendations")
        assert list(PastYear.objects.filter(area="colchester").values_list(*numbers)) == [
            ("October 2017 - October 2018", 3, 2, 1, None),
            ("November 2018 - October 2019", 1, None, 1, None),
        ]
        assert list(PastYear.objects.filter(area="watford").values_list(*numbers)) == [
            ("2022", 6, None, 5, 4)
        ]
        assert PastYear.objects.filter(area="stafford").count() == 6
        assert "reviewed anyway" in PastYear.objects.get(period="2021/22").note

    def test_an_area_may_be_called_by_its_name_and_one_without_rules_here_is_said(self, tmp_path):
        file = tmp_path / "past.csv"
        file.write_text(
            HEADER + f"County Durham,2023/24,7,,3,0,,{SOURCE}\nElsewhere,2023/24,1,,,,,{SOURCE}\n"
        )
        said = imported(file)
        assert set(PastYear.objects.values_list("area", flat=True)) == {"durham", "elsewhere"}
        assert "No page shows these until they have a scheme here: elsewhere." in said

    def test_the_same_file_again_adds_nothing(self):
        imported(BY_HAND)
        assert imported(BY_HAND).startswith("0 periods added, 9 known")
        assert PastYear.objects.count() == 9

    def test_a_spreadsheet_saved_as_csv_may_leave_numbers_out(self, tmp_path):
        file = tmp_path / "past.csv"
        file.write_text(HEADER + f"durham,2023/24,7,,3,0,,{SOURCE}\n")
        imported(file)
        year = PastYear.objects.get()
        assert (year.applications, year.not_met, year.reviews, year.with_recommendations) == (7, None, 3, 0)

    def test_totals_that_do_not_fit_are_kept_and_said(self, tmp_path):
        file = tmp_path / "past.csv"
        file.write_text(HEADER + f"durham,2023/24,7,1,3,4,,{SOURCE}\n")
        assert "do not fit together" in imported(file)
        assert PastYear.objects.get().with_recommendations == 4

    def test_other_numbers_for_a_known_period_need_to_be_asked_for(self, tmp_path):
        file = tmp_path / "past.csv"
        file.write_text(HEADER + f"durham,2023/24,7,1,3,2,,{SOURCE}\n")
        imported(file)
        file.write_text(HEADER + f"durham,2022/23,5,,,,,{SOURCE}\ndurham,2023/24,8,1,3,2,,{SOURCE}\n")
        with pytest.raises(CommandError, match="--replace"):
            imported(file)
        assert list(PastYear.objects.values_list("applications", flat=True)) == [7]
        assert imported(file, replace=True).startswith("1 periods added, 0 known already, 1 replaced")
        assert set(PastYear.objects.values_list("applications", flat=True)) == {5, 8}

    @pytest.mark.parametrize(
        ("content", "why"),
        [
            ("area,period\n", "line 1: expected the columns"),
            (HEADER + f"durham,2023/24,many,,,,,{SOURCE}\n", "line 2: applications must be a whole number"),
            (HEADER + f"durham,2023/24,-1,,,,,{SOURCE}\n", "whole number"),
            (HEADER + "durham,2023/24,1,,,,,a leaflet\n", "source must be the address"),
            (HEADER + f"durham,,1,,,,,{SOURCE}\n", "period is missing"),
            (HEADER, "no row"),
        ],
    )
    def test_a_file_that_cannot_be_used_is_refused_whole(self, tmp_path, content, why):
        file = tmp_path / "past.csv"
        file.write_text(content)
        with pytest.raises(CommandError, match=why) as refused:
            imported(file)
        assert refused.value.returncode == 2
        assert not PastYear.objects.exists()

    @pytest.mark.parametrize(
        "content", ["{", "{}", '["durham"]', json.dumps([{"area": "x", "statistics": 3}])]
    )
    def test_json_of_another_shape_is_refused(self, tmp_path, content):
        file = tmp_path / "past.json"
        file.write_text(content)
        with pytest.raises(CommandError):
            imported(file)

"""The figures beside a recount in SQL that was written apart and shares no line with them: no difference, to one case.

500 generated cases; 5,000 in `make deep`. The SQL reads the tables as their owner, so no access rule is in it either.
"""

import statistics
from collections import Counter
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from casereview.cases.postgresql.roles import as_owner
from casereview.people.models import Area
from casereview.statistics.counting import count
from casereview.statistics.periods import Period
from tests.rooms.statistics.conftest import Office
from tests.rooms.statistics.generated import generate

COUNTED_ON = date(2026, 6, 1)
PERIODS = [
    Period(date(2024, 4, 1), date(2025, 3, 31)),
    Period(date(2025, 4, 1), date(2026, 3, 31)),
    Period(date(2025, 2, 28), date(2025, 3, 1)),
    *(Period(date(2025, month, 1), date(2025, month + 1, 1) - timedelta(days=1)) for month in range(1, 12)),
]
STANDS = """
    NOT EXISTS (SELECT 1 FROM cases_fact later WHERE later.corrects_id = f.id)
    AND f.codes->>'taken_back' IS NULL AND c.area = %s AND f.happened_on BETWEEN %s AND %s
"""
EVENTS = f"SELECT count(*) FROM cases_fact f JOIN cases_case c ON c.id = f.case_id WHERE f.kind IN (KINDS) AND {STANDS}"
REVIEWS = f"""
    SELECT count(DISTINCT f.case_id) FROM cases_fact f JOIN cases_case c ON c.id = f.case_id
    WHERE f.kind = 'review_held' AND CAST(f.codes->>'concluding' AS text) IN ('1', 'true') AND {STANDS}
"""
WITH_RECOMMENDATIONS = """
    SELECT count(*) FROM (
        SELECT head.case_id, min(any_version.happened_on) AS first_made
        FROM cases_fact head
        JOIN cases_case c ON c.id = head.case_id AND c.area = %s
        JOIN cases_fact any_version ON any_version.case_id = head.case_id
            AND any_version.kind = 'recommendation_made'
            AND any_version.codes->>'number' = head.codes->>'number'
        WHERE head.kind = 'recommendation_made' AND head.codes->>'taken_back' IS NULL
            AND head.id NOT IN (SELECT corrects_id FROM cases_fact WHERE corrects_id IS NOT NULL)
        GROUP BY head.case_id
    ) led WHERE first_made BETWEEN %s AND %s
"""
BY_CODE = f"""
    SELECT f.codes->>'CODE', count(*) FROM cases_fact f JOIN cases_case c ON c.id = f.case_id
    WHERE f.kind IN (KINDS) AND {STANDS} GROUP BY 1
"""
RUNS = """
    SELECT d.clock, d.subject, d.started_on, d.due, d.stopped_on, d.ended_on, began.kind, answer.codes->>'returned'
    FROM cases_deadline d JOIN cases_case c ON c.id = d.case_id
    JOIN cases_fact began ON began.id = d.started_by_id
    LEFT JOIN cases_fact answer ON answer.id = d.stopped_by_id
    WHERE c.area = %s AND d.started_on BETWEEN %s AND %s
"""
DISTRICTS = f"""
    SELECT coalesce(said.codes->>'district', 'not_stated'), count(*)
    FROM cases_fact f JOIN cases_case c ON c.id = f.case_id
    LEFT JOIN cases_fact said ON said.case_id = c.id AND said.kind = 'district_named'
        AND said.id NOT IN (SELECT corrects_id FROM cases_fact WHERE corrects_id IS NOT NULL)
    WHERE f.kind IN (KINDS) AND {STANDS} GROUP BY 1
"""
AGAINST_APPLICANTS = {"appeal", "plan_comments"}


def rows(sql, area, period, kinds=(), code=""):
    named = ", ".join(f"'{kind}'" for kind in kinds)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(sql.replace("KINDS", named).replace("CODE", code), [area, period.since, period.until])
        return cursor.fetchall()


def number(*asked, kinds=()):
    return rows(*asked, kinds)[0][0]


@pytest.fixture(params=[500, pytest.param(5000, marks=pytest.mark.deep)])
def generated(request, db):
    """That many cases in two areas."""
    offices = {"durham": Office(), "darlington": Office("darlington", "Darlington")}
    Area.objects.filter(pk="durham").update(districts="Easington\nTeesdale\nWear Valley")
    generate(request.param, {code: list(office.bodies.values()) for code, office in offices.items()})
    return offices


def lines(counted, code):
    (table,) = [each for each in counted.tables if each.code == code]
    return {line.code: {cell: n for cell, n in line.cells.items() if n} for line in table.lines}


def test_every_figure_is_what_the_recount_finds(generated):
    for area, office in generated.items():
        for period in PERIODS:
            counted = count(area, period, COUNTED_ON)
            check_totals(counted, area, period)
            check_events(counted, area, period)
            check_clocks(counted, area, period)
            check_responses(counted, area, period, office.bodies)
        assert number(EVENTS, area, PERIODS[1], kinds=("application_received",)) > 10


def check_totals(counted, area, period):
    assert dict(counted.totals) == {
        "applications": number(EVENTS, area, period, kinds=("application_received", "transferred_in")),
        "not_met": number(EVENTS, area, period, kinds=("threshold_not_met",)),
        "reviews": number(REVIEWS, area, period),
        "with_recommendations": number(WITH_RECOMMENDATIONS, area, period),
    }


def check_events(counted, area, period):
    ways = dict(rows(BY_CODE, area, period, ("application_received", "transferred_in"), "channel"))
    assert lines(counted, "channels") == {"": ways}
    if area == "durham":  # the other one names no districts
        said = dict(rows(DISTRICTS, area, period, ("application_received", "transferred_in")))
        assert lines(counted, "districts") == {"": said}
    outcomes = dict(rows(BY_CODE, area, period, ("appeal_decided",), "outcome"))
    assert lines(counted, "outcomes") == {"": outcomes}
    alone = {**lines(counted, "appeals"), **lines(counted, "endings"), **lines(counted, "decisions")}
    kinds = (
        "appeal_received",
        "appeal_withdrawn",
        "hearing_held",
        "application_withdrawn",
        "transferred_out",
    )
    found = {kind: number(EVENTS, area, period, kinds=(kind,)) for kind in kinds}
    found["met"] = number(EVENTS, area, period, kinds=("threshold_met",))
    assert alone == {code: {code: n} if n else {} for code, n in found.items()}
    assert sum(lines(counted, "routes")[""].values()) == found["met"]


def check_clocks(counted, area, period):
    timely, measured, days = {}, {}, {}
    for clock, _body, began, due, stopped, ended, kind, _answer in read_runs(area, period):
        if clock in AGAINST_APPLICANTS or kind == "information_requested":
            continue
        if due is None:
            state = "done" if stopped else "ended" if ended else "open"
            measured.setdefault(clock, Counter())[state] += 1
            if stopped:
                days.setdefault(clock, []).append((stopped - began).days)
        else:
            over = (stopped or ended or COUNTED_ON) > due
            state = "late" if over else "in_time" if stopped else "ended" if ended else "open"
            timely.setdefault(clock, Counter())[state] += 1
    assert lines(counted, "timeliness") == {clock: dict(found) for clock, found in timely.items()}
    assert lines(counted, "durations") == {clock: dict(found) for clock, found in measured.items()}
    (table,) = [each for each in counted.tables if each.code == "durations"]
    assert {line.code: line.median for line in table.lines if line.median is not None} == {
        clock: statistics.median(found) for clock, found in days.items()
    }


def check_responses(counted, area, period, bodies):
    codes = {holder: code for code, holder in bodies.items()}
    found = {}
    for _clock, body, _began, due, stopped, _ended, kind, answer in read_runs(area, period):
        if kind == "information_requested":
            held = {"nil": "nil", "withheld": "withheld"}.get(answer)
            said = held or (
                "answered_late" if stopped and stopped > due else "answered" if stopped else "no_answer"
            )
            found.setdefault(codes[body], Counter())[said] += 1
    assert lines(counted, "responses") == {code: dict(said) for code, said in found.items()}


def read_runs(area, period):
    """SQLite hands days over as text."""

    def as_day(value):
        return date.fromisoformat(value) if isinstance(value, str) else value

    for clock, body, *days, kind, answer in rows(RUNS, area, period):
        yield clock, body, *map(as_day, days), kind, answer


def test_rebuilding_changes_no_figure(db):
    office = Office()
    generate(40, {"durham": list(office.bodies.values()), "darlington": []})
    before = [count("durham", period, COUNTED_ON) for period in PERIODS]
    said = StringIO()
    call_command("rebuild", stdout=said)
    assert said.getvalue().startswith("40 cases rebuilt")
    assert [count("durham", period, COUNTED_ON) for period in PERIODS] == before

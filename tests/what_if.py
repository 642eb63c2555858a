"""Stories of the demo, told once, and cases for working out by hand: what is rerun under other rules."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from casereview.cases.models import Case, Fact
from casereview.cases.postgresql.roles import acting, writing
from casereview.people.viewer import SYSTEM
from casereview.schemes.load import by_name, check
from casereview.schemes.model import Scheme
from demo.casework import decide, to_be_reviewed, up_to_views
from demo.place import build
from demo.stage import Stage, application, incident
from demo.tell import all_stories, tell
from tests.beginnings import beginning

TODAY = date(2026, 11, 20)  # a Friday
STORIES = (
    "arrived_last_night",
    "bodies_differ",
    "erased_on_request",
    "five_neighbours",
    "hate_at_the_bus_stop",
    "met_by_law",
    "no_record",
    "over_the_border",
    "refused_and_over",
    "reopened",
    "statement_read_out",
    "withdrawn_and_closed",
)
INDIVIDUAL = 'counts = "incidents"\nat_least = 3\nwithin = { months = 6, '
TEN_DAYS = 'stops = "review_held"\nlength = { working_days = 10 }'


def durham(*changes) -> Scheme:
    """County Durham's rules with these texts, each (old, new), exchanged in its file."""
    text = by_name("durham", TODAY).text
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    scheme = check(text, None, "durham")
    assert isinstance(scheme, Scheme), scheme
    return scheme


FIVE = (INDIVIDUAL, INDIVIDUAL.replace("3", "5"))
TWO = (INDIVIDUAL, INDIVIDUAL.replace("3", "2"))
THREE_MONTHS = (INDIVIDUAL, INDIVIDUAL.replace("6", "3"))
FIFTEEN_DAYS = (TEN_DAYS, TEN_DAYS.replace("10", "15"))


@beginning
def stories(db):
    """Their names and stages."""
    build()
    told = dict(all_stories())
    return {name: tell(name, told[name], TODAY) for name in STORIES}


@dataclass
class Cases:
    """By hand: see `cases`."""

    near: Case
    far: Case
    two: Case
    past: Case
    refused: Case

    def happened(self, case, kind, day, **codes):
        """One more fact in it, as bare as facts can be."""
        with acting(SYSTEM), transaction.atomic(), writing():
            number = case.facts.count() + 1
            common = {"recorded_at": datetime(2026, 1, 5, tzinfo=UTC), "by": "system", "hash": "0" * 64}
            key = uuid.uuid4().hex
            Fact.objects.create(
                case=case, number=number, kind=kind, happened_on=day, codes=codes, key=key, **common
            )


@beginning
def cases(db):
    """Reports were made more than a month after the incident each, so that section 104(4) never counts one.

    near: three reports in the three months before, met on Monday 9 November 2026. far: three, one of them in July; met
    on Monday 2 November. two: two reports, not decided. past: as near, met on Monday 10 November 2025. refused: two
    reports that nobody acted on, not met on Wednesday 12 November 2025.
    """
    build()
    near, far = (Stage(name, TODAY) for name in ("near", "far"))
    to_be_reviewed(near, 11, name="Nia Near", problem="Noise", incidents=_told(near, 70, 60, 50))
    to_be_reviewed(far, 18, name="Fay Far", problem="Noise", incidents=_told(far, 140, 60, 50))
    two, refused = Stage("two", TODAY), Stage("refused", date(2025, 11, 20))
    for stage, days_ago in ((two, 9), (refused, 18)):
        stage.days_ago(days_ago, 9)
        stage.apply(application(stage, name="Tom Two", problem="Noise", incidents=_told(stage, 70, 60)))
    up_to_views(refused, result="not_met")
    decide(refused, "not_met", finding_no_or_inadequate_response="yes")
    past = Stage("past", date(2025, 11, 20))
    to_be_reviewed(past, 10, name="Pam Past", problem="Noise", incidents=_told(past, 70, 60, 50))
    return Cases(near.case, far.case, two.case, past.case, refused.case)


def _told(stage, *reported):
    return [incident(stage, ago + 45, "Shouting until 3am", [("council", ago)]) for ago in reported]


@pytest.fixture
def on_that_day(time_machine):
    time_machine.move_to("2026-11-20T12:00:00Z", tick=False)

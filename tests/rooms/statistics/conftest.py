"""Cases of County Durham that hold just the facts that a test names, and what a period then counts."""

import uuid
from contextlib import ExitStack
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.utils import timezone

from casereview.cases import projections, rules
from casereview.cases.models import Access, Case, Fact
from casereview.cases.postgresql.roles import acting, writing
from casereview.cases.reading import load
from casereview.cases.references import new_reference
from casereview.people.viewer import SYSTEM
from casereview.statistics.counting import count
from casereview.statistics.periods import Period
from tests.live_area import live_area

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
COUNTED_ON = date(2026, 4, 10)


class Office:
    """An area, and cases made of facts."""

    def __init__(self, code="durham", name="County Durham"):
        self.area = live_area(code, name)
        self.bodies = {body.code: body.holder for body in self.area.body_set.all()}

    def case(self, *facts, follows=None):
        """A case with these facts, each (kind, day, codes); returns it."""
        with acting(SYSTEM), self.saving():
            scheme = rules.pin(self.area.code, date(2025, 4, 1))
            case = Case.objects.create(
                reference=new_reference(),
                area=self.area.code,
                scheme_id=scheme.digest,
                rules_of=scheme.starts,
                follows=follows,
                opened_at=timezone.now(),
            )
            Access.objects.create(
                case=case, holder="system", scope="case", since=datetime(2020, 1, 1, tzinfo=UTC)
            )
            for fact in facts:
                self._fact(case, *fact)
        self.project(case)
        return case

    def fact(self, case, kind, day, codes=None, corrects=None):
        """One more fact of a case; returns it."""
        with acting(SYSTEM), self.saving():
            fact = self._fact(case, kind, day, codes, corrects)
        self.project(case)
        return fact

    @staticmethod
    def first(case, kind=None):
        """The first fact of a case, or of that kind in it."""
        with acting(SYSTEM):
            facts = case.facts.filter(kind=kind) if kind else case.facts.all()
            return facts.order_by("number").first()

    def project(self, case):
        """Derive its deadlines, as `take` does."""
        with acting(SYSTEM), self.saving():
            projections.save(*projections.project(load(case, SYSTEM), rules.calendar()))

    @staticmethod
    def saving():
        stack = ExitStack()
        stack.enter_context(transaction.atomic())
        stack.enter_context(writing())
        return stack

    @staticmethod
    def _fact(case, kind, day, codes=None, corrects=None):
        return Fact.objects.create(
            case=case,
            number=case.facts.count() + 1,
            kind=kind,
            happened_on=day,
            recorded_at=datetime(2026, 4, 1, tzinfo=UTC),
            by="system",
            key=uuid.uuid4().hex,
            corrects=corrects,
            codes=codes or {},
            hash="0" * 64,
        )

    def counted(self, period=YEAR, day=COUNTED_ON):
        """The figures."""
        return count(self.area.code, period, day)

    def totals(self, period=YEAR):
        """The four: made, not met, reviews, with recommendations."""
        totals = self.counted(period).totals
        return tuple(totals[code] for code in ("applications", "not_met", "reviews", "with_recommendations"))

    def table(self, code, period=YEAR):
        """The lines of a table by their codes, each its cells that are not nought."""
        (table,) = [each for each in self.counted(period).tables if each.code == code]
        return {line.code: {code: n for code, n in line.cells.items() if n} for line in table.lines}

    def medians(self, period=YEAR):
        """The medians of the clocks without a promise."""
        (table,) = [each for each in self.counted(period).tables if each.code == "durations"]
        return {line.code: line.median for line in table.lines}


@pytest.fixture
def office(db):
    """County Durham's."""
    return Office()

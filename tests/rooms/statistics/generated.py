"""Any number of invented cases as bare facts, with corrections of every kind, saved by the thousand."""

import random
import uuid
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from casereview.cases import rules
from casereview.cases.deadlines import derive
from casereview.cases.models import Access, Case, Deadline, Fact
from casereview.cases.postgresql.roles import acting, writing
from casereview.cases.projections import summarise
from casereview.cases.record import Record
from casereview.cases.references import new_reference
from casereview.people.viewer import SYSTEM

AREAS = ("durham", "durham", "darlington")
DISTRICTS = ("Easington", "Teesdale", "Wear Valley", "Weardale", "several", "not_known")
MONTH = timedelta(days=30)
FIRST = date(2024, 1, 1)
SAVED = datetime(2026, 4, 1, tzinfo=UTC)


def generate(count, bodies, seed=1):
    """Save that many cases. bodies: by area, the holders of its bodies."""
    chance = random.Random(seed)
    with acting(SYSTEM), transaction.atomic(), writing():
        schemes = {area: rules.pin(area, FIRST) for area in bodies}
        calendar, made = rules.calendar(), []
        for _case in range(count):
            area = chance.choice(AREAS)
            case = Case(
                reference=new_reference(),
                area=area,
                scheme_id=schemes[area].digest,
                rules_of=schemes[area].starts,
                opened_at=timezone.now(),
            )
            made.append((case, Telling(case, chance).tell(bodies[area])))
        Case.objects.bulk_create(case for case, _facts in made)
        Fact.objects.bulk_create((fact for _case, facts in made for fact in facts), batch_size=2000)
        Access.objects.bulk_create(
            Access(case=case, holder="system", scope=scope, since=SAVED)
            for case, _facts in made
            for scope in ("case", "application")
        )
        project(made, calendar)


def project(made, calendar):
    """Deadlines and summaries, derived as `take` derives them."""
    deadlines, summaries = [], []
    for case, facts in made:
        record = Record(case, SYSTEM, timezone.now(), facts=facts)
        runs = derive(record, calendar)
        deadlines += runs
        summaries.append(summarise(record, runs, calendar))
    Deadline.objects.bulk_create(deadlines, batch_size=2000)
    type(summaries[0]).objects.bulk_create(summaries, batch_size=500)


class Telling:
    """One case: what happens in it, by chance."""

    def __init__(self, case, chance):
        self.case, self.chance, self.facts = case, chance, []
        self.day = FIRST + timedelta(days=chance.randrange(850))

    def tell(self, bodies):
        """Its facts in the order of recording."""
        self.beginning()
        if self.chance.random() < 0.15:
            self.add(
                self.chance.choice(("application_withdrawn", "transferred_out")), {"arrived": "2025-01-01"}
            )
            return self.facts
        for name, likely in (
            ("contact_made", 0.8),
            ("application_dispatched", 0.8),
            ("acknowledgement_sent", 0.7),
        ):
            if self.chance.random() < likely:
                self.add(name)
        met = self.chance.random() < 0.5
        self.add("threshold_met" if met else "threshold_not_met", self.receipt())
        if met:
            self.review(bodies)
        if self.chance.random() < 0.3:
            self.appeal()
        if self.chance.random() < 0.4:
            self.add("case_closed", {"reason": "completed"})
        return self.facts

    def beginning(self):
        how = {"channel": self.chance.choice(("web", "email", "phone", "post", "in_person"))}
        kind = self.chance.choice(("application_received",) * 8 + ("transferred_in", "decision_reopened"))
        first = self.add(kind, how if kind != "decision_reopened" else {})
        for _again in range(self.chance.choice((0, 0, 0, 1, 2))):
            if kind == "application_received":  # it had arrived on another day
                day = first.happened_on + timedelta(days=self.chance.randrange(-40, 40))
                first = self.add(kind, how, corrects=first, on=day)
        if self.chance.random() < 0.1:
            self.add("joined_with", {"other": "AAA-1111"})
        named = None
        for _again in range(self.chance.choice((0, 1, 1, 2, 3))):
            said = {"district": self.chance.choice(DISTRICTS)}
            named = self.add("district_named", said, corrects=named, on=first.happened_on + MONTH)

    def review(self, bodies):
        for body in bodies:
            if self.chance.random() < 0.7:
                self.ask(body)
        if self.chance.random() < 0.2:
            self.add("review_held", {"concluding": False})
        if self.chance.random() < 0.8:
            self.add("review_held", {"concluding": True})
        for number in range(1, self.chance.choice((1, 1, 2, 4))):
            made = self.add("recommendation_made", {"number": number})
            if self.chance.random() < 0.3:
                made = self.add("recommendation_made", {"number": number}, corrects=made)
            if self.chance.random() < 0.3:
                self.add("recommendation_made", {"number": number, "taken_back": True}, corrects=made)

    def ask(self, body):
        self.add("information_requested", {"body": body})
        if self.chance.random() < 0.8:
            said = {"body": body, "returned": self.chance.choice(("answered", "nil", "part", "withheld"))}
            first = self.add("return_received", said)
            if self.chance.random() < 0.2:
                again = {**said, "returned": "answered"}
                self.add("return_received", again, corrects=first, on=first.happened_on)

    def appeal(self):
        self.add("appeal_received")
        self.add(self.chance.choice(("appeal_qualified", "appeal_not_qualified")))
        if self.chance.random() < 0.6:
            self.add("hearing_held")
            self.add("appeal_decided", {"outcome": self.chance.choice(("not_upheld", "upheld"))})

    def receipt(self):
        routes = [
            {"name": name, "met": self.chance.random() < 0.5} for name in ("individual", "hate", "community")
        ]
        return {"bodies": [], "receipt": {"routes": routes}}

    def add(self, kind, codes=None, corrects=None, on=None):
        if on is None:
            self.day += timedelta(days=self.chance.randrange(12))
        fact = Fact(
            case=self.case,
            number=len(self.facts) + 1,
            kind=kind,
            happened_on=on or self.day,
            recorded_at=SAVED,
            by="system",
            key=uuid.uuid4().hex,
            corrects=corrects,
            codes=codes or {},
            hash="0" * 64,
        )
        self.facts.append(fact)
        return fact

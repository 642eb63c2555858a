"""County Durham with three bodies and two co-ordinators, an application by Robin, and hands to take steps with."""

import uuid
from datetime import UTC, date, datetime

from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.people.models import Area, Body, Membership, User
from casereview.people.viewer import for_person, for_user
from casereview.process import take
from tests.beginnings import beginning

RECEIVED = date(2026, 11, 18)  # a Wednesday
# Nothing in it frightens whoever reads an application for danger.
QUIET = dict.fromkeys(("danger", "domestic_abuse", "child", "suicide", "safeguarding", "hate_motive"), "no")


def moment(on, hour=10):
    """A moment of that day, in winter."""
    return datetime(on.year, on.month, on.day, hour, 0, tzinfo=UTC)


class World:
    """The people of a case; every step is taken on Wednesday 18 November 2026 unless told."""

    def __init__(self):
        self.area = Area.objects.create(code="durham", name="County Durham")
        self.police, self.council, self.health = (
            Body.objects.create(
                area=self.area, code=code, kind=code, name=name, mailbox=f"{code}@example.org"
            )
            for code, name in (("police", "The police"), ("council", "The council"), ("health", "The board"))
        )
        other = Area.objects.create(code="darlington", name="Darlington")
        self.cora, self.dan = (self.user(name, "coordinator") for name in ("cora", "dan"))
        self.stranger = self.user("stranger", "coordinator", area=other)
        self.officer = self.user("officer", "body_officer", body=self.police)
        self.other_officer = self.user("other", "body_officer", body=self.council)

    def user(self, name, role, area=None, body=None):
        """Somebody signed in, as the viewer they are."""
        user = User.objects.create(email=f"{name}@example.org", name=name.title())
        since = datetime(2026, 1, 1, tzinfo=UTC)
        Membership.objects.create(user=user, role=role, area=area or self.area, body=body, since=since)
        return for_user(user)

    def apply(self, *incidents, on=RECEIVED, key=None, area="durham", **more):
        """Robin applies; each incident is the day it happened, and the days on which whom was told."""
        self.robin = str(uuid.uuid4())
        told = {
            "people": [
                {
                    "id": self.robin,
                    "roles": ["applicant", "victim"],
                    "name": "Robin",
                    "contacts": [{"method": "email", "value": "robin@example.org", "seen_by_others": "no"}],
                }
            ],
            "incidents": [self.incident(*incident) for incident in incidents],
            "words": {"problem": "Shouting and banging", "place": "North Road"},
            "codes": {"feels_ignored": "yes", "hate_motivated": "no"},
            **more,
        }
        answers = {"area": area, "channel": "web", "received_on": on.isoformat(), "application": told}
        viewer = for_person(self.robin, area)
        self.case = take(
            "receive_application",
            viewer=viewer,
            area=area,
            answers=answers,
            key=key or uuid.uuid4().hex,
            at=moment(on),
        ).case
        return self.case

    def incident(self, happened, *reports):
        bodies = {"police": self.police, "council": self.council, "health": self.health}
        return {
            "from": happened,
            "to": happened,
            "what": "shouting",
            "reports": [
                {"kind": kind, "body": bodies[kind].holder, "from": day, "to": day} for kind, day in reports
            ],
        }

    def take(self, name, viewer=None, today=RECEIVED, case=None, key=None, seen=None, **answers):
        """Take a step as Cora, or as whoever is named, on a day at noon."""
        return take(
            name,
            viewer=viewer or self.cora,
            case=case or self.case,
            answers=answers,
            key=key or uuid.uuid4().hex,
            seen=seen,
            at=moment(today, 12),
        )

    def record(self, viewer=None, case=None):
        """The case as somebody sees it now."""
        viewer = viewer or self.cora
        with acting(viewer):
            return load(case or self.case, viewer, moment(RECEIVED, 13))

    def kinds(self):
        return [fact.kind for fact in self.record().facts]

    def read_and_owned(self, risk="high", notes="She is afraid"):
        """Read for danger, and Cora's from then on."""
        self.take("triage_risk", **QUIET, risk=risk, notes=notes)
        self.take("assign_owner", owner=self.cora.holder)

    def told_to_all(self):
        """Dispatched to all three bodies, the police having answered that it holds what was reported to it."""
        holders = [body.holder for body in (self.police, self.council, self.health)]
        self.take("dispatch_application", bodies=holders)

    def proposed(self, result="not_met"):
        self.told_to_all()
        self.take("propose_decision", result=result, reasons="As the receipt says")

    def decision(self, result="not_met", **more):
        """Answers of a decision that lacks nothing."""
        return {
            "finding_no_or_inadequate_response": "yes",
            "why_no_or_inadequate_response": "Nobody came",
            "issue_1": "It happens, and nobody has answered",
            "persistence": "Since the summer",
            "harm": "No sleep",
            "response": "None",
            f"decider_{self.police.pk}": "Insp. A. Hill",
            "result": result,
            "reasons": "We looked at all of it",
            **more,
        }


# Three incidents, each reported on the next day: three qualifying complaints within section 104(4).
THREE = (
    ("2026-10-01", ("police", "2026-10-02")),
    ("2026-10-10", ("council", "2026-10-11")),
    ("2026-11-02", ("police", "2026-11-03")),
)


@beginning
def world():
    """The people, and no case yet."""
    return World()

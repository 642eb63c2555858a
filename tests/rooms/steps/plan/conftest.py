"""A review held on Thursday 26 November 2026, its minutes signed the day after; hands to take the plan further.

The meeting itself is another part of the procedure: here its facts are simply there.
"""

import uuid
from datetime import date

from django.db import transaction

from casereview.cases import projections, rules, saving
from casereview.cases.after import after
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.postgresql.roles import acting, writing
from casereview.cases.reading import load
from casereview.jobs.letters import send_due
from casereview.letters.models import SentLetter
from casereview.people.viewer import SYSTEM, for_person
from tests.beginnings import beginning
from tests.rooms.steps.conftest import THREE, World, moment

HELD = date(2026, 11, 26)
SIGNED = date(2026, 11, 27)
SENT = date(2026, 12, 3)  # the last day for the plan: five working days after the meeting


class Reviewed(World):
    """Robin's case after its review; steps are taken on the day the minutes are signed unless told."""

    def begin(self, **more):
        self.apply(*THREE, **more)
        self.proposed("met")
        super().take("decide_threshold", **self.decision("met"))
        return self.case

    def take(self, name, viewer=None, today=SIGNED, **answers):
        return super().take(name, viewer, today, **answers)

    def told_to_all(self):
        holders = [body.holder for body in (self.police, self.council, self.health)]
        World.take(self, "dispatch_application", bodies=holders)

    def proposed(self, result="met"):
        self.told_to_all()
        World.take(self, "propose_decision", result=result, reasons="As the receipt says")

    def happened(self, kind, on, codes=None, words=()):
        """A fact of a part of the procedure that is not ours."""
        at = moment(on, 9)
        with acting(SYSTEM), transaction.atomic(), writing():
            record = load(self.case, SYSTEM, at)
            outcome = Outcome((NewFact(kind, on, codes or {}, words=words),))
            made = saving.save(self.case, outcome, record.facts[-1], SYSTEM, uuid.uuid4().hex, at)
            projections.save(*projections.project(after(record, made), rules.calendar()))

    def held(self):
        codes = {"present": [self.police.holder, self.council.holder], "missing": [self.health.holder]}
        self.happened("review_held", HELD, codes)

    def signed(self):
        self.happened("minutes_written", SIGNED, words=(Told({"shareable": "We met"}),))
        self.happened("minutes_signed", SIGNED)

    def agree(self, body=None, due=date(2026, 12, 10), **more):
        """Agree an action that lacks nothing."""
        answers = {
            "what": "Visit the flat above with an interpreter",
            "problem": "Banging at night",
            "body": self.police.holder if body is None else getattr(body, "holder", body),
            "officer": "Sgt Jo Hale",
            "officer_email": "jo.hale@example.org",
            "due": due.isoformat() if due else "",
            "measure": "No report for a month",
            "told": "Somebody will speak to the people above you.",
        }
        return self.take("agree_action", **{**answers, **more})

    def recommend(self, **more):
        answers = {
            "body": self.council.holder,
            "what": "Look again at the letting rules",
            "answer_by": "2027-01-15",
            "told": "The council should look at how it lets flats.",
        }
        return self.take("make_recommendation", **{**answers, **more})

    def settle(self, today=SENT, **more):
        """Send the plan on the last day, when the day for comments is past, and let the letters go."""
        answers = {
            "considered": "What each body holds",
            "finding_1": "It goes on",
            "outcome": "More can be done",
            **more,
        }
        if not self.now(today).has("plan_drafted"):
            answers.setdefault("early", "There was no time for a draft")
        made = self.take("send_plan", today=today, **answers)
        self.post(today)
        return made

    def post(self, today):
        """One round of the worker's letters."""
        with acting(SYSTEM):
            send_due(moment(today, 14))

    def now(self, today=SENT, viewer=None):
        """The case as somebody sees it on that day."""
        viewer = viewer or self.cora
        with acting(viewer):
            return load(self.case, viewer, moment(today, 15))

    @property
    def applicant(self):
        return for_person(self.robin, "durham")


@beginning
def bare():
    """A case of which the threshold is met, and no review yet."""
    world = Reviewed()
    world.area.sender_name, world.area.email = "Review office", "office@example.org"
    world.area.save()
    world.begin()
    return world


@beginning
def reviewed(bare):
    """The review was held and the minutes are signed."""
    bare.held()
    bare.signed()
    return bare


@beginning
def sent(reviewed):
    """A plan with an action of the police and one of the council, both due on 10 December."""
    reviewed.agree()
    reviewed.agree(body=reviewed.council, told="The council will write to them.")
    reviewed.recommend()
    reviewed.settle()
    return reviewed


def letters(code):
    """The letters with this code as they were sent, in order."""
    with acting(SYSTEM):
        return list(SentLetter.objects.filter(letter__code=code).order_by("fact__number"))


def update(world, action=1, status="done", today=date(2026, 12, 10), viewer=None, **more):
    answers = {"told": "We visited.", "evidence": "Visit log 17", **more}
    made = world.take("update_action", viewer, today, action=str(action), status=status, **answers)
    world.post(today)
    return made

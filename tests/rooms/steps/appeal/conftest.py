"""A refusal that was served on Wednesday 18 November 2026: its last day to appeal is Wednesday 2 December."""

import uuid
from datetime import UTC, date, datetime

from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.jobs.letters import send_due
from casereview.people.viewer import SYSTEM, for_person
from casereview.process import take
from tests.beginnings import beginning
from tests.rooms.steps.conftest import RECEIVED, THREE, World, moment
from tests.rooms.steps.hearings import in_office

LAST = date(2026, 12, 2)
NEXT = date(2026, 12, 3)
UNTIL = date(2028, 3, 1)
WHY = "Nobody asked the council about the nights in May"


class Appealing(World):
    """With a panel: its chairs Pam and Paz, a clerk Col; and Bo, who is a clerk and co-ordinates too."""

    def __init__(self):
        super().__init__()
        self.col, self.bo = self.user("col", "clerk"), self.user("bo", "clerk")
        self.pam, self.paz = self.user("pam", "panel_chair"), self.user("paz", "panel_chair")
        for chair in (self.pam, self.paz):
            in_office(self, chair)

    def refused(self, **more):
        """Two reports alone: the threshold is not met, and the notice is served on the day."""
        self.apply(*THREE[:2], **more)
        self.proposed()
        self.take("decide_threshold", **self.decision("not_met"))
        self.sends(RECEIVED)

    def sends(self, on):
        """The worker sends every letter that waits: Robin's mail is safe, so each is served on that day."""
        with acting(SYSTEM):
            send_due(moment(on, 14))

    def appeals(self, at=None, reasons=WHY, **more):
        """Robin appeals on their own page, at that moment."""
        return take(
            "receive_appeal",
            viewer=for_person(self.robin, "durham"),
            case=self.case,
            answers={"channel": "web", "reasons": reasons, **more},
            key=uuid.uuid4().hex,
            at=at or moment(LAST, 12),
        )

    def keyed_in(self, today, viewer=None, **more):
        """Somebody of the office, or a clerk, keys in what came by post."""
        answers = {"channel": "post", "reasons": WHY, **more}
        return self.take("receive_appeal", viewer=viewer, today=today, **answers)

    def taken_on(self, today=LAST, clerk=None):
        clerk = clerk or self.col
        self.take("name_clerk", viewer=clerk, today=today, clerk=clerk.holder)

    def refers(self, today=LAST, chair=None):
        chair = (chair or self.pam).holder
        self.take("refer_appeal", viewer=self.col, today=today, panel_chair=chair, until=UNTIL.isoformat())

    def declares(self, today=LAST, chair=None, **more):
        self.take("declare_panel_chair", viewer=chair or self.pam, today=today, **{"conflict": "no", **more})

    def before_the_chair(self, today=LAST):
        """Taken on, referred and declared, all on that day."""
        self.taken_on(today)
        self.refers(today)
        self.declares(today)

    def now(self, on=LAST, viewer=None):
        """The case as somebody sees it on that day."""
        viewer = viewer or SYSTEM
        with acting(viewer):
            return load(self.case, viewer, moment(on, 13))


def london(*when):
    """A moment in winter, when London has UTC."""
    return datetime(*when, tzinfo=UTC)


@beginning
def world():
    return Appealing()


@beginning
def refused(world):
    world.refused()
    return world

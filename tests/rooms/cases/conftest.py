"""An area that is open, its bodies, and applications to begin from."""

import uuid
from datetime import UTC, date, datetime

import pytest

from casereview.people.models import Area, Body
from casereview.people.viewer import Viewer, for_person
from casereview.process import take

COORDINATOR = Viewer(
    "user:1", frozenset({"user:1", "area:durham"}), "Cora Ordinator", frozenset({("coordinate", "durham")})
)
DARLINGTON = Viewer(
    "user:2", frozenset({"user:2", "area:darlington"}), "Dara Ling", frozenset({("coordinate", "darlington")})
)


@pytest.fixture
def area(db):
    """County Durham with its police and council."""
    area = Area.objects.create(code="durham", name="County Durham")
    Body.objects.create(
        area=area, code="police", kind="police", name="Durham Constabulary", mailbox="p@example.org"
    )
    Body.objects.create(
        area=area, code="council", kind="council", name="The council", mailbox="c@example.org"
    )
    return area


def told(**more):
    """What a resident tells: one incident, reported once to the council and once to the police."""
    return {
        "people": [
            {
                "id": str(uuid.uuid4()),
                "roles": ["applicant", "victim"],
                "name": "Robin",
                "contacts": [{"method": "email", "value": "robin@example.org", "seen_by_others": "no"}],
            }
        ],
        "incidents": [
            {
                "from": "2026-11-02",
                "to": "2026-11-02",
                "what": "shouting at night",
                "reports": [
                    {"kind": "council", "from": "2026-11-03", "to": "2026-11-03"},
                    {"kind": "police", "from": "2026-11-03", "to": "2026-11-03"},
                ],
            }
        ],
        "words": {"problem": "Shouting and banging, most nights"},
        **more,
    }


@pytest.fixture
def apply(area):
    """Returns a function that makes an application received on a day, and gives back what was taken."""

    def apply(on=date(2026, 11, 18), key=None, **more):
        person = uuid.uuid4()
        answers = {
            "area": "durham",
            "channel": "web",
            "received_on": on.isoformat(),
            "application": told(**more),
        }
        at = datetime(on.year, on.month, on.day, 10, 0, tzinfo=UTC)
        viewer = for_person(person, "durham")
        key = key or uuid.uuid4().hex
        return take("receive_application", viewer=viewer, area="durham", answers=answers, key=key, at=at)

    return apply

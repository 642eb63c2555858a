"""An area that takes requests: every contact filled in, two bodies and a housing provider, a co-ordinator."""

from datetime import UTC, datetime

from casereview.people.models import Area, Body, Membership, User

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
FILLED_IN = {
    "email": "office@example.org",
    "phone": "01632 960 001",
    "address": "1 Office Street\nTown",
    "appeals_address": "2 Office Street\nTown",
    "return_address": "PO Box 1\nTown",
    "sender_name": "The office",
    "duty_phone": "01632 960 002",
    "duty_email": "duty@example.org",
}


def live_area(code="durham", name="County Durham"):
    """The area, switched on; made when it is not there yet."""
    user, _made = User.objects.get_or_create(email="cora@example.org", defaults={"name": "Cora"})
    switched = {"switched_on": True, "switched_at": LONG_AGO, "switched_by": user}
    area, _made = Area.objects.get_or_create(code=code, defaults={"name": name, **FILLED_IN, **switched})
    bodies = (("council", "council", f"{name} Council"), ("police", "police", "The constabulary"))
    for body, kind, called in (*bodies, ("homes", "landlord", "Hilltop Homes")):
        Body.objects.get_or_create(
            area=area, code=body, defaults={"kind": kind, "name": called, "mailbox": f"{body}@example.org"}
        )
    Membership.objects.get_or_create(user=user, area=area, role="coordinator", defaults={"since": LONG_AGO})
    return area

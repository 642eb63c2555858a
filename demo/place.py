"""Where the stories happen: two areas, the bodies in them, and the people who step in. Nobody in it is real."""

from datetime import date, timedelta

from django.utils import timezone

from casereview.people.models import Area, Body, Interest, Membership, Term, Training, User

AREAS = {
    "durham": {
        "name": "County Durham",
        "phone": "0191 496 0101",
        "email": "asb-review@example.org",
        # Those that the county had until 2009.
        "districts": "Chester-le-Street\nDerwentside\nCity of Durham\nEasington\nSedgefield\nTeesdale\nWear Valley",
    },
    "darlington": {
        "name": "Darlington",
        "phone": "01325 496 0102",
        "email": "asb-review-darlington@example.org",
    },
}
ADDRESS = "ASB Case Review\n1 Example Street\nDurham\nDH1 9ZZ"
BODIES = {
    "durham": (
        ("police", "police", "Durham Constabulary"),
        ("council", "council", "Durham County Council"),
        ("health", "health", "North East and North Cumbria Integrated Care Board"),
        ("moorside", "landlord", "Moorside Homes"),
        ("weardale", "landlord", "Weardale Valley Housing"),
    ),
    "darlington": (
        ("police", "police", "Durham Constabulary"),
        ("council", "council", "Darlington Borough Council"),
        ("health", "health", "North East and North Cumbria Integrated Care Board"),
        ("lingfield", "landlord", "Lingfield Housing"),
    ),
}
# Of whom, in which area, about which body, what it is: why Ted is not offered where that landlord has a part.
INTERESTS = (("ted.lowe", "durham", "moorside", "Rented to them until last year"),)
# Who is in office on Durham's appeals panel: since and until how many days from today; and what they were trained in.
TERMS = (
    ("pia.moss", -700, 400, "Chairing a hearing"),
    ("abe.lund", -700, 400, "Chairing a hearing"),
    ("mel.frost", -500, 600, "Hearing appeals fairly"),
    ("max.byrne", -500, 600, "Hearing appeals fairly"),
    ("may.osei", -1000, 60, "Hearing appeals fairly"),  # ends soon
    ("wes.hunt", -1200, -20, ""),  # out of office
)
# Address before the @, name, role, area ("" = everywhere), body.
PEOPLE = (
    ("cora.wren", "Cora Wren", "coordinator", "durham", ""),
    ("cora.wren", "Cora Wren", "coordinator", "darlington", ""),
    ("dev.patel", "Dev Patel", "coordinator", "durham", ""),
    ("ada.quill", "Ada Quill", "administrator", "", ""),
    ("pc.hale", "Sgt Jo Hale", "body_officer", "durham", "police"),
    ("sam.ferry", "Sam Ferry", "body_officer", "durham", "council"),
    ("ines.roy", "Ines Roy", "body_officer", "durham", "health"),
    ("mo.amin", "Mo Amin", "body_officer", "durham", "moorside"),
    ("lou.park", "Lou Park", "body_officer", "durham", "weardale"),
    ("pc.reed", "PC Alex Reed", "body_officer", "darlington", "police"),
    ("kit.dunn", "Kit Dunn", "body_officer", "darlington", "council"),
    ("ira.hart", "Ira Hart", "chair", "durham", ""),
    ("noor.vale", "Noor Vale", "chair", "durham", ""),
    ("ted.lowe", "Ted Lowe", "chair", "durham", ""),
    ("sol.grant", "Sol Grant", "support_worker", "durham", ""),
    ("col.baker", "Col Baker", "clerk", "durham", ""),
    ("bea.stone", "Bea Stone", "coordinator", "durham", ""),
    ("bea.stone", "Bea Stone", "clerk", "durham", ""),  # so that a clerk may have had a part in a case
    ("pia.moss", "Pia Moss", "panel_chair", "durham", ""),
    ("abe.lund", "Abe Lund", "panel_chair", "durham", ""),
    ("mel.frost", "Mel Frost", "panel_member", "durham", ""),
    ("max.byrne", "Max Byrne", "panel_member", "durham", ""),
    ("may.osei", "May Osei", "panel_member", "durham", ""),
    ("wes.hunt", "Wes Hunt", "panel_member", "durham", ""),
)


def build() -> None:
    """Set up areas, bodies and people; may be repeated."""
    for code, settings in AREAS.items():
        _area(code, settings)
    for name, full, role, area, body in PEOPLE:
        _person(f"{name}@example.org", full, role, area, body)
    for name, area, body, words in INTERESTS:
        _interest(f"{name}@example.org", Body.objects.get(area_id=area, code=body), words)
    for name, since, until, trained in TERMS:
        _in_office(f"{name}@example.org", since, until, trained)
    opener = User.objects.get(email="ada.quill@example.org")
    Area.objects.filter(switched_on=False).update(
        switched_on=True, switched_at=timezone.now(), switched_by=opener
    )


def _area(code: str, settings: dict[str, str]) -> None:
    contacts = {
        "address": ADDRESS,
        "appeals_address": ADDRESS.replace("ASB Case Review", "Appeals"),
        "return_address": "PO Box 4960\nDurham\nDH1 9ZZ",
        "sender_name": "Review office",
        "duty_email": f"duty-{code}@example.org",
        "duty_phone": "0191 496 0199",
        "support_email": f"support-{code}@example.org",
        "office_hours": "Monday to Friday, 9am to 5pm, except bank holidays",
    }
    Area.objects.update_or_create(code=code, defaults={**settings, **contacts})
    for body, kind, name in BODIES[code]:
        contact = {
            "kind": kind,
            "name": name,
            "mailbox": f"{body}-{code}@example.org",
            "escalation_name": f"Head of community safety, {name}",
            "escalation_email": f"head-{body}-{code}@example.org",
        }
        Body.objects.update_or_create(area_id=code, code=body, defaults=contact)


def _person(email: str, name: str, role: str, area: str, body: str) -> None:
    user, _made = User.objects.get_or_create(email=email, defaults={"name": name})
    held = {
        "user": user,
        "role": role,
        "area_id": area or None,
        "body": Body.objects.get(area_id=area, code=body) if body else None,
    }
    if not Membership.objects.current().filter(**held).exists():
        Membership.objects.create(**held)


def _in_office(email: str, since: int, until: int, trained: str) -> None:
    user, today = User.objects.get(email=email), timezone.localdate()
    if not Term.objects.filter(user=user).exists():
        begins, ends = today + timedelta(days=since), today + timedelta(days=until)
        Term.objects.create(user=user, area_id="durham", since=begins, until=ends)
    if trained:
        Training.objects.get_or_create(
            user=user, words=trained, defaults={"on": today + timedelta(days=since + 30)}
        )


def _interest(email: str, body: Body, words: str) -> None:
    known = {"user": User.objects.get(email=email), "body": body, "words": words}
    Interest.objects.get_or_create(**known, defaults={"since": date(2024, 4, 2)})

"""What administrators change about people: each function is one change, atomic, and says who made it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from casereview.people.models import Area, Body, Interest, Membership, Term, Training, User
from casereview.people.roles import ROLES
from casereview.schemes import load
from casereview.wording.own import said


class Refused(Exception):
    """The change would break a rule; the text says which, in a sentence."""


@transaction.atomic
def set_up_bodies(area: Area) -> list[Body]:
    """Add the bodies that today's scheme names and the area does not have; their mailboxes stay empty."""
    known = set(area.body_set.values_list("code", flat=True))
    today = load.by_name(area.code, timezone.localdate())
    named = [body for body in today.bodies if body.code not in known]
    return [
        Body.objects.create(
            area=area, code=body.code, kind=body.kind, name=said(body.name), relevant=body.relevant
        )
        for body in named
    ]


@transaction.atomic
def switch(area: Area, *, on: bool, by: User) -> None:
    """Open an area to applications, or close it. Raises Refused while something is missing."""
    if on and area.missing():
        raise Refused("An area cannot go live while something is missing.")
    area.switched_on, area.switched_at, area.switched_by = on, timezone.now(), by
    area.save(update_fields=["switched_on", "switched_at", "switched_by"])


@transaction.atomic
def grant(
    user: User, *, role: str, area: Area | None, body: Body | None = None, by: User | None = None
) -> Membership:
    """Give a role from now on; where it is held already, nothing changes. Raises Refused."""
    if area is None and not ROLES[role].everywhere:
        raise Refused("This role belongs to an area.")
    if (role == "body_officer") != (body is not None):
        raise Refused("An officer needs a body, and nobody else has one.")
    if body is not None and body.area_id != (area and area.code):
        raise Refused("That body is in another area.")
    held = Membership.objects.current().filter(user=user, role=role, area=area, body=body).first()
    return held or Membership.objects.create(user=user, role=role, area=area, body=body, granted_by=by)


@transaction.atomic
def end(membership: Membership, *, by: User) -> None:
    """End a role now, and with it the person's sessions."""
    if membership.until is None:
        membership.until, membership.ended_by = timezone.now(), by
        membership.save(update_fields=["until", "ended_by"])
        membership.user.end_sessions()


def declare_interest(user: User, *, words: str, since: date, body: Body | None = None) -> Interest:
    """Write down an interest that lasts from that London date on; it keeps them from cases of that body."""
    return Interest.objects.create(user=user, body=body, words=words.strip(), since=since)


def end_interest(interest: Interest, *, on: date) -> None:
    """End an interest with that London date, the last on which it lasts. One that has ended stays as it is."""
    if interest.until is None:
        interest.until = max(on, interest.since)
        interest.save(update_fields=["until"])


def give_term(user: User, *, area: Area, since: date, until: date) -> Term:
    """Appoint somebody to an area's appeals panel from that London date until that one, both inclusive."""
    return Term.objects.create(user=user, area=area, since=since, until=until)


def end_term(term: Term, *, on: date) -> None:
    """End a term with that London date, the last on which it lasts; never later than it was to end."""
    term.until = min(term.until, max(on, term.since))
    term.save(update_fields=["until"])


def record_training(user: User, *, words: str, on: date) -> Training:
    """Write down that somebody of the panel was trained."""
    return Training.objects.create(user=user, words=words.strip(), on=on)


@transaction.atomic
def disable(user: User, *, by: User) -> None:
    """Shut somebody out at once. Raises Refused for oneself: somebody must be left to undo it."""
    if user.pk == by.pk:
        raise Refused("You cannot disable your own account.")
    user.is_active, user.disabled_at, user.disabled_by = False, timezone.now(), by
    user.save(update_fields=["is_active", "disabled_at", "disabled_by"])
    user.end_sessions()


@transaction.atomic
def enable(user: User) -> None:
    """Let somebody in again, with the roles that were not ended."""
    user.is_active, user.disabled_at, user.disabled_by = True, None, None
    user.save(update_fields=["is_active", "disabled_at", "disabled_by"])


@transaction.atomic
def make_user(email: str, name: str) -> User:
    """Make an account without a password: the person sets one through a link."""
    user = User(email=email.strip().lower(), name=name.strip())
    user.set_unusable_password()
    user.save()
    return user

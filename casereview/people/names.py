"""What holders are called, for history and lists, and where those who work on cases get their mail."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from casereview.people.models import Area, Body, User


def names_of(holders: Iterable[str]) -> dict[str, str]:
    """The name of each `user:`, `body:`, `area:`, `support:` and `escalation:` holder, a query a kind."""
    holders = list(holders)
    keys: dict[str, set[str]] = {"user": set(), "body": set(), "area": set()}
    for holder in holders:
        kind, _colon, key = holder.partition(":")
        if kind in keys and key:
            keys[kind].add(key)
    found: dict[str, str] = {}
    if keys["user"]:
        users = User.objects.filter(pk__in=keys["user"]).values_list("pk", "name", "email")
        found |= {f"user:{key}": name or email for key, name, email in users}
    if keys["body"]:
        bodies = Body.objects.filter(pk__in=keys["body"]).values_list("pk", "name")
        found |= {f"body:{key}": name for key, name in bodies}
    if keys["area"]:
        found |= {f"area:{area.pk}": str(area) for area in Area.objects.filter(pk__in=keys["area"])}
    found |= {holder: str(_("the support service")) for holder in holders if holder.startswith("support:")}
    return found | _escalation_contacts(holders)


def _escalation_contacts(holders: Iterable[str]) -> dict[str, str]:
    """Those to whom a body's silence is told: `escalation:3` is that of `body:3`."""
    keys = [holder.partition(":")[2] for holder in holders if holder.startswith("escalation:")]
    found = Body.objects.filter(pk__in=keys) if keys else ()
    return {f"escalation:{body.pk}": body.escalation_name or body.name for body in found}


def mailbox_of(holder: str) -> str:
    """The mailbox of a `user:` who is not disabled, of an area's `support:` service, or of a body's `escalation:`
    contact; "" where there is none.
    """
    kind, _colon, key = holder.partition(":")
    if kind == "user":
        user = User.objects.filter(pk=key, is_active=True).first()
        return user.email if user else ""
    if kind == "escalation":
        body = Body.objects.filter(pk=key, active=True).first()
        return body.escalation_email if body else ""
    area = Area.objects.filter(pk=key).first() if kind == "support" else None
    return area.support_email if area else ""

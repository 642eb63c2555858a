"""How an area gets new rules: handed in, confirmed or discarded, and taken back before their day. Each is one change.

Two administrators are not asked for: who handed rules in may confirm them, and both are on record.
"""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casereview.audit import trail
from casereview.people.changes import Refused
from casereview.people.models import Area, Proposal, User
from casereview.people.models.proposal import Proposals
from casereview.schemes import load
from casereview.schemes.installing import hindrances, install, take_out
from casereview.schemes.model import Scheme


class NotWritten(Exception):
    """The folder of schemes could not be changed; the text says why, as the machine does."""


@transaction.atomic
def propose(scheme: Scheme, *, by: User) -> Proposal:
    """Keep a checked scheme for confirming. What waits already is not kept twice. Raises Refused."""
    _refuse_what_may_not_come(scheme, load.so_far(scheme.code))
    waiting = _of_the_area(scheme.code).waiting().filter(digest=scheme.digest).first()
    if waiting:
        return waiting
    made = Proposal.objects.create(
        area=scheme.code,
        text=scheme.text,
        digest=scheme.digest,
        starts=scheme.starts,
        proposed_by=by,
        proposed_at=timezone.now(),
    )
    _note(made, "rules_proposed", by)
    return made


@transaction.atomic
def confirm(proposal: Proposal, *, by: User, events: Mapping[str, str]) -> Proposal:
    """Install the rules: they hold for what is received from their first day on.

    events: those that clocks may name, each in words.
    Raises Refused where they wait no more, or may not follow by now, and NotWritten.
    """
    proposal = _of_the_area(proposal.area).get(pk=proposal.pk)
    if not proposal.waits:
        raise Refused(_("These rules were confirmed or discarded meanwhile."))
    scheme = load.check(proposal.text, events, proposal.area)
    if isinstance(scheme, list):
        raise Refused(str(scheme[0]))
    _refuse_what_may_not_come(scheme, others(scheme))
    proposal.confirmed_by, proposal.confirmed_at = by, timezone.now()
    proposal.save(update_fields=["confirmed_by", "confirmed_at"])
    _note(proposal, "rules_confirmed", by)
    try:
        install(scheme)
    except OSError as error:
        raise NotWritten(error.strerror or str(error)) from error
    return proposal


@transaction.atomic
def withdraw(proposal: Proposal, *, by: User) -> Proposal:
    """Discard rules that wait, or take back confirmed ones while that may be. Raises Refused and NotWritten."""
    proposal = _of_the_area(proposal.area).get(pk=proposal.pk)
    if not proposal.waits and not may_be_taken_back(proposal):
        raise Refused(too_late(proposal))
    confirmed = not proposal.waits
    proposal.withdrawn_by, proposal.withdrawn_at = by, timezone.now()
    proposal.save(update_fields=["withdrawn_by", "withdrawn_at"])
    _note(proposal, "rules_taken_back" if confirmed else "rules_discarded", by)
    if confirmed:
        try:
            take_out(_scheme_of(proposal))
        except OSError as error:
            raise NotWritten(error.strerror or str(error)) from error
    return proposal


def for_new_areas() -> list[Proposal]:
    """What was proposed for areas that have no rules, the newest first: waiting, discarded or taken back."""
    found = Proposal.objects.exclude(area__in=load.all_areas())
    return list(found.select_related("proposed_by").defer("text", "what_if"))


def is_first(proposal: Proposal) -> bool:
    """Whether the area has no rules before these, and perhaps none at all."""
    so_far = load.so_far(proposal.area)
    return not so_far or so_far[0].digest == proposal.digest


def may_be_taken_back(proposal: Proposal) -> bool:
    """Whether rules are confirmed, and nothing can have gone by them yet: their day (London's) has not come.

    First rules hold at once, whatever their day; but until the area's settings are saved it has no people and takes no
    application, and without rules that follow, the area is then as before.
    """
    if proposal.confirmed_at is None or proposal.withdrawn_at is not None:
        return False
    if is_first(proposal):
        alone = len(load.so_far(proposal.area)) < 2
        return alone and not Area.objects.filter(pk=proposal.area).exists()
    return timezone.localdate() < proposal.starts


def too_late(proposal: Proposal) -> str:
    """Why rules cannot be withdrawn any more."""
    if is_first(proposal) and not proposal.withdrawn_at:
        return _("It is too late: the area is set up by these rules, or has later ones.")
    return _("It is too late: these rules hold already, or were withdrawn before.")


def others(scheme: Scheme) -> list[Scheme]:
    """The area's rules but for these: their file may be there already, put there by hand or before a crash."""
    return [each for each in load.so_far(scheme.code) if each.digest != scheme.digest]


def _scheme_of(proposal: Proposal) -> Scheme:
    scheme = load.check(proposal.text, None, proposal.area)
    if isinstance(scheme, list):
        raise Refused(str(scheme[0]))
    return scheme


def _of_the_area(code: str) -> Proposals:
    """The area's proposals, locked: what becomes of them is settled by one person at a time."""
    found = Proposal.objects.select_for_update().filter(area=code)
    list(found.order_by("pk"))
    return found


def _refuse_what_may_not_come(scheme: Scheme, before: Sequence[Scheme]) -> None:
    for fault in hindrances(scheme, before, timezone.localdate()):
        why = {"why": fault.message}
        if before:
            raise Refused(_("These rules cannot follow: %(why)s") % why)
        raise Refused(_("These rules cannot be the first: %(why)s") % why)


def _note(proposal: Proposal, did: str, by: User) -> None:
    trail.note(f"user:{by.pk}", did, f"{proposal} {proposal.digest[:12]}")

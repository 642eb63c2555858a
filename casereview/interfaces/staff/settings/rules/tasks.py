"""What proposed rules would change is worked out outside the request, which would not wait for it."""

import time
from collections.abc import Callable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from casereview.people.models import Proposal
from casereview.schemes.check import check
from casereview.schemes.model import Scheme
from casereview.statistics.whatif import what_if
from casereview.stopping import go_on, told_to_stop

OFTEN = 1.0  # seconds between two notes of how far it is


@transaction.atomic
def ask(proposal: Proposal) -> None:
    """Have it worked out, or worked out again; not while it is being worked out."""
    settled = Q(asked_at=None) | Q(what_if_at__isnull=False) | Q(failed=True)
    fresh = {"what_if": None, "what_if_at": None, "failed": False, "done": 0, "of": 0}
    if Proposal.objects.filter(settled, pk=proposal.pk).update(asked_at=timezone.now(), **fresh):
        work_out.enqueue(proposal.pk)


@task()
def work_out(number: int) -> None:
    """Rerun the area's cases under the proposed rules, and keep with the proposal what came of it.

    A worker that is told to stop leaves off and asks the next for it. The processes that help may have been told too,
    and have ended: whatever fails then is no fault of the rules.
    """
    proposal = Proposal.objects.filter(pk=number, what_if_at=None).first()
    if proposal is None:
        return
    kept = Proposal.objects.filter(pk=number)
    try:
        scheme = check(proposal.text, None, proposal.area)
        assert isinstance(scheme, Scheme), scheme
        found = what_if(scheme, _noting(number))
    except Exception:
        if told_to_stop():
            work_out.enqueue(number)
            return
        kept.update(failed=True)
        raise
    kept.update(what_if=found.as_json(), what_if_at=timezone.now(), failed=False)


def _noting(number: int) -> Callable[[int, int], None]:
    """Notes how far it is, but not for every batch of cases; after each it may be told to stop."""
    noted = -OFTEN

    def note(done: int, of: int) -> None:
        nonlocal noted
        go_on()
        if time.monotonic() - noted >= OFTEN:
            noted = time.monotonic()
            Proposal.objects.filter(pk=number).update(done=done, of=of)

    return note

"""Works through the outbox: a row is claimed by a lease, tried later and later, and parked after the last try."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from casereview.letters.models import Outbox

LEASE = timedelta(minutes=5)  # longer than any one delivery can take: see EMAIL_TIMEOUT
LONGEST_WAIT = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(hours=72)  # of mail that is down; then a person phones
MOST_FAULTS = 5  # tries of a letter that cannot be made
LOOK_AGAIN = timedelta(minutes=10)  # at a held letter: another way may have become safe


def claim(now: datetime) -> Outbox | None:
    """Take one row that is due, for the length of a lease; None when nothing is. Several workers never share one.

    A held letter is looked at again, since its recipient may have told us another way.
    """
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    due = Outbox.objects.filter(free, state__in=("waiting", "held"), due_at__lte=now).order_by("due_at")
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        row = due.first()
        if row is not None:
            _change(row, leased_until=now + LEASE)
    return row


def done(row: Outbox) -> None:
    """The letter has gone, or is never to go. Called after it is recorded: a crash before then sends it again."""
    _change(row, state="done", leased_until=None, last_error="")


def hold(row: Outbox, now: datetime) -> None:
    """No way is safe now."""
    _change(row, state="held", leased_until=None, due_at=now + LOOK_AGAIN)


def at_once(row: Outbox, now: datetime) -> None:
    """Try again with the next look: what was about to be done is no longer right."""
    _change(row, state="waiting", leased_until=None, due_at=now)


def later(row: Outbox, now: datetime, error: Exception) -> bool:
    """Mail is down: try again after 1, 2, 4 … 60 minutes, for 72 hours. Whether there will be another try."""
    return _again(row, now, error, give_up=waited(row.attempts + 1) >= GIVE_UP_AFTER)


def faulty(row: Outbox, now: datetime, error: Exception) -> bool:
    """This letter itself fails: a few tries, then parked, so that others go. Whether there will be another try."""
    return _again(row, now, error, give_up=row.attempts + 1 >= MOST_FAULTS)


def wait_after(attempts: int) -> timedelta:
    """How long to wait after that many tries."""
    return min(timedelta(minutes=2 ** min(attempts - 1, 10)), LONGEST_WAIT)


def waited(attempts: int) -> timedelta:
    """How long a row has waited in all after that many tries."""
    return sum((wait_after(attempt) for attempt in range(1, attempts + 1)), timedelta())


def _again(row: Outbox, now: datetime, error: Exception, *, give_up: bool) -> bool:
    attempts = row.attempts + 1
    _change(
        row,
        state="parked" if give_up else "waiting",
        attempts=attempts,
        due_at=now + wait_after(attempts),
        leased_until=None,
        # The kind of error alone: its text may quote a letter or an address.
        last_error=type(error).__name__,
    )
    return not give_up


def _change(row: Outbox, **values: object) -> None:
    """Change only the named columns."""
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))

"""Forgets who tried what how often, once it limits nobody any more."""

from datetime import timedelta

from django.utils import timezone

from casereview.cases.rate_limits import forget_full

LONGEST = timedelta(days=1)  # every bucket is full again long before


def forget_full_buckets() -> int:
    """Delete the buckets that nobody has touched for a day; return how many."""
    return forget_full(timezone.now() - LONGEST)

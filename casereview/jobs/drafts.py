"""Ends what somebody began and did not send, once its time is over (28 days, or as the scheme says)."""

from datetime import timedelta

from django.utils import timezone

from casereview.cases.models import Draft

TOLD_FOR = timedelta(days=28)  # so long a return code still says "the time is over" instead of nothing


def expire_drafts() -> int:
    """Empty every draft whose time is over, and delete it four weeks later; return how many were emptied or deleted."""
    at = timezone.now()
    deleted, _each = Draft.objects.filter(expires_at__lte=at - TOLD_FOR).delete()
    over = Draft.objects.filter(expires_at__lte=at, became=None).exclude(answers={})
    return deleted + over.update(answers={}, email_hash="", link_hash="", link_asked_at=None)

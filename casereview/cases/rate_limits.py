"""Limits on guessing and flooding, kept in the database so that all web processes share them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from casereview.cases.models import TokenBucket


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `burst` tries at once; after that one more each time `refill` has passed."""

    name: str
    burst: int
    refill: timedelta


def allowed(limit: Limit, who: str = "", at: datetime | None = None) -> bool:
    """Spend one try of `who` (an address; "" for everybody together); False where none is left."""
    at = at or timezone.now()
    key = salted_hmac("casereview.rate_limits", f"{limit.name}:{who}", algorithm="sha256").hexdigest()
    with transaction.atomic():
        TokenBucket.objects.bulk_create(
            [TokenBucket(name=key, tokens=limit.burst, filled_at=at)], ignore_conflicts=True
        )
        bucket = TokenBucket.objects.select_for_update().get(pk=key)
        filled = max((at - bucket.filled_at) / limit.refill, 0)
        tokens = min(bucket.tokens + filled, float(limit.burst))
        spent = tokens >= 1
        TokenBucket.objects.filter(pk=key).update(tokens=tokens - 1 if spent else tokens, filled_at=at)
    return spent


def forget_full(before: datetime) -> int:
    """Remove buckets that nobody has touched since `before`; return how many. They would be full again."""
    return TokenBucket.objects.filter(filled_at__lt=before).delete()[0]

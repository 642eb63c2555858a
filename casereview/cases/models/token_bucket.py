"""How often something may still be tried: a bucket that empties with every try and fills up again with time."""

from django.db import models


class TokenBucket(models.Model):
    """name: what is limited and for whom, as a keyed hash, so that nobody's address is kept."""

    guard = "working"

    name = models.CharField(max_length=64, primary_key=True)
    tokens = models.FloatField()
    filled_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.tokens:.1f} tries left"

"""A year as the area published it by hand, before this service counted: kept as it was, adding up or not."""

from django.db import models

TOTALS = ("applications", "not_met", "reviews", "with_recommendations")


class PastYear(models.Model):
    """One row of such a table. A total that was not published is None. `place`: its row in the file, for the order."""

    guard = "working"  # an import may be repeated with another file

    area = models.SlugField()
    period = models.CharField(max_length=60)  # as it was written: "2018/19", "October 2017 - October 2018"
    place = models.PositiveIntegerField()
    applications = models.PositiveIntegerField(null=True)
    not_met = models.PositiveIntegerField(null=True)
    reviews = models.PositiveIntegerField(null=True)
    with_recommendations = models.PositiveIntegerField(null=True)
    note = models.CharField(max_length=500, blank=True)  # what else was published beside them
    source = models.URLField(max_length=500)

    class Meta:
        ordering = ["area", "place"]
        constraints = [
            models.UniqueConstraint(fields=["area", "period", "source"], name="past_year_imported_once")
        ]

    def __str__(self) -> str:
        return f"{self.area}, {self.period}"

    @property
    def fits(self) -> bool:
        """Whether its totals can all be true of the same applications; where not, that is shown and not mended."""
        made, refused, held, led = (getattr(self, total) for total in TOTALS)
        known = None not in (made, refused, held)
        return not (
            (held is not None and led is not None and led > held) or (known and refused + held > made)
        )

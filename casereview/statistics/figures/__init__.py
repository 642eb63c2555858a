"""The figures, one file each: what is published, in the order of reading. A new one is its file and a line here."""

from collections.abc import Callable

from casereview.statistics.figures import (
    appeals,
    applications,
    channels,
    decisions,
    districts,
    durations,
    endings,
    not_met,
    outcomes,
    qualified,
    responses,
    reviews,
    routes,
    timeliness,
    with_recommendations,
)
from casereview.statistics.ground import Ground
from casereview.statistics.table import Table

# The four that section 104(9) names: never suppressed, and never worked out from one another.
TOTALS: dict[str, Callable[[Ground], int]] = {
    each.CODE: each.count for each in (applications, not_met, reviews, with_recommendations)
}
# None: an area that has nothing to do with it does without the table.
TABLES: dict[str, Callable[[Ground], Table | None]] = {
    each.CODE: each.count
    for each in (
        channels,
        districts,
        endings,
        decisions,
        routes,
        timeliness,
        durations,
        responses,
        appeals,
        qualified,
        outcomes,
    )
}

"""The figures, one file each: what is published, in the order of reading. A new one is its file and a line here."""

from collections.abc import Callable

from casereview.statistics.figures import (
    appeals,
    applications,
    channels,
    decisions,
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
TABLES: dict[str, Callable[[Ground], Table]] = {
    each.CODE: each.count
    for each in (
        channels,
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

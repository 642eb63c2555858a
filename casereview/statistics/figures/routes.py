"""By which route the threshold was met, as the receipt of each decision says: together they are the decisions "met"."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import JSONField
from django.db.models.fields.json import KeyTransform

from casereview.statistics.ground import Ground, tally
from casereview.statistics.table import Line, Table

CODE = "routes"
SEVERAL, JUDGED = "several", "judged"


def count(ground: Ground) -> Table:
    """One line: each route of the scheme, several at once, and none by the receipt: people judged it met."""
    receipts = KeyTransform("routes", KeyTransform("receipt", "codes"), output_field=JSONField())
    decided = ground.facts("threshold_met").annotate(routes=receipts).values_list("routes", flat=True)
    met = Counter(_met_by(routes or ()) for routes in decided.iterator())
    known = (*(route.name for route in ground.scheme.routes), SEVERAL, JUDGED)
    return Table(CODE, (Line(tally(met.items(), known)),))


def _met_by(routes: Iterable[Mapping[str, Any]]) -> str:
    names = [str(route["name"]) for route in routes if route["met"]]
    return SEVERAL if len(names) > 1 else names[0] if names else JUDGED

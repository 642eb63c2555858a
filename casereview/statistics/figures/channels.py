"""By which way applications came: together they are the applications made."""

from django.db.models import Count
from django.db.models.fields.json import KeyTextTransform

from casereview.cases.beginning import APPLICATIONS
from casereview.statistics.ground import Ground, tally
from casereview.statistics.table import Line, Table

CODE = "channels"


def count(ground: Ground) -> Table:
    """One line: the area's ways in, and any other that an application came by."""
    came = ground.facts(*APPLICATIONS).annotate(way=KeyTextTransform("channel", "codes"))
    ways = came.values_list("way").annotate(times=Count("pk"))
    return Table(CODE, (Line(tally(((way or "not_known", n) for way, n in ways), ground.scheme.channels)),))

"""How appeals ended, each on the day it was decided."""

from django.db.models import Count
from django.db.models.fields.json import KeyTextTransform

from casereview.statistics.ground import Ground, tally
from casereview.statistics.table import Line, Table
from casereview.wording.hearing import OUTCOMES

CODE = "outcomes"


def count(ground: Ground) -> Table:
    """One line: upheld, recommendations on the process only, not upheld."""
    decided = ground.facts("appeal_decided").annotate(how=KeyTextTransform("outcome", "codes"))
    found = decided.values_list("how").annotate(times=Count("pk"))
    return Table(CODE, (Line(tally(((how or "not_known", n) for how, n in found), OUTCOMES)),))

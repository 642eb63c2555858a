"""In which district of the area it happens, as was last said: together they are the applications made."""

from django.db.models import Count
from django.db.models.fields.json import KeyTextTransform

from casereview.cases.beginning import APPLICATIONS
from casereview.statistics.ground import Ground, standing, tally
from casereview.statistics.table import Counted, Line, Table
from casereview.wording.districts import NO_ONE, NOT_STATED

CODE = "districts"


def count(ground: Ground) -> Table | None:
    """One line: the area's districts, those it called otherwise before, none in particular; None where it names none.

    A case counts under what was last said by the day of counting, whenever that was.
    """
    if not ground.districts:
        return None
    # a case has one application, and one district at a time
    applied = ground.facts(*APPLICATIONS).values("case")
    said = standing(ground.area, "district_named").filter(case__in=applied)
    named = said.annotate(name=KeyTextTransform("district", "codes")).values_list("name")
    found = dict(named.annotate(times=Count("pk")))
    found[NOT_STATED] = ground.number(*APPLICATIONS) - sum(found.values())
    others = (*NO_ONE, NOT_STATED)
    before = sorted(found.keys() - {*ground.districts, *others})
    return Table(CODE, (Line(tally(found.items(), (*ground.districts, *before, *others))),))


def not_stated(counted: Counted) -> int:
    """How many of the applications counted have no district yet; 0 where the area names none."""
    lines = (line for table in counted.tables if table.code == CODE for line in table.lines)
    return sum(line.cells[NOT_STATED] for line in lines)

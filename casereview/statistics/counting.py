"""Counts everything that is published about an area and a period, from its facts, set by set in SQL."""

from datetime import date

from django.db import transaction

from casereview.cases.postgresql.roles import counting
from casereview.people.models import Area, Body
from casereview.statistics.figures import TABLES, TOTALS
from casereview.statistics.ground import Ground
from casereview.statistics.periods import Period
from casereview.statistics.table import Counted


def count(area: str, period: Period, day: date) -> Counted:
    """The figures of the area's period as they stand now; `day` is today in London: what is overdue then is late.

    Counted in a role of the database that reads every case and no word of any: whoever asks may see none.
    """
    bodies, settings = Body.objects.filter(area=area).order_by("name"), Area.objects.filter(pk=area).first()
    ground = Ground(area, period, day, tuple(bodies), tuple(settings.district_names) if settings else ())
    with transaction.atomic(), counting():
        totals = {code: counted(ground) for code, counted in TOTALS.items()}
        tables = [counted(ground) for counted in TABLES.values()]
    return Counted(totals, tuple(table for table in tables if table is not None))

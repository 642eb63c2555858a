"""The performance page: what is due, overdue and waiting now; and what was done in time in any period."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casereview.clocks.months import months_after
from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.figures.forms import PeriodForm
from casereview.interfaces.staff.figures.reach import name_of
from casereview.people.names import names_of
from casereview.statistics.counting import count
from casereview.statistics.figures.districts import not_stated
from casereview.statistics.performance import Now, now
from casereview.statistics.periods import Period
from casereview.statistics.table import Table
from casereview.wording.clocks import clock_title
from casereview.wording.figures import cell_words, days_words, line_words, period_words, table_words
from casereview.wording.people import WAITING_FOR
from casereview.wording.status import STATUS_WORDS

SHOWN = ("timeliness", "durations", "responses")


@holds("read_figures")
@require_GET
def performance(request: Request, area: str) -> HttpResponse:
    """An area's; of the last three months unless another period is asked for."""
    name, today = name_of(request, area), timezone.localdate()
    asked = "since-day" in request.GET
    usual = Period(months_after(today, -3) + timedelta(days=1), today)
    form = PeriodForm(request.GET if asked else None, initial={"since": usual.since, "until": usual.until})
    period = usual
    if asked and form.is_valid():
        period = form.period
        if period.until < period.since:
            form.add_error("until", _("The last day is before the first."))
            period = usual
    standing, counted = now(area, today), count(area, period, today)
    context = {
        "code": area,
        "name": name,
        "form": form,
        "period": period_words(period.since, period.until),
        "tables": [_words(table) for table in counted.tables if table.code in SHOWN],
        "no_district": not_stated(counted),
        **_now_in_words(standing),
    }
    return render(request, "figures_work/performance.html", context)


def _now_in_words(standing: Now) -> dict[str, object]:
    names = {**names_of([*(each.code for each in standing.bodies), *standing.waits]), **WAITING_FOR}
    return {
        "clocks": [(clock_title(each.code), each) for each in standing.clocks],
        "bodies": [(names.get(each.code, each.code), each) for each in standing.bodies],
        "statuses": [(STATUS_WORDS.get(code, code), number) for code, number in standing.statuses.items()],
        "waits": [
            (names.get(code, code) if code else _("Nobody"), number)
            for code, number in standing.waits.items()
        ],
    }


def _words(table: Table) -> dict[str, object]:
    """Heading, column heads, and each line's words with its numbers and, where it was measured, its median."""
    heads = [cell_words(table.code, code) for code in (table.lines[0].cells if table.lines else ())]
    lines = [
        (
            line_words(table.code, line.code, line.name),
            list(line.cells.values()),
            days_words(line.median) if line.median is not None else "",
        )
        for line in table.lines
    ]
    return {
        "heading": table_words(table.code),
        "heads": heads,
        "lines": lines,
        "measured": table.code == "durations",
    }

"""What the bodies answered when they were asked for what they hold: a line a body, of what was asked in the period."""

from django.db.models import Count, F, Q, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from casereview.cases.models import Deadline
from casereview.statistics.ground import Ground, tally
from casereview.statistics.table import Line, Table

CODE = "responses"
ANSWERED, ANSWERED_LATE, NOTHING, REFUSED, SILENT = (
    "answered",
    "answered_late",
    "nil",
    "withheld",
    "no_answer",
)
ANSWERS = (ANSWERED, ANSWERED_LATE, NOTHING, REFUSED, SILENT)


def count(ground: Ground) -> Table:
    """Answered in time, answered late, nothing held, refused, no answer; a part withheld is an answer."""
    period = (ground.period.since, ground.period.until)
    asked = Deadline.objects.filter(
        case__area=ground.area,
        clock__in=ground.of_returns,
        started_on__range=period,
        subject__startswith="body:",
    )
    said = Coalesce(
        KeyTextTransform("returned", "stopped_by__codes"), Value(SILENT), output_field=TextField()
    )
    alike = (
        asked.annotate(said=said, late=Q(stopped_on__gt=F("due"), due__isnull=False))
        .order_by()
        .values_list("subject", "said", "late")
        .annotate(times=Count("pk"))
    )
    by_body: dict[str, list[tuple[str, int]]] = {}
    for body, answer, late, number in alike:
        by_body.setdefault(body, []).append((_code(answer, late=bool(late)), number))
    lines = (
        Line(tally(by_body[body.holder], ANSWERS), body.code, body.name)
        for body in ground.bodies
        if body.holder in by_body
    )
    return Table(CODE, tuple(lines))


def _code(said: str, *, late: bool) -> str:
    if said in (NOTHING, REFUSED, SILENT):
        return said
    return ANSWERED_LATE if late else ANSWERED

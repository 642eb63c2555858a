"""Runs the whole question: batch by batch, for the system, and changes nothing."""

from collections.abc import Callable, Generator
from contextlib import closing

from django.utils import timezone

from casereview.cases.models import Case
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from casereview.schemes.load import by_name
from casereview.schemes.model import Scheme
from casereview.statistics.whatif.processes import how_many, in_processes
from casereview.statistics.whatif.records import batches
from casereview.statistics.whatif.result import WhatIf
from casereview.statistics.whatif.tally import Question, Tally, nothing, tallied
from casereview.statistics.whatif.years import last_years

Progress = Callable[[int, int], None]


def what_if(scheme: Scheme, on_progress: Progress | None = None) -> WhatIf:
    """What would change in the area of this scheme (its `code`) if all cases, past and open, were under its rules.

    Each case is compared with the rules that it has pinned. on_progress hears how many cases are done, and of how many;
    what it raises ends the work.
    Nothing is changed, stored or applied. Works as the system, whoever asks: show the result to administrators alone.
    """
    today = timezone.localdate()
    question = Question(scheme, today, last_years(by_name(scheme.code, today).figures, today))
    found = nothing(question)
    with acting(SYSTEM):
        total = Case.objects.filter(area=scheme.code).count()
        with closing(_tallies(question, total)) as tallies:
            for tally in tallies:
                found.join(tally)
                if on_progress:
                    on_progress(found.number, max(total, found.number))
        return _result(question, found)


def _tallies(question: Question, cases: int) -> Generator[Tally, None, None]:
    """Those of all batches, in this process or in several."""
    processes, every = how_many(cases), batches(question.scheme.code)
    if processes > 1:
        return in_processes(processes, question, every)
    return (tallied(question, batch) for batch in every)


def _result(question: Question, found: Tally) -> WhatIf:
    scheme = question.scheme
    return WhatIf(
        area=scheme.code,
        starts=scheme.starts,
        digest=scheme.digest,
        on=question.today,
        open_cases=found.open,
        closed_cases=found.closed,
        erased=found.answers.erased,
        answers=found.answers.result(),
        clocks=found.dates.result(scheme.clocks),
        moved=found.dates.cases(),
        years=found.years.result(scheme),
    )

"""Runs the whole question: batch by batch, for the system, and changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from casereview.cases.models import Case
from casereview.cases.postgresql.roles import acting
from casereview.cases.rules import calendar
from casereview.people.viewer import SYSTEM
from casereview.schemes.load import by_name
from casereview.schemes.model import Scheme
from casereview.statistics.periods import Period
from casereview.statistics.whatif.answers import AnswersTally
from casereview.statistics.whatif.dates import DatesTally
from casereview.statistics.whatif.records import Batch, batches, records
from casereview.statistics.whatif.rerun import rerun
from casereview.statistics.whatif.result import WhatIf
from casereview.statistics.whatif.years import YearsTally, last_years

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Question:
    """The proposed rules, the day on which they are asked about, and the years to show."""

    scheme: Scheme
    today: date
    years: tuple[Period, ...]


@dataclass
class Tally:
    """What was found of the cases rerun so far: small however many they are."""

    answers: AnswersTally
    dates: DatesTally
    years: YearsTally
    open: int = 0
    closed: int = 0

    def join(self, other: "Tally") -> None:
        """All of the other's besides."""
        self.open += other.open
        self.closed += other.closed
        self.answers.join(other.answers)
        self.dates.join(other.dates)
        self.years.join(other.years)


def what_if(scheme: Scheme, on_progress: Progress | None = None) -> WhatIf:
    """What would change in the area of this scheme (its `code`) if all cases, past and open, were under its rules.

    Each case is compared with the rules that it has pinned. on_progress hears how many cases are done, and of how many.
    Nothing is changed, stored or applied. Works as the system, whoever asks: show the result to administrators alone.
    """
    today = timezone.localdate()
    question = Question(scheme, today, last_years(by_name(scheme.code, today).figures, today))
    found = nothing(question)
    with acting(SYSTEM):
        total = Case.objects.filter(area=scheme.code).count()
        for batch in batches(scheme.code):
            found.join(tallied(question, batch))
            if on_progress:
                on_progress(found.open + found.closed, max(total, found.open + found.closed))
        return _result(question, found)


def nothing(question: Question) -> Tally:
    """Before the first case."""
    return Tally(AnswersTally(), DatesTally(), YearsTally(question.years, question.today))


def tallied(question: Question, batch: Batch) -> Tally:
    """What is found of these cases. For the system."""
    found, days = nothing(question), calendar()
    for record in records(question.scheme.code, batch):
        case = rerun(record, question.scheme, days)
        found.open += not case.closed
        found.closed += case.closed
        found.answers.add(case)
        found.dates.add(case)
        found.years.add(case)
    return found


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

"""A batch of cases rerun and added up: small however many they are."""

from dataclasses import dataclass
from datetime import date

from casereview.cases.postgresql.roles import acting
from casereview.cases.rules import calendar
from casereview.people.viewer import SYSTEM
from casereview.schemes.model import Scheme
from casereview.statistics.periods import Period
from casereview.statistics.whatif.answers import AnswersTally
from casereview.statistics.whatif.dates import DatesTally
from casereview.statistics.whatif.records import Batch, records
from casereview.statistics.whatif.rerun import Beside, Rerun, rerun
from casereview.statistics.whatif.years import YearsTally


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

    @property
    def number(self) -> int:
        """How many cases they were."""
        return self.open + self.closed

    def add(self, case: Rerun) -> None:
        """One case."""
        self.open += not case.closed
        self.closed += case.closed
        self.answers.add(case)
        self.dates.add(case)
        self.years.add(case)

    def join(self, other: "Tally") -> None:
        """All of the other's besides."""
        self.open += other.open
        self.closed += other.closed
        self.answers.join(other.answers)
        self.dates.join(other.dates)
        self.years.join(other.years)


def nothing(question: Question) -> Tally:
    """Before the first case."""
    return Tally(AnswersTally(), DatesTally(), YearsTally(question.years, question.today))


def tallied(question: Question, batch: Batch) -> Tally:
    """What is found of these cases; read as the system."""
    found, besides = nothing(question), dict[str, Beside]()
    with acting(SYSTEM):
        days = calendar()
        for record in records(question.scheme, batch):
            pinned = record.case.scheme_id
            if pinned not in besides:
                besides[pinned] = Beside(record.scheme, question.scheme)
            found.add(rerun(record, besides[pinned], days))
    return found

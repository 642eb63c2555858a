"""How the threshold is answered before and after, added up over cases."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import product

from casereview.schemes.receipt import Receipt
from casereview.statistics.whatif.named import Named
from casereview.statistics.whatif.rerun import Rerun
from casereview.statistics.whatif.result import ANSWERS, Answer, Answers

STATUTE = "statute"
Change = tuple[Answer, Answer]


@dataclass
class AnswersTally:
    """For each pair of answers its cases, and the routes that lead to "met"."""

    erased: int = 0
    cases: dict[Change, Named] = field(default_factory=lambda: defaultdict(Named))
    routes: Counter[tuple[Change, str]] = field(default_factory=Counter)

    def add(self, case: Rerun) -> None:
        """One case."""
        if case.before is None or case.after is None:
            self.erased += 1
            return
        change = ANSWERS[case.before.met], ANSWERS[case.after.met]
        self.cases[change].add(case, name=change[0] != change[1])
        self.routes.update((change, name) for name in met_by(case.after if case.after.met else case.before))

    def join(self, other: "AnswersTally") -> None:
        """All of the other's besides."""
        self.erased += other.erased
        self.routes.update(other.routes)
        for change, cases in other.cases.items():
            self.cases[change].join(cases)

    def result(self) -> tuple[Answers, ...]:
        """Every pair that occurs: what stays first."""
        pairs = sorted(product(ANSWERS.values(), repeat=2), key=lambda pair: pair[0] != pair[1])
        return tuple(self._answers(pair) for pair in pairs if pair in self.cases)

    def _answers(self, change: Change) -> Answers:
        routes = {name: number for (theirs, name), number in sorted(self.routes.items()) if theirs == change}
        return Answers(*change, self.cases[change].cases(), routes)


def met_by(receipt: Receipt) -> list[str]:
    """The routes by which it is met, and whether by section 104(4)."""
    routes = [route.name for route in receipt.routes if route.met]
    return [*routes, STATUTE] if receipt.statute.met else routes

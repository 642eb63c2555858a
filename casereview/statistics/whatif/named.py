"""Cases counted, and the first of them named: small however many there are."""

from dataclasses import dataclass, field

from casereview.statistics.whatif.rerun import Rerun
from casereview.statistics.whatif.result import MOST, Cases


@dataclass
class Named:
    """So many cases, and of the first MOST whether each is closed, with its reference."""

    number: int = 0
    open: int = 0
    first: list[tuple[bool, str]] = field(default_factory=list)

    def add(self, case: Rerun, *, name: bool = True) -> None:
        """One more; named or only counted."""
        self.number += 1
        self.open += not case.closed
        if name:
            self.first.append((case.closed, case.record.case.reference))
            if len(self.first) > 2 * MOST:
                self._keep_the_first()

    def join(self, other: "Named") -> None:
        """All of the other's besides."""
        self.number += other.number
        self.open += other.open
        self.first += other.first
        self._keep_the_first()

    def cases(self) -> Cases:
        """As a result."""
        self._keep_the_first()
        return Cases(self.number, self.open, tuple(reference for _closed, reference in self.first))

    def _keep_the_first(self) -> None:
        self.first = sorted(self.first)[:MOST]

"""The pool from which an appeals panel is made up: who is in office, until when, and when they were trained."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from casereview.people.chairs import Candidate, pool_of
from casereview.people.models import Term, Training

SOON = timedelta(days=90)  # ours: long enough to appoint somebody before a term ends


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody of the pool. terms: by their first day; trained: the London date of their last training."""

    candidate: Candidate
    terms: tuple[Term, ...]
    trained: date | None

    @property
    def term(self) -> Term | None:
        """The one that lasts longest, whether it has begun or not."""
        return max(self.terms, key=lambda term: term.until, default=None)

    def office_until(self, day: date) -> date | None:
        """The last London date of their office, if they are in office on that date: a renewed term goes on from it."""
        last = day - timedelta(days=1)
        for term in self.terms:
            if term.since <= last + timedelta(days=1):
                last = max(last, term.until)
        return last if last >= day else None

    def in_office(self, day: date) -> bool:
        """Whether a term lasts on that London date; without a term nobody is in office."""
        return self.office_until(day) is not None

    def ends_soon(self, day: date) -> bool:
        """Whether their office ends within SOON."""
        until = self.office_until(day)
        return until is not None and until <= day + SOON


def panel_of(area_code: str, role: str = "panel_member") -> dict[str, Seat]:
    """Everybody in the pool of an area by holder, in the order of their names (five queries)."""
    pool = pool_of(area_code, role)
    keys = [int(holder.removeprefix("user:")) for holder in pool]
    terms: dict[str, list[Term]] = defaultdict(list)
    for term in Term.objects.filter(area_id=area_code, user__in=keys).order_by("since"):
        terms[f"user:{term.user_id}"].append(term)
    trained = {
        f"user:{each.user_id}": each.on for each in Training.objects.filter(user__in=keys).order_by("on")
    }
    return {holder: Seat(one, tuple(terms[holder]), trained.get(holder)) for holder, one in pool.items()}

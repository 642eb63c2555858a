"""The pool from which an appeals panel is made up: who is in office, until when, and when they were trained."""

from dataclasses import dataclass
from datetime import date, timedelta

from casereview.people.chairs import Candidate, pool_of
from casereview.people.models import Term, Training

SOON = timedelta(days=90)  # ours: long enough to appoint somebody before a term ends


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody of the pool. term: the one that lasts longest; trained: the London date of their last training."""

    candidate: Candidate
    term: Term | None
    trained: date | None

    def in_office(self, day: date) -> bool:
        """Whether their term lasts on that London date; without a term nobody is in office."""
        return self.term is not None and self.term.since <= day <= self.term.until

    def ends_soon(self, day: date) -> bool:
        """Whether the term that lasts ends within SOON."""
        return self.term is not None and self.in_office(day) and self.term.until <= day + SOON


def panel_of(area_code: str, role: str = "panel_member") -> dict[str, Seat]:
    """Everybody in the pool of an area by holder, in the order of their names (five queries)."""
    pool = pool_of(area_code, role)
    keys = [int(holder.removeprefix("user:")) for holder in pool]
    terms = {
        f"user:{term.user_id}": term
        for term in Term.objects.filter(area_id=area_code, user__in=keys).order_by("until")
    }
    trained = {
        f"user:{each.user_id}": each.on for each in Training.objects.filter(user__in=keys).order_by("on")
    }
    return {holder: Seat(one, terms.get(holder), trained.get(holder)) for holder, one in pool.items()}

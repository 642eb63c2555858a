"""When a written notice counts as served: the scheme says so, by the way in which it went (`[notices]`)."""

from datetime import date
from typing import Literal

from casereview.cases.record import Record
from casereview.clocks.deadline import deadline
from casereview.schemes import unstated
from casereview.schemes.terms import Served

Event = Literal["sent", "opened", "told"]
# By the route of a letter, the scheme's rule for it: one that was read aloud is kept on the recipient's page.
RULES = {
    "email_full": "emailed",
    "email_notice": "emailed",
    "post": "posted",
    "page": "page",
    "read_aloud": "page",
}


def served_on(record: Record, route: str, event: Event, on: date) -> date | None:
    """The London date on which a notice counts as served, when `event` happened to it on the day `on`.

    None where that event serves nothing by that route: a letter on the page is served when it is opened or told, not
    when it is put there.
    """
    rule: Served = getattr(unstated.notices(record.scheme), RULES[route])
    if event not in rule.after:
        return None
    return deadline(on, rule.length, record.calendar).due if rule.length else on

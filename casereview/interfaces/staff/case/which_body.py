"""For which body, or about which action, a co-ordinator writes something down: each of them has a page of its own."""

from typing import Any

from django.http import HttpResponse

from casereview.cases.plan import progress
from casereview.cases.record import Record
from casereview.cases.returns import asked_bodies
from casereview.interfaces.step_page import StepPage


class WhichBody(StepPage):
    """The page of the step itself only asks for whom, or about what."""

    def answer(self) -> HttpResponse:
        """What may be chosen."""
        return self.page(None, self.record.last_number, "")


def those_asked(record: Record) -> dict[str, Any]:
    """The bodies of which one is chosen."""
    return {"bodies": asked_bodies(record)}


def actions_there(record: Record) -> dict[str, Any]:
    """The actions of which one is chosen, done or not."""
    return {"actions": [each for each in progress(record) if each.action]}

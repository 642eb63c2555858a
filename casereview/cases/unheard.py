"""What an administrator, who sees no case, is told of applicants who have heard nothing: enough to ask those who do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casereview.cases.models import Summary
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM


@dataclass(frozen=True, slots=True)
class Unheard:
    """A case by its reference. since: the London day on which the applicant last heard. owner, deputy: holders."""

    reference: str
    area: str
    since: date
    owner: str
    deputy: str


def told_to_administrators(areas: Iterable[str]) -> list[Unheard]:
    """The silences in these areas of which the administrators were told and that last, the longest first (one query).

    Read as the system: whoever calls answers for the areas. Nothing of a person is in it.
    """
    with acting(SYSTEM):
        found = Summary.objects.filter(area__in=areas, closed=False, silence_told="administrators")
        rows = [
            Unheard(row.reference, row.area, row.heard_on or row.received_on, row.owner, row.deputy)
            for row in found
        ]
    return sorted(rows, key=lambda row: (row.since, row.reference))

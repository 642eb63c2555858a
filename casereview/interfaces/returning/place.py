"""Where a return is written: which body's, and the addresses of its pages for whoever writes it."""

from dataclasses import dataclass
from typing import Any

from casereview.cases.record import Record
from casereview.interfaces.access import Request
from casereview.people.models import Body


@dataclass(frozen=True, slots=True)
class Place:
    """template: the page around the parts, and what it needs `more`. form, sheet, files, done: addresses."""

    request: Request
    record: Record
    body: Body
    template: str
    form: str
    sheet: str
    files: str
    done: str
    more: dict[str, Any]

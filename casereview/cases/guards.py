"""What a model declares about who may read its rows; `visible_to` and PostgreSQL's policies are both made from it.

Every model of ours has a class attribute `guard`. A test fails for one that has none.
"""

from dataclasses import dataclass
from typing import Literal

Scope = Literal["case", "application", "contact", "restricted", "appointment", "support", "appeal", "panel"]

# `case`: reference, facts without words, deadlines. `application`: what was told: problem, incidents, reports.
# `contact`: people and how to reach them. `restricted`: risk, internal notes, what bodies hold. `appointment`: what a
# chair reads before they have declared any conflict. `support`: what somebody agreed to tell the support service.
# `appeal`: an appeal’s grounds, reasons and views. `panel`: what the panel and its clerk say among themselves.
SCOPES: tuple[Scope, ...] = (
    "case",
    "application",
    "contact",
    "restricted",
    "appointment",
    "support",
    "appeal",
    "panel",
)


@dataclass(frozen=True, slots=True)
class CaseGuard:
    """Rows of one case: seen by holders of `scope`, and by whoever `own` names, if they hold `case` at all.

    case: the column that says which case. own: a column with a holder string, or None.
    """

    scope: Scope
    case: str = "case_id"
    own: str | None = None
    scope_column: str | None = None  # the row itself says which scope it takes
    counted: tuple[str, ...] = ()  # the columns that figures are counted from, of every case and by nobody
    append_only: bool = False  # nobody changes or deletes a row, not even `take`


@dataclass(frozen=True, slots=True)
class OwnGuard:
    """Working rows that belong to one holder, such as drafts: the web role may write them, but only its own."""

    own: str


# Rows without a case, by what the web role may do. working: everything. reference: anything but delete.
# pinned: read only, `take` writes. sealed: nothing, `take` writes. log: read and add, nobody changes.
Plain = Literal["working", "reference", "pinned", "sealed", "log"]
Guard = CaseGuard | OwnGuard | Plain

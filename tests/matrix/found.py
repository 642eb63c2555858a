"""Lets everybody look once, everywhere and at all rows, and keeps what was found as plain values."""

from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from django.db import connection

from casereview.cases import seen
from casereview.cases.models import Case
from casereview.cases.postgresql.roles import as_owner
from casereview.cases.visible import Visible, sight_of
from casereview.interfaces import opening
from demo.place import build
from tests.matrix.canaries import Canaries
from tests.matrix.cases import seed
from tests.matrix.rows import GUARDED, OF_A_CASE, by_database, by_query_set, by_sight
from tests.matrix.viewers import add_people, everybody
from tests.matrix.walk import Walker


@dataclass
class Found:
    """walks: by layer, the Walk. "opened" is the product where its filter alone hides cases, by GET; "sent" by POST,
    where the database hides them too; "database" is without the filter. The last two are of PostgreSQL.

    sees: by person and case, the kinds of its secrets that are theirs. there: by model and case, all its rows; panels:
    those of them that are for the appeals panel and its clerk alone.
    rows: by layer, person and model, the rows that they are given ("filter" is the query sets alone). sight: for each
    person, model and case, the rows that reading one case gives them, and those that the query set does.
    """

    seeded: set
    sees: dict
    there: dict
    panels: dict
    walks: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    sight: dict = field(default_factory=dict)


def look():
    """Everything. Leaves its cases in the database: the caller rolls them back."""
    canaries, cases, people = prepared()
    found = Found(
        seeded=set(canaries.secrets.values()),
        sees={who.name: who.sees for who in people},
        there={(model, case.name): set(case.ids(model)) for model in OF_A_CASE for case in cases},
        panels={(model, case.name): of_the_panel(model, case) for model in OF_A_CASE for case in cases},
    )
    found.rows["filter"] = rows(people, by_query_set)
    found.sight = {
        (who.name, model, case.name): by_sight(model, who.viewer, case.stage.case)
        for who in people
        for model in OF_A_CASE
        for case in cases
    }
    if connection.vendor != "postgresql":
        found.walks["opened"] = walk(people, cases, canaries, "get")
        return found
    found.walks["sent"] = walk(people, cases, canaries, "post")
    found.rows["database"] = rows(people, by_database)
    with without_filter():
        found.walks["database"] = walk(people, cases, canaries, "get", refused=False)
    return found


def of_the_panel(model, case):
    """The rows of a case that nobody of the office is given."""
    if not model.guard.scope_column:
        return set()
    with as_owner():
        rows = model.objects.filter(
            **{model.guard.case: case.stage.case.pk, model.guard.scope_column: "panel"}
        )
        return set(rows.values_list("pk", flat=True))


@contextmanager
def without_filter():
    """The product with its Python filter patched off: the database alone hides what is not theirs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Visible, "visible_to", lambda rows, viewer, at=None: rows)
        patch.setattr(Visible, "seen_by", lambda rows, sight: rows.filter(case=sight.case))
        patch.setattr(opening, "sight_by_reference", unfiltered_sight)
        seen._statement.cache_clear()
        yield
    seen._statement.cache_clear()


def unfiltered_sight(reference, viewer):
    """What `sight_by_reference` gives where the database alone hides a case."""
    case = Case.objects.filter(reference=reference).first()
    return case and sight_of(case, viewer)


def prepared():
    """The canaries, the cases that they are in, and everybody who looks."""
    canaries = Canaries()
    build()
    add_people()
    cases = [
        seed(canaries, "ours", "durham", {"police": "pc.hale", "council": "sam.ferry"}),
        seed(canaries, "other", "durham", {"council": "sam.ferry"}, consent="not_yet"),
        seed(canaries, "foreign", "darlington", {"police": "pc.reed", "council": "kit.dunn"}),
    ]
    return canaries, cases, everybody(canaries, cases)


def rows(people, by):
    """By person and model, the rows that one layer gives them."""
    return {(who.name, model): by(model, who.viewer) for who in people for model in GUARDED}


def walk(people, cases, canaries, method, **more):
    """Everybody, everywhere."""
    walker = Walker(cases, canaries, method, **more)
    for who in people:
        walker.everything(who)
    return walker.found

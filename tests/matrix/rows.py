"""The rows of every guarded model: those that the database gives somebody, and those that the query sets give them.

A guarded model that is added enters by itself; a test asks for a row of it in the cases of tests/matrix/cases.py.
"""

from django.apps import apps

from casereview.cases.guards import CaseGuard, OwnGuard
from casereview.cases.models import Access
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.cases.seen import seen
from casereview.cases.visible import sight_of

# Of these the three cases have no row: no step that is taken in tests/matrix/cases.py records one.
NOT_SEEDED: set[str] = set()
GUARDED = [
    model for model in apps.get_models() if isinstance(getattr(model, "guard", None), CaseGuard | OwnGuard)
]
OF_A_CASE = [model for model in GUARDED if isinstance(model.guard, CaseGuard) and model is not Access]


def by_database(model, viewer):
    """What row-level security alone lets through."""
    with acting(viewer):
        return _keys(model.objects.all())


def by_query_set(model, viewer):
    """What `visible_to` lets through, asked as the tables' owner, whom row-level security does not touch."""
    with as_owner():
        if model is Access:  # nobody sees another holder's rows; no page asks for any
            return _keys(Access.objects.filter(holder__in=viewer.holders))
        return _keys(model.objects.visible_to(viewer))


def by_sight(model, viewer, case):
    """What is read of one case, beside what `visible_to` lets through of it: the two must be the same rows."""
    with acting(viewer):
        asked_once = {row.pk for row in seen(model, sight_of(case, viewer))}
        return asked_once, _keys(model.objects.visible_to(viewer).filter(**{model.guard.case: case.pk}))


def _keys(rows):
    return set(rows.values_list("pk", flat=True))

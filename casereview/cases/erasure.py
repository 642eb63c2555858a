"""Empties what a case holds of anybody, and leaves the spine; and the note, kept elsewhere, that it was done.

Such a note outlives a restore of the database: a case that comes back out of a backup is erased again (BLUEPRINT,
SECURITY B21). It lies in a storage of its own, holds the case's id alone, and is backed up apart from the database.
"""

from collections.abc import Iterator
from uuid import UUID

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db.models import Model, Q, QuerySet

from casereview.cases.erased import Erased
from casereview.cases.models import Case


def empty(case: Case) -> None:
    """Empty or delete every row of the case as its model declares, then leave the note. Called by `take` alone."""
    for model, left in of_cases():
        rows = model._default_manager.filter(belongs(model, case))
        if left == "deleted":
            rows.delete()
        elif left != "kept":
            rows.update(**left)
    _leave_note(case.pk)


def of_cases() -> Iterator[tuple[type[Model], Erased]]:
    """Every model that declares what is left of its rows, with that."""
    declared = ((model, getattr(model, "erased", None)) for model in apps.get_models())
    return ((model, left) for model, left in declared if left is not None)


def belongs(model: type[Model], case: Case) -> Q:
    """Which of a model's rows are of this case."""
    columns = {field.name for field in model._meta.concrete_fields}
    if model is Case:
        return Q(pk=case.pk)
    wanted = Q(case=case) if "case" in columns else Q(case_id=case.pk)
    return wanted | Q(became=case) if "became" in columns else wanted


def noted() -> Iterator[UUID]:
    """The ids of all cases that were ever erased here."""
    storage = storages["erasures"]
    if storage.exists(""):
        _folders, names = storage.listdir("")
        yield from (UUID(name) for name in names)


def erased_cases() -> QuerySet[Case]:
    """The cases whose details are erased, as a subquery: nothing more can be done in them, so jobs pass them over."""
    return Case.objects.filter(facts__kind="case_erased")


def _leave_note(case: UUID) -> None:
    storage = storages["erasures"]
    if not storage.exists(str(case)):
        storage.save(str(case), ContentFile(b""))

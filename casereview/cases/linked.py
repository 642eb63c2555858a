"""The cases that one came out of, and those that came out of it: one application, passed through more than once."""

from uuid import UUID

from casereview.cases.models import Case, Fact
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM, Viewer


def facts_of_linked(case: Case) -> list[Fact]:
    """The facts of every case in the chain but this one, in order of time.

    Read as the system: somebody who took part in a case that the reader may not see has taken part all the same. Show
    nothing of them but that, and the day.
    """
    with acting(SYSTEM):
        above = _above(case)
        linked = (above | _below(above | {case.pk})) - {case.pk}
        if not linked:
            return []
        return list(Fact.objects.filter(case__in=linked).order_by("recorded_at", "number"))


def before(case: Case, viewer: Viewer) -> list[Case]:
    """The cases that this one came out of, as far as the viewer may see them, the nearest first."""
    found: list[Case] = []
    while case.follows_id:
        earlier = Case.objects.visible_to(viewer).filter(pk=case.follows_id).first()
        if earlier is None or earlier in found:
            break
        found.append(earlier)
        case = earlier
    return found


def goes_on_in(case: Case, viewer: Viewer) -> Case | None:
    """The case that came out of this one, where the viewer may see it."""
    return Case.objects.visible_to(viewer).filter(follows=case).order_by("opened_at").last()


def _above(case: Case) -> set[UUID]:
    found: set[UUID] = set()
    follows = case.follows_id
    while follows and follows not in found:
        found.add(follows)
        follows = Case.objects.filter(pk=follows).values_list("follows_id", flat=True).first()
    return found


def _below(cases: set[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    while cases:
        cases = set(Case.objects.filter(follows__in=cases).values_list("pk", flat=True)) - found
        found |= cases
    return found

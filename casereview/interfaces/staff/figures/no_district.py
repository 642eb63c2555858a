"""The cases behind a draft in which somebody has still to say the district."""

from casereview.cases.beginning import APPLICATIONS
from casereview.cases.erasure import erased_cases
from casereview.cases.models import Case
from casereview.people.viewer import Viewer
from casereview.statistics.ground import Ground, standing
from casereview.statistics.models import DraftRelease

AT_ONCE = 20  # as many as somebody does before they count again


def without_district(draft: DraftRelease, viewer: Viewer) -> list[str]:
    """The references of the first of them as they stand now, of the cases that the viewer may see (one query)."""
    applied = Ground(draft.area, draft.period, draft.counted_on).facts(*APPLICATIONS)
    cases = Case.objects.visible_to(viewer).filter(pk__in=applied.values("case"))
    cases = cases.exclude(pk__in=standing(draft.area, "district_named").values("case"))
    found = cases.exclude(pk__in=erased_cases().values("pk")).order_by("opened_at", "pk")
    return list(found.values_list("reference", flat=True)[:AT_ONCE])

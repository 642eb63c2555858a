"""Joining two cases: the step is taken in both, so that each tells of the other; or in neither."""

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from casereview.audit.trail import note
from casereview.cases.models import Case
from casereview.cases.reading import load
from casereview.cases.references import tidy
from casereview.interfaces.step_page import StepPage
from casereview.process import Invalid, NotTaken, take
from casereview.steps.join_duplicate import joined


class JoinPage(StepPage):
    """The page of `join_duplicate`. The other case must be one that the viewer may see."""

    def taking(self, data: QueryDict, key: str, seen: int) -> None:
        """Take the step here and there, in one transaction. Raises NotTaken, and then neither tells of the other.

        The two are locked in the order of their ids: two people who join the same two from either end wait for
        each other, and neither holds what the other needs.
        """
        other = self._other()
        if other is None:
            raise self._refused(data, _("You have no case with this reference"))
        with transaction.atomic():
            for case in sorted((self.record.case, other), key=lambda case: case.pk.int):
                if case == other:
                    self._there(other, data, key)
                else:
                    super().taking(data, key, seen)

    def _other(self) -> Case | None:
        reference = tidy(self.request.POST.get("other", ""))
        return Case.objects.visible_to(self.request.viewer).filter(reference=reference).first()

    def _there(self, other: Case, data: QueryDict, key: str) -> None:
        """Take it in the other case, unless that one tells of this already."""
        here = self.record.case.reference
        if other == self.record.case or here in joined(load(other, self.request.viewer)):
            return
        note(self.request.viewer.holder, "wrote", "step join_duplicate", other.pk)
        answers = {**data.dict(), "other": here}
        try:
            take(self.step.name, viewer=self.request.viewer, case=other, answers=answers, key=f"{key}:there")
        except NotTaken as why:
            text = _("Not joined: case %(reference)s refuses it. %(why)s")
            words = {"reference": other.reference, "why": why if not isinstance(why, Invalid) else ""}
            raise self._refused(data, (text % words).strip()) from why

    def _refused(self, data: QueryDict, why: str) -> Invalid:
        form = self.form_of(data)
        assert form is not None
        form.add_error("other", why)
        return Invalid(form)

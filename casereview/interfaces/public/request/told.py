"""What was told so far in one draft: the answers as typed, read through the forms of their questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from casereview.cases.models import Draft
from casereview.interfaces.public.request.question import Question, QuestionForm
from casereview.interfaces.public.request.questions import find
from casereview.people.models import Body


@dataclass(frozen=True)
class Told:
    """pages: page to what was typed, {box: [texts]}. bodies: the area's organisations that are asked to help."""

    area: str
    pages: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    files: tuple[dict[str, str], ...] = ()
    bodies: tuple[Body, ...] = ()
    today: date = field(default_factory=timezone.localdate)
    _read: dict[str, dict[str, Any]] = field(default_factory=dict)

    def form(self, page: str) -> QuestionForm:
        """The form of a page, bound to what was typed there. Raises KeyError for a page that does not exist."""
        question, numbers = find(page)
        return question.form(MultiValueDict(self.pages.get(page, {})), told=self, numbers=numbers)

    def of(self, page: str) -> dict[str, Any]:
        """The answers of a page by box; those that cannot be read, or were not given, are left out."""
        if page not in self.pages:
            return {}
        if page not in self._read:
            form = self.form(page)
            form.is_valid()
            self._read[page] = {
                name: value for name, value in form.cleaned_data.items() if value not in EMPTY
            }
        return self._read[page]

    def numbers(self, prefix: str) -> list[int]:
        """The numbers of the items of a list, in the order in which they were added."""
        start = prefix + "/"
        found = {page[len(start) :].split("/")[0] for page in self.pages if page.startswith(start)}
        return sorted(int(number) for number in found if number.isdecimal())

    def next_number(self, prefix: str) -> int:
        """The number of an item that is being added."""
        return max(self.numbers(prefix), default=0) + 1

    def state(self, question: Question) -> str:
        """Where a question stands: "done", "wrong" (cannot be read), "needed" or "open"."""
        page = question.page
        if question.items and self.numbers(question.items.prefix):
            return "done"
        if page == "files" and self.files:
            return "done"
        if any(value.strip() for values in self.pages.get(page, {}).values() for value in values):
            return "done" if self.form(page).is_valid() else "wrong"
        return "needed" if question.required else "open"


EMPTY: tuple[object, ...] = (None, "", [])


def told_in(draft: Draft | None, area: str) -> Told:
    """What one draft tells; without a draft, nothing yet."""
    bodies = tuple(Body.objects.filter(area=area, active=True))
    if draft is None:
        return Told(area, bodies=bodies)
    return Told(area, draft.answers.get("pages", {}), tuple(draft.answers.get("files", ())), bodies)

"""The page on which a body's return is written: one long form in sections, kept for later at any moment."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect, QueryDict

from casereview.cases.models import Draft
from casereview.interfaces.history import history_of
from casereview.interfaces.keeping import about_keeping
from casereview.interfaces.returning import kept
from casereview.interfaces.returning.place import Place
from casereview.interfaces.returning.summary import summary_of
from casereview.interfaces.step_page import StepPage
from casereview.interfaces.typed import shown_again
from casereview.steps.return_form import GROUPS, MORE, MOST_TYPED, ReturnForm, rows_in
from casereview.steps.step import StepForm

BUTTONS = ("more", "stay", "sheet", "files", "drop")


def return_page(place: Place) -> HttpResponse:
    """Show the form, keep it, add to it, or record the return."""
    page = ReturnPage(
        place.request,
        place.record,
        kept.STEP,
        place.template,
        place.done,
        fixed={"body": place.body.holder},
        more=_shown(place),
        place=place,
    )
    return page.answer()


def _shown(place: Place) -> dict[str, Any]:
    return {
        **place.more,
        "inner": "returning/form.html",
        "place": place,
        "imported": kept.imported(place),
        "kept_files": kept.files(place),
        "groups": tuple(GROUPS),
        "most": MOST_TYPED,
    }


@dataclass
class ReturnPage(StepPage):
    """The step's page, with more buttons."""

    place: Place = field(kw_only=True)

    def answer(self) -> HttpResponse:
        """One of the buttons of this page, or what any step's page does."""
        posted = self.request.POST
        pressed = next((name for name in BUTTONS if name in posted), "")
        if self.request.method != "POST" or not pressed:
            return super().answer()
        ticket = self._ticket()
        if kept_elsewhere := about_keeping(self, ticket):
            return kept_elsewhere
        if pressed == "more":
            return self.page(
                self.form_of(self._longer(posted["more"]), checked=False), ticket["seen"], ticket["key"]
            )
        self.keep(ticket["seen"])
        if pressed == "drop":
            kept.keep_part(self.place, "imported", [])
        onward = {"sheet": self.place.sheet, "files": self.place.files}
        return HttpResponseRedirect(onward.get(pressed, self.place.form))

    def page(self, form: StepForm | None, seen: int, key: str, **context: Any) -> HttpResponse:
        """As any step's; where it is asked once more, with what the return says in a few lines."""
        if form is not None and context.get("asking"):
            context["summary"] = summary_of(form)
        return super().page(form, seen, key, **context)

    def take_it(self, ticket: dict[str, Any]) -> HttpResponse:
        """A colleague of the same body may have answered meanwhile: then their answer is shown first."""
        theirs = [
            fact
            for fact in self.record.current("return_received")
            if fact.number > ticket["seen"] and fact.codes.get("body") == self.place.body.holder
        ]
        if theirs:
            form = self.form_of(self.data(), checked=False)
            newer = history_of(self.record, theirs)
            return self.page(form, self.record.last_number, ticket["key"], newer=newer)
        return super().take_it(ticket)

    def form_of(self, data: QueryDict | None, *, checked: bool = True) -> StepForm | None:
        """As any step's; where it is only shown again, with as many rows as it had."""
        if checked or data is None:
            return super().form_of(data, checked=checked)
        again = {name: "" for name in data if name[:1] in GROUPS}
        form = ReturnForm(None, record=self.record, initial={**again, **self.fixed, "again": False})
        return shown_again(form, data)

    def data(self) -> QueryDict:
        """What was posted, with the rows and files that are kept."""
        data = super().data()
        data["imported"] = json.dumps(kept.imported(self.place))
        data["kept_files"] = json.dumps(kept.files(self.place))
        return data

    def draft(self) -> Draft | None:
        """What was kept of this body's return."""
        return kept.draft(self.place)

    def _open(self) -> HttpResponse:
        """As it was kept; where only rows or files are kept, as it is at first."""
        draft = self.draft()
        if draft is None or draft.answers.get("typed") or self.step.is_open(self.record):
            return super()._open()
        return self.page(self.form_of(None), draft.seen, draft.id.hex, version=draft.version)

    def keep(self, seen: int) -> Draft:
        """Keep what is typed, beside the rows and files that are kept."""
        return kept.keep_typed(self.place, self.typed(), seen, self.window.id)

    def typed(self) -> dict[str, list[str]]:
        """What was typed into the boxes of the return."""
        unwanted = {*BUTTONS, *self.fixed}
        return {name: values for name, values in super().typed().items() if name not in unwanted}

    def _longer(self, group: str) -> QueryDict:
        """What was posted, with five more empty rows of a group."""
        data = self.data()
        if group in GROUPS:
            data[f"{group}{min(rows_in(data, group) + MORE, MOST_TYPED)}_what"] = ""
        return data

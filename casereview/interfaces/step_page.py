"""One page that draws any step: its form, its letters before they go, and what others did meanwhile.

The form carries a signed ticket: the key that makes posting it twice harmless, and the last fact that its reader had
before them. Nothing that was typed is lost, whatever happens.
"""

import uuid
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from casereview.cases.models import Draft
from casereview.cases.record import Record
from casereview.interfaces.access import Request
from casereview.interfaces.history import history_of
from casereview.interfaces.keeping import BOXES, Window, about_keeping, window_of
from casereview.interfaces.step_draft import draft_of, keep, typed_in
from casereview.interfaces.ticket import signed, ticket_in
from casereview.interfaces.typed import shown_again
from casereview.letters.making import previewed
from casereview.letters.models import Letter
from casereview.letters.prose_file import title_of
from casereview.letters.provisional import as_if
from casereview.letters.render import Rendered
from casereview.process import STEPS, Invalid, NotAllowed, NotOpen, Overtaken, take
from casereview.steps.step import Step, StepForm
from casereview.wording.letters import BY_ROUTE

# What a link to a step's page may have chosen already.
LINKED = ("letter", "fact", "task", "same", "number", "part", "action", "recommendation", "day", "starts")
# Long forms that keep themselves while they are written (components/keeps.html).
KEEP_THEMSELVES = ("write_minutes", "give_return")
OURS = (
    "csrfmiddlewaretoken",
    "ticket",
    "confirmed",
    "back",
    "later",
    *BOXES,
)  # boxes of the page, not of the step


@dataclass
class StepPage:
    """A step about to be taken in a case by a viewer. `fixed` are answers that the page gives, such as the body."""

    request: Request
    record: Record
    step: Step
    template: str
    done: str  # the address to go on to
    fixed: dict[str, str] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)  # what the template needs besides

    @cached_property
    def window(self) -> Window:
        """Out of which window the form was posted."""
        return window_of(self.request.POST)

    def answer(self) -> HttpResponse:
        """Show the form, keep it for later, ask before what cannot be undone, or take the step and go on.

        Raises Http404 for a step of other people's: its form could be filled in and never be sent.
        """
        viewer, area = self.request.viewer, self.record.case.area
        if not any(viewer.may(permission, area) for permission in self.step.who):
            raise Http404
        if self.request.method != "POST":
            return self._open()
        ticket = self._ticket()
        if kept := about_keeping(self, ticket):
            return kept
        if "back" in self.request.POST:
            return self.page(self.form_of(self.data(), checked=False), ticket["seen"], ticket["key"])
        if "confirmed" not in self.request.POST and (asked := self._ask(ticket)):
            return asked
        return self.take_it(ticket)

    def page(self, form: StepForm | None, seen: int, key: str, **context: Any) -> HttpResponse:
        """The step's page with this form; its ticket is signed anew."""
        ticket = signed(key, seen, self._about())
        values = {
            "record": self.record,
            "step": self.step,
            "form": form,
            "ticket": ticket,
            "fixed": self.fixed,
            "by_route": BY_ROUTE,
            "people_seen": {person.holder for person in self.record.people},
            "closed": self.step.closed_to(self.record, self.record.viewer),
            "keeps": self.step.name in KEEP_THEMSELVES,
            "window": self.window.id,
            "version": self.window.version,
        }
        return render(self.request, self.template, {**values, **self.more, **context})

    def _open(self) -> HttpResponse:
        draft = self.draft()
        if draft is None:
            form = None if self.step.closed_to(self.record, self.record.viewer) else self.form_of(None)
            return self.page(form, self.record.last_number, uuid.uuid4().hex)
        form = self.form_of(typed_in(draft), checked=False)
        return self.page(form, draft.seen, draft.id.hex, kept_at=draft.saved_at, version=draft.version)

    def draft(self) -> Draft | None:
        """What was kept of this step."""
        return draft_of(self.record, self.step, self.request.viewer)

    def keep(self, seen: int) -> Draft:
        """Keep what is typed. seen: the number of the last fact that its writer had before them."""
        return keep(self.record, self.step, self.request.viewer, self.typed(), seen, self.window.id)

    def typed(self) -> dict[str, list[str]]:
        """What was typed into the step's own boxes."""
        return dict(_typed(self.request.POST))

    def _ask(self, ticket: dict[str, Any]) -> HttpResponse | None:
        """The page before what cannot be undone, with the letters as they would be; None where nothing is asked."""
        if self.step.closed_to(self.record, self.record.viewer):
            return None
        form = self.form_of(self.data())
        if form is not None and not form.is_valid():
            return self.page(form, ticket["seen"], ticket["key"])
        codes, letters = self._letters(form)
        if not (self.step.confirm or codes):
            return None
        unmade = [title_of(code) for code, letter in zip(codes, letters, strict=True) if letter is None]
        typed = [(name, value) for name, values in _typed(self.request.POST) for value in values]
        return self.page(
            form,
            ticket["seen"],
            ticket["key"],
            asking=True,
            typed=typed,
            letters=list(filter(None, letters)),
            unmade=unmade,
        )

    def _letters(self, form: StepForm | None) -> tuple[list[str], list[Rendered | None]]:
        """The codes of the letters that the step would queue, and each as it would be now; None: cannot be made."""
        if not self.step.letters:
            return [], []
        answers = form.cleaned_data if form is not None else self.data()
        outcome = self.step.do(self.record, answers, self.request.viewer, self.record.now)
        would_be = as_if(self.record, outcome)
        queued = [letter for letter in outcome.letters if isinstance(letter, Letter)]
        codes = [letter.code for letter in queued]
        return codes, [previewed(would_be, letter.code, letter.to) for letter in queued]

    def take_it(self, ticket: dict[str, Any]) -> HttpResponse:
        """Take the step; whatever comes in between, the page stands again with everything typed."""
        data, key, seen = self.data(), ticket["key"], ticket["seen"]
        try:
            self.taking(data, key, seen)
        except Invalid as invalid:
            return self.page(invalid.form, seen, key)
        except Overtaken as overtaken:
            newer = history_of(self.record, overtaken.facts)
            return self.page(self.form_of(data, checked=False), overtaken.facts[-1].number, key, newer=newer)
        except NotOpen as not_open:
            return self.page(self.form_of(data, checked=False), seen, key, closed=str(not_open))
        except NotAllowed as not_allowed:
            raise Http404 from not_allowed
        messages.success(self.request, _("Recorded: %(step)s") % {"step": self.step.title})
        return HttpResponseRedirect(self.done)

    def taking(self, data: QueryDict, key: str, seen: int) -> None:
        """Take the step. Raises NotTaken."""
        take(
            self.step.name,
            viewer=self.request.viewer,
            case=self.record.case,
            answers=data,
            files=self.request.FILES,
            key=key,
            seen=seen,
            draft=self.draft(),
        )

    def form_of(self, data: QueryDict | None, *, checked: bool = True) -> StepForm | None:
        """The step's form; `checked` says whether what was typed is checked, or only shown again."""
        if self.step.form is None:
            return None
        if checked:
            files = self.request.FILES if data else None
            asked = self.request.GET
            chosen = {name: ",".join(asked.getlist(name)) for name in LINKED if name in asked}
            return self.step.form(data, files, record=self.record, initial={**chosen, **self.fixed})
        form = self.step.form(None, record=self.record, initial=dict(self.fixed))
        return shown_again(form, data or QueryDict())

    def data(self) -> QueryDict:
        """What was posted, under the answers that the page gives."""
        data = self.request.POST.copy()
        for name, value in self.fixed.items():
            data[name] = value
        return data

    def _about(self) -> dict[str, str]:
        return {"case": str(self.record.case.pk), "step": self.step.name, "by": self.request.viewer.holder}

    def _ticket(self) -> dict[str, Any]:
        return ticket_in(self.request.POST, self._about())


def step_named(name: str) -> Step:
    """The step of this name that a person may take on a page. Raises Http404."""
    step = STEPS.get(name)
    if step is None or step.opens or step.who == ("system",):
        raise Http404
    return step


def _typed(data: QueryDict) -> list[tuple[str, list[str]]]:
    """What was typed into the step's own boxes."""
    return [(name, [str(value) for value in values]) for name, values in data.lists() if name not in OURS]

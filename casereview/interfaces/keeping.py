"""What is typed into a long form is kept by itself; and never in place of what another window kept meanwhile.

The script components/assets/keep.js posts the form with `quietly`, and gets a sentence back instead of a page.
"""

import uuid
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from casereview.cases.models import Draft

if TYPE_CHECKING:
    from casereview.interfaces.step_page import StepPage

BOXES = ("quietly", "window", "version")  # of the form that keeps itself; nothing of what is typed
CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Window:
    """One opening of a form. version: of the draft that its writer has before them, 0 where there is none."""

    id: str
    version: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the writer typed in another window. at: the London time; texts: of each box that differs, with its label."""

    at: time
    texts: list[tuple[str, str]]


def window_of(data: QueryDict) -> Window:
    """The window out of which a form was posted; a new one where the form was only now opened."""
    version = data.get("version", "")
    return Window(data.get("window", "") or uuid.uuid4().hex, int(version) if version.isdecimal() else 0)


def newer(draft: Draft, window: Window, typed: dict[str, list[str]]) -> bool:
    """Whether another window kept something else since this one last had the draft before it."""
    if draft.answers.get("window", window.id) == window.id:
        return False
    return draft.version > window.version and draft.answers.get("typed") != typed


def about_keeping(page: "StepPage", ticket: dict[str, Any]) -> HttpResponse | None:
    """The answer where a form is to be kept, or another window kept it; None where its step may go on."""
    posted, draft = page.request.POST, page.draft()
    overtaken = draft is not None and "window" in posted and newer(draft, page.window, page.typed())
    if "quietly" in posted:
        return _quietly(page, draft if overtaken else None, ticket["seen"])
    if draft is not None and overtaken:
        form = page.form_of(page.data(), checked=False)
        both = elsewhere(draft, page.typed(), form)
        return page.page(form, ticket["seen"], ticket["key"], elsewhere=both, version=draft.version)
    if "later" not in posted:
        return None
    page.keep(ticket["seen"])
    messages.success(page.request, _("What you typed is kept for 28 days, for you alone."))
    return HttpResponseRedirect(page.done)


def _quietly(page: "StepPage", other: Draft | None, seen: int) -> JsonResponse:
    """Keep it and say when; where another window kept something, say so and change nothing."""
    if other is not None:
        says = _(
            "You typed in this form in another window at %(time)s. What you type here is not kept by itself any more. "
            "It is still on this page. Press “Keep for later” to see both."
        )
        return JsonResponse({"says": says % {"time": _clock(other)}}, status=CONFLICT)
    draft = page.keep(seen)
    says = _("Kept at %(time)s, for you alone.") % {"time": _clock(draft)}
    if any(fact.number > seen and fact.kind in page.step.minds for fact in page.record.facts):
        says += " " + _(
            "Somebody else has recorded something since you began: you see it before yours counts."
        )
    return JsonResponse({"says": says, "version": draft.version})


def elsewhere(draft: Draft, typed: dict[str, list[str]], form: forms.Form | None) -> Elsewhere:
    """What to show of the other window: each box that differs from what is typed in this one."""
    theirs: dict[str, Any] = draft.answers.get("typed", {})
    differ = [name for name in dict.fromkeys([*theirs, *typed]) if theirs.get(name) != typed.get(name)]
    texts = [(_label(form, name), ", ".join(theirs.get(name, []))) for name in differ]
    return Elsewhere(timezone.localtime(draft.saved_at).time(), texts)


def _label(form: forms.Form | None, name: str) -> str:
    """The label of a box; a date has three boxes, each named after it."""
    fields = form.fields if form is not None else {}
    field = fields.get(name) or fields.get(name.rpartition("-")[0])
    return str(field.label if field is not None and field.label else name)


def _clock(draft: Draft) -> str:
    return f"{timezone.localtime(draft.saved_at):%H:%M}"

"""The task list: what there is to answer, how far it is, and the code to come back with."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casereview.cases.return_codes import code_of
from casereview.interfaces.public.request import writing as writings
from casereview.interfaces.public.request.question import Question
from casereview.interfaces.public.request.summary import asked
from casereview.interfaces.public.request.told import Told
from casereview.interfaces.public.request.writing import Writing


def sections() -> dict[str, str]:
    """The parts of the task list, in order."""
    return {
        "about": _("About you"),
        "problem": _("What is happening"),
        "effect": _("How it affects you"),
        "sending": _("Files and sharing"),
    }


@require_safe
@writings.page
def tasks(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Without a draft the same list, and where to go on with one that was begun before."""
    told = writing.told
    context = {
        "here": writing.here,
        "draft": writing.draft,
        "code": code_of(writing.draft.pk) if writing.draft else "",
        "parts": [(title, _part(told, part)) for part, title in sections().items()],
        "begun": writing.draft is not None,
    }
    return render(request, "public/request/tasks.html", context)


@require_safe
@writings.page
def paper(request: HttpRequest, writing: Writing) -> HttpResponse:
    """The return code alone, to print or to copy down: it says nothing of what it opens."""
    code = code_of(writing.draft.pk) if writing.draft else ""
    context = {"here": writing.here, "draft": writing.draft, "code": code}
    return render(request, "public/request/paper.html", context)


def _part(told: Told, part: str) -> list[tuple[Question, str]]:
    return [(question, told.state(question)) for question in asked(told) if question.section == part]

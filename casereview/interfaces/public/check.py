"""The public check: up to six questions and what the answers mean. Explains, never bars, stores nothing here.

The answers travel in a signed cookie that ends with the browser: not in addresses, which a browser remembers and
another reader of the screen could open again, and not on our side.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from casereview.interfaces.access import anyone
from casereview.interfaces.public.places import Place, place, places
from casereview.interfaces.public.questions import Question, questions
from casereview.interfaces.public.result import paragraphs
from casereview.wording.own import said
from casereview.wording.page import page_of
from casereview.wording.routes import statute_sentences
from casereview.wording.terms import bound_sentences

KEPT_FOR = 60 * 60  # seconds
TO_REPORT_TO = ("council", "police", "landlord")  # kinds of body


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, code: str, page: int) -> HttpResponse:
    """Question number `page`, from 1, with what was answered before."""
    here = place(code)
    asked = questions(here.scheme, here.name)
    if not 1 <= page <= len(asked):
        raise Http404
    answers = _answers(request, code, asked)
    current = asked[page - 1]
    if request.method == "POST":
        form = current.form(request.POST)
        if form.is_valid():
            return _keep(
                _next(here, asked, page), code, answers | {current.code: form.cleaned_data["answer"]}
            )
    else:
        form = current.form(chosen=answers.get(current.code))
    before = (
        reverse("public:check", args=[code, page - 1]) if page > 1 else reverse("public:area", args=[code])
    )
    context = {"here": here, "form": form, "page": page, "of": len(asked), "before": before}
    return render(request, "public/question.html", context)


@anyone
@require_safe
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """What the answers mean, and where else help is to be had; then "Ask for a review anyway"."""
    here = place(code)
    asked = questions(here.scheme, here.name)
    answers = _answers(request, code, asked)
    for number, one in enumerate(asked, start=1):
        if one.code not in answers:
            return HttpResponseRedirect(reverse("public:check", args=[code, number]))
    context = {
        "here": here,
        "scheme": here.scheme,
        "answers": answers,
        "paragraphs": paragraphs(here.scheme, answers),
        "page": page_of(here.scheme),
        "bounds": list(bound_sentences(here.scheme.apply)) if here.scheme.apply else [],
        "statute": statute_sentences(here.scheme.statute),
        "tell": [
            said(body.name) for body in here.scheme.bodies if body.relevant and body.kind in TO_REPORT_TO
        ],
        "elsewhere": [pair for pair in places() if pair[0] != code],
        "before": reverse("public:check", args=[code, len(asked)]),
    }
    return render(request, "public/answer.html", context)


def _next(here: Place, asked: list[Question], page: int) -> HttpResponse:
    if page < len(asked):
        return HttpResponseRedirect(reverse("public:check", args=[here.code, page + 1]))
    return HttpResponseRedirect(reverse("public:check_answer", args=[here.code]))


def _answers(request: HttpRequest, code: str, asked: list[Question]) -> dict[str, str]:
    """What was answered so far; an answer that this area's questions do not offer is left out."""
    name = settings.CHECK_COOKIE_NAME
    text = request.get_signed_cookie(name, default="", salt=code, max_age=KEPT_FOR) or ""
    told = dict(pair.split(".", 1) for pair in text.split("-") if "." in pair)
    offered = {one.code: {value for value, _ in one.choices} for one in asked}
    return {key: value for key, value in told.items() if value in offered.get(key, ())}


def _keep(response: HttpResponse, area: str, answers: dict[str, str]) -> HttpResponse:
    response.set_signed_cookie(
        settings.CHECK_COOKIE_NAME,
        "-".join(f"{code}.{value}" for code, value in answers.items()),
        salt=area,  # answers about one area are no answers about another
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response

"""Any question of the application: shown with what was said before, saved whatever is wrong with it."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods

from casereview.cases import drafts
from casereview.cases.models import Draft
from casereview.cases.postgresql.roles import acting
from casereview.cases.rate_limits import allowed
from casereview.components.errors import too_many
from casereview.interfaces.leave import leaving
from casereview.interfaces.network_address import address
from casereview.interfaces.public.places import Place
from casereview.interfaces.public.request import writing as writings
from casereview.interfaces.public.request.come_back import NO_SUCH, CodeForm, may_try_code
from casereview.interfaces.public.request.limits import BEGINNING
from casereview.interfaces.public.request.question import Question, QuestionForm
from casereview.interfaces.public.request.questions import ORDER, find
from casereview.interfaces.public.request.summary import lines
from casereview.interfaces.public.request.times_words import report_reads
from casereview.interfaces.public.request.told import Told
from casereview.interfaces.public.request.writing import Writing
from casereview.people.viewer import for_draft

FIRST = ORDER[0].page
MOST_TYPED = 400_000  # characters in one draft: a book, and more than anybody types


@require_http_methods(["GET", "HEAD", "POST"])
@writings.page
def ask(request: HttpRequest, writing: Writing, page: str) -> HttpResponse:
    """One question. GET never writes; the first POST begins the draft."""
    question, numbers = _found(page)
    if request.method != "POST":
        if writing.draft is None and page != FIRST:
            return HttpResponseRedirect(reverse("public:request", args=[writing.here.code]))
        return show(request, writing, question, numbers, _as_saved(writing.told, question, numbers))
    typed = _typed(request, writing.told, question, numbers)
    if writing.draft is not None:
        return _save(request, writing, question, numbers, typed)
    return _first_save(request, writing.here, question, numbers, typed)


def _first_save(
    request: HttpRequest, here: Place, question: Question, numbers: tuple[int, ...], typed: drafts.Typed
) -> HttpResponse:
    """A post without a draft: the very first one, or one whose session and form have both become too old."""
    if leaving(request):
        return HttpResponse()  # nowhere to save it, and no code to come back with
    if "code" in request.POST or request.POST.get("draft") or question.page != FIRST:
        found = _by_code(request, here)
        if not isinstance(found, Writing):
            return found
        writing = found
    elif allowed(BEGINNING, address(request)):
        writing = writings.begin(request, here)
    else:
        return too_many(request)
    with acting(writing.viewer):
        return _save(request, writing, question, numbers, typed)


def show(
    request: HttpRequest,
    writing: Writing,
    question: Question,
    numbers: tuple[int, ...],
    form: QuestionForm,
    **more: Any,
) -> HttpResponse:
    """The page of one question."""
    told = form.told
    context = {
        "here": writing.here,
        "writing": writing,
        "question": question,
        "page": with_numbers(question.page, numbers),
        "numbers": numbers,
        "form": form,
        "told": told,
        "back": _back(request, writing, question, numbers),
        "lines": lines,
        "report_reads": report_reads,
        "skip": reverse("public:request_page", args=[writing.here.code, following(told, question, numbers)]),
        **more,
    }
    return render(request, question.template, context)


def following(told: Told, question: Question, numbers: tuple[int, ...]) -> str:
    """The page that comes after a question: its own choice, else the next that applies, at the end the check."""
    if question.then and (chosen := question.then(told, numbers)):
        return chosen
    later = ORDER[ORDER.index(question) + 1 :]
    return next((q.page for q in later if q.section and q.applies(told)), "check")


def with_numbers(page: str, numbers: tuple[int, ...]) -> str:
    """A page's address with the numbers of its items put in."""
    for number in numbers:
        page = page.replace("*", str(number), 1)
    return page


def _found(page: str) -> tuple[Question, tuple[int, ...]]:
    try:
        return find(page)
    except KeyError:
        raise Http404 from None


def _save(
    request: HttpRequest, writing: Writing, question: Question, numbers: tuple[int, ...], typed: drafts.Typed
) -> HttpResponse:
    page = with_numbers(question.page, numbers)
    assert writing.draft is not None
    if len(str(writing.draft.answers)) + len(str(typed)) > MOST_TYPED:
        return too_many(request)
    try:
        draft = drafts.save_page(
            writing.draft,
            page,
            typed,
            seen=_number(request.POST.get("seen", "")),
            device=writing.device,
            at=timezone.now(),
            email=_safe_email(page, typed),
        )
    except drafts.Clash as clash:
        return _clash(request, writing, question, numbers, typed, clash.draft)
    saved = Writing(writing.here, draft, writing.device, writing.viewer)
    form = saved.told.form(page)
    if leaving(request):
        return HttpResponse()
    if not form.is_valid():
        return show(request, saved, question, numbers, form)
    then = "check" if "check" in request.GET else following(saved.told, question, numbers)
    return HttpResponseRedirect(reverse("public:request_page", args=[writing.here.code, then]))


def _clash(
    request: HttpRequest,
    writing: Writing,
    question: Question,
    numbers: tuple[int, ...],
    typed: drafts.Typed,
    draft: Draft,
) -> HttpResponse:
    """Another device has answered meanwhile: what was just typed stays in the boxes, beside what is saved."""
    saved = Writing(writing.here, draft, writing.device, writing.viewer)
    form = question.form(MultiValueDict(typed), told=saved.told, numbers=numbers)
    return show(request, saved, question, numbers, form, clash=with_numbers(question.page, numbers))


def _by_code(request: HttpRequest, here: Place) -> Writing | HttpResponse:
    """The session has ended and the form is too old: the return code says whose it is, and nothing typed is lost."""
    form = CodeForm(request.POST if "code" in request.POST else None, label_suffix="")
    if form.is_bound and form.is_valid():
        if not may_try_code(request):
            return too_many(request)
        draft = drafts.by_code(form.cleaned_data["code"], here.code)
        if draft is not None:
            writings.carry(request, draft)
            return Writing(here, draft, request.session["device"], for_draft(draft.pk, here.code))
        form.add_error("code", NO_SUCH)
    kept = [(n, v) for n, vs in request.POST.lists() for v in vs if n not in ("csrfmiddlewaretoken", "code")]
    return render(request, "public/request/lost.html", {"here": here, "typed": kept, "form": form})


def _typed(request: HttpRequest, told: Told, question: Question, numbers: tuple[int, ...]) -> drafts.Typed:
    """What was typed into this question's own boxes. PostgreSQL's JSON takes no NUL; nobody types one."""
    boxes = question.form(told=told, numbers=numbers).fields
    ours = [name for name in request.POST if name in boxes or name.rsplit("-", 1)[0] in boxes]
    return {name: [value.replace("\x00", "") for value in request.POST.getlist(name)] for name in ours}


def _as_saved(told: Told, question: Question, numbers: tuple[int, ...]) -> QuestionForm:
    """The form with what was said before in its boxes, and no complaint about it."""
    typed = MultiValueDict(told.pages.get(with_numbers(question.page, numbers), {}))
    form = question.form(told=told, numbers=numbers)
    if typed and not question.asked_anew:
        boxes = form.fields.items()
        form.initial = {n: box.widget.value_from_datadict(typed, MultiValueDict(), n) for n, box in boxes}
    return form


def _safe_email(page: str, typed: Mapping[str, list[str]]) -> str | None:
    """The address to which a way back may be sent: only one that nobody else sees."""
    if page != "contact/email":
        return None
    return typed.get("value", [""])[0] if typed.get("seen_by_others") == ["no"] else ""


def _back(request: HttpRequest, writing: Writing, question: Question, numbers: tuple[int, ...]) -> str:
    if "check" in request.GET:
        return reverse("public:request_page", args=[writing.here.code, "check"])
    if question.before:
        page = with_numbers(question.before, numbers)
        return reverse("public:request_page", args=[writing.here.code, page])
    return reverse("public:request", args=[writing.here.code])


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0

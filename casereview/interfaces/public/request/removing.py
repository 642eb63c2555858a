"""Taking an item off a list: asked first, since it cannot be undone."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from casereview.cases import drafts
from casereview.interfaces.leave import leaving
from casereview.interfaces.public.request import writing as writings
from casereview.interfaces.public.request.questions import find
from casereview.interfaces.public.request.times_words import report_reads
from casereview.interfaces.public.request.told import Told
from casereview.interfaces.public.request.writing import Writing


@require_http_methods(["GET", "HEAD", "POST"])
@writings.page
def remove(request: HttpRequest, writing: Writing, item: str) -> HttpResponse:
    """item: its page without the question: "times/2", "times/2/told/1", "others/1"."""
    told, parent = writing.told, item.rpartition("/")[0]
    if writing.draft is None:
        return HttpResponseRedirect(reverse("public:request", args=[writing.here.code]))
    reads = _reads(told, item)
    if request.method == "POST":
        if not leaving(request):
            drafts.remove_pages(writing.draft, item, timezone.now())
        return HttpResponseRedirect(reverse("public:request_page", args=[writing.here.code, parent]))
    context = {"here": writing.here, "writing": writing, "reads": reads, "parent": parent}
    return render(request, "public/request/remove.html", context)


def _reads(told: Told, item: str) -> list[tuple[object, str]]:
    """What would go, as lines of a summary. Raises Http404 where there is no such item."""
    prefix, _stroke, number = item.rpartition("/")
    if not number.isdecimal() or int(number) not in told.numbers(prefix):
        raise Http404
    try:
        question, numbers = find(prefix)
    except KeyError:
        raise Http404 from None
    if question.items:
        return list(question.items.reads(told, int(number)))
    if question.page == "times/*/told":
        return list(report_reads(told, numbers[0], int(number)))
    raise Http404

"""Files to an application: sent one by one, listed with what became of each, taken away again."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from casereview.cases import drafts
from casereview.cases.files import MOST_FILES, Refused, keep
from casereview.cases.models import Draft, StoredFile
from casereview.cases.rate_limits import allowed
from casereview.components.errors import too_many
from casereview.interfaces.file_form import STATES, FileForm
from casereview.interfaces.leave import leaving
from casereview.interfaces.network_address import address
from casereview.interfaces.public.request import writing as writings
from casereview.interfaces.public.request.ask import following
from casereview.interfaces.public.request.limits import FILES
from casereview.interfaces.public.request.questions import find
from casereview.interfaces.public.request.writing import Writing
from casereview.interfaces.served_file import served


@require_http_methods(["GET", "HEAD", "POST"])
@writings.page
def files(request: HttpRequest, writing: Writing) -> HttpResponse:
    """The list, and one more. The page has no text to save, so leaving it sends nothing."""
    if writing.draft is None:
        return HttpResponseRedirect(reverse("public:request", args=[writing.here.code]))
    form = FileForm(label_suffix="")
    if request.method == "POST" and not leaving(request):
        form = FileForm(request.POST, request.FILES, label_suffix="")
        if not allowed(FILES, address(request)):
            return too_many(request)
        if form.is_valid() and _added(writing.draft, form):
            return HttpResponseRedirect(reverse("public:request_files", args=[writing.here.code]))
    question, _numbers = find("files")
    kept = [(one, STATES[scan]) for one, scan in _states(writing.draft)]
    code = writing.here.code
    context = {
        "here": writing.here,
        "writing": writing,
        "question": question,
        "form": form,
        "kept": kept,
        "full": len(kept) >= MOST_FILES,
        "back": reverse("public:request", args=[code]),
        "skip": reverse("public:request_page", args=[code, following(writing.told, question, ())]),
    }
    return render(request, "public/request/files.html", context)


@require_safe
@writings.page
def read(request: HttpRequest, writing: Writing, file: UUID) -> HttpResponseBase:
    """One's own file, once it was found clean."""
    one = _own(writing, file)
    return served(StoredFile.objects.get(pk=file), one["name"])


@require_http_methods(["GET", "HEAD", "POST"])
@writings.page
def remove(request: HttpRequest, writing: Writing, file: UUID) -> HttpResponse:
    """Asks first, then takes it off; a job removes what nothing refers to any more."""
    one = _own(writing, file)
    assert writing.draft is not None

    def change(answers: dict[str, Any], _current: Draft) -> None:
        answers["files"] = [kept for kept in answers["files"] if kept["file"] != str(file)]

    if request.method == "POST":
        if not leaving(request):
            drafts.change_answers(writing.draft, change, timezone.now())
        return HttpResponseRedirect(reverse("public:request_files", args=[writing.here.code]))
    context = {
        "here": writing.here,
        "writing": writing,
        "reads": [(_("File"), one["name"])],
        "parent": "files",
    }
    return render(request, "public/request/remove.html", context)


def _added(draft: Draft, form: FileForm) -> bool:
    """Take the file in and put it on the list; False where it is refused, and the form says why."""
    upload = form.cleaned_data["file"]
    if len(draft.answers.get("files", ())) >= MOST_FILES:
        form.add_error("file", _("You have added 20 files, which is the most. You can send more later"))
        return False
    try:
        stored = keep(upload, timezone.now())
    except Refused as refused:
        form.add_error("file", str(refused))
        return False
    name = upload.name.replace("\x00", "")[:200] or "file"

    def change(answers: dict[str, Any], _current: Draft) -> None:
        answers.setdefault("files", []).append({"file": str(stored.pk), "name": name})

    drafts.change_answers(draft, change, timezone.now())
    return True


def _states(draft: Draft) -> list[tuple[dict[str, str], str]]:
    listed = draft.answers.get("files", [])
    found = {
        str(pk): scan
        for pk, scan in StoredFile.objects.filter(pk__in=[f["file"] for f in listed]).values_list(
            "pk", "scan"
        )
    }
    return [(one, found.get(one["file"], "waiting")) for one in listed]


def _own(writing: Writing, file: UUID) -> dict[str, str]:
    listed = writing.draft.answers.get("files", []) if writing.draft else []
    for one in listed:
        if one["file"] == str(file):
            return dict(one)
    raise Http404

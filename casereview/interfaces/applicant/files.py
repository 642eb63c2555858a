"""Files: each is sent as it is chosen, and listed with what became of it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casereview.cases.evidence import without_evidence
from casereview.cases.files import MOST_FILES, Refused, keep
from casereview.cases.rate_limits import allowed
from casereview.cases.record import Record
from casereview.components.errors import too_many
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.limits import FILES
from casereview.interfaces.applicant.own import ANYBODY, frame, open_own
from casereview.interfaces.file_form import STATES, FileForm
from casereview.interfaces.leave import leaving
from casereview.interfaces.network_address import address
from casereview.process import STEPS, NotOpen, take

STEP = STEPS["add_information"]


@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: Request) -> HttpResponse:
    """The list, and one more. The page has no text to save, so leaving it sends nothing."""
    record = open_own(request, "files", ANYBODY)
    form = FileForm(label_suffix="")
    if request.method == "POST" and not leaving(request):
        if not allowed(FILES, address(request)):
            return too_many(request)
        form = FileForm(request.POST, request.FILES, label_suffix="")
        if form.is_valid() and _sent(request, record, form):
            messages.success(request, _("We have your file."))
            return HttpResponseRedirect(reverse("my:files"))
    kept = [(document.name, STATES[document.file.scan]) for document in without_evidence(record)]
    context = frame(record, form=form, kept=kept, full=_full(record), closed=STEP.is_open(record))
    return render(request, "my/files.html", context)


def _sent(request: Request, record: Record, form: FileForm) -> bool:
    """Take the file in; False where it is refused, and the form says why. The same file again is the same file."""
    upload = form.cleaned_data["file"]
    if _full(record):
        form.add_error("file", _("You have sent as many files as we can take here. Call us to send more"))
        return False
    try:
        stored = keep(upload, timezone.now())
        told = {"files": [{"file": str(stored.pk), "name": upload.name.replace("\x00", "")[:200] or "file"}]}
        answers = {"channel": "web", "application": told}
        key = f"file:{record.case.pk}:{stored.sha256[:40]}"
        take(STEP.name, viewer=request.viewer, case=record.case, answers=answers, key=key)
    except (Refused, NotOpen) as refused:
        form.add_error("file", str(refused))
        return False
    return True


def _full(record: Record) -> bool:
    return len(without_evidence(record)) >= 2 * MOST_FILES  # as many again as with the application

"""Files with an appeal: each is sent as it is chosen, kept in quarantine, and part of the appeal when that is sent."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casereview.cases.appeal import may_appeal_about
from casereview.cases.files import MOST_FILES, Refused, keep
from casereview.cases.rate_limits import allowed
from casereview.cases.record import Record
from casereview.components.errors import too_many
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.limits import FILES
from casereview.interfaces.applicant.own import ANYBODY, frame, open_own
from casereview.interfaces.file_form import FileForm
from casereview.interfaces.leave import leaving
from casereview.interfaces.network_address import address
from casereview.interfaces.step_draft import draft_of, keep_part
from casereview.process import STEPS

STEP = STEPS["receive_appeal"]


def files_of(record: Record) -> list[dict[str, str]]:
    """Those that whoever looks has sent for an appeal that is not sent yet: `file`, `name` and `sha256`."""
    draft = draft_of(record, STEP, record.viewer)
    return list(draft.answers.get("files", ())) if draft else []


@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: Request) -> HttpResponse:
    """One more, and those that are there. The page has no text to save, so leaving it sends nothing."""
    record = open_own(request, "appeal files", ANYBODY)
    if not may_appeal_about(record):
        raise Http404
    form = FileForm(label_suffix="")
    if request.method == "POST" and not leaving(request):
        if not allowed(FILES, address(request)):
            return too_many(request)
        form = FileForm(request.POST, request.FILES, label_suffix="")
        if form.is_valid() and _kept(request, record, form):
            messages.success(request, _("We have the file. It goes with your appeal when you send that."))
            return HttpResponseRedirect(reverse("my:appeal_files"))
    context = frame(record, form=form, files=files_of(record), back=reverse("my:appeal"))
    return render(request, "my/appeal_files.html", context)


def _kept(request: Request, record: Record, form: FileForm) -> bool:
    """Take the file in; False where it is refused, and the form says why. The same file again is the same file."""
    upload, before = form.cleaned_data["file"], files_of(record)
    if len(before) >= MOST_FILES:
        form.add_error("file", _("You have sent as many files as we can take here. Call us to send more"))
        return False
    try:
        stored = keep(upload, timezone.now())
    except Refused as refused:
        form.add_error("file", str(refused))
        return False
    name = upload.name.replace("\x00", "")[:200] or "file"
    if (name, stored.sha256) not in {(one["name"], one["sha256"]) for one in before}:
        one = {"file": str(stored.pk), "name": name, "sha256": stored.sha256}
        keep_part(record, STEP, request.viewer, "files", [*before, one])
    return True

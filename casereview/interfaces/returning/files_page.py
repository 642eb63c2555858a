"""Files with a return: each is sent as it is chosen, kept in quarantine, and recorded when the return is sent."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from casereview.cases.files import MOST_FILES, Refused, keep
from casereview.interfaces.file_form import FileForm
from casereview.interfaces.returning import kept
from casereview.interfaces.returning.place import Place


def files_page(place: Place) -> HttpResponse:
    """One more file, and those that are there."""
    closed = kept.STEP.is_open(place.record)
    form = FileForm(label_suffix="")
    if place.request.method == "POST" and not closed:
        form = FileForm(place.request.POST, place.request.FILES, label_suffix="")
        if form.is_valid() and _sent(place, form):
            messages.success(place.request, _("We have the file. It is recorded when you send the return."))
            return HttpResponseRedirect(place.files)
    shown = {
        "inner": "returning/files.html",
        "place": place,
        "back": place.form,
        "form": form,
        "closed": closed,
        "kept_files": kept.files(place),
        "sent_before": [d.name for d in place.record.documents if d.own == place.body.holder],
    }
    return render(place.request, place.template, {**place.more, **shown})


def _sent(place: Place, form: FileForm) -> bool:
    """Take the file in; False where it is refused, and the form says why. The same file again is the same file."""
    upload, before = form.cleaned_data["file"], kept.files(place)
    if len(before) >= MOST_FILES:
        form.add_error("file", _("One return takes %(n)s files") % {"n": MOST_FILES})
        return False
    try:
        stored = keep(upload, timezone.now())
    except Refused as refused:
        form.add_error("file", str(refused))
        return False
    name = upload.name.replace("\x00", "")[:200] or "file"
    if (name, stored.sha256) not in {(one["name"], one["sha256"]) for one in before}:
        kept.keep_part(
            place, "files", [*before, {"file": str(stored.pk), "name": name, "sha256": stored.sha256}]
        )
    return True

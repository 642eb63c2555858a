"""Files that people sent: have them scanned, and remove those that nothing refers to any more."""

import logging
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from casereview.cases.files import forget, found_clean, found_infected
from casereview.cases.models import Document, Draft, StoredFile
from casereview.cases.scanner import ScannerDown, scan

log = logging.getLogger(__name__)
AT_ONCE = 50
UNUSED = timedelta(days=2)  # somebody may still be writing the form to which a file was just added


def scan_waiting() -> int:
    """Have the files in quarantine scanned, oldest first; return how many were. Without a scanner all of them wait."""
    done = 0
    for file in StoredFile.objects.filter(scan="waiting").order_by("uploaded_at")[:AT_ONCE]:
        try:
            with default_storage.open(file.stored) as content:
                found = scan(content)
        except ScannerDown as down:
            log.warning("the scanner does not answer, files stay in quarantine: %s", down)
            return done
        (found_clean if found == "clean" else found_infected)(file, timezone.now())
        done += 1
    return done


def remove_unused_files() -> int:
    """Delete files that no draft and no case refers to; return how many. Runs as the system, which sees all of both."""
    drafts = Draft.objects.values_list("answers__files", flat=True)
    used = {one["file"] for listed in drafts for one in listed or ()}
    old = StoredFile.objects.filter(uploaded_at__lt=timezone.now() - UNUSED)
    unused = old.exclude(pk__in=used).exclude(pk__in=Document.objects.values("file_id"))
    removed = 0
    for file in unused:
        forget(file)
        removed += 1
    return removed

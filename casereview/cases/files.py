"""Files that people send: taken in, kept under their SHA-256, shown to nobody until a scanner has found them clean."""

import hashlib
import io
from datetime import datetime

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from casereview.cases.file_types import ENDINGS, PICTURES, type_of
from casereview.cases.models import StoredFile

LARGEST = (
    10 * 1024 * 1024
)  # bytes, our choice: a long video does not come through on one bar of signal anyway
MOST_FILES = 20  # in one application, our choice


class Refused(Exception):
    """A file that is not taken; the text says why, and what to do."""


def keep(upload: File[bytes], at: datetime) -> StoredFile:
    """Store a file in quarantine, under the hash of its content. Raises Refused."""
    if upload.size is None or upload.size > LARGEST:
        raise Refused(
            _("The file must be smaller than 10 MB. Send a shorter one, or a photo with fewer details")
        )
    content = upload.read()
    if not content:
        raise Refused(_("The file is empty. Choose another one"))
    kind = type_of(content)
    if kind == "image/heic":
        raise Refused(
            _("We cannot read this kind of picture (HEIC). Save it as a JPEG, or send a screenshot of it")
        )
    if kind not in ENDINGS:
        raise Refused(
            _(
                "We cannot take this kind of file. "
                "Send a picture (JPEG or PNG), a PDF, a Word document, text, sound or video"
            )
        )
    digest = hashlib.sha256(content).hexdigest()
    return StoredFile.objects.create(
        stored=_store(f"sealed/{digest[:2]}/{digest}", content),
        content_type=kind,
        size=len(content),
        sha256=digest,
        uploaded_at=at,
    )


def found_clean(file: StoredFile, at: datetime) -> None:
    """The scanner found nothing: make the copy that may be shown. A picture loses where and with what it was taken."""
    shown = file.stored
    if file.content_type in PICTURES:
        with default_storage.open(file.stored) as original:
            content = without_camera_data(original.read(), PICTURES[file.content_type])
        shown = _store(f"shown/{file.sha256[:2]}/{file.sha256}", content)
    StoredFile.objects.filter(pk=file.pk).update(scan="clean", shown=shown, scanned_at=at)


def found_infected(file: StoredFile, at: datetime) -> None:
    """It is never shown, and never scanned again; the original stays sealed, since it may be evidence."""
    StoredFile.objects.filter(pk=file.pk).update(scan="infected", shown="", scanned_at=at)


def forget(file: StoredFile) -> None:
    """Remove a file, and its content where no other file has the same."""
    for name in {file.stored, file.shown} - {""}:
        others = StoredFile.objects.filter(stored=name) | StoredFile.objects.filter(shown=name)
        if not others.exclude(pk=file.pk).exists():
            default_storage.delete(name)
    file.delete()


def without_camera_data(content: bytes, kind: str) -> bytes:
    """A picture drawn anew, the right way up: nothing but its pixels is copied."""
    with Image.open(io.BytesIO(content), formats=[kind]) as picture:
        upright = ImageOps.exif_transpose(picture)
        plain = upright.convert("RGBA" if kind == "PNG" and "A" in upright.getbands() else "RGB")
    copy = Image.new(plain.mode, plain.size)
    copy.paste(plain)
    written = io.BytesIO()
    copy.save(written, format=kind, **({"quality": 88} if kind == "JPEG" else {}))
    return written.getvalue()


def _store(name: str, content: bytes) -> str:
    if default_storage.exists(name):  # the same content has the same name
        return name
    return default_storage.save(name, ContentFile(content))

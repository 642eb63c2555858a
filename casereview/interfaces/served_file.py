"""Hands out a file that people sent: only when it was found clean, as a download, and unable to do anything."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

from casereview.cases.file_types import ENDINGS
from casereview.cases.models import StoredFile

CLEAN_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|\r\n\t', "_"))


def served(file: StoredFile, name: str) -> FileResponse:
    """The copy that may be shown. Raises Http404 for one that is not clean, as for one that is not there."""
    if file.scan != "clean" or not file.shown or not default_storage.exists(file.shown):
        raise Http404
    response = FileResponse(
        default_storage.open(file.shown),
        as_attachment=True,
        filename=safe_name(name, file.content_type),
        content_type=file.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "no-store"
    return response


def safe_name(name: str, content_type: str) -> str:
    """A name that no system trips over, with the ending that fits what the file is."""
    ending = ENDINGS[content_type]
    plain = "".join(character for character in name.translate(CLEAN_NAME) if character.isprintable()).strip(
        ". "
    )
    stem = plain.removesuffix(ending) or "file"
    return f"{stem[:100]}{ending}"

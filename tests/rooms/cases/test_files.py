"""Files by their content: what is taken, what is refused in words, and what a shown picture no longer says."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from casereview.cases.file_types import DOCX, type_of
from casereview.cases.files import LARGEST, Refused, forget, found_clean, found_infected, keep
from casereview.cases.models import StoredFile

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """No copy made by an earlier run may stand in for one that this run should make."""
    settings.MEDIA_ROOT = tmp_path


def picture(kind="JPEG", size=(40, 20), exif=None):
    written = io.BytesIO()
    Image.new("RGB", size, "red").save(written, kind, **({"exif": exif} if exif else {}))
    return written.getvalue()


def with_place():
    """A JPEG as a phone makes it: where it was taken, by which make, and lying on its side."""
    exif = Image.Exif()
    exif[0x010F] = "CANARY-MAKER"
    exif[0x0112] = 6  # turned by 90 degrees
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (54.0, 46.0, 30.0)
    return picture(exif=exif)


def docx(*more):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name in ("[Content_Types].xml", "word/document.xml", *more):
            packed.writestr(name, "<x/>")
    return written.getvalue()


TAKEN = [
    (picture(), "image/jpeg"),
    (picture("PNG"), "image/png"),
    (b"%PDF-1.7\n%%EOF", "application/pdf"),
    (b"ID3\x03\x00" + bytes(60), "audio/mpeg"),
    (b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00", "audio/mp4"),
    (b"\x00\x00\x00\x20ftypisom\x00\x00\x00\x00", "video/mp4"),
    (b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00", "video/quicktime"),
    ("3 May: shouting. 4 May: bins – again".encode(), "text/plain"),
    (docx(), DOCX),
]
REFUSED = [
    b"<!DOCTYPE html><html><script>alert(1)</script></html>",
    b"  \n<SVG xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    b"<?xml version='1.0'?><svg/>",
    b"Dear all, <script>alert(1)</script>",
    b"#!/bin/sh\nrm -rf /",
    b"MZ\x90\x00" + bytes(200),
    b"\x7fELF" + bytes(200),
    docx("word/vbaProject.bin"),
    b"PK\x03\x04 no archive at all",
    b"\xff\xd8\xff\xe0 not a picture",
    b"GIF89a" + bytes(40),
]


@pytest.mark.parametrize(("content", "kind"), TAKEN, ids=[kind for _content, kind in TAKEN])
def test_these_kinds_are_taken(content, kind):
    assert type_of(content) == kind


@pytest.mark.django_db
@pytest.mark.parametrize("content", REFUSED)
def test_these_are_refused_whatever_they_are_called(content):
    with pytest.raises(Refused, match="We cannot take this kind of file"):
        keep(ContentFile(content, name="holiday.jpg"), AT)
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
def test_too_big_empty_and_unconverted_files_are_refused_with_what_to_do():
    for content, words in (
        (bytes(LARGEST + 1), "smaller than 10 MB"),
        (b"", "empty"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "Save it as a JPEG"),
    ):
        with pytest.raises(Refused, match=words):
            keep(ContentFile(content, name="x.jpg"), AT)


@pytest.mark.django_db
def test_a_file_is_kept_under_its_hash_and_shown_to_nobody_yet():
    one, same = keep(ContentFile(with_place()), AT), keep(ContentFile(with_place()), AT)
    assert (one.scan, one.shown) == ("waiting", "")
    assert one.stored.endswith(one.sha256)
    assert one.stored == same.stored
    forget(same)
    assert default_storage.exists(one.stored)
    forget(one)
    assert not default_storage.exists(one.stored)


@pytest.mark.django_db
def test_a_shown_picture_stands_upright_and_says_nothing_of_place_or_camera():
    file = keep(ContentFile(with_place()), AT)
    found_clean(file, AT)
    file.refresh_from_db()
    shown = default_storage.open(file.shown).read()
    with Image.open(io.BytesIO(shown)) as seen:
        assert seen.size == (20, 40)
        assert dict(seen.getexif()) == {}
    assert b"CANARY-MAKER" not in shown
    assert default_storage.open(file.stored).read() == with_place()  # the original, sealed, byte for byte


@pytest.mark.django_db
def test_an_infected_file_has_no_copy_to_show():
    file = keep(ContentFile(b"a diary"), AT)
    found_infected(file, AT)
    file.refresh_from_db()
    assert (file.scan, file.shown) == ("infected", "")

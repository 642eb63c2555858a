"""What a file is, by its content; its name and what the browser says about it count for nothing.

Only these kinds are taken. Web pages, drawings that can hold scripts, programs and archives are not among them.
"""

import io
import zipfile

import puremagic
from PIL import Image, UnidentifiedImageError

PICTURES = {"image/jpeg": "JPEG", "image/png": "PNG"}
ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_PIXELS = 60_000_000  # a phone's largest picture; more is a bomb
MOST_UNPACKED = 100_000_000  # bytes in a Word document
# The brands of ISO media files that we take (ISO 14496-12: the four letters after "ftyp").
BRANDS = {
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"qt  ": "video/quicktime",
    b"isom": "video/mp4",
    b"iso2": "video/mp4",
    b"iso4": "video/mp4",
    b"iso5": "video/mp4",
    b"iso6": "video/mp4",
    b"mp41": "video/mp4",
    b"mp42": "video/mp4",
    b"avc1": "video/mp4",
    b"MSNV": "video/mp4",
    b"M4V ": "video/mp4",
    b"3gp4": "video/mp4",
    b"3gp5": "video/mp4",
    b"3gp6": "video/mp4",
}
PHONE_PICTURES = (b"heic", b"heix", b"mif1", b"msf1", b"hevc")


def type_of(content: bytes) -> str:
    """The type of a file as in ENDINGS, "image/heic" for a picture that an iPhone did not convert, "" otherwise."""
    if content[4:8] == b"ftyp":
        return "image/heic" if content[8:12] in PHONE_PICTURES else BRANDS.get(content[8:12], "")
    found = _by_magic(content)
    if found in PICTURES:
        return found if _is_picture(content, found) else ""
    if found == "application/pdf":
        return found if content[:5] == b"%PDF-" else ""
    if found == "audio/mpeg":
        return found
    if content[:4] == b"PK\x03\x04":
        return DOCX if _is_docx(content) else ""
    return "text/plain" if _is_text(content) else ""


def _by_magic(content: bytes) -> str:
    if content[:3] == b"ID3" or content[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"):
        return "audio/mpeg"
    try:
        return puremagic.from_string(content[:4096], mime=True)
    except (puremagic.PureError, ValueError):
        return ""


def _is_picture(content: bytes, kind: str) -> bool:
    try:
        with Image.open(io.BytesIO(content), formats=[PICTURES[kind]]) as picture:
            return picture.width * picture.height <= MOST_PIXELS
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


def _is_docx(content: bytes) -> bool:
    """A Word document without macros, and no bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = {entry.filename for entry in packed.infolist()}
            size = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    return {"[Content_Types].xml", "word/document.xml"} <= names and not macros and size <= MOST_UNPACKED


def _is_text(content: bytes) -> bool:
    """Readable text that no program would take for a web page, a drawing or a script."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    if any(ord(character) < 32 and character not in "\t\r\n\f" for character in text):
        return False
    start = text.lstrip()[:2000].lower()
    marks = ("<!doctype", "<html", "<svg", "<script", "<?xml", "<?php", "<iframe", "<body", "<head")
    return not start.startswith("#!") and not any(mark in start for mark in marks)

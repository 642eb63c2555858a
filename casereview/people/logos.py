"""Taking in an area's logo: read as a picture, made small, and written anew, so that nothing else comes with it."""

import hashlib
import warnings
from io import BytesIO
from typing import IO

from PIL import Image, UnidentifiedImageError

from casereview.people.models import Area, Logo

LARGEST_FILE = 1_000_000  # bytes
LARGEST_SIDE = 4000  # pixels, of what is uploaded
SHOWN_WITHIN = (480, 160)  # pixels, of what is kept: sharp on a dense screen at half that


class NotALogo(Exception):
    """The file cannot be taken; the text says what to choose instead."""


def keep(area: Area, file: IO[bytes]) -> Logo:
    """Keep the picture in `file` as the area's logo, in place of any other. Raises NotALogo."""
    picture = _read(file.read(LARGEST_FILE + 1))
    picture.thumbnail(SHOWN_WITHIN)
    written = BytesIO()
    picture.save(written, "PNG")
    png = written.getvalue()
    values = {
        "png": png,
        "digest": hashlib.sha256(png).hexdigest(),
        "width": picture.width,
        "height": picture.height,
    }
    return Logo.objects.update_or_create(area=area, defaults=values)[0]


def _read(data: bytes) -> Image.Image:
    if len(data) > LARGEST_FILE:
        raise NotALogo("Choose a file smaller than 1 MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            if max(opened.size) > LARGEST_SIDE:
                raise NotALogo("Choose a picture of at most 4,000 by 4,000 pixels")
            return opened.convert("RGBA")  # a new picture: without the file's comments, location or text
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning) as error:
        raise NotALogo("Choose a PNG or JPEG picture") from error

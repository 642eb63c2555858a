"""Putting rules into the folder from which every process reads them, and taking them out of it again."""

import os
import tempfile
from pathlib import Path

from casereview.schemes.load import folder
from casereview.schemes.model import Scheme


def file_of(scheme: Scheme) -> Path:
    """Where rules stand that follow an area's first ones."""
    return folder() / f"{scheme.code}-{scheme.starts}.toml"


def install(scheme: Scheme) -> None:
    """Write the scheme's text as a file of its own: whole or not at all, and never in place of another.

    Where the file says this already, perhaps because somebody put it there by hand, nothing is done. Raises
    FileExistsError where it says something else, and another OSError where the folder cannot be written.
    """
    place, said = file_of(scheme), scheme.text.encode()
    if place.exists() and place.read_bytes() == said:
        return
    number, written = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(said)
            file.flush()
            os.fsync(file.fileno())
        Path(written).chmod(0o644)  # other processes may work as other users
        os.link(written, place)  # a rename would replace what stands there
    finally:
        Path(written).unlink()


def take_out(scheme: Scheme) -> None:
    """Remove the file that `install` wrote; one that is gone is no fault.

    Raises FileExistsError where it says something else by now, and another OSError where it cannot be removed.
    """
    place = file_of(scheme)
    try:
        if place.read_bytes() != scheme.text.encode():
            raise FileExistsError(f"{place.name} was changed")
        place.unlink()
    except FileNotFoundError:
        pass

"""Putting rules into the folder from which every process reads them, and taking them out of it again."""

import os
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from casereview.schemes.faults import Fault
from casereview.schemes.load import SchemeFault, all_areas, folder, newest, so_far
from casereview.schemes.model import Scheme
from casereview.schemes.succession import begin, follow_on


def hindrances(scheme: Scheme, before: Sequence[Scheme], today: date) -> list[Fault]:
    """What keeps a scheme without faults out of the folder today (London's); empty where nothing does.

    before: the area's rules in order of their start, none where this is the first of a new area.
    """
    return follow_on(scheme, before, today) if before else begin(scheme, _names_elsewhere(scheme.code))


def file_of(scheme: Scheme) -> Path:
    """Where rules stand: an area's first ones under its code, those that follow under their day too."""
    return _may_stand(scheme)[0]


def install(scheme: Scheme) -> None:
    """Write the scheme's text as a file of its own: whole or not at all, and never in place of another.

    Where a file says this already, perhaps because somebody put it there by hand, nothing is done. Raises
    FileExistsError where it says something else, and another OSError where the folder cannot be written.
    """
    said = scheme.text.encode()
    if any(place.exists() and place.read_bytes() == said for place in _may_stand(scheme)):
        return
    place = file_of(scheme)
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
    for place in _may_stand(scheme):
        try:
            if place.read_bytes() != scheme.text.encode():
                raise FileExistsError(f"{place.name} was changed")
            place.unlink()
        except FileNotFoundError:
            pass


def _may_stand(scheme: Scheme) -> list[Path]:
    """Its place; the first rules may stand under their day instead, where somebody put the file there by hand."""
    dated = folder() / f"{scheme.code}-{scheme.starts}.toml"
    if any(each.starts < scheme.starts for each in so_far(scheme.code)):
        return [dated]
    return [folder() / f"{scheme.code}.toml", dated]


def _names_elsewhere(code: str) -> dict[str, str]:
    """The names of the other areas; those whose file somebody broke have none."""
    names = {}
    for other in all_areas():
        try:
            names[other] = newest(other).area
        except SchemeFault:
            continue
    return {other: name for other, name in names.items() if other != code}

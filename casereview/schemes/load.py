"""The schemes of an installation: a folder of TOML files, one an area and start date.

`durham.toml` holds the first rules we know for an area; rules that change later stand in a file of their own,
`durham-2027-04-01.toml`, whose name repeats its `from`. The folder is the environment's SCHEMES_DIR, else the
project's `schemes/`.
"""

import os
import re
from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from casereview.schemes.check import check
from casereview.schemes.faults import Fault, nearest
from casereview.schemes.model import Scheme
from casereview.schemes.notes import MOST_NAMED
from casereview.schemes.parse import LARGEST

__all__ = [
    "Fault",
    "SchemeFault",
    "all_areas",
    "by_name",
    "check",
    "check_file",
    "check_folder",
    "is_broken",
    "is_code",
    "name_of",
    "newest",
    "so_far",
    "versions",
]

PROJECT = Path(__file__).resolve().parent.parent.parent
_FILE = re.compile(r"(?P<code>[a-z][a-z0-9]*(?:-[a-z0-9]+)*?)(?:-(?P<since>\d{4}-\d{2}-\d{2}))?\.toml")


class SchemeFault(ValueError):
    """There is no usable scheme; `faults` says what to mend in the files of `area` (both empty where it is unknown)."""

    def __init__(self, message: str, faults: tuple[Fault, ...] = (), area: str = "") -> None:
        super().__init__(message)
        self.faults, self.area = faults, area


def folder() -> Path:
    return Path(os.environ.get("SCHEMES_DIR") or PROJECT / "schemes")


def all_areas() -> tuple[str, ...]:
    """The codes of all areas that have a file, in order of the alphabet."""
    return tuple(sorted(_files()))


def is_code(name: str) -> bool:
    """Whether an area's file may be called so: small letters, figures and hyphens, and no date at the end."""
    found = _FILE.fullmatch(f"{name}.toml")
    return found is not None and found["code"] == name


def by_name(code: str, on: date) -> Scheme:
    """The rules of an area on a day.

    A day before the first file has the first file's rules; `Scheme.starts`, which receipts give as `rules_of`, is
    then later than `on`. Raises SchemeFault.
    """
    every = versions(code)
    current = [scheme for scheme in every if scheme.starts <= on]
    return current[-1] if current else every[0]


def newest(code: str) -> Scheme:
    """The rules of an area that start last, be it tomorrow or next year: not what holds today. Raises SchemeFault."""
    return versions(code)[-1]


def check_file(path: Path, events: Mapping[str, str] | None = None) -> Scheme | list[Fault]:
    """`check` on a file: that it can be read, and that its name is a scheme's."""
    found = _FILE.fullmatch(path.name)
    if found is None:
        said = "expected a name such as durham.toml or durham-2027-04-01.toml, in small letters."
        return [Fault(1, "", said, str(path))]
    try:
        with path.open("rb") as file:
            text = file.read(4 * LARGEST + 1).decode()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return [Fault(line, "", "expected UTF-8 text.", str(path))]
    except OSError as error:
        return [Fault(1, "", f"cannot be read: {error.strerror}.", str(path))]
    result = check(text, events, found["code"])
    if isinstance(result, list):
        return [Fault(fault.line, fault.path, fault.message, str(path)) for fault in result]
    if found["since"] and found["since"] != result.starts.isoformat():
        said = f"the file's name says {found['since']}, but its rules are from {result.starts}."
        return [Fault(1, "from", said, str(path))]
    return result


def check_folder(code: str, events: Mapping[str, str] | None = None) -> tuple[Scheme, ...] | list[Fault]:
    """All rules of one area in order of their start, each start date once."""
    schemes: dict[date, Scheme] = {}
    faults: list[Fault] = []
    for path in _files().get(code, []):
        result = check_file(path, events)
        if isinstance(result, list):
            faults += result
        elif result.starts in schemes:
            faults.append(
                Fault(1, "from", f"another file of this area starts on {result.starts} too.", str(path))
            )
        else:
            schemes[result.starts] = result
    return faults or tuple(schemes[day] for day in sorted(schemes))


def versions(code: str) -> tuple[Scheme, ...]:
    """All rules of an area in order of their start: past, present and to come. Raises SchemeFault."""
    files = _files()
    if code not in files:
        near = nearest(code, files) or _there_are(files)
        raise SchemeFault(f'there is no scheme "{code[:60]}" in {folder().name}/.{near}')
    return _loaded(code, tuple((path, path.stat().st_mtime_ns) for path in files[code]))


def _there_are(areas: Collection[str]) -> str:
    """Which areas have one, as many as a line holds."""
    named, more = sorted(areas)[:MOST_NAMED], len(areas) - MOST_NAMED
    if not named:
        return " There is none there."
    return f" There are: {', '.join(named)}{f' and {more} more' if more > 0 else ''}."


def name_of(code: str, on: date) -> str:
    """An area's name in its rules of a day; where somebody broke its file, its code in words."""
    try:
        return by_name(code, on).area
    except SchemeFault:
        return code.replace("-", " ").title()


def so_far(code: str) -> tuple[Scheme, ...]:
    """The same; none where the area has no file yet."""
    return versions(code) if code in _files() else ()


def is_broken(code: str) -> bool:
    """Whether a file of the area cannot be read: until somebody mends it, nothing of the area opens."""
    try:
        so_far(code)
    except SchemeFault:
        return True
    return False


@lru_cache(maxsize=512)
def _loaded(code: str, files: tuple[tuple[Path, int], ...]) -> tuple[Scheme, ...]:
    """Read once for each state of the files."""
    result = check_folder(code)
    if isinstance(result, list):
        raise SchemeFault("; ".join(str(fault) for fault in result), tuple(result), code)
    return result


def _files() -> dict[str, list[Path]]:
    """The files of each area."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder().glob("*.toml")):
        match = _FILE.fullmatch(path.name)
        if match:
            found.setdefault(match["code"], []).append(path)
    return found

"""Every text of the product that waits for its translation: from Python and templates into one catalogue.

Writes casereview/wording/locale/django.pot, and brings each language's django.po up to date with it; a new language is
begun by naming it: `make messages TO=cy`. Letters are translated as prose files of their own, scheme texts in
their scheme.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "casereview" / "wording" / "locale"
MAPPING = ROOT / "scripts" / "messages.cfg"
KEYWORDS = ("gettext_lazy", "ngettext_lazy:1,2", "pgettext_lazy:1c,2")


def main(folder: Path, begin: str) -> None:
    """Collect the texts into `folder`; begin: the code of a language to be begun, or ""."""
    folder.mkdir(exist_ok=True)
    template = folder / "django.pot"
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    about = [
        "--project=Case Review",
        "--no-wrap",
        "--sort-by-file",
        "--add-location=file",
        "--copyright-holder=",
    ]
    _babel("extract", "-F", str(MAPPING), *keywords, *about, "-o", str(template), "casereview")
    catalogue = ["-i", str(template), "-d", str(folder), "-D", "django"]
    if begin and not (folder / begin).exists():
        _babel("init", *catalogue, "-l", begin)
    for found in sorted(folder.glob("*/LC_MESSAGES/django.po")):
        _babel("update", *catalogue, "-l", found.parts[-3], "--no-wrap", "--no-fuzzy-matching")


def _babel(command: str, *arguments: str) -> None:
    """Run one of Babel's commands, or stop with its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "-q", command, *arguments], check=False, cwd=ROOT
    )
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main(LOCALE, os.environ.get("TO", ""))

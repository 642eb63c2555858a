"""Turns a page of HTML into an accessible PDF (PDF/UA-1). It fetches nothing: a page carries everything it needs.

WeasyPrint needs Pango, a system library. Without it everything else works, and what would be paper is read as a page.
"""

from functools import cache
from types import ModuleType
from typing import Any


class NoPdf(RuntimeError):
    """This machine has no Pango: the page offers it as HTML instead. The text says what to install."""


def can_make_pdf() -> bool:
    """Whether this machine can make PDFs."""
    return _weasyprint() is not None


def write(page: str) -> bytes:
    """The page as a tagged PDF with a bookmark for every heading. Raises NoPdf."""
    weasyprint = _weasyprint()
    if weasyprint is None:
        raise NoPdf("PDFs need Pango. On Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0")
    document = weasyprint.HTML(string=page, url_fetcher=_fetcher(weasyprint), base_url=None)
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    return made


@cache
def _weasyprint() -> ModuleType | None:
    try:
        import weasyprint
    except OSError:  # what it raises where a library of the system is missing
        return None
    module: ModuleType = weasyprint
    return module


def _fetcher(weasyprint: ModuleType) -> Any:
    """Nothing is ever fetched: no address, no file."""

    class Nothing(weasyprint.urls.URLFetcher):  # type: ignore[name-defined, misc]
        def fetch(self, url: str, headers: object = None) -> None:
            """Refuse. Raises ValueError."""
            raise ValueError("paper fetches nothing")

    return Nothing(allow_redirects=False)

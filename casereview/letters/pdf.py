"""A letter as an accessible PDF (PDF/UA-1), on paper with a window envelope in mind, or in large print.

WeasyPrint needs Pango, a system library. Without it everything else works, and letters are read and printed as pages.
"""

import html
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from casereview.cases.way_in import code_of, own_case
from casereview.letters.markup import to_html
from casereview.letters.models import SentLetter
from casereview.letters.paper import write
from casereview.letters.render import Rendered
from casereview.people.models import Area

STYLES = Path(__file__).with_name("letter.css")
LARGE = "html { font-size: 16pt }"  # the least size of large print


def pdf(letter: Rendered | SentLetter, large: bool = False) -> bytes:
    """The letter as a tagged PDF; `large`: 16 point and more. Raises NoPdf."""
    code = letter.area if isinstance(letter, Rendered) else letter.case.area
    return write(_page(letter, Area.objects.get(pk=code), large=large))


def _page(letter: Rendered | SentLetter, area: Area, *, large: bool) -> str:
    """The whole page: letterhead, address in the window, the letter."""
    posted = isinstance(letter, Rendered) or letter.route == "post"
    styles = STYLES.read_text(encoding="utf-8").replace("#1d5a75", area.colour)
    return _PAGE.format(
        language=html.escape(letter.language),
        title=html.escape(letter.title),
        styles=styles + (LARGE if large else ""),
        size="large" if large else "",
        office=html.escape(area.sender_name or area.name),
        back=_lines(area.return_address),
        window=_lines(letter.address if posted else ""),
        letter=to_html(letter.prose),
        way_in=_way_in(letter),
    )


def _way_in(letter: Rendered | SentLetter) -> str:
    """The code of who has a page, put on posted paper alone: what is kept of the letter does not have it."""
    route = letter.route.kind if isinstance(letter, Rendered) else letter.route
    if route != "post" or not letter.to.startswith("person:") or own_case(letter.to) is None:
        return ""
    code = code_of(letter.to.removeprefix("person:"))
    words = {"page": f"{settings.SERVICE_URL}/my/", "code": code}
    text = _("Your code for your page, %(page)s: %(code)s. Keep it where nobody else looks.") % words
    return f"<p>{html.escape(text)}</p>"


def _lines(address: str) -> str:
    """The lines of an address, as one for each."""
    return "<br>".join(html.escape(line.strip()) for line in address.splitlines() if line.strip())


_PAGE = """<!doctype html>
<html lang="{language}" class="{size}">
<head><meta charset="utf-8"><title>{title}</title><style>{styles}</style></head>
<body>
<header><p class="office">{office}</p><p class="back">{back}</p></header>
<address>{window}</address>
<main>{letter}{way_in}</main>
</body>
</html>
"""

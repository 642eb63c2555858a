"""What no page and no letter may say, whatever an area's rules leave open."""

import re
from html.parser import HTMLParser

SLIPS = re.compile(
    r"\b(within|by|on|after|before|of|to|the|at|for|is) None\b"
    r"|\b(the the|a a|of of|to to|unstated)\b"
    r"| [,.]( |$)|\.\.( |$)|,[.,]|\(\)|\[\]|[{}]|%\("
)
HEADINGS = ("h1", "h2", "h3", "h4")
DURHAMS = ("Durham", "Darlington", "Police and Crime Commissioner", "14 days")


def slips(text):
    """Where one of the slips stands in a text of people's words."""
    return [f"…{text[max(0, at - 40) : at + 20]}…" for at in (slip.start() for slip in SLIPS.finditer(text))]


def foreign(text, scheme):
    """What is said of Durham's that this area's own file does not say."""
    return [words for words in DURHAMS if words in text and words not in scheme.text]


def hollow(html):
    """Headings of the main part with nothing below them, and lists and paragraphs with nothing in them."""
    shape = _Shape()
    shape.feed(html)
    shape.close()
    return shape.hollow


class _Shape(HTMLParser):
    """Follows what stands below what."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.hollow, self._open, self._heading, self._in_main = [], [], None, False

    def handle_starttag(self, tag, attributes):
        if tag == "main":
            self._in_main = True
        elif tag in ("ul", "ol", "dl", "p", "li", *HEADINGS):
            if tag in HEADINGS:
                self._next_heading(tag)
            self._open.append([tag, ""])
        elif tag in ("input", "textarea", "select", "button", "img", "table"):
            self._filled("field")

    def handle_endtag(self, tag):
        if tag == "main":
            self._next_heading("h1")
            self._in_main = False
        if not self._open or self._open[-1][0] != tag:
            return
        tag, words = self._open.pop()
        if self._in_main and not words:
            self.hollow.append(f"an empty <{tag}>")
        if tag in HEADINGS:
            self._heading = (tag, words)
        elif self._open:
            self._open[-1][1] += words

    def handle_data(self, data):
        if words := re.sub(r"\s+", " ", data).strip():
            self._filled(words)

    def _filled(self, words):
        if self._open:
            self._open[-1][1] += words
        if not self._open or self._open[-1][0] not in HEADINGS:
            self._heading = None

    def _next_heading(self, tag):
        """A heading right below another of its own or a lower rank leaves that one with nothing."""
        if self._in_main and self._heading and tag <= self._heading[0]:
            self.hollow.append(f"nothing below “{self._heading[1]}”")
        self._heading = None

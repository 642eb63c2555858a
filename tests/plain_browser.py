"""A browser without a window and without JavaScript: it opens pages, fills in the form on them and posts it whole."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.test import Client

BOXES = ("radio", "checkbox")  # of several with one name, those that are ticked are sent
INLINE = ("a", "abbr", "b", "em", "span", "strong")
UNSENT = ("submit", "button", "reset", "image", "file")  # kinds of input that send nothing here


@dataclass
class Form:
    """A form as it stands on a page. offered: for each box or list its values; filled: what would be posted now."""

    post: bool
    action: str
    offered: dict[str, set[str]] = field(default_factory=dict)
    filled: dict[str, list[str]] = field(default_factory=dict)

    def has(self, names):
        """Whether it asks for all of these."""
        return set(names) <= self.filled.keys() | self.offered.keys()

    def fill(self, answers):
        """Answer by the names of the fields; a list answers several boxes. What a page does not offer is refused."""
        for name, answer in answers.items():
            values = answer if isinstance(answer, list) else [answer]
            assert self.has([name]), f"the page does not ask for {name}"
            offered = self.offered.get(name)
            assert offered is None or set(values) <= offered, f"{name}: {values} is not among {offered}"
            self.filled[name] = values


class _Reader(HTMLParser):
    """The forms and the words of the main part of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.forms, self.words, self._in_main = [], [], False
        self._area = self._list = ""

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        self._space(tag)
        if tag == "main":
            self._in_main = True
        elif tag == "form" and self._in_main:
            self.forms.append(Form(has.get("method") == "post", has.get("action") or ""))
        elif self.forms and self._in_main and has.get("name"):
            self._field(tag, has["name"], has)
        elif tag == "option" and self._list:
            self._choice(self._list, has.get("value") or "", "selected" in has)

    def _field(self, tag, name, has):
        filled = self.forms[-1].filled
        if tag == "textarea":
            self._area, filled[name] = name, [""]
        elif tag == "select":
            self._list = name
        elif tag == "button":
            self.forms[-1].offered.setdefault(name, set()).add(has.get("value") or "")
        elif has.get("type") in BOXES:
            self._choice(name, has.get("value") or "on", "checked" in has)
        elif tag == "input" and has.get("type") not in UNSENT:
            filled.setdefault(name, []).append(has.get("value") or "")

    def _choice(self, name, value, chosen):
        form = self.forms[-1]
        form.offered.setdefault(name, set()).add(value)
        if chosen:
            form.filled.setdefault(name, []).append(value)

    def handle_endtag(self, tag):
        self._space(tag)
        if tag == "main":
            self._in_main = False
        elif tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._list = ""

    def _space(self, tag):
        if tag not in INLINE:
            self.words.append(" ")

    def handle_data(self, data):
        if self._area:
            self.forms[-1].filled[self._area][0] += data
        elif self._in_main:
            self.words.append(data)


@dataclass
class PlainBrowser:
    """Somebody's, with the page that is open. looks: told the address and the HTML of each page that opens."""

    client: Client
    looks: object = None
    address: str = ""
    html: str = ""
    _reader: _Reader | None = None

    def opens(self, address):
        """Go there, and wherever that leads; the words of the page."""
        return self._shows(self.client.get(address, follow=True), address)

    def sends(self, /, **answers):
        """Fill in the form that asks for all of these, as a person would, and send it; the words of the next page."""
        form = next((form for form in reversed(self._read().forms) if form.post and form.has(answers)), None)
        assert form, f"{self.address} has no form that asks for {[*answers]}"
        form.fill(answers)  # the page is left now, so that nobody reads it again
        to = form.action or self.address
        return self._shows(self.client.post(to, form.filled, follow=True), to)

    def asks(self, beginning):
        """The names of what the page asks for that begin so, in order."""
        forms = self._read().forms
        names = dict.fromkeys(name for form in forms for name in (*form.filled, *form.offered))
        return [name for name in names if name.startswith(beginning)]

    def reads(self):
        """The words of the page that is open."""
        return " ".join("".join(self._read().words).split())

    def _shows(self, answer, asked):
        assert answer.status_code == 200, (asked, answer.status_code)
        self.address = answer.redirect_chain[-1][0] if answer.redirect_chain else asked
        self.html, self._reader = answer.content.decode(), None
        if self.looks:
            self.looks(self.address, self.html)
        return self.reads()

    def _read(self):
        if self._reader is None:
            self._reader = _Reader()
            self._reader.feed(self.html)
            self._reader.close()
        return self._reader

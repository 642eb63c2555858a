"""Compares HTML as a browser reads it: the same elements, attributes and words, whatever the spaces between."""

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.read = []

    def handle_starttag(self, tag, attrs):
        self.read.append((tag, sorted((name, " ".join((value or "").split())) for name, value in attrs)))

    def handle_endtag(self, tag):
        self.read.append(f"/{tag}")

    def handle_data(self, data):
        words = " ".join(data.split())
        if not words:
            return
        if self.read and isinstance(self.read[-1], list):
            self.read[-1][0] += " " + words
        else:
            self.read.append([words])


def as_read(html):
    """A list that is equal for equal pages."""
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    return reader.read

"""On which line each key of a TOML file stands, since tomllib does not say.

Reads only text that tomllib has already accepted and whose depth is bounded. A path is a tuple of keys and
list positions: ("route", 0, "within", "months").
"""

import re

Path = tuple[str | int, ...]
Token = tuple[str, int]  # the text, and its line counted from 1

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}'  # strings over several lines
    r'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
    r"|#[^\n]*|\n|[\[\]{}=,.]|[^\s\[\]{}=,.\"'#]+",
    re.DOTALL,
)
_END: Token = ("", 0)


def line_index(text: str) -> dict[Path, int]:
    """The line of every table, key and list item."""
    return _Walk(text).index


def line_of(index: dict[Path, int], path: Path) -> int:
    """The line of a path, or of what it stands in: a missing key is reported where its block begins."""
    while path and path not in index:
        path = path[:-1]
    return index.get(path, 1)


class _Walk:
    """One pass over the tokens."""

    def __init__(self, text: str) -> None:
        self.index: dict[Path, int] = {(): 1}
        self.lists: dict[Path, int] = {}  # the last position of each [[list]] of tables
        self.tokens: list[Token] = []
        line = 1
        for found in _TOKEN.finditer(text):
            token = found.group()
            if not token.startswith("#"):
                self.tokens.append((token, line))
            line += token.count("\n")
        self.at = 0
        table: Path = ()
        while self._peek() != _END:
            if self._peek()[0] == "\n":
                self.at += 1
            elif self._peek()[0] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _peek(self) -> Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else _END

    def _next(self) -> Token:
        token = self._peek()
        self.at += 1
        return token

    def _skip_lines(self) -> None:
        while self._peek()[0] == "\n":
            self.at += 1

    def _key(self, until: str) -> tuple[Path, int]:
        """A dotted key up to the token `until`, which is consumed."""
        parts: list[str] = []
        line = self._peek()[1]
        while (token := self._next()) != _END and token[0] != until:
            if token[0] not in ".[\n":
                parts.append(token[0].strip("\"'"))
        return tuple(parts), line

    def _header(self) -> Path:
        line = self._next()[1]
        is_list = self._peek()[0] == "["
        keys, _ = self._key("]")
        path: Path = ()
        for position, key in enumerate(keys):
            path = (*path, key)
            last = position == len(keys) - 1
            if last and is_list:
                self._next()  # the second bracket
                self.index.setdefault(path, line)
                self.lists[path] = self.lists.get(path, -1) + 1
            if path in self.lists:
                path = (*path, self.lists[path])
            self.index.setdefault(path, line)
        return path

    def _pair(self, table: Path) -> None:
        keys, line = self._key("=")
        path = table
        for key in keys:
            path = (*path, key)
            self.index.setdefault(path, line)
        self._value(path)

    def _value(self, path: Path) -> None:
        opening = self._next()[0]
        if opening == "[":
            self._items(path)
        elif opening == "{":
            while self._peek()[0] not in ("}", ""):
                if self._peek()[0] in (",", "\n"):
                    self.at += 1
                else:
                    self._pair(path)
            self._next()
        else:  # a number or date may be several tokens
            while self._peek()[0] not in ("\n", ",", "]", "}", ""):
                self.at += 1

    def _items(self, path: Path) -> None:
        position = 0
        self._skip_lines()
        while self._peek()[0] not in ("]", ""):
            if self._peek()[0] == ",":
                self.at += 1
            else:
                self.index[(*path, position)] = self._peek()[1]
                self._value((*path, position))
                position += 1
            self._skip_lines()
        self._next()

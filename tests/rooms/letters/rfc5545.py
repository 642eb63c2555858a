"""Reads a calendar file by the letter of RFC 5545: lines, folding, nesting, and what an invitation must have."""

import re

LINE = re.compile(
    r'^([A-Z][A-Z0-9-]*)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$', re.DOTALL
)
ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "ORGANIZER")


def lines_of(raw):
    """The unfolded lines as (name, parameters, value). Raises AssertionError where the bytes break section 3.1."""
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b""), "a line that ends without a carriage return"
    folded = raw.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in folded), "a line of more than 75 octets"
    found = []
    for line in raw.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]:
        match = LINE.match(line)
        assert match, f"no content line: {line}"
        found.append(match.groups())
    return found


def read(raw):
    """The components as a list of (path, name, parameters, value); BEGIN and END must nest."""
    path, found = [], []
    for name, parameters, value in lines_of(raw):
        if name == "BEGIN":
            path.append(value)
        elif name == "END":
            assert path.pop() == value, "components that do not nest"
        else:
            found.append(("/".join(path), name, parameters, value))
    assert path == []
    return found


def event(raw):
    """The one event by the names of its properties, each with its parameters; and the method of the calendar."""
    found = read(raw)
    calendar = {name: value for path, name, _parameters, value in found if path == "VCALENDAR"}
    assert (calendar["VERSION"], bool(calendar["PRODID"])) == ("2.0", True)
    inside = [
        (name, parameters, value) for path, name, parameters, value in found if path == "VCALENDAR/VEVENT"
    ]
    for name in ONCE:
        assert [each for each, _parameters, _value in inside].count(name) == 1, f"{name} stands there once"
    zones = {value for path, name, _p, value in found if path == "VCALENDAR/VTIMEZONE" and name == "TZID"}
    used = {parameters.partition("TZID=")[2] for _name, parameters, _value in inside if "TZID=" in parameters}
    assert used <= zones, "a time zone that the file does not define"
    return calendar["METHOD"], {name: (parameters, value) for name, parameters, value in inside}

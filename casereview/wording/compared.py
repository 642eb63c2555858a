"""How two schemes differ, as sentences for somebody who knows the procedure and does not program.

What a scheme does not say is left open, or not said: never that it is otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casereview.schemes.model import Scheme
from casereview.schemes.places import Place, in_file, is_written, value_at
from casereview.wording.dates import short_date
from casereview.wording.differences import Comparison, Difference, Part
from casereview.wording.scheme import Section

# Of these a page names as many as there are: one that it does not name is not left open.
NAMED = ("route.", "body.", "exclusion.", "only_words.")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two schemes, and what the sentences call it."""

    scheme: Scheme
    name: str


def sides(one: Scheme, other: Scheme, given: tuple[str, str]) -> tuple[Side, Side]:
    """The schemes by their areas; rules of one area by their first day, or else as they were asked for (`given`)."""
    names = (one.area, other.area)
    if one.area == other.area:
        text, parts = _("%(area)s (%(file)s)"), [{"file": each} for each in given]
        if one.starts != other.starts:
            text = _("%(area)s from %(day)s")
            parts = [{"day": short_date(each.starts)} for each in (one, other)]
        names = (text % {"area": one.area, **parts[0]}, text % {"area": one.area, **parts[1]})
    return Side(one, names[0]), Side(other, names[1])


def summary(one: Side, other: Side, found: Comparison) -> str:
    """In how many points they differ."""
    if not found.number:
        if found.silent:
            return _("No sentence about the two schemes differs.")
        return _("The two schemes do not differ.")
    text = ngettext(
        "%(one)s and %(other)s differ in %(num)d point.",
        "%(one)s and %(other)s differ in %(num)d points.",
        found.number,
    )
    return text % {"one": one.name, "other": other.name, "num": found.number}


def silent_sentence(found: Comparison) -> str:
    """What differs in the files alone; "" where nothing does."""
    if not found.silent:
        return ""
    return _("The files differ too in what has no sentence here: %(places)s.") % {
        "places": ", ".join(found.silent)
    }


def part_heading(part: Part) -> str:
    section = part.one or part.other
    if section is None or section.path:
        return section.heading if section else ""
    return _("The rules as a whole")


def part_sentences(one: Side, other: Side, part: Part) -> list[str]:
    """Each difference of one section as a sentence; of a section that only one scheme has, all that it says."""
    if part.one and part.other:
        return [_difference(one, other, part.one.path, each) for each in part.differences]
    if part.one:
        return _only_section(one, other, part.one)
    return _only_section(other, one, part.other) if part.other else []


def part_source(one: Side, other: Side, part: Part) -> str:
    """Where each page says it; once where both name the same place."""
    found = {side.name: each.source for side, each in ((one, part.one), (other, part.other)) if each}
    if len(set(found.values())) == 1:
        return next(iter(found.values()))
    return "; ".join(f"{name}: {source}" for name, source in found.items() if source)


def alike_sentence(found: Comparison) -> str:
    """Which sections say the same in both; "" where none does."""
    topics: dict[str, list[str]] = {}
    for part in found.parts:
        if part.one and not part.differences:
            topic = part.one.topic if part.one.path else part_heading(part)
            topics.setdefault(topic, []).append(part.one.name)
    if not topics:
        return ""
    alike = [f"{topic} – {', '.join(names)}" if any(names) else topic for topic, names in topics.items()]
    return _("Alike in both: %(sections)s.") % {"sections": "; ".join(alike)}


def _difference(one: Side, other: Side, path: str, found: Difference) -> str:
    if found.one and found.other:
        return _("In %(one)s: %(says)s; in %(other)s: %(says_too)s.") % {
            "one": one.name,
            "says": _says(one.scheme, found.one, found.places),
            "other": other.name,
            "says_too": _says(other.scheme, found.other, found.places),
        }
    if not found.one:
        one, other, found = other, one, Difference(found.other, (), found.places)
    says = {"one": one.name, "says": _says(one.scheme, found.one, found.places)}
    only = _("Only in %(one)s: %(says)s.") % says
    if path == "readings":
        return only  # the other page may say it, or have no such rule: neither has a silence to read
    return f"{only} {_silence(other, found.places)}"


def _silence(side: Side, places: Sequence[Place]) -> str:
    """What it means that this side has no sentence: no word of it is never taken as no."""
    text = _("The rules of %(name)s do not say this.")
    places = [
        place for place in places if place[0] != "words"
    ]  # the words for a code rule nothing by themselves
    if any(is_written(side.scheme.text, place) for place in places):
        text = _("The rules of %(name)s say otherwise.")
    elif places and not any(_in_a_list(side.scheme, place) for place in places):
        text = _("%(name)s leaves this open.")
    return text % {"name": side.name}


def _in_a_list(scheme: Scheme, place: Place) -> bool:
    """Whether it is one of several, and the scheme names others: then it is not left open, only not among them."""
    among = value_at(scheme, place[:-1])
    return isinstance(among, tuple | dict) and bool(among)


def _only_section(has: Side, silent: Side, section: Section) -> list[str]:
    text = _("Only in %(one)s; %(other)s leaves this open.")
    if section.path == "readings":
        text = _("Only in %(one)s; in %(other)s nothing is our reading.")
    elif section.path.startswith(NAMED):
        text = _("Only in %(one)s; the rules of %(other)s do not name this.")
    heading = text % {"one": has.name, "other": silent.name}
    if any(reading.path == section.path for reading in has.scheme.readings if reading.path):
        heading += " " + _("It is not on the page of %(one)s either: this is our reading.") % {
            "one": has.name
        }
    return [heading, *section.lines]


def _says(scheme: Scheme, lines: Sequence[str], places: Sequence[Place]) -> str:
    """The sentences without their last full stop, and whether our reading of a silence is in them."""
    text = " ".join(lines).removesuffix(".")
    if not any(_is_ours(scheme, place) for place in places):
        return text
    return _("%(says)s – with our reading of what the page leaves open") % {"says": text}


def _is_ours(scheme: Scheme, place: Place) -> bool:
    labels = [f"{label}." for label in in_file(place)]
    paths = [f"{reading.path}." for reading in scheme.readings if reading.path]  # "" is the whole file
    return any(a.startswith(b) or b.startswith(a) for a in labels for b in paths)

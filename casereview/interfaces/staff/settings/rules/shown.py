"""Rules as the pages show them: in words, part by part, with what is our own reading beside what it is about."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from casereview.schemes.load import versions
from casereview.schemes.model import Reading, Scheme
from casereview.wording.compared import (
    alike_sentence,
    part_heading,
    part_sentences,
    part_source,
    sides,
    silent_sentence,
    summary,
)
from casereview.wording.differences import compared
from casereview.wording.readings import reading_sentence
from casereview.wording.scheme import Section, whole

READINGS = "readings"  # the section that lists them all: here each stands with what it is about


@dataclass(frozen=True, slots=True)
class Told:
    """A section, and our readings of what the page leaves open in it."""

    section: Section
    ours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Sections of one topic, which open and close together."""

    name: str
    sections: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """One part that differs: its sentences, and where each page says it."""

    heading: str
    lines: list[str]
    source: str


@dataclass(frozen=True, slots=True)
class Differences:
    """How rules differ from those that they follow. silent, alike: sentences, "" where there is nothing to say."""

    summary: str
    parts: list[Changed]
    silent: str
    alike: str


def in_words(scheme: Scheme) -> list[Topic]:
    """All that a scheme says, by topic."""
    sections = [section for section in whole(scheme) if section.path != READINGS]
    left = list(scheme.readings)
    topics: dict[str, list[Told]] = {}
    for section in sections:
        ours = [reading for reading in left if _is_about(reading, section)]
        left = [reading for reading in left if reading not in ours]
        topics.setdefault(section.topic, []).append(Told(section, tuple(map(reading_sentence, ours))))
    if left:
        more = Section("", _("Our other readings"), ())
        topics[more.topic] = [Told(more, tuple(map(reading_sentence, left)))]
    return [Topic(name, tuple(told)) for name, told in topics.items()]


def _is_about(reading: Reading, section: Section) -> bool:
    """Whether it is a reading of this section; of the head of the file, what is about the file as a whole."""
    if not section.path:
        return reading.path in ("", "area", "from", "languages", "lead", "lead.name")
    return f"{reading.path}.".startswith(f"{section.path}.")


def version_of(code: str, since: str) -> Scheme | None:
    """The area's rules that start on that day, such as 2027-04-01."""
    return next((each for each in versions(code) if each.starts.isoformat() == since), None)


def until(code: str, scheme: Scheme) -> date | None:
    """The last day on which rules hold; None where none follow."""
    later = [each.starts for each in versions(code) if each.starts > scheme.starts]
    return min(later) - timedelta(days=1) if later else None


def before(scheme: Scheme) -> Scheme:
    """The rules that hold until the day on which these start."""
    earlier = [each for each in versions(scheme.code) if each.starts < scheme.starts]
    return earlier[-1] if earlier else versions(scheme.code)[0]


def differences(one: Scheme, other: Scheme) -> Differences:
    """How `other` differs from `one`, in sentences."""
    found = compared(one, other)
    mine, theirs = sides(one, other, (_("now"), _("proposed")))
    parts = [
        Changed(part_heading(part), part_sentences(mine, theirs, part), part_source(mine, theirs, part))
        for part in found.parts
        if part.differences
    ]
    alike = alike_sentence(found) if found.number else ""
    return Differences(summary(mine, theirs, found), parts, silent_sentence(found), alike)

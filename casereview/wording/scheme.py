"""A whole scheme in plain English, so that somebody who does not program can check it against the page.

Each section's lines are sentences; a line that is our reading of a silence is marked in `readings`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casereview.clocks.length import UNITS, Length
from casereview.schemes.model import Reading, Scheme
from casereview.wording import terms
from casereview.wording.clocks import clock_sentences, clock_title
from casereview.wording.codes import LANGUAGES, code_words
from casereview.wording.dates import long_date
from casereview.wording.length import and_list, length_words, sentence
from casereview.wording.own import said
from casereview.wording.risk import risk_sentences
from casereview.wording.routes import route_name, route_sentences, statute_sentences


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the scheme: its heading, its sentences, and where on the page (or in the law) it stands."""

    heading: str
    lines: tuple[str, ...]
    source: str = ""


def whole(scheme: Scheme) -> list[Section]:
    """Everything that the scheme says, in the order of the procedure. Empty parts are left out."""
    parts = [
        _about(scheme),
        *_routes(scheme),
        *_who_and_how(scheme),
        *_clocks(scheme),
        *_after(scheme),
        *_without_page(scheme),
        *_readings(scheme),
    ]
    return [part for part in parts if part.lines]


def reading_sentence(reading: Reading) -> str:
    """A silence of the page, how we read it, and why."""
    if reading.value is None:
        where = reading.path or _("the whole file")
        return _("%(where)s: not on the page. %(why)s") % {"where": where, "why": sentence(reading.why)}
    parts = {"where": reading.path, "value": sentence(_value(reading.value)), "why": sentence(reading.why)}
    return _("%(where)s: %(value)s %(why)s") % parts


def _value(value: object) -> str:
    if isinstance(value, dict):
        lengths = [length_words(Length(value[unit], unit)) for unit in UNITS if unit in value]
        return ", ".join(lengths or map(str, value.values()))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _part(heading: str, lines: Iterable[str], source: str = "") -> Section:
    return Section(heading, tuple(lines), source)


def _about(scheme: Scheme) -> Section:
    lines = [
        _("These are the rules from %(day)s on.") % {"day": long_date(scheme.starts)},
        _("Languages: %(languages)s.")
        % {"languages": and_list([str(LANGUAGES[code]) for code in scheme.language])},
    ]
    if scheme.lead:
        lines.append(_("Co-ordinated by: %(lead)s.") % {"lead": said(scheme.lead)})
    return _part(scheme.area, lines, scheme.source)


def _routes(scheme: Scheme) -> Iterator[Section]:
    for route in scheme.routes:
        title = [said(route.title)] if route.title else []
        heading = _("When the threshold is met: %(name)s (%(code)s)")
        yield _part(
            heading % {"name": route_name(route), "code": route.name},
            [*title, *route_sentences(scheme, route)],
            route.source,
        )
    yield _part(
        _("When the threshold is met: the law"), statute_sentences(scheme.statute), scheme.statute.source
    )
    hate = [sentence(and_list([code_words(scheme, "hate", code) for code in scheme.hate]))]
    yield _part(_("Motivations of hate"), hate, scheme.sources.get("hate", ""))


def _who_and_how(scheme: Scheme) -> Iterator[Section]:
    if scheme.apply:
        yield _part(
            _("Who may ask, and how"), terms.apply_sentences(scheme, scheme.apply), scheme.apply.source
        )
    if scheme.contact:
        yield _part(
            _("How to reach the office"), terms.contact_sentences(scheme.contact), scheme.contact.source
        )
    for exclusion in scheme.exclusions:
        yield _part(
            _("When something else is the right way"), terms.exclusion_sentences(exclusion), exclusion.source
        )
    for body in scheme.bodies:
        yield _part(
            _("Organisation: %(code)s") % {"code": body.code}, [terms.body_sentence(body)], body.source
        )
    if scheme.decision:
        yield _part(_("Who decides"), terms.decision_sentences(scheme.decision), scheme.decision.source)


def _clocks(scheme: Scheme) -> Iterator[Section]:
    for clock in scheme.clocks.values():
        heading = _("Clock: %(name)s (%(code)s)") % {"name": clock_title(clock.name), "code": clock.name}
        yield _part(heading, clock_sentences(clock), clock.source)


def _after(scheme: Scheme) -> Iterator[Section]:
    if scheme.support:
        yield _part(_("Support"), [sentence(said(scheme.support))], scheme.sources.get("support", ""))
    if scheme.risk:
        yield _part(_("How risk and harm are assessed"), risk_sentences(scheme.risk), scheme.risk.source)
    if scheme.meeting:
        yield _part(_("The review"), terms.meeting_sentences(scheme, scheme.meeting), scheme.meeting.source)
    if scheme.appeal:
        yield _part(_("Appeal"), terms.appeal_sentences(scheme, scheme.appeal), scheme.appeal.source)


def _without_page(scheme: Scheme) -> Iterator[Section]:
    if scheme.notices:
        yield _part(
            _("When a letter counts as served"),
            terms.notices_sentences(scheme.notices),
            scheme.notices.source,
        )
    if scheme.timing:
        yield _part(
            _("How long things are kept"), terms.timing_sentences(scheme.timing), scheme.timing.source
        )
    if scheme.figures:
        yield _part(_("Published figures"), terms.figures_sentences(scheme.figures), scheme.figures.source)
    if scheme.brand:
        signed = [
            said(words) for words in (scheme.brand.name, scheme.brand.sender, scheme.brand.colour) if words
        ]
        yield _part(_("How the service signs itself"), [sentence(", ".join(signed))], scheme.brand.source)


def _readings(scheme: Scheme) -> Iterator[Section]:
    lines = [reading_sentence(reading) for reading in scheme.readings]
    yield _part(_("Not on the page: how we read its silences, and why"), lines)

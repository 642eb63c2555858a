"""A whole scheme in plain English, so that somebody who does not program can check it against the page.

Each section's lines are sentences; a line that is our reading of a silence is marked in `readings`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casereview.schemes.model import Scheme
from casereview.wording import terms
from casereview.wording.clocks import clock_sentences, clock_title, group_sentences
from casereview.wording.codes import LANGUAGES, code_words
from casereview.wording.dates import long_date
from casereview.wording.hate import asks_hate_anywhere, unnamed_hate_sentence
from casereview.wording.length import and_list, sentence
from casereview.wording.own import said
from casereview.wording.page import example_sentences, only_words_sentences, page_of
from casereview.wording.readings import reading_sentence
from casereview.wording.risk import risk_sentences
from casereview.wording.routes import route_name, route_sentences, statute_sentences


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the scheme: what it is about, its sentences, and where on the page (or in the law) it stands.

    path: what the file calls it ("clock.review"); "" is the head of the file. name: which of several it is.
    """

    path: str
    topic: str
    lines: tuple[str, ...]
    source: str = ""
    name: str = ""

    @property
    def heading(self) -> str:
        return f"{self.topic}: {self.name}" if self.name else self.topic


def whole(scheme: Scheme) -> list[Section]:
    """Everything that the scheme says, in the order of the procedure. Empty parts are left out."""
    parts = [
        _about(scheme),
        *_example(scheme),
        *_routes(scheme),
        *_who_and_how(scheme),
        *_clocks(scheme),
        *_after(scheme),
        *_without_page(scheme),
        *_only_words(scheme),
        *_readings(scheme),
    ]
    return [part for part in parts if part.lines]


def no_routes_sentence(scheme: Scheme) -> str:
    """That the page does not say when the threshold is met, and what then holds."""
    text = _(
        "%(page)s does not say how many reports are needed. "
        "Beyond what the law counts, people decide, with reasons."
    )
    return text % {"page": page_of(scheme)}


def _part(path: str, topic: str, lines: Iterable[str], source: str = "", name: str = "") -> Section:
    return Section(path, topic, tuple(lines), source, name)


def _about(scheme: Scheme) -> Section:
    lines = [
        _("These are the rules from %(day)s on.") % {"day": long_date(scheme.starts)},
        _("Languages: %(languages)s.")
        % {"languages": and_list([str(LANGUAGES[code]) for code in scheme.language])},
    ]
    if scheme.lead:
        lines.append(_("Co-ordinated by: %(lead)s.") % {"lead": said(scheme.lead)})
    return _part("", scheme.area, lines, scheme.source)


def _example(scheme: Scheme) -> Iterator[Section]:
    if scheme.example:
        lines = example_sentences(scheme.example, scheme.area)
        yield _part("example", _("An example"), lines, scheme.example.source)


def _only_words(scheme: Scheme) -> Iterator[Section]:
    for only in scheme.only_words:
        topic = _("What people must see to")
        yield _part(
            f"only_words.{only.code}", topic, only_words_sentences(only), only.source, _plain(only.code)
        )


def _routes(scheme: Scheme) -> Iterator[Section]:
    topic = _("When the threshold is met")
    if not scheme.routes:
        yield _part("route", topic, [no_routes_sentence(scheme)])
    for route in scheme.routes:
        lines = [*([said(route.title)] if route.title else []), *route_sentences(scheme, route)]
        name = _named(route_name(route), route.name)
        yield _part(f"route.{route.name}", topic, lines, route.source, name)
    statute = scheme.statute
    yield _part("statute", topic, statute_sentences(statute), statute.source, _("the law"))
    yield _part("hate", _("Motivations of hate"), _hate(scheme), scheme.sources.get("hate", ""))


def _hate(scheme: Scheme) -> Iterator[str]:
    """Said where the page names them, or a route asks for them."""
    if asks_hate_anywhere(scheme) or "hate" in scheme.sources:
        yield sentence(and_list([code_words(scheme, "hate", code) for code in scheme.hate]))
    if unnamed := unnamed_hate_sentence(scheme):
        yield unnamed


def _plain(code: str) -> str:
    """What the file calls something, as people read it."""
    return code.replace("_", " ").replace("-", " ").capitalize()


def _named(name: str, code: str) -> str:
    return _("%(name)s (%(code)s)") % {"name": name, "code": code}


def _who_and_how(scheme: Scheme) -> Iterator[Section]:
    if scheme.apply:
        lines = terms.apply_sentences(scheme, scheme.apply)
        yield _part("apply", _("Who may ask, and how"), lines, scheme.apply.source)
    if scheme.contact:
        lines = terms.contact_sentences(scheme.contact)
        yield _part("contact", _("How to reach the office"), lines, scheme.contact.source)
    for exclusion in scheme.exclusions:
        path, topic = f"exclusion.{exclusion.code}", _("When something else is the right way")
        yield _part(
            path, topic, terms.exclusion_sentences(exclusion), exclusion.source, _plain(exclusion.code)
        )
    for body in scheme.bodies:
        path, topic = f"body.{body.code}", _("Organisations")
        yield _part(path, topic, [terms.body_sentence(body)], body.source, _plain(body.code))
    if scheme.decision:
        lines = terms.decision_sentences(scheme.decision)
        yield _part("decision", _("Who decides"), lines, scheme.decision.source)


def _clocks(scheme: Scheme) -> Iterator[Section]:
    if scheme.group:
        lines = group_sentences(scheme, scheme.group)
        yield _part("group", _("The group that meets"), lines, scheme.group.source)
    for clock in scheme.clocks.values():
        name = _named(clock_title(clock.name), clock.name)
        yield _part(f"clock.{clock.name}", _("Clocks"), clock_sentences(clock), clock.source, name)


def _after(scheme: Scheme) -> Iterator[Section]:
    if scheme.support:
        lines = [sentence(said(scheme.support))]
        yield _part("support", _("Support"), lines, scheme.sources.get("support", ""))
    if scheme.risk:
        topic = _("How risk and harm are assessed")
        yield _part("risk", topic, risk_sentences(scheme.risk), scheme.risk.source)
    if scheme.meeting:
        meeting = terms.meeting_sentences(scheme, scheme.meeting)
        yield _part("meeting", _("The review"), meeting, scheme.meeting.source)
    if scheme.appeal:
        appeal = terms.appeal_sentences(scheme, scheme.appeal)
        yield _part("appeal", _("Appeal"), appeal, scheme.appeal.source)


def _without_page(scheme: Scheme) -> Iterator[Section]:
    if scheme.notices:
        lines = terms.notices_sentences(scheme.notices)
        yield _part("notices", _("When a letter counts as served"), lines, scheme.notices.source)
    if scheme.timing:
        lines = terms.timing_sentences(scheme.timing)
        yield _part("timing", _("How long things are kept"), lines, scheme.timing.source)
    if scheme.figures:
        lines = terms.figures_sentences(scheme.figures)
        yield _part("figures", _("Published figures"), lines, scheme.figures.source)
    if scheme.brand:
        brand = scheme.brand
        signed = [said(words) for words in (brand.name, brand.sender, brand.colour, brand.logo) if words]
        topic = _("How the service signs itself")
        yield _part("brand", topic, [sentence(", ".join(signed))] if signed else [], brand.source)


def _readings(scheme: Scheme) -> Iterator[Section]:
    lines = [reading_sentence(reading) for reading in scheme.readings]
    yield _part("readings", _("Not on the page: how we read its silences, and why"), lines)

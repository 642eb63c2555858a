"""What stands in the papers for a meeting: made from one reader's record, so that it holds only what is theirs."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casereview.cases.assessed import Assessment, assessments
from casereview.cases.beginning import TELLING
from casereview.cases.chronology import chronology
from casereview.cases.meeting import DECIDED
from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.cases.returns import returns_of
from casereview.cases.threshold import receipt_of
from casereview.people.models import Body
from casereview.schemes.risk import found
from casereview.wording.casework import ASSESSED_AT, RETURNS, RISKS, YES_NO_UNKNOWN
from casereview.wording.chronology import ANSWERED, LINE_KINDS, line_day, teller
from casereview.wording.dates import long_date
from casereview.wording.own import said
from casereview.wording.risk import answer_words, found_sentence
from casereview.wording.routes import route_name
from casereview.wording.threshold import count_sentence
from casereview.wording.told import told_words


@dataclass(frozen=True, slots=True)
class Block:
    """One passage. key: by which the versions of two readers are laid beside each other. why: the code of
    wording.pack.WHY under which it is withheld from a reader whose version lacks it."""

    key: str
    label: str
    text: str
    why: str = "restricted"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its passages, in the order of the papers."""

    code: str
    title: str
    blocks: tuple[Block, ...]


def parts_of(record: Record, body: Body | None = None) -> list[Part]:
    """Every part of the papers as the record's viewer may read them. body: whose version it is, if it is a body's."""
    return [
        Part("application", _("What the applicant told us"), tuple(_application(record, body))),
        Part("receipt", _("How the threshold was met"), tuple(_receipt(record, body))),
        Part("chronology", _("Chronology"), tuple(_chronology(record))),
        Part("returns", _("What the organisations hold"), tuple(_returns(record))),
        Part("statement", _("The applicant’s statement"), tuple(_statements(record))),
        Part("risk", _("Risk and harm"), tuple(_risk(record))),
    ]


def _application(record: Record, body: Body | None) -> Iterable[Block]:
    """The application and what was added; for a body, what it was told of it."""
    facts = record.current(*TELLING) if body is None else _told_to(record, body)
    for fact in facts:
        yield from words_blocks(record, fact, "not_shared")


def _told_to(record: Record, body: Body) -> list[Fact]:
    told = record.current("application_dispatched")
    return [fact for fact in told if fact.codes.get("body") == body.holder]


def _receipt(record: Record, body: Body | None) -> Iterable[Block]:
    """Each route with what it counted: of all reports, so it is not for a body, which knows its own."""
    decided = record.latest(*DECIDED)
    if body is None and decided:
        receipt = receipt_of(record)
        told = len(record.reports)
        for rule, route in zip(record.scheme.routes, receipt.routes, strict=True):
            met = YES_NO_UNKNOWN[{True: "yes", False: "no", None: "not_known"}[route.met]]
            text = f"{count_sentence(told, route.found, route.needs, 'staff')} {_('Met:')} {met}"
            yield Block(f"receipt:{rule.name}", route_name(rule, "staff"), text, "other_bodies")
    if decided:
        yield from words_blocks(record, decided, "not_shared")


def _chronology(record: Record) -> Iterable[Block]:
    names = {holder: body.name for holder, body in record.bodies.items()}
    for line in chronology(record).lines:
        for each in (line, *line.same):
            day = line_day(each.since, each.until, each.as_told)
            who = teller(names.get(each.told_by, ""), names.get(each.to, ""))
            head = f"{day}. {LINE_KINDS[each.kind]}. {who}"
            said = [each.text, each.outcome, str(ANSWERED[each.answered]) if each.answered else ""]
            text = "\n".join(filter(None, said)) or _("Not described.")
            yield Block(each.key, head, text, "restricted" if each.scope == "restricted" else "other_bodies")


def _returns(record: Record) -> Iterable[Block]:
    for one in returns_of(record):
        yield Block(f"return:{one.body.pk}", one.body.name, str(RETURNS[one.state]), "other_bodies")
        if one.given:
            yield from words_blocks(record, one.given, "other_bodies", one.body.name)


def _statements(record: Record) -> Iterable[Block]:
    for fact in record.current("statement_received"):
        yield from words_blocks(record, fact, "read_out")


def _risk(record: Record) -> Iterable[Block]:
    """The last reading for danger and the last assessment, with what was written of them."""
    triaged = record.latest("risk_triaged")
    if triaged:
        day = long_date(triaged.happened_on)
        yield Block(f"risk:{triaged.id}", day, str(RISKS.get(str(triaged.codes.get("risk")), "")))
        yield from words_blocks(record, triaged, "restricted")
    for made in assessments(record)[-1:]:
        yield from _assessment(record, made)


def _assessment(record: Record, made: Assessment) -> Iterable[Block]:
    """The level, for every reader; the answers that led to it, and why another level was set, where they may."""
    day, form = long_date(made.fact.happened_on), record.scheme.risk
    label = _("Assessed %(at)s, %(day)s") % {"at": ASSESSED_AT[made.at], "day": day}
    yield Block(f"risk:{made.fact.id}", label, str(RISKS[made.fact.codes["risk"]]))
    if not (made.answers and form):
        return
    lines = [
        f"{said(each.words)} {answer_words(each, made.answers.get(each.code, ''))}."
        for each in form.questions
    ]
    points = found_sentence(found(form, made.answers))
    yield Block(f"answers:{made.fact.id}", _("Harm and vulnerability"), "\n".join([*lines, points]))
    yield from words_blocks(record, made.fact, "restricted")


def words_blocks(record: Record, fact: Fact, why: str, before: str = "") -> Iterable[Block]:
    """The words of a fact. why: the code under which they are withheld; before: what stands before each label."""
    for row in record.words.get(fact.id, []):
        for label, text in told_words(row.values):
            name = f"{before}: {label}" if before else label
            yield Block(f"words:{row.id}:{label}", name, text, why)

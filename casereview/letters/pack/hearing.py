"""What stands in the papers of a hearing: those of the review, what was decided, the appeal, and both sides' views."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from casereview.cases.appeal import appeal_of
from casereview.cases.appeal_rules import rules_of, to_be_found
from casereview.cases.hearing import APPLICANT, REVIEW, since_appeal, views
from casereview.cases.plan import progress
from casereview.cases.record import Record
from casereview.letters.pack.parts import Block, Part, parts_of, words_blocks
from casereview.people.models import Body
from casereview.wording.appeals import limits_when_made
from casereview.wording.dates import long_date

AMONG_THE_BODIES = {"returns", "risk"}  # no part of the papers of whoever appeals


def hearing_parts_of(record: Record, body: Body | None = None) -> list[Part]:
    """Every part as the record's viewer may read it. body: whose version it is, if it is a body's."""
    own = record.viewer.holder.startswith("person:")
    return [
        *(part for part in parts_of(record, body) if not (own and part.code in AMONG_THE_BODIES)),
        Part("decision", _("What was decided"), tuple(_decision(record))),
        Part("plan", _("The action plan"), tuple(_plan(record))),
        Part("appeal", _("The appeal"), tuple(_appeal(record))),
        Part("views", _("What both sides wrote"), tuple(_views(record))),
    ]


def _decision(record: Record) -> Iterable[Block]:
    for fact in record.current("threshold_met", "threshold_not_met", "plan_settled"):
        yield from words_blocks(record, fact, "not_shared")


def _plan(record: Record) -> Iterable[Block]:
    for each in progress(record):
        if each.action is not None:
            day = _("by %(day)s") % {"day": long_date(each.due)}
            yield Block(f"action:{each.number}", f"{each.number}. {day}", each.action.what, "other_bodies")


def _appeal(record: Record) -> Iterable[Block]:
    found = appeal_of(record)
    if found is None:
        return
    to_find = to_be_found(rules_of(record, found))
    limits = limits_when_made(record.scheme, found.barred, to_find, to_decide=False)
    if limits:
        yield Block(
            f"limits:{found.received.id}", _("What the rules say against an appeal"), "\n".join(limits)
        )
    for fact in found.facts:
        if fact.kind in {"appeal_received", "appeal_confirmed", "appeal_qualified"}:
            yield from words_blocks(record, fact, "not_shared")


def _views(record: Record) -> Iterable[Block]:
    """As they were written; for a side, what the other wrote came with the papers."""
    for side in (APPLICANT, REVIEW):
        for fact in views(record, side):
            yield from words_blocks(record, fact, "not_shared")
    for fact in since_appeal(record, "bundle_sent")[-1:]:
        yield from words_blocks(record, fact, "not_shared")

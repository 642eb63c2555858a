"""The papers for the meeting: who gets which version, what was taken out of it, what was sent; each to look at."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from casereview.cases.record import Record
from casereview.interfaces.access import Request, holds
from casereview.interfaces.history import holder_names
from casereview.interfaces.opening import open_case
from casereview.interfaces.pack import papers_response, sent_to
from casereview.letters.pack.readers import readers
from casereview.letters.pack.version import EVERYBODY
from casereview.letters.paper import can_make_pdf
from casereview.wording.pack import REDACTED


@dataclass(frozen=True, slots=True)
class Version:
    """One reader's version. code: its name in addresses. sent_on: the London day it went, None before that."""

    code: str
    name: str
    sent_on: date | None
    taken_out: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sent:
    """A version that went to somebody. number: of the fact that says so, as which the case stands in it."""

    code: str
    name: str
    number: int
    on: date


def papers_of(record: Record) -> dict[str, Any]:
    """Every reader with what was taken out of their version: the words and the reason; and all that was sent."""
    return {
        "versions": [_version(record, *each) for each in readers(record).items()],
        "sent": sent_versions(record),
        "pdf": can_make_pdf(),
    }


def sent_versions(record: Record) -> list[Sent]:
    """What went to whom, the newest first; it stays when the meeting is over."""
    facts = record.current("pack_sent")
    names = holder_names(record, [holder for fact in facts for holder in fact.codes["to"]])
    return [
        Sent(_code(record, holder), names.get(holder, ""), fact.number, fact.happened_on)
        for fact in reversed(facts)
        for holder in fact.codes["to"]
    ]


def _version(record: Record, holder: str, name: str) -> Version:
    sent = sent_to(record, holder)
    facts = [fact for fact in record.current("passage_redacted") if fact.codes["to"] in {EVERYBODY, holder}]
    out = [(str(record.said(fact, "passage")), str(REDACTED[fact.codes["reason"]])) for fact in facts]
    return Version(_code(record, holder), name, sent.happened_on if sent else None, out)


def _code(record: Record, holder: str) -> str:
    return record.bodies[holder].code if holder in record.bodies else "chair"


@holds("coordinate")
@require_GET
def version_pdf(request: Request, reference: str, reader: str) -> HttpResponse:
    """A version as it would be now. Raises Http404 for somebody who gets none."""
    record = open_case(request, reference, f"papers of {reader}")
    found = [holder for holder in readers(record) if _code(record, holder) == reader]
    if not found:
        raise Http404
    return papers_response(record, found[0])


@holds("coordinate")
@require_GET
def sent_pdf(request: Request, reference: str, number: int, reader: str) -> HttpResponse:
    """A version as it was sent: the case as it stood at that fact. Raises Http404 for what was not sent."""
    record = open_case(request, reference, f"papers sent to {reader}")
    holders = [
        holder
        for fact in record.current("pack_sent")
        if fact.number == number
        for holder in fact.codes["to"]
        if _code(record, holder) == reader
    ]
    if not holders:
        raise Http404
    return papers_response(record, holders[0], number)

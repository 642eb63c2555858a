"""The papers for a meeting as an accessible PDF: contents, bookmarks and page numbers; one version for each reader."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.cases.as_of import as_of
from casereview.cases.chair import SEES
from casereview.cases.models import Fact
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load, load_as_seen
from casereview.cases.record import Record
from casereview.cases.review_side import review_chair, side_of_the_review
from casereview.cases.visible import Sight, sight_of
from casereview.letters.pack.hearing import hearing_parts_of
from casereview.letters.pack.parts import parts_of
from casereview.letters.pack.readers import as_reader
from casereview.letters.pack.version import Makes, version
from casereview.letters.paper import NoPdf, write
from casereview.people.viewer import SYSTEM, Viewer


@dataclass(frozen=True, slots=True)
class Papers:
    """A kind of papers. sent: the fact that they went; parts: what stands in them; title: with their reference."""

    sent: str
    parts: Makes
    title: str | Promise


MEETING = Papers("pack_sent", parts_of, gettext_lazy("Papers for the review %(reference)s"))
HEARING = Papers("bundle_sent", hearing_parts_of, gettext_lazy("Papers for the hearing, %(reference)s"))


def sent_to(record: Record, holder: str, of: Papers = MEETING) -> Fact | None:
    """The last time that papers went to this reader; None before that."""
    sent = [fact for fact in record.current(of.sent) if holder in fact.codes.get("to", ())]
    return sent[-1] if sent else None


def papers(record: Record, holder: str, number: int | None = None, of: Papers = MEETING) -> bytes:
    """This reader's version: as the case stood at the fact of that number, or as it stands now. Raises NoPdf.

    It is made from what the reader themselves may see, read as them; the whole case says only what is missing in it.
    """
    with acting(SYSTEM):
        whole = load(record.case, SYSTEM, record.now)
    last = number or whole.last_number
    theirs = _as_they_read(whole, holder, whole.facts[last - 1].recorded_at if number else None, of)
    body = whole.bodies.get(holder)
    shown = version(as_of(whole, last), as_of(theirs, last), body, of.parts)
    context = {
        "reference": record.case.reference,
        "parts": shown,
        "title": of.title % {"reference": record.case.reference},
        "who": _who(whole, holder, of),
        "made_on": whole.facts[last - 1].happened_on,
    }
    return write(render_to_string("told/pack.html", context))


def _reader(whole: Record, holder: str) -> Viewer:
    """Whoever works in the office reads what the office does; everybody else what is theirs."""
    office = {f"area:{whole.case.area}"} if holder in whole.coordinators else set()
    return Viewer(holder, as_reader(holder).holders | office)


def _who(whole: Record, holder: str, of: Papers) -> str:
    """For whom a version is, as it says on top."""
    if holder in whole.bodies:
        return whole.bodies[holder].name
    if of is MEETING:
        return _("the chair")
    if holder.startswith("person:"):
        return _("whoever appeals")
    return _("the side of the review") if holder in side_of_the_review(whole) else _("the panel")


def _as_they_read(whole: Record, holder: str, sent_at: datetime | None, of: Papers) -> Record:
    """The case as one reader's papers show it; to a chair of the review at a hearing, as they read it in the review."""
    reader = _reader(whole, holder)
    if of is HEARING and holder == review_chair(whole):
        with acting(SYSTEM):
            return load_as_seen(Sight(whole.case, reader, frozenset(SEES)), whole.now)
    return _as_they_see(whole, reader, sent_at)


def _as_they_see(whole: Record, reader: Viewer, sent_at: datetime | None) -> Record:
    """The case as its reader sees it. Papers that went to somebody who sees none of it any more: as they did then."""
    with acting(reader):
        theirs = load(whole.case, reader, whole.now)
        if theirs.facts or sent_at is None:
            return theirs
        then = sight_of(whole.case, reader, sent_at)  # nobody but they themselves is told what they could see
    with acting(SYSTEM):
        return load_as_seen(then, whole.now)


def papers_response(
    record: Record, holder: str, number: int | None = None, of: Papers = MEETING
) -> HttpResponse:
    """The papers as a download. Raises Http404 where this machine cannot make PDFs."""
    try:
        made = papers(record, holder, number, of)
    except NoPdf as missing:
        raise Http404 from missing
    name = f'attachment; filename="{record.case.reference}-papers.pdf"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return HttpResponse(made, content_type="application/pdf", headers=headers)

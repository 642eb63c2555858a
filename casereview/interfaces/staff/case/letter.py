"""One letter of a case, as its recipient gets it: to read, and to print."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from casereview.cases.record import Record
from casereview.interfaces.access import Request, holds
from casereview.interfaces.opening import open_case
from casereview.interfaces.staff.case.views import context_of
from casereview.interfaces.staff.case.written import letters_of
from casereview.letters.making import made, printed
from casereview.letters.markup import to_html
from casereview.letters.models import Letter, SentLetter
from casereview.letters.paper import can_make_pdf
from casereview.letters.prose_file import title_of
from casereview.letters.render import Rendered
from casereview.letters.states import find
from casereview.process import STEPS
from casereview.wording.letters import BY_ROUTE

# What may be done with a letter, by what became of it.
STEPS_FOR = {
    "queued": ("cancel_letter", "read_aloud"),
    "held": ("post_letter", "read_aloud", "cancel_letter"),
    "sent": ("resend_letter", "read_aloud"),
    "bounced": ("resend_letter", "read_aloud"),
    "cancelled": ("resend_letter",),
}
WANT_IT_MADE = ("post_letter", "read_aloud")


@holds("coordinate")
@require_GET
def letter(request: Request, reference: str, number: str) -> HttpResponse:
    """The letter as it was sent; before that, as it would be now."""
    record = open_case(request, reference, "case letter")
    found = _found(record, number)
    now, sent = as_received(record, found)
    written = next(each for each in letters_of(record) if each.state.letter == found)
    steps = STEPS_FOR[written.state.code]
    context = {
        "letter": written,
        "sent": sent,
        "way": BY_ROUTE[now.route.kind] if isinstance(now, Rendered) else "",
        # made by the letters' own Markdown, which escapes
        "html": mark_safe(to_html(now.prose)) if now else "",  # noqa: S308
        "pdf": now is not None and can_make_pdf(),
        "steps": [STEPS[name] for name in steps if now or name not in WANT_IT_MADE],
        "back": reverse("work:letters", args=[record.case.reference]),
    }
    return render(request, "case/letter.html", {**context_of(record, "letters"), **context})


@holds("coordinate")
@require_GET
def letter_pdf(request: Request, reference: str, number: str) -> HttpResponse:
    """The letter as a PDF to print, in large print where its recipient needs it."""
    record = open_case(request, reference, "case letter pdf")
    found = _found(record, number)
    if not can_make_pdf():
        raise Http404
    now, _sent = as_received(record, found)
    person = next((person for person in record.people if person.holder == found.to), None)
    paper = printed(now, large=bool(person and person.needs.get("large_print"))) if now else None
    if paper is None:
        back = reverse("work:letter", args=[record.case.reference, found.pk])
        context = {**context_of(record, "letters"), "title_of_letter": title_of(found.code), "back": back}
        return render(request, "case/letter_unprinted.html", context, status=503)
    name = f'attachment; filename="{record.case.reference}-{found.code}.pdf"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return HttpResponse(paper, content_type="application/pdf", headers=headers)


def as_received(record: Record, found: Letter) -> tuple[SentLetter | Rendered | None, bool]:
    """The letter as it went, and True; or as it would go now (None where it cannot be made), and False."""
    sent = SentLetter.objects.visible_to(record.viewer).filter(letter=found).select_related("case").last()
    return (sent, True) if sent else (made(record, found), False)


def _found(record: Record, number: str) -> Letter:
    found = find(record, number)
    if found is None:
        raise Http404
    return found

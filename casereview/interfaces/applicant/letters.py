"""Letters to read, print and keep. Opening one is a button: it is recorded, and some time limits begin with it."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from casereview.cases.record import Record
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.own import ANYBODY, frame, open_own
from casereview.interfaces.applicant.posts import Post, posts
from casereview.letters.making import printed
from casereview.letters.markup import to_html
from casereview.letters.paper import can_make_pdf
from casereview.process import take


@own_case
@require_safe
def letters(request: Request) -> HttpResponse:
    """All letters that were sent, the latest first."""
    record = open_own(request, "letters", ANYBODY)
    return render(request, "my/letters.html", frame(record, posts=posts(record)))


@own_case
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: Request, number: UUID) -> HttpResponse:
    """One letter. GET of one that was never opened asks first; POST opens it and records that."""
    record = open_own(request, "letter", ANYBODY)
    post = _find(record, number)
    if request.method == "POST":
        _opened(request, post)
        return HttpResponseRedirect(request.path)
    if post.read_on is None:
        return render(request, "my/letter_unread.html", frame(record, post=post))
    context = frame(
        record,
        post=post,
        letter=to_html(post.letter.prose),
        large="large" in request.GET,
        has_pdf=can_make_pdf(),
    )
    return render(request, "my/letter.html", context)


@own_case
@require_safe
def as_pdf(request: Request, number: UUID) -> HttpResponse:
    """A letter that was opened, as a PDF with a name that gives nothing away; `?large` for large print."""
    record = open_own(request, "letter", ANYBODY)
    post = _find(record, number)
    if post.read_on is None or not can_make_pdf():
        raise Http404
    made = printed(post.letter, large="large" in request.GET)
    if made is None:
        return render(request, "my/letter_no_pdf.html", frame(record, post=post), status=503)
    headers = {"Content-Disposition": 'attachment; filename="letter.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _find(record: Record, number: UUID) -> Post:
    for post in posts(record):
        if post.letter.letter_id == number:
            return post
    raise Http404


def _opened(request: Request, post: Post) -> None:
    """Once a letter: the key is the letter's."""
    take(
        "letter_read",
        viewer=request.viewer,
        case=post.case,
        answers={"letter": str(post.letter.letter_id)},
        key=f"letter:{post.letter.letter_id}:read",
    )

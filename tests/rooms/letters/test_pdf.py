"""Letters on paper: readable by a screen reader, in large print on request, fetching nothing."""

import io
import socketserver
import threading

import pytest
from pypdf import PdfReader

from casereview.cases.postgresql.roles import acting
from casereview.letters import paper
from casereview.letters import pdf as making
from casereview.letters.models import SentLetter
from casereview.letters.paper import NoPdf
from casereview.letters.pdf import pdf
from casereview.letters.render import preview
from casereview.people.viewer import SYSTEM
from tests.rooms.letters.conftest import email, person, record_of, send
from tests.rooms.letters.test_render import letter

POST = {"method": "post", "value": "Flat 2\n1 The Street\nDurham\nDH1 1AA", "seen_by_others": "no"}


def read(made):
    return PdfReader(io.BytesIO(made))


def text_of(made):
    return " ".join(" ".join(page.extract_text() for page in read(made).pages).split())


def test_a_refusal_on_paper_has_the_last_day_to_appeal(apply):
    made = letter(apply(POST), "threshold_not_met")
    text = text_of(pdf(made))
    assert "The last day to appeal is Friday 4 December 2026." in text
    assert "Flat 2 1 The Street Durham DH1 1AA" in text
    assert "CANARY" not in text.replace("CANARYPROBLEM", "")


def test_it_is_tagged_titled_and_says_its_language(apply):
    reader = read(pdf(letter(apply(POST), "threshold_not_met")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata.title == "Decision: no review this time"
    assert root["/StructTreeRoot"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    kinds = set(tags(root["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/P", "/L", "/LI"} <= kinds


def tags(node):
    """The kinds of structure that a tagged PDF declares, top down."""
    node = node.get_object()
    if isinstance(node, dict):
        if "/S" in node:
            yield node["/S"]
        children = node.get("/K", [])
        children = children.get_object() if hasattr(children, "get_object") else children
        for child in children if isinstance(children, list) else [children]:
            if not isinstance(child, int):
                yield from tags(child)


def test_large_print_is_16_point_at_least(apply):
    made = letter(apply(POST), "threshold_not_met")
    assert min(sizes(pdf(made, large=True))) >= 16 > min(sizes(pdf(made)))


def sizes(made):
    """Every size of type used, in points."""
    found = []

    def visit(text, _user, matrix, _font, size):
        if text.strip():
            found.append(round(abs(size * matrix[0] * _user[0]), 1))

    for page in read(made).pages:
        page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("large", [False, True])
def test_the_address_stands_in_the_window(apply, large):
    """A DL window envelope shows what lies 20 to 110 mm from the left and 45 to 80 mm from the top."""
    places = []

    def visit(text, user, matrix, _font, _size):
        if text.strip() in {"Flat 2", "1 The Street"}:
            x = user[0] * matrix[4] + user[2] * matrix[5] + user[4]
            y = user[1] * matrix[4] + user[3] * matrix[5] + user[5]
            places.append((x * 25.4 / 72, 297 - y * 25.4 / 72))

    made = pdf(letter(apply(POST), "acknowledgement"), large=large)
    read(made).pages[0].extract_text(visitor_text=visit)
    assert len(places) == 2
    assert all(20 <= x <= 110 and 45 <= y <= 80 for x, y in places), places


def test_a_letter_as_sent_can_be_printed_without_its_mail_address(apply, mailbox):
    case = apply(email("robin@example.org"))
    send()
    with acting(SYSTEM):
        text = text_of(pdf(SentLetter.objects.select_related("case").get(case=case)))
    assert "We received your request" in text
    assert "robin@example.org" not in text


class Listener(socketserver.BaseRequestHandler):
    def handle(self):
        self.server.asked.append(self.request.recv(100))


@pytest.fixture
def listener():
    server = socketserver.TCPServer(("127.0.0.1", 0), Listener)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "payload", ['<img src="{}">', "![x]({})", '<link rel=stylesheet href="{}">', "<iframe src={}>"]
)
def test_making_a_pdf_asks_nobody_and_reads_no_file(apply, listener, tmp_path, payload):
    secret = tmp_path / "secret.txt"
    secret.write_text("FILECANARY")
    for address in (f"http://127.0.0.1:{listener.server_address[1]}/x", secret.as_uri()):
        case = apply(people=[person(email(), name=payload.format(address))])
        made = pdf(preview(record_of(case), "acknowledgement", record_of(case).applicant.holder))
        assert "FILECANARY" not in text_of(made)
    assert listener.asked == []


def test_the_fetcher_itself_refuses_even_our_own_markup(apply, listener, monkeypatch):
    address = f"http://127.0.0.1:{listener.server_address[1]}/x"
    monkeypatch.setattr(making, "to_html", lambda _prose: f'<p>Letter</p><img src="{address}" alt="">')
    assert "Letter" in text_of(pdf(letter(apply(), "acknowledgement")))
    assert listener.asked == []


def test_without_pango_the_page_is_offered_instead(apply, monkeypatch):
    made = letter(apply(), "acknowledgement")
    monkeypatch.setattr(paper, "_weasyprint", lambda: None)
    assert not paper.can_make_pdf()
    with pytest.raises(NoPdf, match="libpango"):
        pdf(made)
    assert "<h1>We have your request</h1>" in made.html

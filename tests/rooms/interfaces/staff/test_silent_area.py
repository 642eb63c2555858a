"""What staff read of a case where the area's page leaves nearly everything open: every page behind every link."""

import re
from datetime import datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from casereview.people.models import User
from demo.cast import Cast
from demo.place import build
from demo.rehearsal import save
from demo.tell import all_stories
from tests.signed_in import enter
from tests.silent import in_force
from tests.walk.test_procedure import TODAY
from tests.walk.walker import Walk

STORIES = ("plan_completed",)
BESIDES = ["/work/", "/work/figures/durham/", "/work/figures/durham/performance/", "/work/key-in/durham/"]


class Links(HTMLParser):
    """The addresses of a page's links."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found.append((dict(attrs).get("href") or "").partition("#")[0].partition("?")[0])


@pytest.fixture
def cora(db, time_machine, tmp_path, monkeypatch):
    """Signed in, where a story was told as far as it goes under a bare page."""
    time_machine.move_to(datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Europe/London")), tick=False)
    in_force("bare", tmp_path, monkeypatch)
    build()
    cast, stories = Cast(), dict(all_stories())
    walks = [Walk(name, TODAY, cast=cast, silent=True) for name in STORIES]
    for walk in walks:
        walk.tell(stories[walk.name])
    save(walk.rows for walk in walks)
    return enter(Client(), User.objects.get(email="cora.wren@example.org"))


def test_every_page_can_be_read_and_none_has_a_list_of_nothing(cora):
    todo, seen = list(BESIDES), set(BESIDES)
    while todo:
        address = todo.pop()
        page = cora.get(address)
        assert page.status_code in {200, 302}, address
        if page.status_code == 302 or "text/html" not in page["Content-Type"]:
            continue
        html = page.content.decode()
        assert not re.search(r"<ul[^>]*>\s*</ul>", html), address
        cases = {link for link in Links(html).found if link.startswith("/work/cases/")} - seen
        cases = {link for link in cases if "pdf" not in link or "/papers/" in link}
        seen |= cases
        todo += cases
    assert len(seen) > 40


def test_what_arrives_can_be_taken_in_where_the_page_names_no_appeal(cora):
    queue = cora.get("/work/").content.decode()
    pages = [cora.get(f"{link}appeal/") for link in Links(queue).found if link.startswith("/work/cases/")]
    texts = [page.content.decode() for page in pages if page.status_code == 200]
    assert any("The public page names no appeal." in text and "Take an appeal in" in text for text in texts)

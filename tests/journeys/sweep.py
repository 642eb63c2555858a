"""Who looks at the pages in the sweep, and what they look for."""

import gzip
import re
from dataclasses import dataclass, field
from functools import cached_property

from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth import get_user
from django.test import Client

from casereview.people.viewer import for_user
from casereview.process import STEPS

PHONE, DESK, SMALLEST = 390, 1280, 320  # widths in pixels
MOST = 30_000  # bytes of any page's HTML, compressed
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
CHANGING = re.compile(rb'nonce="[^"]*"|name="(csrfmiddlewaretoken|ticket|key)" value="[^"]*"')


@dataclass
class Visitor:
    """Somebody with a client and a browser of one session. discreet: whoever passes by may read their titles."""

    name: str
    client: Client
    page: object
    site: str
    discreet: bool = False
    foreign: list = field(default_factory=list)  # what the browser asked of any other host

    def __post_init__(self):
        cookies = [
            {"name": name, "value": each.value, "url": self.site}
            for name, each in self.client.cookies.items()
        ]
        if cookies:
            self.page.context.add_cookies(cookies)
        self.page.on("request", self._asked)
        self.page.add_init_script(AXE_SCRIPT)  # sent once, and not to each page

    def _asked(self, request):
        if not request.url.startswith((self.site, "data:")):
            self.foreign.append(request.url)

    @property
    def case(self):
        """The case of somebody who came in to their own, where no address names it; None for others."""
        return getattr(self.client, "case", None)

    @cached_property
    def viewer(self):
        """Who they are, signed in or not: what rules ask of them."""
        return for_user(get_user(self.client))

    def may_take(self, step):
        """Whether they hold a permission of the step of that name: its page is for nobody else."""
        return any(self.viewer.may(permission) for permission in STEPS[step].who)

    def opens(self, path):
        """What this visitor gets at the address, as it is sent; None where nothing of theirs is there."""
        answer = self.client.get(path, HTTP_ACCEPT_ENCODING="gzip")
        return answer if answer.status_code == 200 else None

    def faults(self, path, answer, secrets):
        """What is wrong with the page, each as (who, address, what).

        answer: what `opens` gave. secrets: words that no discreet title says.
        """
        found = _weight(answer)
        self.page.goto(self.site + path)
        if self.page.url != self.site + path:
            found.append(f"led to {self.page.url}")
        found += faults(self.page)
        title = self.page.title()
        told = [secret for secret in secrets if re.search(rf"\b{re.escape(secret)}\b", title, re.I)]
        if self.discreet and told:
            found.append(f"its title says {told}")
        return [(self.name, path, what) for what in found]


def is_page(answer):
    """Whether it is a page, and no file."""
    return answer["Content-Type"].startswith("text/html")


def _weight(sent):
    small = sent.get("Content-Encoding") == "gzip" and len(sent.content) < MOST
    return [] if small else [f"{len(sent.content)} bytes as it is sent"]


def faults(page):
    """What is wrong with the page that is open: axe's findings on desk and phone, and scrolling sideways.

    Waits until all of it is there: a page that is only beginning has nothing in it to look at.
    """
    page.wait_for_load_state()
    return _findings(page, DESK) + _findings(page, PHONE) + _too_wide(page)


def _findings(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    broken = page.evaluate("rules => axe.run(document, rules).then(results => results.violations)", RULES)
    nodes = [(rule["id"], node["html"][:200]) for rule in broken for node in rule["nodes"][:2]]
    return [f"at {width} pixels, {rule}: {html}" for rule, html in nodes]


def _too_wide(page):
    page.set_viewport_size({"width": SMALLEST, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"wider than {SMALLEST} pixels"] if wide else []


def likeness(answer):
    """A page without what differs from request to request."""
    page = gzip.decompress(answer.content) if answer.get("Content-Encoding") == "gzip" else answer.content
    return CHANGING.sub(b"", page)

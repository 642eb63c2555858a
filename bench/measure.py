"""Asks for pages in turn, over HTTP, and says how long each took."""

import http.client
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

ROUNDS, REQUESTS = 5, 20  # of each page; before the first round each is asked for WARM times, unmeasured
WARM = 6


@dataclass
class Page:
    """A page to measure: where it is served, its address, and the cookies of whoever asks, kept as a browser does."""

    name: str
    port: int
    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    rounds: list[list[float]] = field(default_factory=list)

    def ask(self) -> tuple[float, str]:
        """Milliseconds from the first byte asked to the last received, and the page. Raises for anything but 200."""
        start = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request("GET", self.address, headers={"Cookie": sent} if sent else {})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        took = (time.perf_counter() - start) * 1000
        if answer.status != 200:
            raise RuntimeError(f"{self.name}: {answer.status} for {self.address}")
        for given in answer.headers.get_all("Set-Cookie", []):
            name, _equals, value = given.partition(";")[0].partition("=")
            self.cookies[name] = value
        return took, body.decode()

    @property
    def p50(self) -> float:
        """The median of the rounds' medians: one disturbed round changes little."""
        return statistics.median(statistics.median(times) for times in self.rounds)

    @property
    def p95(self) -> float:
        """Over all rounds."""
        return statistics.quantiles([each for times in self.rounds for each in times], n=20)[-1]


def measure(pages: Mapping[str, Page]) -> None:
    """Measure all pages, taking turns from request to request: whatever else the machine does meets all alike."""
    for page in pages.values():
        for _time in range(WARM):
            page.ask()
    for _round in range(ROUNDS):
        for page in pages.values():
            page.rounds.append([])
        for _request in range(REQUESTS):
            for page in pages.values():
                page.rounds[-1].append(page.ask()[0])

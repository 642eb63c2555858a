"""One run at one size: invent cases, serve the product and the bare view, measure, and say what was found."""

import os
import re
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from types import SimpleNamespace

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bench.long_case import tell_long_case
from bench.measure import Page, measure
from bench.served import served
from casereview.cases.models import Summary
from casereview.cases.postgresql.roles import acting
from casereview.people import sessions
from casereview.people.models import User
from casereview.people.viewer import SYSTEM
from demo.many import build_many

WHO = "cora.wren@example.org"  # a co-ordinator, and the owner of nearly all that is open
AIMS = {"queue": 4, "case page": 6}  # times the bare view's p50
REFERENCE = re.compile(r"\b[A-Z0-9]{3}-[A-Z0-9]{4}\b")
Say = Callable[[str], object]


def fill(count: int, lot: int, say: Say) -> None:
    """Invent cases in two processes, so that the database never waits for one of them."""
    if count < 2000:
        build_many(count, timezone.localdate(), lot, told=lambda _done: None)
        return
    connections.close_all()
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        for done in [pool.submit(_share, count // 2, lot + share) for share in range(2)]:
            done.result()
    say(f"{count} cases invented")


def _share(count: int, lot: int) -> None:
    def told(done: int) -> None:
        if done % 2000 == 0:
            print(f"  {done} of {count}", flush=True)  # noqa: T201 - a progress line, from a process of its own

    build_many(count, timezone.localdate(), lot, told=told)


def run(say: Say) -> None:
    """Measure at the size that the database has now."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("VACUUM ANALYZE")
    cookies, addresses = _signed_in(), _addresses()
    env = {"DATABASE_URL": os.environ["DATABASE_URL"]}
    with served("casereview.wsgi", env) as product, served("bench.bare", env) as bare:
        pages = {"bare": Page("bare view", bare.port, "/")}
        pages |= {
            name: Page(name, product.port, address, dict(cookies)) for name, address in addresses.items()
        }
        measure(pages)
        same = set(REFERENCE.findall(pages["bare"].ask()[1])) == set(
            REFERENCE.findall(pages["queue"].ask()[1])
        )
        memory = (product.memory(), bare.memory())
    with acting(SYSTEM):
        count = Summary.objects.count()
    say(f"\n{count} cases{'' if same else ' (the queue and the bare view showed different rows)'}")
    say(f"{'':<18}{'p50 ms':>8}{'p95 ms':>8}{'× bare':>8}{'aim':>6}{'queries':>9}")
    for name, page in pages.items():
        times = page.p50 / pages["bare"].p50
        queries = 1 if name == "bare" else _queries(page)
        aim = f"≤ {AIMS[name]}" if name in AIMS else ""
        say(f"{page.name:<18}{page.p50:>8.1f}{page.p95:>8.1f}{times:>8.1f}{aim:>6}{queries:>9}")
    say(f"memory of each worker, MB: product {memory[0]}, bare {memory[1]}")


def _signed_in() -> dict[str, str]:
    """A session of that co-ordinator, made in the database; returns its cookie."""
    user = User.objects.get(email=WHO)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    sessions.begin(SimpleNamespace(session=session), second_factor=True)  # type: ignore[arg-type]
    session.create()
    assert session.session_key is not None
    return {settings.SESSION_COOKIE_NAME: session.session_key}


def _addresses() -> dict[str, str]:
    """The queue as it opens, a search in it, the case that waits longest, and a chronology of 500 lines."""
    long = tell_long_case(timezone.localdate())
    with acting(SYSTEM):
        waiting = Summary.objects.filter(closed=False).exclude(owner="").exclude(reference=long)
        case = waiting.order_by("order").first()
    assert case is not None
    return {
        "queue": reverse("work:queue"),
        "queue, searched": reverse("work:queue") + "?q=Mill+Road",
        "case page": reverse("work:case", args=[case.reference]),
        "500 lines": reverse("work:chronology", args=[long]),
        "500 lines, CSV": reverse("work:chronology_csv", args=[long]),
    }


def _queries(page: Page) -> int:
    """How often the page asks the database, not counting who it asks for."""
    client = Client()
    for name, value in page.cookies.items():
        client.cookies[name] = value
    with CaptureQueriesContext(connection) as asked:
        client.get(page.address)
    return len([each for each in asked if "set_config" not in each["sql"]])

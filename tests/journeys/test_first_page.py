"""A resident with one bar of signal: the first page, served as a real installation serves it, is small in all."""

import pytest
from django.core.management import call_command
from django.db import connections
from django.test.testcases import LiveServerThread

from demo.place import build

pytestmark = pytest.mark.django_db(transaction=True)
AS_SERVED = "whitenoise.storage.CompressedManifestStaticFilesStorage"


@pytest.fixture
def served(settings, tmp_path):
    """The service with its static files built, compressed and served as in an installation; its address."""
    build()
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": AS_SERVED}}
    call_command("collectstatic", verbosity=0, interactive=False)
    connection = connections["default"]
    connection.inc_thread_sharing()
    server = LiveServerThread("localhost", lambda service: service, {"default": connection})
    server.daemon = True
    server.start()
    server.is_ready.wait()
    yield f"http://localhost:{server.port}"
    server.terminate()
    connection.dec_thread_sharing()


@pytest.mark.parametrize("first", ["/", "/durham/", "/durham/request/"])
def test_the_first_page_transfers_little_and_asks_one_host(served, page, first):
    seen = []
    page.on("response", lambda response: seen.append((response.url, response.request.sizes())))
    page.goto(served + first, wait_until="networkidle")
    assert {url.removeprefix(served).split("?")[0].rsplit(".", 1)[-1] for url, _ in seen} >= {"css", "js"}
    assert all(url.startswith(served) for url, _sizes in seen)
    assert sum(sizes["responseBodySize"] + sizes["responseHeadersSize"] for _url, sizes in seen) < 100_000

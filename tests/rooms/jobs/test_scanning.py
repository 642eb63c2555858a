"""Files in quarantine and a real clamd: what it found, and what happens when it dies in the middle."""

import io
import shutil
import zipfile
from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile

from casereview.cases.files import keep
from casereview.cases.models import StoredFile
from casereview.cases.scanner import ScannerDown, scan
from casereview.jobs.uploads import scan_waiting
from tests.clamav import EICAR, Clamd

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def clamd():
    if not shutil.which("clamd"):
        pytest.fail(
            "Scanning is tested with a real clamd. On Debian: apt-get install clamav-daemon", pytrace=False
        )
    server = Clamd()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def scanner(clamd, settings):
    """The running clamd, started again where a test has stopped it."""
    settings.CLAMD_ADDRESS = clamd.address
    if clamd.process is None:
        clamd.start()
    return clamd


def states():
    return list(StoredFile.objects.order_by("uploaded_at", "size").values_list("scan", flat=True))


def test_clean_and_infected_over_socket_and_network(scanner, settings):
    for address in (scanner.address, scanner.tcp_address):
        settings.CLAMD_ADDRESS = address
        assert scan(io.BytesIO(b"a diary")) == "clean"
        assert scan(io.BytesIO(EICAR)) == "infected"


def test_a_virus_inside_a_word_document_is_found(scanner):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
        packed.writestr("word/media/image1.txt", EICAR)
    written.seek(0)
    assert scan(written) == "infected"


def test_the_job_releases_the_clean_and_keeps_the_infected(scanner):
    keep(ContentFile(b"a diary"), AT)
    keep(ContentFile(EICAR), AT)
    assert scan_waiting() == 2
    assert states() == ["clean", "infected"]
    assert scan_waiting() == 0


def test_while_the_scanner_is_down_nothing_is_released(scanner):
    keep(ContentFile(b"a diary"), AT)
    scanner.stop()
    assert scan_waiting() == 0
    assert states() == ["waiting"]
    scanner.start()
    assert scan_waiting() == 1
    assert states() == ["clean"]


class DiesWhileReading(io.BytesIO):
    """A file in the middle of whose reading the scanner is killed."""

    def __init__(self, content, scanner):
        super().__init__(content)
        self.scanner = scanner

    def read(self, size=-1):
        if self.tell() > 0 and self.scanner.process is not None:
            self.scanner.stop()
        return super().read(size)


def test_a_scanner_killed_midway_says_neither_clean_nor_infected(scanner):
    with pytest.raises(ScannerDown):
        scan(DiesWhileReading(b"x" * 2_000_000, scanner))

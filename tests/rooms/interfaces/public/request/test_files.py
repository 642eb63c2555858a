"""Files added to a request: listed with what became of each, read by their sender once clean, refused in words."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from casereview.cases.files import found_clean, found_infected
from casereview.cases.models import Document, StoredFile
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from tests.clamav import EICAR
from tests.live_area import live_area

pytestmark = pytest.mark.django_db
FILES = "/durham/request/files"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """No copy made by an earlier run may stand in for one that this run should make."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def writer(client):
    """Somebody who has begun a request."""
    live_area()
    client.post("/durham/request/who", {"asking_for": "me"})
    return client


def send(client, content=b"3 May: shouting", name="diary.txt", kind="text/plain"):
    return client.post(FILES, {"file": SimpleUploadedFile(name, content, kind)})


def page(client):
    return client.get(FILES).content.decode()


def test_a_file_is_kept_and_being_checked_then_can_be_read_as_a_download(writer):
    assert send(writer).status_code == 302
    file = StoredFile.objects.get()
    assert "Kept, being checked" in page(writer)
    assert writer.get(f"{FILES}/{file.pk}").status_code == 404
    found_clean(file, timezone.now())
    answer = writer.get(f"{FILES}/{file.pk}")
    assert b"".join(answer.streaming_content) == b"3 May: shouting"
    assert answer["Content-Disposition"] == 'attachment; filename="diary.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_another_persons_file_is_not_there(writer):
    send(writer)
    file = StoredFile.objects.get()
    found_clean(file, timezone.now())
    stranger = Client()
    stranger.post("/durham/request/who", {"asking_for": "me"})
    assert stranger.get(f"{FILES}/{file.pk}").status_code == 404


def test_an_infected_file_is_said_plainly_and_never_handed_out(writer):
    send(writer, EICAR)
    file = StoredFile.objects.get()
    found_infected(file, timezone.now())
    assert "Not used: our check found something harmful in it" in page(writer)
    assert writer.get(f"{FILES}/{file.pk}").status_code == 404


def test_a_page_of_html_is_refused_in_words_and_what_was_there_stays(writer):
    send(writer)
    answer = send(writer, b"<html><script>alert(1)</script>", "photo.jpg", "image/jpeg").content.decode()
    assert "We cannot take this kind of file" in answer
    assert "diary.txt" in answer
    assert StoredFile.objects.count() == 1


def test_a_name_that_tries_to_be_something_else_is_only_a_name(writer):
    send(writer, name="..\\..\\<b>\u202egpj.exe")
    file = StoredFile.objects.get()
    found_clean(file, timezone.now())
    name = writer.get(f"{FILES}/{file.pk}")["Content-Disposition"]
    assert "\u202e" not in name
    assert name.rstrip('"').endswith(".txt")
    assert "<b>" not in page(writer)


def test_removing_asks_first(writer):
    send(writer)
    file = StoredFile.objects.get()
    assert "diary.txt" in writer.get(f"{FILES}/{file.pk}/remove").content.decode()
    assert "diary.txt" in page(writer)
    writer.post(f"{FILES}/{file.pk}/remove")
    assert "diary.txt" not in page(writer)


def test_after_twenty_there_is_no_twenty_first(writer):
    for number in range(20):
        send(writer, f"page {number}".encode())
    assert "You have added 20 files" in page(writer)
    send(writer, b"page 21")
    assert StoredFile.objects.count() == 20


def test_files_arrive_in_the_case(writer):
    send(writer)
    writer.post("/durham/request/name", {"name": "Robin"})
    writer.post("/durham/request/contact", {"methods": "applicant_calls"})
    writer.post("/durham/request/what", {"problem": "Noise"})
    writer.post("/durham/request/check")
    with acting(SYSTEM):
        document = Document.objects.get()
    assert (document.name, document.file) == ("diary.txt", StoredFile.objects.get())

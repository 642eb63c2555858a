"""Files that show what was done: from who owns the action, seen by few, by the applicant where that is ticked."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from casereview.cases.files import LARGEST, MOST_FILES, found_clean, found_infected
from casereview.cases.models import Document, StoredFile
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.jobs.uploads import remove_unused_files
from casereview.people.viewer import SYSTEM
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.interfaces.test_plan_pages import come_in, signed, text, world  # noqa: F401 - the review, its days
from tests.rooms.steps.plan.conftest import SENT

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def sent(world):  # noqa: F811
    """A plan with an action of the police, 1, and one of the council, 2."""
    world.agree()
    world.agree(body=world.council, told="The council will write to them.")
    world.to(SENT)
    world.settle()
    return world


def address(world, body="police", number=1):  # noqa: F811
    if not body:
        return f"/work/cases/{world.case.reference}/actions/{number}/"
    return f"/partner/cases/{world.case.reference}/{body}/actions/{number}/"


def send(client, where, content=b"Visit log 17\n", name="log.txt", **ticked):
    return client.post(where, {"file": SimpleUploadedFile(name, content), **ticked})


def checked(what=found_clean):
    """The scanner has looked at everything."""
    with acting(SYSTEM):
        for file in StoredFile.objects.filter(scan="waiting"):
            what(file, timezone.now())


def documents(world):  # noqa: F811
    with acting(SYSTEM):
        return list(Document.objects.filter(case=world.case).order_by("own"))


def links(page):
    """Where the page leads to for a download."""
    return [
        part.split('"')[0] for part in page.split('href="')[1:] if "/documents/" in part or "/file/" in part
    ]


def test_an_officer_sends_a_file_and_it_is_kept_until_it_is_checked(sent):
    officer = signed_in(sent.officer)
    assert address(sent) in text(officer.get(f"/partner/cases/{sent.case.reference}/police/"))
    assert address(sent) in text(officer.get("/partner/actions/"))
    assert "No file has come yet" in text(officer.get(address(sent)))
    assert send(officer, address(sent)).url == address(sent)
    page = text(officer.get(address(sent)))
    assert "Kept, being checked" in page
    assert links(page) == []
    (document,) = documents(sent)
    hand_out = f"/partner/cases/{sent.case.reference}/police/documents/{document.pk}"
    assert officer.get(hand_out).status_code == 404
    checked()
    assert links(text(officer.get(address(sent)))) == [hand_out]
    answer = officer.get(hand_out)
    assert b"".join(answer.streaming_content) == b"Visit log 17\n"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_what_is_harmful_is_handed_out_to_nobody(sent):
    officer = signed_in(sent.officer)
    send(officer, address(sent))
    checked(found_infected)
    assert "something harmful" in text(officer.get(address(sent)))
    (document,) = documents(sent)
    assert (
        officer.get(f"/partner/cases/{sent.case.reference}/police/documents/{document.pk}").status_code == 404
    )


def test_without_the_tick_the_applicant_and_other_bodies_see_nothing_of_it(sent):
    send(signed_in(sent.officer), address(sent), name="names.txt")
    checked()
    (document,) = documents(sent)
    robin, other = come_in(sent), signed_in(sent.other_officer)
    assert "names.txt" not in text(robin.get("/my/plan"))
    assert "names.txt" not in text(robin.get("/my/add/file"))
    assert robin.get(f"/my/plan/file/{document.pk}").status_code == 404
    assert other.get(address(sent)).status_code == 404
    assert other.get(address(sent, "council", 1)).status_code == 404
    assert (
        other.get(f"/partner/cases/{sent.case.reference}/council/documents/{document.pk}").status_code == 404
    )
    assert Client().get(f"/my/plan/file/{document.pk}").status_code == 302


def test_with_the_tick_the_applicant_sees_it_with_its_action(sent):
    send(signed_in(sent.officer), address(sent), name="gate.txt", shown="on")
    robin = come_in(sent)
    assert "gate.txt" in (page := text(robin.get("/my/plan")))
    assert "Kept, being checked" in page
    checked()
    (link,) = links(text(robin.get("/my/plan")))
    assert b"".join(robin.get(link).streaming_content) == b"Visit log 17\n"
    assert "gate.txt" not in text(robin.get("/my/add/file"))  # it is not a file that they sent
    assert {document.own for document in documents(sent)} == {sent.police.holder, f"person:{sent.robin}"}


def test_the_office_sends_and_sees_the_files_of_every_action_each_once(sent):
    cora = signed_in(sent.cora)
    assert send(cora, address(sent, "", 2), name="letter.txt", shown="on").status_code == 302
    checked()
    assert "the applicant may see it" in (page := text(cora.get(address(sent, "", 2))))
    assert text(cora.get(f"/work/cases/{sent.case.reference}/plan/")).count("Files: 1") == 1
    assert text(cora.get(f"/work/cases/{sent.case.reference}/documents/")).count(">letter.txt<") == 1
    assert cora.get(links(page)[0]).status_code == 200
    assert "letter.txt" in text(signed_in(sent.other_officer).get(address(sent, "council", 2)))
    assert address(sent, "", 2) in text(cora.get(f"/work/cases/{sent.case.reference}/do/add_evidence/"))
    assert cora.get(address(sent, "", 3)).status_code == 404
    assert signed_in(sent.stranger).get(address(sent, "", 2)).status_code == 404


def test_the_same_file_sent_twice_is_one_and_bounds_are_said_in_words(sent):
    officer = signed_in(sent.officer)
    for _time in range(2):
        send(officer, address(sent))
    assert len(documents(sent)) == 1
    assert "smaller than 10 MB" in text(send(officer, address(sent), b"x" * (LARGEST + 1)))
    assert "cannot take this kind" in text(send(officer, address(sent), b"MZ\x90\x00" + bytes(99), "a.exe"))
    for number in range(1, MOST_FILES):
        send(officer, address(sent), f"Log {number}\n".encode())
    assert f"One action takes {MOST_FILES} files" in text(send(officer, address(sent), b"One more\n"))


def test_files_come_after_an_action_is_done_until_the_plan_is_completed(sent):
    officer = signed_in(sent.officer)
    for number in ("1", "2"):
        done = {"status": "done", "told": "Done.", "evidence": "Log"}
        sent.take("update_action", today=SENT, action=number, **done)
    assert send(officer, address(sent)).status_code == 302
    sent.take("ask_applicant", today=SENT, how="talk", stopped="yes")
    sent.take("complete_plan", today=SENT, for_applicant="Done")
    page = text(officer.get(address(sent)))
    assert "The plan is completed." in page
    assert "log.txt" in page
    send(officer, address(sent), b"Later\n")
    assert len(documents(sent)) == 1


def test_a_file_about_an_action_is_not_thrown_away(sent):
    send(signed_in(sent.officer), address(sent))
    with acting(SYSTEM):
        StoredFile.objects.update(uploaded_at=timezone.now().replace(year=2020))
        remove_unused_files()
        assert load(sent.case, SYSTEM).documents


def test_before_the_plan_is_sent_there_is_nothing_to_send(world):  # noqa: F811
    world.agree(due=date(2026, 12, 10))
    assert signed_in(world.cora).get(address(world, "")).status_code == 200
    send(signed_in(world.cora), address(world, ""))
    assert documents(world) == []

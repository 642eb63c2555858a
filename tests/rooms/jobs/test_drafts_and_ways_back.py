"""Links go to addresses that nobody else reads, each once; what is not sent is emptied in time."""

import re
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.files.base import ContentFile

from casereview.cases import drafts
from casereview.cases.files import keep
from casereview.cases.models import Draft, StoredFile
from casereview.cases.postgresql.roles import acting
from casereview.cases.return_codes import code_of
from casereview.jobs.drafts import expire_drafts
from casereview.jobs.uploads import remove_unused_files
from casereview.jobs.ways_back import send_ways_back
from casereview.people.viewer import SYSTEM, for_draft
from tests.live_area import live_area

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TYPED = {"value": ["robin@example.org"], "seen_by_others": ["no"]}


@pytest.fixture
def draft(db, time_machine):
    time_machine.move_to(AT)
    live_area()
    draft = drafts.begin("durham", AT)
    with acting(for_draft(draft.pk, "durham")):
        return drafts.save_page(
            draft, "contact/email", TYPED, seen=0, device="a", at=AT, email="robin@example.org"
        )


def run(job):
    with acting(SYSTEM):
        return job()


def test_a_link_goes_once_to_the_address_and_opens_the_draft_once(draft):
    drafts.ask_for_link(" Robin@example.ORG", "durham", AT)
    assert [run(send_ways_back), run(send_ways_back)] == [1, 0]
    assert mail.outbox[0].to == ["robin@example.org"]
    token = re.search(r"/durham/continue/([\w-]+)", mail.outbox[0].body)[1]
    assert drafts.spend_link(token, "durham", AT) == draft
    assert drafts.spend_link(token, "durham", AT) is None


def test_nothing_goes_to_a_stranger_or_from_another_area(draft):
    drafts.ask_for_link("nobody@example.org", "durham", AT)
    drafts.ask_for_link("robin@example.org", "darlington", AT)
    drafts.ask_for_link("", "durham", AT)
    assert run(send_ways_back) == 0
    assert mail.outbox == []


def test_while_the_mail_is_down_the_wish_is_kept(draft, settings):
    drafts.ask_for_link("robin@example.org", "durham", AT)
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert run(send_ways_back) == 0
    settings.EMAIL_BACKEND = working
    assert run(send_ways_back) == 1


def test_a_draft_is_emptied_at_its_end_and_gone_four_weeks_later(draft, time_machine):
    assert run(expire_drafts) == 0
    time_machine.move_to(AT + timedelta(days=28))
    assert [run(expire_drafts), run(expire_drafts)] == [1, 0]
    emptied = drafts.by_code(code_of(draft.pk), "durham")
    assert (emptied.answers, emptied.email_hash) == ({}, "")
    time_machine.move_to(AT + timedelta(days=56))
    assert run(expire_drafts) == 1
    assert drafts.by_code(code_of(draft.pk), "durham") is None


def test_files_that_nothing_refers_to_are_removed_and_others_stay(draft, time_machine):
    kept, unused = keep(ContentFile(b"kept"), AT), keep(ContentFile(uuid.uuid4().hex.encode()), AT)
    with acting(for_draft(draft.pk, "durham")):
        listed = [{"file": str(kept.pk), "name": "diary.txt"}]
        drafts.change_answers(draft, lambda answers, _draft: answers.update(files=listed), AT)
    assert run(remove_unused_files) == 0
    time_machine.move_to(AT + timedelta(days=3))
    assert run(remove_unused_files) == 1
    assert list(StoredFile.objects.all()) == [kept]
    assert unused.pk != kept.pk
    with acting(SYSTEM):
        assert Draft.objects.count() == 1

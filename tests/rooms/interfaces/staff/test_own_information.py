"""The copy of what is held of somebody, on the pages of those who prepare and sign it, and of whoever asked."""

import io
from types import SimpleNamespace

from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from casereview.people.models import User
from demo.place import build
from demo.stories import privacy
from demo.tell import tell
from tests.beginnings import beginning
from tests.journeys.visitors import applicant
from tests.signed_in import enter


@beginning
def told():
    build()
    return tell("asks", privacy.tell_asks_what_is_held, timezone.localdate())


def as_staff(name):
    client = Client()
    enter(client, User.objects.get(email=f"{name}@example.org"))
    return client


def text_of(answer):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)


def test_whoever_prepared_a_copy_is_told_why_they_cannot_sign_it(told):
    page = f"/work/cases/{told.case.reference}/do/sign_own_information/"
    assert "somebody else must read it and sign" in as_staff("cora.wren").get(page).content.decode()
    assert "somebody else must read it" not in as_staff("dev.patel").get(page).content.decode()


def test_the_copy_is_read_before_it_is_signed_by_nobody_else(told):
    copy = f"/work/cases/{told.case.reference}/own-information.pdf"
    assert "Banging until three" in text_of(as_staff("dev.patel").get(copy))
    assert as_staff("pc.hale").get(copy).status_code == 404


def test_whoever_asked_waits_until_it_is_signed_and_then_reads_it(told):
    theirs = applicant(SimpleNamespace(stage=told))
    assert theirs.get("/my/information.pdf").status_code == 404
    assert "You will have the copy by" in theirs.get("/my/information").content.decode()
    told.do("sign_own_information", "dev.patel", answer="signed")
    assert "Banging until three" in text_of(theirs.get("/my/information.pdf"))
    assert "Read the copy" in theirs.get("/my/information").content.decode()

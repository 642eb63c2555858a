"""Who has opened the case: told to the person whose case it is, by organisation and day, without anybody's name."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from casereview.audit.models import Entry
from casereview.audit.trail import note
from tests.rooms.interfaces.applicant.conftest import come_in
from tests.signed_in import body, person

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def opened(robin):
    """Dan of the office looked three times, an officer of the police once; somebody looked at another case."""
    police = body("police")
    dan = person("dan@example.org", "coordinator")
    officer = person("hale@example.org", "body_officer", of_body=police)
    for page in ("case overview", "case people", "step close"):
        note(f"user:{dan.pk}", "read", page, robin.case.pk)
    note(f"user:{officer.pk}", "read", "partner case", robin.case.pk)
    note(f"user:{officer.pk}", "read", "partner case", "another")
    client = Client()
    come_in(client, robin)
    return client


def rows(client):
    page = client.get("/my/looked").content.decode()
    body_of_table = page.split("<tbody", 1)[1].split("</tbody>", 1)[0]
    cells = [row.split("</t")[:-1] for row in body_of_table.split("<tr")[1:]]
    return {tuple(cell.rsplit(">", 1)[1].strip() for cell in row[:3])[1:] for row in cells}


def test_each_day_says_which_organisation_and_how_often(opened):
    told = rows(opened)
    assert ("The office that looks after your request", "3") in told
    assert ("The constabulary", "1") in told
    assert any(who == "You" for who, _times in told)


def test_nobody_of_the_staff_is_named(opened):
    page = opened.get("/my/looked").content.decode()
    assert "Dan" not in page
    assert "dan@" not in page


def test_a_long_history_is_paged(opened, robin):
    officer = Entry.objects.filter(what="partner case").first().by
    for days in range(1, 41):
        Entry.objects.create(
            at=timezone.now() - timedelta(days=days),
            by=officer,
            did="read",
            case=str(robin.case.pk),
            what="x",
        )
    assert "Earlier days" in opened.get("/my/looked").content.decode()
    assert "Later days" in opened.get("/my/looked?page=2").content.decode()


def test_it_asks_few_queries_however_long_the_history(opened, django_assert_max_num_queries):
    with django_assert_max_num_queries(34):
        opened.get("/my/looked")


def test_nobody_else_may_open_it(robin):
    assert Client().get("/my/looked").status_code == 302

"""`manage.py createstaff`: the first administrator."""

import re

import pytest
from django.core.management import CommandError, call_command

from casereview.people.models import User
from casereview.people.viewer import for_user

pytestmark = pytest.mark.django_db


def test_it_makes_an_administrator_and_prints_a_link_that_works_once(client, capsys):
    call_command("createstaff", email="Kim@Example.org", name="Kim")
    link = re.search(r"http://127.0.0.1:8000(\S+)", capsys.readouterr().out)[1]
    kim = User.objects.get(email="kim@example.org")
    assert for_user(kim).may("administer", "durham")
    assert not kim.has_usable_password()
    client.post(client.get(link).url, {"password1": "three random words"})
    kim.refresh_from_db()
    assert kim.check_password("three random words")
    assert "no longer works" in client.get(link).content.decode()


@pytest.mark.parametrize(("email", "name"), [("kim", "Kim"), ("kim@example.org", " ")])
def test_it_refuses_half_an_answer(email, name):
    with pytest.raises(CommandError):
        call_command("createstaff", email=email, name=name)
    assert not User.objects.exists()


def test_it_refuses_a_second_account_for_one_address():
    call_command("createstaff", email="kim@example.org", name="Kim")
    with pytest.raises(CommandError, match="already"):
        call_command("createstaff", email="kim@example.org", name="Kim")

"""The administrator's pages: what is missing, going live, bodies, people and their roles, and how far each reaches."""

import re
from io import BytesIO

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from casereview.people.models import Area, Body, Logo, Membership, User
from tests.rooms.people.test_area import COMPLETE
from tests.signed_in import area, body, enter, person

pytestmark = pytest.mark.django_db
EVERY_PAGE = [
    "/work/settings/",
    "/work/settings/areas/durham/",
    "/work/settings/areas/durham/switch/",
    "/work/settings/areas/durham/logo/",
    "/work/settings/areas/durham/bodies/",
    "/work/settings/areas/durham/bodies/add/",
    "/work/settings/areas/durham/bodies/{body}/",
    "/work/settings/areas/durham/bodies/{body}/use/",
    "/work/settings/people/",
    "/work/settings/people/invite/",
    "/work/settings/people/{lee}/",
    "/work/settings/people/{lee}/roles/give/",
    "/work/settings/people/{lee}/roles/{role}/end/",
    "/work/settings/people/{lee}/interests/add/",
    "/work/settings/people/{lee}/terms/add/",
    "/work/settings/people/{lee}/training/add/",
    "/work/settings/panel/",
    "/work/settings/people/{lee}/disable/",
    "/work/settings/people/{lee}/invite/",
    "/work/settings/people/{lee}/second-factor/",
]


@pytest.fixture
def boss(client):
    """An administrator of the whole installation, signed in."""
    user = person("boss@example.org", "administrator")
    enter(client, user)
    return user


@pytest.fixture
def places():
    """A body, an officer of it, and the officer's role, as the addresses need them."""
    council = body("council", "durham")
    lee = person("lee@example.org", "body_officer", of_body=council)
    return {"body": council.pk, "lee": lee.pk, "role": lee.membership_set.get().pk}


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_each_page_opens_for_an_administrator_and_for_nobody_else(client, boss, places, page):
    address = page.format(**places)
    assert client.get(address).status_code == 200
    coordinator = enter(Client(), person("kim@example.org", "coordinator"))
    assert coordinator.get(address).status_code == 404
    assert Client().get(address).url.startswith("/work/sign-in/")


def test_an_administrator_of_one_area_reaches_no_further(client, places):
    elsewhere = person("dee@example.org")
    Membership.objects.create(user=elsewhere, role="administrator", area=area("darlington"))
    enter(client, elsewhere)
    assert client.get("/work/settings/areas/darlington/").status_code == 200
    assert client.get("/work/settings/areas/durham/").status_code == 404
    assert client.get(f"/work/settings/people/{places['lee']}/").status_code == 404
    assert "lee@example.org" not in words(client.get("/work/settings/people/?q=lee"))
    answer = client.post(
        f"/work/settings/people/{elsewhere.pk}/roles/give/", {"role": "administrator", "area": "everywhere"}
    )
    assert answer.status_code == 200
    assert not Membership.objects.filter(role="administrator", area=None).exists()


def test_a_new_area_lists_what_is_missing_and_saving_adds_the_schemes_bodies(client, boss):
    page = words(client.get("/work/settings/areas/durham/"))
    assert "<li>the phone number for applications</li>" in page
    form = {**COMPLETE, "colour": "#1d5a75", "exit_to": "https://www.bbc.co.uk/weather"}
    assert client.post("/work/settings/areas/durham/", form).status_code == 302
    page = words(client.get("/work/settings/areas/durham/"))
    assert "the phone number for applications" not in page
    assert "the mailbox of" in page
    assert Body.objects.filter(area="durham", kind="police").exists()


def test_the_office_hours_of_an_area_are_what_its_public_pages_say(client, boss):
    form = {**COMPLETE, "colour": "#1d5a75", "exit_to": "https://www.bbc.co.uk/weather"}
    hours = {"office_hours": "Monday to Friday, 8am to 4pm"}
    client.post("/work/settings/areas/durham/", form)
    Area.objects.filter(pk="durham").update(switched_on=True)
    Body.objects.filter(area="durham").update(mailbox="box@example.org")
    person("kim@example.org", "coordinator")
    first, now = "/durham/request/", "/durham/request/now"
    assert "Nobody reads this at night or at weekends." in words(client.get(first))
    client.post("/work/settings/areas/durham/", {**form, **hours})
    assert Area.objects.get(pk="durham").live
    client.post("/durham/request/who", {"asking_for": "me"})
    for page in (first, now, "/durham/request/now/urgent"):
        text = words(client.get(page))
        assert "read only at these times: Monday to Friday, 8am to 4pm." in text
        assert "Nobody reads this at night" not in text


def test_an_area_names_its_districts_one_a_line(client, boss):
    form = {**COMPLETE, "colour": "#1d5a75", "exit_to": "https://www.bbc.co.uk/weather"}
    client.post("/work/settings/areas/durham/", form)
    assert Area.objects.get(pk="durham").district_names == []
    told = {"districts": " Wear  Valley \r\n\r\nTeesdale\r\nWear Valley\r\n"}
    client.post("/work/settings/areas/durham/", {**form, **told})
    assert Area.objects.get(pk="durham").district_names == ["Wear Valley", "Teesdale"]
    for wrong, why in (("not_stated", "another name than “not_stated”"), ("x" * 61, "at most 60 characters")):
        page = words(client.post("/work/settings/areas/durham/", {**form, "districts": f"Teesdale\n{wrong}"}))
        assert why in page
    assert Area.objects.get(pk="durham").district_names == ["Wear Valley", "Teesdale"]


def test_wrong_answers_are_explained_and_what_was_typed_stays(client, boss):
    form = {**COMPLETE, "email": "not an address", "colour": "#ffff00", "exit_to": "https://example.org"}
    page = words(client.post("/work/settings/areas/durham/", form))
    assert "There is a problem" in page
    assert "Choose a darker colour" in page
    assert 'value="not an address"' in page
    assert not Area.objects.exists()


def test_going_live_asks_first_and_only_when_nothing_is_missing(client, boss):
    durham = area("durham", **COMPLETE)
    switch = "/work/settings/areas/durham/switch/"
    client.post(switch, {"on": "yes"})
    durham.refresh_from_db()
    assert not durham.switched_on
    assert "cannot go live yet" in words(client.get(switch))
    body("council", "durham")
    person("kim@example.org", "coordinator")
    assert "Do you want County Durham to go live?" in words(client.get(switch))
    client.post(switch, {"on": "yes"})
    assert Area.objects.get(pk="durham").live
    client.post(switch, {"on": "no"})
    assert not Area.objects.get(pk="durham").live


def test_a_body_is_added_changed_and_taken_out_of_use(client, boss):
    area("durham")
    add = "/work/settings/areas/durham/bodies/add/"
    assert "Enter the name of the body" in words(client.post(add, {"kind": "landlord"}))
    for name in ("Homes & Co", "Homes & Co"):
        client.post(add, {"name": name, "kind": "landlord", "mailbox": "asb@example.org", "relevant": "on"})
    assert sorted(Body.objects.values_list("code", flat=True)) == ["homes-co", "homes-co-2"]
    homes = Body.objects.get(code="homes-co")
    change = f"/work/settings/areas/durham/bodies/{homes.pk}/"
    client.post(change, {"name": "Homes Together", "kind": "landlord", "mailbox": "new@example.org"})
    homes.refresh_from_db()
    assert (homes.name, homes.code, homes.mailbox) == ("Homes Together", "homes-co", "new@example.org")
    client.post(f"{change}use/", {"active": "no"})
    homes.refresh_from_db()
    assert not homes.active


def test_an_invited_person_gets_an_account_without_password_and_one_letter(client, boss, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    invite = "/work/settings/people/invite/"
    answer = client.post(invite, {"name": "Lee", "email": "Lee@Example.org"})
    lee = User.objects.get(email="lee@example.org")
    assert answer.url == f"/work/settings/people/{lee.pk}/"
    assert not lee.has_usable_password()
    assert [message.to for message in mail.outbox] == [["lee@example.org"]]
    assert "/work/sign-in/password/" in mail.outbox[0].body
    again = words(client.post(invite, {"name": "Lee", "email": "lee@example.org"}))
    assert "has an account already" in again
    assert len(mail.outbox) == 1


def test_giving_and_ending_a_role(client, boss):
    area("durham")
    lee = person("lee@example.org")
    client.post(f"/work/settings/people/{lee.pk}/roles/give/", {"role": "coordinator", "area": "durham"})
    held = Membership.objects.get(user=lee)
    assert (held.role, held.area_id, held.granted_by) == ("coordinator", "durham", boss)
    theirs = enter(Client(), lee)
    assert theirs.get("/work/security/").status_code == 200
    client.post(f"/work/settings/people/{lee.pk}/roles/{held.pk}/end/")
    held.refresh_from_db()
    assert held.ended_by == boss
    assert theirs.get("/work/security/").status_code == 302


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({}, "Choose a role"),
        ({"role": "coordinator", "area": "everywhere"}, "Only an administrator has the whole installation"),
        ({"role": "body_officer", "area": "durham"}, "Choose the body that they answer for"),
        ({"role": "body_officer", "area": "darlington", "body": "{body}"}, "Choose a body of that area"),
        ({"role": "clerk", "area": "durham", "body": "{body}"}, "Only an officer of a body answers for one"),
    ],
)
def test_a_role_that_makes_no_sense_is_explained(client, boss, places, answers, error):
    area("darlington")
    before = Membership.objects.count()
    given = {name: value.format(**places) for name, value in answers.items()}
    page = words(client.post(f"/work/settings/people/{places['lee']}/roles/give/", given))
    assert error in page
    assert Membership.objects.count() == before


def test_nobody_shuts_themselves_out(client, boss):
    own = boss.membership_set.get()
    assert client.post(f"/work/settings/people/{boss.pk}/disable/").status_code == 404
    assert client.post(f"/work/settings/people/{boss.pk}/roles/{own.pk}/end/").status_code == 404
    assert get_user(client).is_active


def test_a_disabled_person_is_out_at_once_and_can_come_back(client, boss, places):
    lee = User.objects.get(pk=places["lee"])
    theirs = enter(Client(), lee)
    client.post(f"/work/settings/people/{lee.pk}/disable/")
    assert theirs.get("/work/security/").status_code == 302
    assert "Disabled on" in words(client.get(f"/work/settings/people/{lee.pk}/"))
    client.post(f"/work/settings/people/{lee.pk}/enable/")
    lee.refresh_from_db()
    assert lee.is_active


def test_people_are_found_by_name_or_address_and_25_a_page(client, boss, django_assert_max_num_queries):
    for number in range(30):
        User.objects.create(email=f"p{number}@example.org", name=f"Person {number:02}")
    with django_assert_max_num_queries(8):
        first = words(client.get("/work/settings/people/"))
    assert "31 people" in first
    assert first.count("@example.org") == 25
    assert words(client.get("/work/settings/people/?page=2")).count("@example.org") == 6
    assert "1 people" in words(client.get("/work/settings/people/?q=P7@"))


def picture(kind, size=(900, 300), **more):
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **more)
    return file.getvalue()


def test_a_logo_is_made_small_and_written_anew(client, boss):
    area("durham")
    upload = SimpleUploadedFile("logo.jpg", picture("JPEG", comment=b"secret"), content_type="image/jpeg")
    client.post("/work/settings/areas/durham/logo/", {"file": upload})
    logo = Logo.objects.get()
    assert (logo.width, logo.height) == (480, 160)
    assert bytes(logo.png).startswith(b"\x89PNG")
    assert b"secret" not in bytes(logo.png)
    client.post("/work/settings/areas/durham/logo/", {"remove": "yes"})
    assert not Logo.objects.exists()


@pytest.mark.parametrize("data", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture("GIF"), b"%PDF-1.4"])
def test_what_is_no_picture_is_no_logo(client, boss, data):
    area("durham")
    upload = SimpleUploadedFile("logo.png", data, content_type="image/png")
    page = words(client.post("/work/settings/areas/durham/logo/", {"file": upload}))
    assert "Choose a PNG or JPEG picture" in page
    assert not Logo.objects.exists()

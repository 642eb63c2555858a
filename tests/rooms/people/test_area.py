"""An area is live only when nothing is missing."""

import pytest
from django.core.exceptions import ValidationError

from casereview.people import changes
from casereview.people.models import Area
from casereview.people.models.area import readable_under_white
from tests.signed_in import area, body, person

COMPLETE = {
    "name": "County Durham",
    "email": "reviews@example.org",
    "phone": "0191 000 0000",
    "address": "1 High Street\nDurham",
    "appeals_address": "2 High Street\nDurham",
    "return_address": "PO Box 1\nDurham",
    "sender_name": "R. Office",
    "duty_email": "duty@example.org",
    "duty_phone": "0191 000 0001",
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def durham():
    made = area("durham", **COMPLETE)
    body("council", "durham")
    person("kim@example.org", "coordinator")
    return made


def test_nothing_is_missing_from_a_complete_area(durham):
    assert durham.missing() == []


@pytest.mark.parametrize("field", COMPLETE)
def test_each_contact_is_needed(durham, field):
    setattr(durham, field, "  ")
    assert len(durham.missing()) == 1


def test_relevant_bodies_need_a_mailbox_and_others_do_not(durham):
    body("police", "durham", name="The Police", mailbox="")
    body("old", "durham", mailbox="", active=False)
    body("charity", "durham", mailbox="", relevant=False)
    assert durham.missing() == ["the mailbox of The Police"]


def test_somebody_must_be_there_to_read_the_applications(durham):
    durham.membership_set.all().delete()
    assert durham.missing() == ["a co-ordinator who can sign in"]


def test_an_area_goes_live_when_nothing_is_missing_and_somebody_says_so(durham):
    boss = person("boss@example.org")
    assert not durham.live
    changes.switch(durham, on=True, by=boss)
    assert Area.objects.get(pk="durham").live
    assert durham.switched_by == boss


def test_an_area_cannot_be_switched_on_with_a_gap_and_stops_when_one_opens(durham):
    boss = person("boss@example.org")
    durham.phone = ""
    with pytest.raises(changes.Refused):
        changes.switch(durham, on=True, by=boss)
    durham.phone = "0191 000 0000"
    changes.switch(durham, on=True, by=boss)
    durham.phone = ""
    assert not durham.live


def test_the_schemes_bodies_are_added_once_and_without_mailboxes():
    made = area("durham")
    added = changes.set_up_bodies(made)
    assert {"council", "police", "landlord"} <= {one.kind for one in added}
    assert {one.mailbox for one in added} == {""}
    assert changes.set_up_bodies(made) == []


def test_white_words_must_be_readable_on_the_brand_colour():
    readable_under_white("#767676")  # 4.54 : 1 by WebAIM's contrast checker
    with pytest.raises(ValidationError):
        readable_under_white("#777777")  # 4.48 : 1

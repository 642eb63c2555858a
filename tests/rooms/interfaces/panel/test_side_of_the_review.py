"""Who speaks at a hearing for the review: a body, and whoever chaired it, write for themselves and read their papers.

The story is told once a test: it is long.
"""

import io
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from casereview.cases.hearing import REVIEW, views
from casereview.cases.models import Access
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.cases.visible import sight_of
from casereview.people.models import User
from casereview.process import NotAllowed, NotOpen, take
from demo.place import build
from demo.stories.hearings import tell_hearing_to_come
from demo.tell import tell
from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import ticket_in
from tests.signed_in import enter

pytestmark = pytest.mark.usefixtures("db")
WROTE = "We read what she kept, in the second half of the meeting."


@beginning
def stage():
    """The hearing is in six days; the papers went two days ago. Noor Vale chaired the review, Ira Hart others."""
    build()
    return tell("hearing_to_come", tell_hearing_to_come, timezone.localdate())


@pytest.fixture
def noor(stage):
    """Noor's access to the case ended with the review, long before the hearing."""
    with as_owner():
        Access.objects.filter(case=stage.case, holder=stage.user("noor.vale")).update(until=stage.at)
    return signed_in("noor.vale")


def signed_in(name):
    return enter(Client(), User.objects.get(email=f"{name}@example.org"))


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def words_of(pdf):
    assert pdf["Content-Type"] == "application/pdf"
    return " ".join(
        " ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf.content)).pages
    )


def hearing(stage, more=""):
    return f"/panel/hearings/{stage.case.reference}/{more}"


def arranged_again(stage, days):
    """The clerk sets another day, so many from today."""
    codes = stage.record().latest("hearing_arranged").codes
    people = [holder for holder in codes["invited"] if holder.startswith("person:")]
    stage.days_ago(0)
    stage.do(
        "arrange_hearing",
        "col.baker",
        day=stage.day(-days),
        day_off="on",
        starts="00:01",
        ends="23:59",
        where="in_person",
        place="Room 3",
        change_reason="The room is needed",
        people=people,
        review=codes["review"],
    )


def sees(stage, name):
    viewer = stage.who(name)
    with acting(viewer):
        return sight_of(stage.case, viewer).scopes


def given(stage, side=REVIEW):
    record = stage.record()
    return {fact.codes["of"]: str(record.said(fact, "view")) for fact in views(record, side)}


def test_a_body_writes_its_own_view_on_its_own_page_and_for_nobody_else(stage):
    sam, reference = signed_in("sam.ferry"), stage.case.reference
    assert f"/partner/cases/{reference}/council/" in text_of(sam.get("/partner/"))
    page = text_of(sam.get(f"/partner/cases/{reference}/council/"))
    assert "Committee room 2, Example House, Durham" in page
    assert "Both reports were passed on the same day." in page  # what they wrote before
    assert "fire brigade" not in page  # the appeal's reasons stand in the papers, and nowhere else
    address = f"/partner/cases/{reference}/council/do/give_appeal_view/"
    form = sam.get(address)
    assert "Whose view is it?" not in text_of(form)
    posted = {"view": WROTE, "ticket": ticket_in(form), "person": stage.body("police")}
    assert sam.post(address, posted).status_code == 302
    assert given(stage) == {stage.body("council"): WROTE}
    council, police = stage.body("council"), stage.body("police")
    for answers in (
        {"body": council, "person": police},
        {"body": police, "person": police},
        {"person": police},
    ):
        with pytest.raises(NotAllowed):
            takes(stage, "sam.ferry", **answers)
    other = signed_in("ines.roy")  # of a body that was told of the case, and is not invited
    assert other.get(f"/partner/cases/{reference}/health/").status_code == 200
    assert other.get(f"/partner/cases/{reference}/health/do/give_appeal_view/").status_code == 404
    stage.do("give_appeal_view", "col.baker", person=police, view="By phone: we were there")
    assert given(stage)[police] == "By phone: we were there"


def takes(stage, name, **answers):
    key = uuid.uuid4().hex
    take(
        "give_appeal_view", viewer=stage.who(name), case=stage.case, answers={"view": "x", **answers}, key=key
    )


def test_a_chair_whose_access_has_ended_reads_the_papers_and_writes_until_the_hearing_and_sees_nothing_else(
    stage, noor, time_machine
):
    assert noor.get(hearing(stage)).status_code == 404
    arranged_again(stage, 0)
    assert noor.get(hearing(stage)).status_code == 200
    with pytest.raises(NotOpen, match="begun"):
        takes(stage, "noor.vale", person=stage.user("noor.vale"))
    stage.do("cancel_hearing", "col.baker", reason="The chair is ill")
    assert [noor.get(hearing(stage, more)).status_code for more in ("", "view/", "papers.pdf")] == [404] * 3
    arranged_again(stage, 4)
    assert sees(stage, "noor.vale") == {"case"}
    assert hearing(stage) in text_of(noor.get("/panel/"))
    assert "Room 3" in text_of(noor.get(hearing(stage)))
    form = noor.get(hearing(stage, "view/"))
    assert noor.post(hearing(stage, "view/"), {"view": WROTE, "ticket": ticket_in(form)}).status_code == 302
    assert given(stage)[stage.user("noor.vale")] == WROTE
    assert WROTE in text_of(noor.get(hearing(stage)))
    papers = words_of(noor.get(hearing(stage, "papers.pdf")))
    for told in ("Fireworks are thrown at our windows", "fire brigade", "I kept every spent firework"):
        assert told in papers
    reference = stage.case.reference
    for closed in (
        f"/panel/reviews/{reference}/",
        f"/panel/reviews/{reference}/application/",
        f"/panel/reviews/{reference}/do/write_minutes/",
        f"/panel/appeals/{reference}/",
        f"/panel/appeals/{reference}/papers.pdf",
        f"/work/cases/{reference}/",
    ):
        assert noor.get(closed).status_code == 404, closed
    with pytest.raises(NotAllowed):
        takes(stage, "noor.vale", person=stage.body("police"))
    with pytest.raises(NotAllowed):
        takes(stage, "ira.hart", person=stage.user("ira.hart"))
    assert signed_in("ira.hart").get(hearing(stage)).status_code == 404
    # The day of the hearing is the last.
    with as_owner():
        held = Access.objects.filter(case=stage.case, holder=stage.user("noor.vale"))
        until = held.latest("until").until
    assert timezone.localtime(until).isoformat()[:16] == f"{stage.day(-5)}T00:00"
    time_machine.move_to(until + timedelta(minutes=1))
    assert signed_in("noor.vale").get(hearing(stage, "papers.pdf")).status_code == 404

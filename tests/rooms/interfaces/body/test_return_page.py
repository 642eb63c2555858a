"""The return as an officer writes it: sections, rows in fives, kept for later, files, and rows out of a spreadsheet."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from casereview.cases.models import Document
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in

pytestmark = pytest.mark.usefixtures("db")
CSV = (
    "Date,Ref,Description,Outcome\n"
    "12/11/2026,CR/1,Shouting,Visited\n"
    "\n"
    'early November 2026,CR/2,"Banging,\nagain",None\n'
)


@pytest.fixture
def form(asked):
    return f"/partner/cases/{asked.case.reference}/police/return/"


def text(response):
    return response.content.decode()


def filled(officer, form, **more):
    """A return in which nothing is missing."""
    told = {
        "held": "something",
        "given_by": "Sgt Hill",
        "withheld": "none",
        "match_1": "held",
        "match_3": "not_held",
    }
    return {"ticket": ticket_in(officer.get(form)), **told, "confirmed": "yes", **more}


def entries(world):
    record = world.record()
    return [entry.what for entry in record.standing(record.entries)]


def test_it_waits_with_its_date_until_it_is_answered(asked, officer, form):
    waiting = text(officer.get("/partner/"))
    assert form in waiting
    assert "29 December 2026" in waiting
    assert officer.post(form, filled(officer, form)).status_code == 302
    assert form not in text(officer.get("/partner/"))
    assert "We have your return" in text(officer.get(form.removesuffix("return/")))


def test_nothing_held_is_an_answer(asked, officer, form):
    told = {
        "ticket": ticket_in(officer.get(form)),
        "held": "nothing",
        "given_by": "Sgt Hill",
        "withheld": "none",
        "confirmed": "yes",
    }
    assert officer.post(form, told).status_code == 302
    assert asked.record().latest("return_received").codes["nil"] is True


def test_a_mistake_keeps_every_box_and_says_where(asked, officer, form):
    wrong = officer.post(form, filled(officer, form, r7_what="Seventh row", r7_when="soon", withheld="part"))
    assert wrong.status_code == 200
    assert "Seventh row" in text(wrong)
    assert 'href="#id_r7_when"' in text(wrong)
    assert 'href="#id_withheld_reason"' in text(wrong)
    assert not asked.record().has("return_received")


def test_more_rows_come_in_fives_and_lose_nothing(asked, officer, form):
    more = officer.post(form, filled(officer, form, more="r", r5_what="Fifth row"))
    assert "Fifth row" in text(more)
    assert 'name="r10_what"' in text(more)
    assert 'name="r11_what"' not in text(more)
    assert 'name="a6_what"' not in text(more)


def test_it_is_kept_for_later_and_for_nobody_else(asked, officer, form):
    officer.post(form, filled(officer, form, later="yes", r6_what="Half written", risk="Not yet said"))
    assert "Half written" in text(officer.get(form))
    colleague = signed_in(asked.user("colleague", "body_officer", body=asked.police))
    assert "Half written" not in text(colleague.get(form))
    assert not asked.record().has("return_received")
    assert officer.post(form, filled(officer, form, r6_what="Half written")).status_code == 302
    assert "Half written" in entries(asked)


def test_a_colleague_who_was_quicker_is_shown_first(asked, officer, form):
    mine = filled(officer, form, r1_what="Mine")
    colleague = signed_in(asked.user("colleague", "body_officer", body=asked.police))
    colleague.post(form, filled(colleague, form, r1_what="Theirs"))
    answer = officer.post(form, mine)
    assert "A colleague was quicker" in text(answer)
    assert "Mine" in text(answer)
    again = {**mine, "ticket": ticket_in(answer)}
    assert officer.post(form, again).status_code == 302
    assert entries(asked) == ["As it was reported", "Mine"]


def test_a_file_is_kept_until_the_return_is_sent(asked, officer, form):
    upload = {"file": SimpleUploadedFile("log.txt", b"12 November: visited")}
    assert officer.post(form + "files", upload).status_code == 302
    with acting(SYSTEM):
        assert not Document.objects.exists()
    assert "log.txt" in text(officer.get(form))
    officer.post(form, filled(officer, form))
    with acting(SYSTEM):
        (document,) = Document.objects.all()
    assert (document.own, document.name) == (asked.police.holder, "log.txt")


class TestSpreadsheet:
    def send(self, officer, form, content=CSV):
        upload = SimpleUploadedFile("export.csv", content.encode() if isinstance(content, str) else content)
        return officer.post(form + "rows", {"upload": "yes", "sheet": upload}, follow=True)

    def columns(self, **more):
        return {"when": "0", "reference": "1", "what": "2", "outcome": "3", "kind": "", "shown": "", **more}

    def test_nothing_is_recorded_before_it_is_confirmed_and_sent(self, asked, officer, form):
        looked = text(self.send(officer, form))
        assert "The file has 2 rows" in looked
        assert '<option value="2" selected>C (Description)</option>' in looked
        preview = text(officer.post(form + "rows", self.columns()))
        assert "Put these rows into the return" in preview
        assert "Remove these rows" not in text(officer.get(form))
        officer.post(form + "rows", self.columns(confirm="yes"))
        assert "2 rows from a spreadsheet" in text(officer.get(form))
        assert entries(asked) == []
        officer.post(form, filled(officer, form))
        assert entries(asked) == ["As it was reported", "Shouting", "Banging, again"]

    def test_what_cannot_be_read_is_named_by_line_and_column(self, asked, officer, form):
        self.send(officer, form, CSV + "99/11/2026,CR/3,Shouting,\n1/11/2026,CR/4,,\n1/12/2027,CR/5,Later,\n")
        answer = text(officer.post(form + "rows", self.columns(confirm="yes")))
        # Line 3 is empty; the row of line 4 goes on in line 5.
        assert "Line 6, column A (Date): Enter a day from 1 to 30" in answer
        assert "Line 7, column C (Description): Write what it was" in answer
        assert "Line 8, column A (Date): Write a day that is not after today" in answer
        assert "Put these rows" not in answer
        assert "Remove these rows" not in text(officer.get(form))

    @pytest.mark.parametrize(
        ("content", "why"),
        [
            ("Date,What\n", "no rows"),
            ("Date,What\n" + "1/11/2026,x\n" * 501, "more than 500 rows"),
            (b"PK\x03\x04\x00\x00", "not a CSV file"),
            ("Date,What\n" + "x" * 500_001, "smaller than 500 KB"),
            ('Date,What\n1/11/2026,"never closed\n', "not a CSV file"),
        ],
    )
    def test_what_is_no_such_file_is_refused(self, asked, officer, form, content, why):
        assert why in text(self.send(officer, form, content))

    def test_it_can_be_left_out_and_what_was_typed_stays(self, asked, officer, form):
        officer.post(form, filled(officer, form, sheet="yes", r1_what="Typed before"))
        self.send(officer, form)
        officer.post(form + "rows", {"cancel": "yes"})
        assert "Choose a CSV file" in text(officer.get(form + "rows"))
        assert "Typed before" in text(officer.get(form))

    def test_rows_may_be_removed_again(self, asked, officer, form):
        self.send(officer, form)
        officer.post(form + "rows", self.columns(confirm="yes"))
        officer.post(form, filled(officer, form, drop="yes"))
        assert "Remove these rows" not in text(officer.get(form))


def test_nobody_writes_the_return_of_another_body(asked, form):
    other = signed_in(asked.other_officer)
    for address in (form, form + "rows", form + "files"):
        assert other.get(address).status_code == 404
        assert other.post(address, {"held": "nothing"}).status_code == 404
    assert other.get(form.replace("/police/", "/council/")).status_code == 200


def test_it_keeps_itself_beside_its_files_and_never_over_another_windows_text(asked, officer, form):
    """What the page's script posts while somebody writes (tests/rooms/interfaces/staff/test_keeping.py)."""
    assert "data-keeps" in text(officer.get(form))
    first = filled(officer, form, window="first", version="0", quietly="yes", risk="Somebody may be hurt")
    assert officer.post(form, first).json()["version"] == 1
    assert "Somebody may be hurt</textarea>" in text(officer.get(form))
    second = {**first, "window": "second", "risk": "Nobody is at risk"}
    assert officer.post(form, second).status_code == 409
    del second["quietly"]
    for button in ({}, {"later": "yes"}, {"files": "yes"}, {"more": "r"}):
        both = text(officer.post(form, {**second, **button}))
        assert "Somebody may be hurt" in both
        assert "Nobody is at risk</textarea>" in both
    assert "return_received" not in asked.kinds()
    assert "Somebody may be hurt</textarea>" in text(officer.get(form))
    assert officer.post(form, {**second, "version": "1"}).status_code == 302
    assert asked.kinds()[-1] == "return_received"


def test_before_it_goes_it_is_asked_once_more_with_what_it_says(asked, officer, form):
    typed = filled(
        officer, form, window="w", version="0", r1_what="Seen at the gate", for_applicant="We came"
    )
    del typed["confirmed"]
    once_more = text(officer.post(form, typed))
    assert "return_received" not in asked.kinds()
    for words in ("Check that nothing is missing", "We hold something", "1 of 2 in your records", "1 entry"):
        assert words in once_more
    assert 'name="r1_what" value="Seen at the gate"' in once_more
    back = text(officer.post(form, {**typed, "back": "yes"}))
    assert "Seen at the gate</textarea>" in back
    assert 'name="window" value="w"' in back
    assert officer.post(form, {**typed, "confirmed": "yes"}).status_code == 302
    assert entries(asked) == ["As it was reported", "Seen at the gate"]


def test_one_in_which_something_is_missing_says_so_before_it_is_asked(asked, officer, form):
    typed = filled(officer, form, held="")
    del typed["confirmed"]
    assert "There is a problem" in text(officer.post(form, typed))

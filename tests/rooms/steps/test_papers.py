"""The papers for a meeting: each reader's own version, and what is taken out is gone from the file (MISSION C4)."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from casereview.interfaces.pack import papers, sent_to
from casereview.letters.states import states
from casereview.process import Invalid, NotOpen
from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps import sittings
from tests.rooms.steps.test_returns import answer, ask

INTERNAL = "COVERTWATCH of the flat"
NEIGHBOUR = "Mrs Ellen Ashworth at number 9"


@beginning
def world(world):
    """The police and the council have answered; the meeting is arranged."""
    sittings.met(world)
    ask(world)
    answer(
        world,
        today=sittings.MET,
        r1_kind="incident",
        r1_when="2026-10-10",
        r1_what=f"Told by {NEIGHBOUR}",
        a1_when="2026-10-12",
        a1_what=INTERNAL,
        risk="RISKCANARY",
    )
    theirs = {"body": world.council.holder, "held": "something", "withheld": "none", "given_by": "A. Clerk"}
    theirs |= {"match_2": "held", "a1_when": "2026-10-20", "a1_what": "COUNCILLETTER sent"}
    world.take("give_return", world.other_officer, today=sittings.MET, **theirs)
    world.take(
        "give_statement", today=sittings.MET, person=world.who, statement="I have not slept. STATEMENTCANARY"
    )
    sittings.arrange(world)
    return world


def text(world, holder, number=None):
    """The words of a version, spaces and line ends made one."""
    pages = PdfReader(BytesIO(papers(world.record(), holder, number))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def everything_in(world, holder):
    """Every object of the file, unpacked: also what no page shows, such as titles, bookmarks and alternative texts."""
    made = PdfReader(BytesIO(papers(world.record(), holder)))
    found = []
    for number in range(1, int(made.trailer["/Size"])):
        each = made.get_object(number)
        found.append(str(each))
        if isinstance(each, StreamObject):
            found.append(each.get_data().decode("latin-1"))
            found.append(each.get_data().decode("utf-16-be", "ignore"))
    return " ".join(found)


class TestVersions:
    def test_the_chair_reads_all_of_it(self, world):
        said = text(world, world.ira.holder)
        for words in (
            INTERNAL,
            NEIGHBOUR,
            "RISKCANARY",
            "COUNCILLETTER",
            "STATEMENTCANARY",
            "Shouting and banging",
        ):
            assert words in said
        assert "withheld" not in said

    def test_a_body_reads_what_is_its_own_and_how_much_is_withheld_and_why(self, world):
        said = text(world, world.council.holder)
        assert "COUNCILLETTER" in said
        for words in (INTERNAL, NEIGHBOUR, "RISKCANARY", "STATEMENTCANARY"):
            assert words not in said
        assert "W2: about what other organisations were told or hold" in said
        assert "W4: read out at the meeting" in said

    def test_it_has_contents_bookmarks_and_page_numbers(self, world):
        made = PdfReader(BytesIO(papers(world.record(), world.ira.holder)))
        titles = [each.title for each in made.outline[1] if not isinstance(each, list)]
        assert titles[:3] == ["What the applicant told us", "How the threshold was met", "Chronology"]
        assert f"Page 2 of {len(made.pages)}" in made.pages[1].extract_text()
        assert made.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert made.trailer["/Root"]["/Lang"] == "en"


class TestTakenOut:
    def test_words_are_gone_from_the_file_and_their_reason_stands_there(self, world):
        world.take(
            "redact_passage", today=sittings.MET, passage=NEIGHBOUR, to="everybody", reason="third_party"
        )
        said = text(world, world.ira.holder)
        assert "Ashworth" not in said
        assert "R1: about somebody else" in said
        assert "Ashworth" not in everything_in(world, world.ira.holder)
        assert INTERNAL in said

    def test_one_readers_version_may_lack_what_anothers_has(self, world):
        held = world.police.holder
        world.take("redact_passage", today=sittings.MET, passage="COVERTWATCH", to=held, reason="safety")
        assert "COVERTWATCH" not in text(world, held)
        assert "COVERTWATCH" in text(world, world.ira.holder)

    def test_it_is_taken_out_however_it_was_spaced_or_spelt(self, world):
        world.take(
            "redact_passage",
            today=sittings.MET,
            passage="mrs  ellen\nASHWORTH",
            to="everybody",
            reason="third_party",
        )
        assert "Ashworth" not in text(world, world.ira.holder)

    def test_words_that_stand_nowhere_are_refused(self, world):
        with pytest.raises(Invalid, match="nowhere"):
            world.take("redact_passage", passage="Nobody said this", to="everybody", reason="safety")


class TestSending:
    def test_everybody_who_gets_them_is_told_and_they_stay_what_they_were(self, world):
        holders = [world.ira.holder, world.police.holder]
        world.take("send_pack", today=sittings.MET, to=holders)
        assert [
            state.letter.to for state in states(world.record()) if state.letter.code == "papers_ready"
        ] == holders
        sent = sent_to(world.record(), world.ira.holder)
        world.take("add_information", today=sittings.MET, told="LATERNEWS", channel="phone")
        assert "LATERNEWS" not in text(world, world.ira.holder, sent.number)
        assert "LATERNEWS" in text(world, world.ira.holder)
        assert sent_to(world.record(), world.council.holder) is None

    def test_they_are_due_two_working_days_before_the_meeting(self, world):
        # Wednesday 6 January 2027: two working days before is Monday 4 January.
        assert sittings.run_of(world, "pack").due.isoformat() == "2027-01-04"
        world.take("send_pack", today=sittings.MET, to=[world.ira.holder])
        assert sittings.run_of(world, "pack").stopped_on == sittings.MET

    def test_there_are_none_before_a_meeting_is_arranged(self, world):
        world.take("cancel_meeting", today=sittings.MET, reason="The chair is ill")
        with pytest.raises(NotOpen, match="No meeting"):
            world.take("send_pack", to=[world.ira.holder])


class TestWhatWasSent:
    """The office's page lists it for good: after the meeting, and when its reader sees the case no more."""

    @pytest.fixture
    def sent(self, world):
        world.take("send_pack", today=sittings.MET, to=[world.ira.holder, world.police.holder])
        world.take("add_information", today=sittings.MET, told="LATERNEWS", channel="phone")
        sittings.choose(world)
        return world

    def page(self, world, more="papers/"):
        return signed_in(world.cora).get(f"/work/cases/{world.case.reference}/{more}")

    def test_it_says_to_whom_and_when_and_leads_to_each_version(self, sent):
        sittings.hold(sent, read_1="yes")
        shown = self.page(sent).content.decode()
        assert "The papers are made for a meeting that is arranged and not yet over." in shown
        listed = shown.partition("What was sent")[2]
        number = sent.record().latest("pack_sent").number
        for name, code in (("Ira", "chair"), ("The police", "police")):
            assert name in listed
            assert f"papers/{number}/{code}.pdf" in listed
        assert "18 December 2026" in listed
        assert "The council" not in listed

    def test_each_is_as_it_went_and_what_did_not_go_is_not_there(self, sent):
        number = sent.record().latest("pack_sent").number
        made = self.page(sent, f"papers/{number}/chair.pdf")
        said = " ".join(each.extract_text() for each in PdfReader(BytesIO(made.content)).pages)
        assert "RISKCANARY" in said
        assert "LATERNEWS" not in said
        for nothing in (f"papers/{number}/council.pdf", f"papers/{number + 1}/chair.pdf"):
            assert self.page(sent, nothing).status_code == 404

    def test_of_a_chair_who_sees_the_case_no_more_it_is_still_their_version(self, sent, time_machine):
        number = sent.record().latest("pack_sent").number
        before = text(sent, sent.ira.holder, number)
        sent.take("end_chair", today=sittings.LAWFUL, reasons="Away")
        time_machine.move_to("2027-01-06 13:00:00+00:00")
        assert text(sent, sent.ira.holder, number) == before
        assert "RISKCANARY" not in text(sent, sent.ira.holder)

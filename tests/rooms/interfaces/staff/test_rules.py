"""An administrator's pages of an area's rules: read, handed in, mended at the line, confirmed, taken back."""

import os
import re
from datetime import datetime
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult

from casereview.people.models import Membership, Proposal
from tests.signed_in import area, enter, person

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
RULES = "/work/settings/areas/durham/rules/"
NEW = RULES + "new/"
NOW = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
LATER = NOW.replace("from = 2026-11-01", "from = 2027-04-01  # as agreed").replace(
    "length = { working_days = 10 }", "length = { working_days = 15 }"
)
FAULTY = LATER.replace('starts = "threshold_met"', 'starts = "treshold_met"', 1)
LINE = FAULTY[: FAULTY.index("treshold_met")].count("\n") + 1


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch, time_machine):
    for name in ("durham", "darlington"):
        (tmp_path / f"{name}.toml").write_text((settings.BASE_DIR / "schemes" / f"{name}.toml").read_text())
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    time_machine.move_to(datetime(2026, 12, 4, 12, tzinfo=LONDON))
    return tmp_path


@pytest.fixture
def boss(client):
    """An administrator of the whole installation, signed in."""
    user = person("boss@example.org", "administrator")
    enter(client, user)
    return user


def words(answer):
    """What a page says; boxes of text left out."""
    text = re.sub(r"<textarea.*?</textarea>|<[^>]+>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(text).split())


def typed(answer):
    """What stands in the box of the text, and the mark of it that the form sends back."""
    page = answer.content.decode()
    text = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)[1]
    return unescape(text), re.search(r'name="seen" value="(\w*)"', page)[1]


def file(text, name="durham.toml"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def day(number, month, year):
    return {"starts-day": number, "starts-month": month, "starts-year": year}


def propose(client, text=LATER, **more):
    answer = client.post(NEW, {"text": text, **more})
    assert answer.status_code == 302, words(answer)
    return answer.url


def unchanged(folder):
    """Whether no rule has changed, and nothing waits."""
    there = sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]
    return there and not Proposal.objects.exists()


class TestWhoMay:
    @pytest.fixture
    def addresses(self, client, boss):
        proposal = propose(client)
        version = RULES + "2026-11-01/"
        there = [RULES, NEW, version, version + "text/", proposal, proposal + "text/"]
        return [*there, proposal + "confirm/", proposal + "withdraw/"]

    def test_an_administrator_of_the_area_opens_every_page(self, addresses):
        theirs = person("dee@example.org")
        Membership.objects.create(user=theirs, role="administrator", area=area("durham"))
        dee = enter(Client(), theirs)
        assert {address: dee.get(address).status_code for address in addresses} == dict.fromkeys(
            addresses, 200
        )

    def test_nobody_else_opens_any(self, addresses):
        elsewhere = person("eve@example.org")
        Membership.objects.create(user=elsewhere, role="administrator", area=area("darlington"))
        for user in (elsewhere, person("kim@example.org", "coordinator")):
            other = enter(Client(), user)
            for address in addresses:
                assert other.get(address).status_code == 404, address
                assert other.post(address).status_code in (404, 405), address
        assert Client().get(RULES).url.startswith("/work/sign-in/")
        assert Proposal.objects.get().waits

    def test_a_proposal_is_not_found_under_another_area(self, client, boss, addresses):
        elsewhere = addresses[4].replace("/durham/", "/darlington/")
        assert client.get(elsewhere).status_code == 404
        assert client.post(elsewhere + "confirm/").status_code == 404


class TestReading:
    def test_the_rules_are_said_in_words_with_their_sources_and_our_readings(self, client, boss):
        said = words(client.get(RULES + "2026-11-01/"))
        assert "Within 10 working days after the threshold is decided to be met" in said
        assert "Source: When can I use the community trigger?, first point" in said
        assert "Our reading Not on the page: route.individual.whose" in said
        assert "People who live together are troubled by the same problem" in said

    def test_the_text_is_downloaded_to_the_letter(self, client, boss):
        answer = client.get(RULES + "2026-11-01/text/")
        assert answer.content.decode() == NOW
        assert 'filename="durham-2026-11-01.toml"' in answer["Content-Disposition"]
        assert client.get(RULES + "2026-11-02/text/").status_code == 404

    def test_versions_say_from_when_until_when(self, client, boss, time_machine):
        client.post(propose(client) + "confirm/")
        said = words(client.get(RULES))
        assert "1 April 2027 To come Proposed by Boss, confirmed by Boss on 4 December 2026 Take back" in said
        assert "1 November 2026 31 March 2027 In force A file in the folder of schemes" in said
        time_machine.move_to(datetime(2027, 4, 1, 0, 1, tzinfo=LONDON))
        enter(client, boss)
        said = words(client.get(RULES))
        assert "1 April 2027 In force" in said
        assert "1 November 2026 31 March 2027 Before" in said


class TestHandingIn:
    def test_every_fault_is_told_at_its_line_and_the_text_stays(self, client, boss, folder):
        wrong = FAULTY.replace("at_least = 3", "at_least = 0", 1)
        answer = client.post(NEW, {"text": wrong})
        first = wrong[: wrong.index("at_least = 0")].count("\n") + 1
        said = words(answer)
        assert "2 faults are in the text" in said
        assert f"Line {first} route.individual.at_least: expected a number from 1" in said
        assert re.search(rf'Line {LINE} clock\.\w+\.starts: .*?Did you mean "threshold_met"\?', said)
        assert f'id="line-{LINE}"' in answer.content.decode()
        assert f'href="#line-{LINE}"' in answer.content.decode()
        assert typed(answer)[0] == wrong
        assert unchanged(folder)
        propose(
            client, typed(answer)[0].replace("treshold", "threshold").replace("at_least = 0", "at_least = 3")
        )

    def test_a_file_is_read_into_the_box_and_mended_there(self, client, boss, folder):
        answer = client.post(NEW, {"file": file(FAULTY), "text": ""})
        assert typed(answer)[0] == FAULTY
        assert unchanged(folder)
        assert (
            client.post(NEW, {"text": typed(answer)[0].replace("treshold", "threshold")}).status_code == 302
        )
        assert Proposal.objects.get().text == LATER

    def test_another_file_takes_the_place_of_a_text_that_nobody_touched(self, client, boss):
        text, seen = typed(client.post(NEW, {"file": file(FAULTY), "text": ""}))
        as_browsers_send = text.replace("\n", "\r\n")
        answer = client.post(NEW, {"file": file(LATER), "text": as_browsers_send, "seen": seen})
        assert answer.status_code == 302

    def test_a_file_does_not_take_the_place_of_what_was_typed(self, client, boss, folder):
        text, seen = typed(client.post(NEW, {"file": file(FAULTY), "text": ""}))
        worked_on = text + "# an hour of work\n"
        answer = client.post(NEW, {"file": file(LATER), "text": worked_on, "seen": seen})
        assert "You changed the text below" in words(answer)
        assert typed(answer)[0] == worked_on
        assert unchanged(folder)

    def test_the_ends_of_lines_are_a_files(self, client, boss):
        propose(client, LATER.replace("\n", "\r\n"))
        assert Proposal.objects.get().text == LATER

    @pytest.mark.parametrize(
        ("given", "why"),
        [
            ({}, "Choose a file, or enter the text of the rules"),
            ({"file": file(b'area = "x"\n\xff')}, "Line 2 of the file is no UTF-8 text"),
            ({"file": file(b"#" * 600_000)}, "The file is too large"),
            ({"file": file(b"# much\n" * 20_000)}, "expected at most 131072"),
            ({"text": "area ="}, "this is not TOML"),
            ({"text": NOW}, "rules of this area start on 2026-11-01 already"),
            ({"text": LATER.replace("2027-04-01", "2026-12-04")}, "expected 2026-12-05 or a later day"),
            ({"text": LATER.replace('"County Durham"', '"Darlington"', 1)}, 'expected "County Durham"'),
        ],
        ids=[
            "nothing",
            "no text",
            "too large",
            "too long",
            "no TOML",
            "a day taken",
            "today",
            "another area",
        ],
    )
    def test_what_cannot_be_proposed_is_refused_and_changes_nothing(self, client, boss, folder, given, why):
        answer = client.post(NEW, given)
        assert why in words(answer)
        assert unchanged(folder)

    @pytest.mark.parametrize(
        "given",
        [
            {"file": file(b"\xef\xbb\xbf" + LATER.encode())},
            {"text": LATER.replace("2027-04-01", "2026-12-05")},
        ],
        ids=["a file as some editors write it", "tomorrow"],
    )
    def test_their_twins_are_taken(self, client, boss, given):
        assert client.post(NEW, given).status_code == 302

    def test_a_day_that_the_text_does_not_say_is_told_and_put_into_it_on_demand(self, client, boss, folder):
        given = {"text": LATER, **day(1, 5, 2027)}
        answer = client.post(NEW, given)
        assert "The text says 1 April 2027, and here it is 1 May 2027" in words(answer)
        assert unchanged(folder)
        client.post(NEW, {**given, "put_in": "yes"})
        assert Proposal.objects.get().text == LATER.replace("2027-04-01", "2027-05-01")
        assert "from = 2027-05-01  # as agreed" in Proposal.objects.get().text

    def test_the_same_day_in_both_is_taken(self, client, boss):
        propose(client, **day(1, "April", 2027))

    def test_one_begins_with_the_rules_in_force_or_with_a_proposal(self, client, boss):
        assert typed(client.get(NEW))[0] == ""
        assert typed(client.get(NEW + "?begin=in-force"))[0] == NOW
        number = propose(client).split("/")[-2]
        assert typed(client.get(f"{NEW}?begin={number}"))[0] == LATER
        assert typed(client.get(f"{NEW}?begin={number}0"))[0] == ""


class TestDeciding:
    def test_a_proposal_says_how_it_differs_and_nothing_is_applied(self, client, boss, folder):
        said = words(client.get(propose(client)))
        assert "differ in 2 points" in said  # the first day, and the clock
        assert "Within 15 working days after the threshold is decided to be met" in said
        assert sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]
        assert "within 10 working days" in words(Client().get("/durham/"))

    def test_confirming_asks_first_then_installs_for_their_day(self, client, boss, folder, time_machine):
        ask = propose(client) + "confirm/"
        asked = words(client.get(ask))
        assert "an application that is received on Thursday 1 April 2027 or later runs under these" in asked
        assert "Cases that were received before keep the rules that they have." in asked
        assert Proposal.objects.get().waits
        assert client.post(ask).url == RULES
        assert "These rules hold from Thursday 1 April 2027 on." in words(client.get(RULES))
        assert (folder / "durham-2027-04-01.toml").read_text() == LATER
        assert "within 10 working days" in words(Client().get("/durham/"))
        time_machine.move_to(datetime(2027, 4, 1, 0, 1, tzinfo=LONDON))
        assert "within 15 working days" in words(Client().get("/durham/"))

    def test_what_is_settled_is_not_settled_again(self, client, boss):
        proposal = propose(client)
        client.post(proposal + "confirm/")
        assert client.get(proposal + "confirm/").url == RULES
        assert "confirmed or discarded meanwhile" in words(client.post(proposal + "confirm/"))

    def test_a_folder_that_cannot_be_written_is_told_with_what_to_do(self, client, boss, folder, monkeypatch):
        proposal = propose(client)

        def refused(*_args, **_kwargs):
            raise PermissionError(13, "Permission denied")

        with monkeypatch.context() as broken:
            broken.setattr("casereview.schemes.installing.tempfile.mkstemp", refused)
            said = words(client.post(proposal + "confirm/"))
        assert f"The folder {folder} cannot be written: Permission denied." in said
        assert "download the checked file" in said
        assert client.get(proposal + "text/").content.decode() == LATER
        assert Proposal.objects.get().waits
        assert client.post(proposal + "confirm/").status_code == 302

    def test_a_proposal_is_discarded(self, client, boss, folder):
        ask = propose(client) + "withdraw/"
        assert "Do you want to discard the rules from 1 April 2027?" in words(client.get(ask))
        assert Proposal.objects.get().waits
        client.post(ask)
        assert "discarded by Boss" in words(client.get(RULES))
        assert sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]

    def test_confirmed_rules_are_taken_back_before_their_day_and_not_on_it(
        self, client, boss, folder, time_machine
    ):
        first = propose(client)
        client.post(first + "confirm/")
        assert "Do you want to take back the rules from 1 April 2027?" in words(
            client.get(first + "withdraw/")
        )
        client.post(first + "withdraw/")
        assert sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]
        again = propose(client, LATER + "# again\n")
        client.post(again + "confirm/")
        time_machine.move_to(datetime(2027, 4, 1, 0, 1, tzinfo=LONDON))
        enter(client, boss)
        assert "It is too late" in words(client.post(again + "withdraw/"))
        assert (folder / "durham-2027-04-01.toml").exists()

    def test_organisations_that_the_area_does_not_have_are_told(self, client, boss):
        assert "does not have yet" not in words(client.get(propose(client)))
        changed = LATER.replace('code = "health"', 'code = "nhs"').replace(
            '"Integrated care board"', '"The NHS"'
        )
        said = words(client.get(propose(client, changed)))
        assert "organisations that the area does not have yet" in said
        assert "The NHS" in said


class TestWhatWouldChange:
    @pytest.fixture
    def worked(self, settings):
        """The worker does at once what is asked of it."""
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

    def test_it_is_asked_for_when_rules_are_proposed(self, client, boss):
        proposal = propose(client)
        assert DBTaskResult.objects.count() == 1
        said = words(client.get(proposal))
        assert "Asked for on Friday 4 December 2026" in said
        assert "See how far it is" in said
        Proposal.objects.update(done=4000, of=12000)
        assert "4000 of 12000 cases so far" in words(client.get(proposal + "what-if/"))
        client.post(proposal + "what-if/")  # while it is worked out, it is not asked for again
        assert DBTaskResult.objects.count() == 1

    def test_it_is_kept_with_the_proposal_and_can_be_worked_out_again(self, client, boss, worked):
        proposal = propose(client)
        kept = Proposal.objects.get()
        assert kept.what_if["digest"] == kept.digest
        assert "Worked out on Friday 4 December 2026" in words(client.get(proposal))
        Proposal.objects.update(what_if={}, done=1, of=2)
        assert client.post(proposal + "what-if/").url == proposal + "what-if/"
        assert Proposal.objects.get().what_if["digest"] == kept.digest

    def test_where_it_fails_that_is_said_and_it_can_be_tried_again(self, client, boss, worked, monkeypatch):
        def fails(*_args):
            raise RuntimeError

        with monkeypatch.context() as broken:
            broken.setattr("casereview.interfaces.staff.settings.rules.tasks.what_if", fails)
            proposal = propose(client)
        assert "It could not be worked out." in words(client.get(proposal))
        client.post(proposal + "what-if/")
        assert "Worked out on" in words(client.get(proposal))

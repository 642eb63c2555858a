"""Faults that were found by reading every letter and looking at every page, each held here for all letters."""

import re
from dataclasses import replace
from datetime import date

import pytest

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.postgresql.roles import acting
from casereview.letters.markup import to_plain
from casereview.letters.message import email as as_email
from casereview.letters.models import Letter, SentLetter
from casereview.letters.pdf import pdf
from casereview.letters.prose_file import all_prose
from casereview.letters.provisional import as_if
from casereview.letters.render import preview
from casereview.people.models import Area
from casereview.people.viewer import SYSTEM
from casereview.schemes.vocabulary import WITH_A_NOTICE
from demo.place import build
from demo.tell import all_stories, tell
from tests.rooms.letters.conftest import email, record_of
from tests.rooms.letters.test_pdf import POST, read
from tests.rooms.letters.test_render import ON, letter

TODAY = date(2026, 11, 20)
HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
NEVER = {
    "a value that is missing": r"\bNone\b",
    "a date as programs write it": r"\d{4}-\d{2}-\d{2}",
    "two full stops": r"\.\\?\.",
    "a space before a full stop": r" \\?\.",
    "another spelling than the law's": r"antisocial",
}


def test_a_scheme_may_wait_for_the_serving_of_just_what_a_letter_is_the_notice_of():
    assert {letter.serves for letter in all_prose().values()} - {""} == set(WITH_A_NOTICE)


# Together they send nearly every letter from the decision to the completed plan.
STORIES = (
    "plan_completed",
    "plan_blocked_with_a_recommendation",
    "meeting_adjourned",
    "landlord_silent_to_the_end",
    "changed_their_mind",
    "daughter_acts_for_her",
)


@pytest.mark.django_db
def test_no_letter_of_the_stories_has_a_hole_a_slip_or_a_heading_over_nothing():
    build()
    for name in STORIES:
        tell(name, dict(all_stories())[name], TODAY)
    with acting(SYSTEM):
        sent = list(SentLetter.objects.select_related("letter"))
    assert len({letter.letter.code for letter in sent}) > 20
    for one in sent:
        text = to_plain(one.prose)
        for what, pattern in NEVER.items():
            assert not re.search(pattern, text), f"{one.letter.code}: {what}"
        sections = HEADING.split(one.prose)[1:]
        assert all(section.strip() for section in sections), one.letter.code


def told_of(case, kind, codes, code, **words):
    """A letter to the applicant about one fact."""
    fact = NewFact(kind, ON, codes, words=(Told(words),))
    record = as_if(record_of(case), Outcome((fact,)))
    return preview(record, code, record.applicant.holder)


def test_a_meeting_that_is_late_from_the_start_says_so_and_not_that_a_promise_moved(apply):
    codes = {"clock": "meeting_late", "old": "2026-12-02", "new": "2026-12-08"}
    prose = told_of(apply(), "meeting_cancelled", codes, "date_changed").prose
    assert "later than you were promised" in prose
    assert "You were promised it by: Wednesday 2 December 2026" in prose
    assert "It is now on: **Tuesday 8 December 2026**" in prose
    moved = told_of(apply(), "meeting_cancelled", {**codes, "clock": "meeting"}, "date_changed").prose
    assert "later than you were promised" not in moved
    assert "It was: Wednesday 2 December 2026" in moved


def test_who_no_longer_has_a_page_is_sent_to_none(apply):
    case = apply(email(seen="yes"))
    made = letter(case, "representative_farewell")
    assert "page" not in made.prose.partition("## Who to contact")[2]
    notice = as_email(Letter(), made, Area.objects.get(), case.reference).body
    assert "/my/" not in notice
    assert "0191 000 0000" in notice
    staying = letter(case, "representative_welcome")
    assert "Your page" in staying.prose
    assert "/my/" in as_email(Letter(), staying, Area.objects.get(), case.reference).body


def test_the_support_service_is_addressed_by_its_name_and_can_copy_how_to_reach_them(apply):
    people = [{"name": "Robin", "contact": ["E-mail: robin@example.org", "Never: Phone 0191"]}]
    fact = NewFact("support_referred", ON, {}, words=(Told({"people": people}),))
    record = as_if(record_of(apply()), Outcome((fact,)))
    made = preview(record, "support_referral", "support:durham")
    assert "Dear victims care and advice service" in made.prose
    assert "robin@example.org" in made.html
    assert "robin@example.org" not in letter(apply(), "acknowledgement").html  # elsewhere it is no link to be


@pytest.mark.parametrize("lines", [5, 6, 25])
def test_no_page_begins_with_the_sign_off_or_one_entry_of_a_list(apply, lines):
    """However long the letter is: its last part and its list move to the next page together."""
    made = letter(apply(POST), "closed")
    more = "\n\n".join(f"Line {n}." for n in range(lines))
    prose = made.prose.replace("## What happens next", f"{more}\n\n## What happens next")
    pages = [page.extract_text() for page in read(pdf(replace(made, prose=prose))).pages]
    for page in pages:
        if "Tell us which" not in page:
            assert not page.strip().endswith("Office at Aykley Heads")
        assert page.count("•") in {0, 3}
    last = pages[-1]
    assert "Another way to get this letter" in last
    assert "Office at Aykley Heads" in last

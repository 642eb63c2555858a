"""From a resident's question on a phone to the letter that says by when the review is held."""

from datetime import date

import pytest

from tests.journeys.steps.casework import NO_SIGN_OF_DANGER, deciding
from tests.journeys.steps.post import letters_to
from tests.journeys.steps.resident import Time

pytestmark = pytest.mark.django_db(transaction=True)
ROBIN = "robin.field@example.org"
TIMES = [
    Time(date(2026, 10, 3), "Banging until 4am", [("Durham County Council", date(2026, 10, 5))]),
    Time(date(2026, 10, 24), "Shouting in the yard", [("Durham Constabulary", date(2026, 10, 24))]),
    Time(date(2026, 11, 14), "Bottles at the wall", [("Durham County Council", date(2026, 11, 16))]),
]
PROBLEM = "Shouting and banging from next door"
REASONS = "Three reports in six months, and nobody has visited. It goes on."


def test_a_question_becomes_a_review(resident, worker, mailbox, the_post_goes, clock):
    cora, hale, ferry = worker("cora.wren"), worker("pc.hale"), worker("sam.ferry")

    # Friday 4 December 2026, late in the evening: Robin asks, and is told so at once
    reference = resident.asks("Robin Field", ROBIN, PROBLEM, TIMES, "Pine Street")
    the_post_goes()
    (acknowledged,) = letters_to(mailbox, ROBIN)
    assert "We received your request for a review on Friday 4 December 2026." in acknowledged
    assert reference in acknowledged

    # Monday 7 December: Cora reads it for danger, takes it on, tells the bodies and rings Robin
    clock(2026, 12, 7)
    cora.signs_in()
    cora.opens(reference)
    cora.takes("Read for danger", {**NO_SIGN_OF_DANGER, "How great is the risk?": "Medium"})
    cora.takes("Name a contact and a deputy", {"Named contact": "Cora Wren", "Deputy": "Dev Patel"})
    cora.takes("Send the application to the bodies", {})
    spoke = {
        "How": "Phone",
        "What happened?": "Reached them",
        "Time": "10:30",
        "What was said": "It goes on.",
    }
    cora.takes("Record a contact or a try", spoke)
    the_post_goes()
    for body in ("police", "council", "health"):
        (notice,) = letters_to(mailbox, f"{body}-durham@example.org")
        assert "Robin" not in notice
        assert "/partner/" in notice

    # Wednesday 9 December: each body answers for the reports made to it, and sees no other
    clock(2026, 12, 9)
    hale.signs_in()
    hale.confirms_reports(2)
    ferry.signs_in()
    ferry.confirms_reports(1, 3)

    # Thursday 10 December: a decision is proposed; on Monday 14 December the bodies say what they think
    clock(2026, 12, 10)
    cora.signs_in()
    cora.opens(reference)
    proposed = {"What is proposed?": "The threshold is met", "Reasons, for the bodies to read": REASONS}
    cora.takes("Propose a decision", proposed)
    clock(2026, 12, 14)
    for officer, name in ((hale, "Sgt Jo Hale"), (ferry, "Sam Ferry")):
        officer.signs_in()
        officer.gives_view("Agrees", name)

    # Friday 18 December: they decide, and the letter goes
    clock(2026, 12, 18)
    cora.signs_in()
    cora.opens(reference)
    cora.begins("Decide the threshold", deciding(PROBLEM, "The threshold is met", REASONS))
    preview = cora.reads()
    assert "Your case will be reviewed" in preview
    cora.agrees()
    the_post_goes()
    _acknowledged, letter = letters_to(mailbox, ROBIN)
    # Ten working days: 21 to 24 December (4), 29 to 31 December (7), 4 to 6 January (10); without Friday 25 and
    # Monday 28 December (Christmas, and Boxing Day in place of Saturday) and Friday 1 January.
    assert "The meeting must be held by Wednesday 6 January 2027." in letter
    assert REASONS in letter
    cora.opens(reference)
    assert "Wednesday 6 January 2027" in cora.reads()

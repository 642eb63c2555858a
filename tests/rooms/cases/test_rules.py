"""A case keeps the rules that it began under, whatever a later release would refuse to take."""

import hashlib

import pytest

from casereview.cases.models.scheme_text import SchemeText
from casereview.cases.postgresql.roles import as_owner
from casereview.cases.rules import scheme_of
from casereview.schemes.load import SchemeFault
from tests.rooms.schemes.small import TEXT, faults

pytestmark = pytest.mark.django_db

# Taken by releases that did not know that nobody serves such a notice, and that nobody meets where no group is named.
NO_NOTICE = TEXT.replace('starts = "threshold_met"', 'starts_on = "served"\nstarts = "decision_notice_sent"')
NOBODY_MEETS = TEXT.replace("length = { working_days = 10 }", 'length = "next_meeting"')
NO_LONGER_KNOWN = TEXT.replace("reported_to = ", "told_to = ")


def stored(text):
    digest = hashlib.sha256(text.encode()).hexdigest()
    with as_owner():
        SchemeText.objects.create(pk=digest, code="nowhere", text=text)
        return scheme_of(digest)


@pytest.mark.parametrize("text", [NO_NOTICE, NOBODY_MEETS])
def test_what_is_refused_only_because_it_cannot_be_meant_is_read(text):
    assert len(faults(text)) == 1
    rules = stored(text)
    assert (rules.area, rules.text, rules.clocks["review"].stops) == ("Nowhere", text, ("review_held",))


def test_what_can_no_longer_be_read_is_told_and_never_guessed():
    with pytest.raises(SchemeFault) as told:
        stored(NO_LONGER_KNOWN)
    assert "told_to" in told.value.faults[0].message

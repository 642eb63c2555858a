"""The story of a representative ends where it says."""

from datetime import date

import pytest

from casereview.cases.representing import representatives
from demo.place import build
from demo.stories import representatives as stories
from demo.tell import tell

TODAY = date(2026, 11, 20)


@pytest.mark.django_db
def test_one_acts_and_one_was_only_named():
    build()
    record = tell("daughter_acts_for_her", stories.tell_daughter_acts_for_her, TODAY).record()
    assert [each.state for each in representatives(record)] == ["confirmed", "named"]
    sent = {fact.codes["to"] for fact in record.current("letter_sent")}
    joan, neil = representatives(record)
    assert joan.holder in sent
    assert neil.holder not in sent

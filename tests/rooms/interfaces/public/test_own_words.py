"""A promise with a condition is never told without it: the page's own words stand beside the time or the date."""

from datetime import date

import pytest

from casereview.interfaces.public.request.promises import promises
from casereview.schemes.load import by_name
from tests.rooms.interfaces.public.test_silent_area import read, with_rules
from tests.silent import APPEAL

pytestmark = pytest.mark.django_db
LENGTH = "length = {{ working_days = 3 }}\n"
DECIDE = '\n[clock.decide]\nstarts = "{}"\nstops = "decision_notice_sent"\n' + LENGTH + '{}source = "p"\n'
UNLESS = 'says = "unless the case is complex"\n'
HAS_IT = "(the public page says: “unless the case is complex”)"
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize("says", [UNLESS, ""])
def test_the_guidance_says_the_condition_where_there_is_one(tmp_path, monkeypatch, says):
    with_rules(tmp_path, monkeypatch, DECIDE.format("application_received", says))
    text = read("/durham/")
    assert "with the reasons, within 3 working days after your request arrives" in text
    assert (HAS_IT in text) == bool(says)


@pytest.mark.parametrize("says", [UNLESS, ""])
def test_so_does_the_page_that_confirms_a_request(tmp_path, monkeypatch, says):
    with_rules(tmp_path, monkeypatch, DECIDE.format("application_received", says))
    dated = promises(by_name("durham", FRIDAY), FRIDAY)[-1]
    assert dated.endswith(f"by Wednesday 25 November 2026{' ' + HAS_IT if says else ''}.")
    with_rules(tmp_path, monkeypatch, DECIDE.format("unstated", says))
    undated = promises(by_name("durham", FRIDAY), FRIDAY)[-1]
    assert undated.endswith(f"(it is not said from when){' ' + HAS_IT if says else ''}.")


CLOCK = (
    '[clock.appeal]\nstarts = "threshold_not_met"\nstops = "appeal_received"\nlength = { days = 10 }\n'
    'owed_by = "applicant"\nsurvives_close = true\nsource = "appeals"\n'
)


@pytest.mark.parametrize("says", ['says = "usually"\n', ""])
def test_the_days_to_appeal_have_the_words_of_the_page_too(tmp_path, monkeypatch, says):
    with_rules(tmp_path, monkeypatch, APPEAL + CLOCK + says)
    text = read("/durham/")
    assert "Up to 10 days after you are told in writing that there is no review this time." in text
    assert ("In the page’s words: Usually." in text) == bool(says)

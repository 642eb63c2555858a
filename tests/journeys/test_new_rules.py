"""An administrator hands in rules with a fault, mends it at its line, reads what changes, and confirms."""

import shutil
from datetime import date

import pytest
from django.conf import settings

from casereview.jobs.tasks import run_tasks
from casereview.jobs.work import run_job
from demo.stories.support_and_chair import tell_yes_to_support
from demo.tell import tell
from tests.journeys.steps.pages import press, text_of
from tests.journeys.sweep import faults

pytestmark = pytest.mark.django_db(transaction=True)
NOW = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
REVIEW = 'stops = "review_held"\nlength = { working_days = 10 }'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The schemes of this installation, and nobody else's."""
    for name in ("durham", "darlington"):
        shutil.copy(settings.BASE_DIR / "schemes" / f"{name}.toml", tmp_path)
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    return tmp_path


def test_new_rules_hold_from_their_day_on(folder, worker, resident, clock, tmp_path_factory):
    tell("maya", tell_yes_to_support, date(2026, 12, 4))  # met on Friday 27 November
    ada = worker("ada.quill")
    ada.signs_in()
    page = ada.page
    ada.follows("County Durham")
    ada.follows("Rules of this area")
    assert "1 November 2026 In force" in ada.reads()
    press(page, "Propose new rules")
    assert faults(page) == []

    text = NOW.replace("from = 2026-11-01", "from = 2027-04-01").replace(REVIEW, REVIEW.replace("10", "15"))
    wrong = tmp_path_factory.mktemp("desk") / "new.toml"
    wrong.write_text(text.replace('stops = "review_held"', 'stops = "review_hold"'))
    page.get_by_label("Choose a file").set_input_files(wrong)
    press(page, "Check these rules")
    assert faults(page) == []
    line = text[: text.index('stops = "review_held"')].count("\n") + 1
    assert f'{line} clock.review.stops: "review_hold" is not an event' in ada.reads()
    page.get_by_role("link", name=f"Line {line}", exact=True).click()
    assert page.locator(f"#line-{line}").is_visible()

    box = page.get_by_label("Text of the rules")
    lines = text.count("\n") + 1
    box.fill("# one line more\n" + box.input_value())
    assert page.locator(".app-editor__numbers").inner_text().split()[-1] == str(lines + 1)
    box.fill(box.input_value().removeprefix("# one line more\n").replace("review_hold", "review_held"))
    press(page, "Check these rules")
    assert faults(page) == []
    assert "No fault was found. Nothing is applied until it is confirmed." in ada.reads()
    assert "in County Durham from 1 April 2027: Within 15 working days after" in ada.reads()
    assert sorted(each.name for each in folder.iterdir()) == ["darlington.toml", "durham.toml"]
    run_job("tasks", run_tasks)
    page.get_by_text("1 case was rerun").wait_for()  # the page asks by itself
    assert faults(page) == []
    # Ten working days after 27 November are 11 December, fifteen are the 18th.
    assert "Holding the review, still running: 1 later; each 7 days later." in ada.reads()

    press(page, "Confirm these rules")
    assert faults(page) == []
    press(page, "Confirm these rules")
    assert faults(page) == []
    assert "Confirmed. These rules hold from Thursday 1 April 2027 on." in ada.reads()
    assert (folder / "durham-2027-04-01.toml").read_text() == text
    resident.page.goto(f"{resident.site}/durham/")
    assert "within 10 working days" in text_of(resident.page)
    clock(2027, 4, 1, 0, 1)
    resident.page.reload()
    assert "within 15 working days" in text_of(resident.page)


def test_a_new_area_begins_with_its_first_file(folder, worker, resident, tmp_path_factory):
    text = NOW.replace('area = "County Durham"', 'area = "St Helens"')
    wrong = tmp_path_factory.mktemp("desk") / "helens.toml"
    wrong.write_text(text.replace("length = { working_days = 10 }", 'length = "10 working days"', 1))
    ada = worker("ada.quill")
    ada.signs_in()
    page = ada.page
    press(page, "Add an area")
    assert faults(page) == []
    page.get_by_label("Short name of the area").fill("st-helens")
    page.get_by_label("Choose a file").set_input_files(wrong)
    press(page, "Check these rules")
    assert faults(page) == []
    assert "expected a length such as { working_days = 10 }, not" in ada.reads()
    box = page.get_by_label("Text of the rules")
    box.fill(box.input_value().replace('"10 working days"', "{ working_days = 10 }"))
    press(page, "Check these rules")
    assert faults(page) == []
    assert "First rules of St Helens, from 1 November 2026" in ada.reads()
    press(page, "Confirm these rules")
    assert faults(page) == []
    press(page, "Confirm these rules")
    assert faults(page) == []
    assert "Now fill in its contacts." in ada.reads()
    assert (folder / "st-helens.toml").read_text() == text
    resident.page.goto(f"{resident.site}/st-helens/")
    assert "within 10 working days" in text_of(resident.page)

"""Where an area's rules count households, it is asked who lives with whom; elsewhere nobody is asked."""

import pytest
from django.conf import settings

from casereview.interfaces.public.request.questions.problem import other_reads
from tests.rooms.interfaces.public.request.test_complete import ME, application, rows_of, told

DURHAM = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
PEOPLE = 'counts = "people"\nat_least = 5'
ASKED = "If they agreed: who do they live with?"


@pytest.fixture
def homes(tmp_path, monkeypatch):
    """County Durham, if its third point counted three households."""
    assert PEOPLE in DURHAM
    (tmp_path / "durham.toml").write_text(DURHAM.replace(PEOPLE, 'counts = "households"\nat_least = 3'))
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))


def kim(home):
    pages = {
        "others/1": {"agreed": ["yes"], "name": ["Kim"], "home": [home]},
        "times/1/when": {"kind": ["once"]},
    }
    return rows_of(application(told(pages), ME)).with_role("reporter").household


def asked(page):
    form = told({}).form(page)
    return {field.label: field.help_text for field in form.fields.values()}


def test_who_lives_with_whom_is_kept_as_households(homes):
    assert ASKED in asked("others/1")
    own = rows_of(application(told({}), ME)).with_role("victim").household
    assert kim("me") == own
    assert kim("nobody") not in ("", own)
    assert kim("named") == kim("unsure") == ""


def test_it_is_read_back(homes):
    pages = {"others/1": {"agreed": ["yes"], "name": ["Kim"], "home": ["nobody"]}}
    read = {str(name): str(words) for name, words in other_reads(told(pages), 1)}
    assert read["Who they live with"] == "With nobody that I have named"
    del pages["others/1"]["home"]
    assert "Who they live with" not in {str(name) for name, _words in other_reads(told(pages), 1)}


def test_nobody_is_asked_where_people_are_counted():
    assert ASKED not in asked("others/1")
    assert kim("me") == ""


def test_how_many_may_be_enough_is_what_the_rules_say(homes):
    assert (
        "Reports of the same problem from three homes may be enough for a review." in asked("others").values()
    )


def test_so_it_is_for_people():
    assert (
        "Reports of the same problem by five people may be enough for a review." in asked("others").values()
    )


def test_nothing_is_said_where_no_rule_counts_them(tmp_path, monkeypatch):
    others = DURHAM.partition('[[route]]\nname = "community"')
    (tmp_path / "durham.toml").write_text(others[0] + others[2][others[2].index("\n[") :])
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    assert not any(asked("others").values())

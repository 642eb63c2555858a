"""Every situation comes out as its author worked it out by hand: schemes/situations and schemes/examples/situations."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casereview.schemes.application_json import read
from casereview.schemes.load import by_name, check_file
from casereview.schemes.receipt import DISCOUNTS, NEEDS
from casereview.schemes.receipt_json import as_json
from casereview.schemes.threshold import assess

SCHEMES = Path(__file__).resolve().parents[3] / "schemes"
EXAMPLES = SCHEMES / "examples"


def situations(folder):
    """Each situation with the folder of the scheme that it is about."""
    for file in sorted((folder / "situations").glob("*.toml")):
        theme = tomllib.loads(file.read_text())
        for number, situation in enumerate(theme["situation"], start=1):
            facts = {**theme["given"], **situation}
            yield pytest.param(
                folder, theme["scheme"], facts, id=f"{file.stem} {number}: {situation['says'].rstrip('.')}"
            )


def every_situation():
    return [*situations(SCHEMES), *situations(EXAMPLES)]


def area_codes(folder):
    """The areas that have a file there, each once."""
    return sorted({re.sub(r"-\d{4}-\d\d-\d\d$", "", path.stem) for path in folder.glob("*.toml")})


def as_input(value: Any) -> Any:
    """TOML's dates as JSON writes them."""
    if isinstance(value, dict):
        return {key: as_input(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_input(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def plain(part: dict[str, Any]) -> dict[str, Any]:
    """A route's or the statute's part of a receipt in the words of a situation."""
    return {
        **part,
        "discounted": {each["id"]: each["rule"] for each in part["discounted"]},
        "unknown": {each["id"]: each["needs"] for each in part["unknown"]},
        "judged": {each["code"]: said(each["finding"]) for each in part.get("judged", [])},
        "met": said(part["met"]),
    }


def said(answer: bool | None) -> bool | str:
    return "unknown" if answer is None else answer


@pytest.mark.parametrize(("folder", "scheme", "facts"), every_situation())
def test_the_receipt_is_what_the_law_and_the_page_say(folder, scheme, facts, monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(folder))
    expected = facts["expect"]
    application = read(as_input({key: facts[key] for key in facts.keys() - {"says", "expect"}}))
    receipt = as_json(assess(by_name(scheme, application.received), application))
    parts = {route["name"]: plain(route) for route in receipt["routes"]} | {
        "statute": plain(receipt["statute"])
    }
    found = {
        name: {key: parts[name][key] for key in part}
        for name, part in expected.items()
        if isinstance(part, dict)
    }
    if "met" in expected:
        found["met"] = said(receipt["met"])
    assert found == expected


def test_there_are_at_least_sixty_and_each_expects_something():
    assert len(list(situations(SCHEMES))) >= 60
    assert all(situation.values[2]["expect"] for situation in every_situation())


@pytest.mark.parametrize("code", area_codes(EXAMPLES))
def test_each_example_has_three_situations_one_met_and_one_not(code):
    of_the_area = [each.values[2]["expect"] for each in situations(EXAMPLES) if each.values[1] == code]
    assert len(of_the_area) >= 3
    answers = {expected.get("met") for expected in of_the_area}
    # Where a page does not say when the threshold is met, nothing is ever not met: people decide.
    silent = not any(check_file(path).routes for path in EXAMPLES.glob(f"{code}*.toml"))
    assert {True, "unknown" if silent else False} <= answers


def test_codes_in_situations_are_codes_of_the_receipt():
    for situation in every_situation():
        for part in situation.values[2]["expect"].values():
            if isinstance(part, dict):
                assert set(part.get("discounted", {}).values()) <= DISCOUNTS.keys()
                assert set(part.get("unknown", {}).values()) <= NEEDS.keys()

"""Every situation of schemes/situations comes out as its author worked it out by hand."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casereview.schemes.application_json import read
from casereview.schemes.load import by_name
from casereview.schemes.receipt import DISCOUNTS, NEEDS
from casereview.schemes.receipt_json import as_json
from casereview.schemes.threshold import assess

FOLDER = Path(__file__).resolve().parents[3] / "schemes" / "situations"


def situations():
    for file in sorted(FOLDER.glob("*.toml")):
        theme = tomllib.loads(file.read_text())
        for number, situation in enumerate(theme["situation"], start=1):
            facts = {**theme["given"], **situation}
            yield pytest.param(
                theme["scheme"], facts, id=f"{file.stem} {number}: {situation['says'].rstrip('.')}"
            )


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


@pytest.mark.parametrize(("scheme", "facts"), list(situations()))
def test_the_receipt_is_what_the_law_and_the_page_say(scheme, facts):
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
    everything = [situation.values[1] for situation in situations()]
    assert len(everything) >= 60
    assert all(facts["expect"] for facts in everything)


def test_codes_in_situations_are_codes_of_the_receipt():
    for situation in situations():
        for part in situation.values[1]["expect"].values():
            if isinstance(part, dict):
                assert set(part.get("discounted", {}).values()) <= DISCOUNTS.keys()
                assert set(part.get("unknown", {}).values()) <= NEEDS.keys()

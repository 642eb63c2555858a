"""Every example holds the numbers that were coded of its page, and no number that was not: read a second time."""

import re
from collections import Counter
from pathlib import Path

import pytest

from casereview.clocks.length import Length
from casereview.schemes.load import check_file
from casereview.schemes.unstated import OF_THE_LAW
from casereview.wording.length import number_words
from tests.rooms.schemes import coded_areas as coded

EXAMPLES = Path(__file__).resolve().parents[3] / "schemes" / "examples"
RESPONSE_CODES = set().union(*coded.RESPONSES.values())
# What a file says in another way than the table has it, and why.
OTHERWISE = {
    (
        "brighton-and-hove",
        "community",
        "people",
    ): "how many homes are troubled the applicant finds; nothing is counted",
}
MORE_CLOCKS = {
    ("colchester", "contact"): "the time of the first assessment is the time of the first contact too",
}
# Clocks that are no rule here but words for people: (area, clock).
ONLY_WORDS = {
    (
        "richmond-upon-thames",
        "reasons for not inviting the victim",
    ): "no step keeps the victim from the meeting",
}


FILES = {re.sub(r"-\d{4}-\d\d-\d\d$", "", path.stem) for path in EXAMPLES.glob("*.toml")}
AREAS = sorted(FILES)


def versions(code):
    """An area's files, the oldest first."""
    paths = [path for path in EXAMPLES.glob("*.toml") if re.fullmatch(rf"{code}(-\d{{4}}-.*)?", path.stem)]
    return sorted((check_file(path) for path in paths), key=lambda scheme: scheme.starts)


def ours(scheme, path):
    """Whether the value there, the block that it stands in, or an item of it is our reading and not the page's."""
    return any(
        each.path == path or path.startswith(f"{each.path}.") or each.path.startswith(f"{path}.")
        for each in scheme.readings
        if each.path
    )


def number(scheme, route, kinds):
    """The first number that the route asks of these kinds, if the page states it."""
    for place, minimum in enumerate(route.minimums):
        path = f"route.{route.name}." + (f"also.{place - 1}.at_least" if place else "at_least")
        if minimum.counts in kinds and not minimum.hate:
            return None if ours(scheme, path) else minimum.at_least
    return None


def limit(found):
    return found and (found.length, found.since)


def rules_of(scheme, route):
    """A file's route as the same values as `coded.rules_of`."""
    window = route.window
    return {
        "reports": number(scheme, route, {"reports", "incidents"}),
        "people": number(scheme, route, {"people", "households", "groups"}),
        "window": window and window.length,
        "anchor": window and (window.forward_from or window.back_from),
        "report_within": limit(route.report_within),
        "apply_within": limit(route.apply_within),
        "latest_within": limit(route.latest_within),
        "linked_by": route.linked_by,
        "response": {each.code for each in route.judged} & RESPONSE_CODES,
    }


def called(route):
    return route.name if route.name in coded.KINDS else "other"


@pytest.mark.parametrize("code", AREAS)
def test_each_coded_route_is_a_route_of_the_file_number_for_number(code):
    for route in coded.AREAS[code]["routes"]:
        expected = coded.rules_of(route)
        found = [
            {
                rule: expected[rule] if (code, each.name, rule) in OTHERWISE else value
                for rule, value in rules_of(scheme, each).items()
            }
            for scheme in versions(code)
            for each in scheme.routes
            if called(each) == route["kind"]
        ]
        assert expected in found


@pytest.mark.parametrize("code", AREAS)
def test_no_route_of_the_newest_file_counts_what_no_page_counts(code):
    """Where the table has no line for a route, people decide; a further number stands in the notes in so many words."""
    routes = coded.AREAS[code]["routes"]
    newest = versions(code)[-1]
    for route in newest.routes:
        kinds = [each["kind"] for each in routes]
        assert called(route) in kinds or not route.minimums
        notes = " ".join(each["notes"] or "" for each in routes if each["kind"] == called(route))
        for place, minimum in enumerate(route.minimums[1:]):
            said = {str(minimum.at_least), number_words(minimum.at_least)} & set(re.findall(r"\w+", notes))
            path = f"route.{route.name}.also.{place}.at_least"
            assert said or ours(newest, path) or minimum.counts == "people"


@pytest.mark.parametrize("code", AREAS)
def test_each_coded_clock_is_a_clock_of_the_file_with_its_length_and_its_start(code):
    scheme = versions(code)[-1]
    left = {name: clock for name, clock in scheme.clocks.items() if name not in OF_THE_LAW}
    for promise in coded.AREAS[code]["clocks"]:
        if (code, promise["name"]) in ONLY_WORDS:
            assert str(promise["length"]) in only_words(scheme) or number_words(
                promise["length"]
            ) in only_words(scheme)
            continue
        clock = next(each for each in left.values() if set(each.stops) <= coded.STOPS[promise["name"]])
        del left[clock.name]
        unit = (promise["unit"] or "").replace(" ", "_")
        assert clock.length == (Length(promise["length"], unit) if unit else None)
        assert clock.stated
        assert bool(clock.counts_back_from) == promise["before"]
        if not promise["before"] and not ours(scheme, f"clock.{clock.name}.starts"):
            expected = coded.STARTS[promise["starts"]]
            assert set(clock.starts) <= expected
            assert bool(clock.starts) == bool(expected)
    promised = {name for name, clock in left.items() if clock.length}
    assert promised == {clock for area, clock in MORE_CLOCKS if area == code}


def only_words(scheme):
    return " ".join(each.says for each in scheme.only_words)


@pytest.mark.parametrize("code", AREAS)
def test_an_appeal_is_there_if_the_page_has_one_with_its_tiers_and_who_hears_it(code):
    expected, appeal = coded.AREAS[code]["appeal"], versions(code)[-1].appeal
    assert bool(appeal) == bool(expected["available"])
    if appeal:
        assert bool(appeal.then) == ("two tiers" in (expected["notes"] or ""))
        assert bool(appeal.heard_by or appeal.lodged_with) == bool(expected["to"])


@pytest.mark.parametrize("code", AREAS)
def test_ways_to_ask_bodies_languages_and_addresses(code):
    facts, scheme = coded.AREAS[code], versions(code)[-1]
    assert set(scheme.channels) == {coded.channel(each) for each in facts["channels"]} - {None}
    always = Counter(body.kind for body in scheme.bodies if not body.when)
    assert always == Counter(map(coded.kind_of, facts["bodies"]))
    assert ("cy" in scheme.language) == facts["welsh"]
    assert bool(scheme.lead) == bool(facts["lead_body"])
    assert (scheme.example.address, list(scheme.example.others)) == (facts["source_url"], facts["other_urls"])
    assert scheme.example.whole == facts["whole"]


def test_every_coded_area_has_a_file_and_every_file_an_area():
    assert set(coded.AREAS) == FILES

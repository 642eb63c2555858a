"""Read an application from JSON, the black-box format of `manage.py threshold`.

    {"received": DATE, "first_contact": DATE, "applicant": person,
     "people": [{"id", "household"}],
     "incidents": [{"id", "on": WHEN, "problem", "location", "culprit", "hate": [..]}],
     "reports": [{"id", "incident", "by": person, "to": body, "on": WHEN}],
     "judged": {code: true | false | null}}

A DATE is "2026-11-01"; a WHEN is a DATE or {"from": DATE, "to": DATE}. Only `received` and the ids are
needed; null is the same as left out. Where `people` is left out or empty, reports may name people freely.
"""

import json
from collections.abc import Collection
from typing import Any

from casereview.schemes.application import Application, Incident, Person, Report, When
from casereview.schemes.json_place import BadInput, Place
from casereview.schemes.model import BODY_KINDS, HATE_MOTIVATIONS

MAX_CHARACTERS = 5_000_000
MAX_ROWS = 10_000  # of people, incidents and reports each: more than any street has made


def read_text(text: str) -> Application:
    """The application in a JSON text. Raises BadInput, which says in one line what is wrong and where."""
    if len(text) > MAX_CHARACTERS:
        raise BadInput("the input", f"is longer than {MAX_CHARACTERS:,} characters")
    try:
        value = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_duplicate_keys)
    except BadInput:
        raise
    except RecursionError:
        raise BadInput("the input", "is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise BadInput(f"line {error.lineno}, column {error.colno}", f"not JSON: {error.msg}") from None
    except ValueError:
        raise BadInput("the input", "holds a number too long to read") from None
    return read(value)


def read(value: object) -> Application:
    """The application in a JSON value (what `json.loads` returned). Raises BadInput."""
    top = Place("", value)
    top.fields("received", "first_contact", "applicant", "people", "incidents", "reports", "judged")
    for name in ("people", "incidents", "reports"):
        if len(list(top.items(name))) > MAX_ROWS:
            raise BadInput(name, f"more than {MAX_ROWS:,} of them")
    received, first_contact = top.needed("received").day(), top.child("first_contact")
    people = tuple(_person(place) for place in top.items("people"))
    incidents = tuple(_incident(place) for place in top.items("incidents"))
    _distinct("people", [person.id for person in people])
    _distinct("incidents", [incident.id for incident in incidents])
    person_ids = {person.id for person in people} or None
    incident_ids = {incident.id for incident in incidents}
    reports = tuple(_report(place, person_ids, incident_ids) for place in top.items("reports"))
    _distinct("reports", [report.id for report in reports])
    started = first_contact.day() if first_contact else None
    if started and started > received:
        raise BadInput("first_contact", f"{started} is after the application was received ({received})")
    applicant = top.child("applicant")
    return Application(
        received=received,
        first_contact=started,
        applicant=_known(applicant, person_ids, "person") if applicant else None,
        people=people,
        incidents=incidents,
        reports=reports,
        judged=_judged(top),
    )


def _person(place: Place) -> Person:
    place.fields("id", "household")
    return Person(place.needed("id").text(), place.text_of("household"))


def _incident(place: Place) -> Incident:
    place.fields("id", "on", "problem", "location", "culprit", "hate")
    hate = None
    if place.child("hate") is not None:
        motives = place.items("hate")
        hate = tuple(each.one_of(HATE_MOTIVATIONS, "hate motivation", listed=True) for each in motives)
    return Incident(
        id=place.needed("id").text(),
        on=_when(place.child("on")),
        problem=place.text_of("problem"),
        location=place.text_of("location"),
        culprit=place.text_of("culprit"),
        hate=hate,
    )


def _report(place: Place, people: Collection[str] | None, incidents: Collection[str]) -> Report:
    place.fields("id", "incident", "by", "to", "on")
    incident, by, to = place.child("incident"), place.child("by"), place.child("to")
    return Report(
        id=place.needed("id").text(),
        incident=_known(incident, incidents, "incident") if incident else None,
        by=_known(by, people, "person") if by else None,
        to=to.one_of(BODY_KINDS, "kind of body", listed=True) if to else None,
        on=_when(place.child("on")),
    )


def _when(place: Place | None) -> When:
    if place is None:
        return When()
    if not isinstance(place.value, dict):
        return When.on(place.day())
    place.fields("from", "to")
    start, end = place.child("from"), place.child("to")
    earliest = start.day() if start else When().earliest
    latest = end.day() if end else When().latest
    if earliest > latest:
        raise BadInput(place.path, f"the range ends ({latest}) before it begins ({earliest})")
    return When(earliest, latest)


def _judged(top: Place) -> dict[str, bool | None]:
    place = top.child("judged")
    if place is None:
        return {}
    for code, finding in place.object().items():
        if finding is not None and not isinstance(finding, bool):
            raise place.at(code).bad("expected true, false or null")
    return dict(place.object())


def _known(place: Place, ids: Collection[str] | None, what: str) -> str:
    return place.text() if ids is None else place.one_of(ids, what)


def _distinct(name: str, ids: list[str]) -> None:
    seen: set[str] = set()
    for index, each in enumerate(ids):
        if each in seen:
            raise BadInput(f"{name}[{index}].id", f'"{each[:60]}" is given twice')
        seen.add(each)


def _no_constant(name: str) -> object:
    raise BadInput("the input", f"{name} is not a JSON value")


def _no_duplicate_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys: dict[str, Any] = {}
    for key, value in pairs:
        if key in keys:
            raise BadInput("the input", f'the key "{key[:60]}" is given twice in one object')
        keys[key] = value
    return keys

"""Turns what was keyed in into the application that `receive_application` takes (the shape: cases.application)."""

from collections.abc import Iterable, Mapping
from typing import Any

from casereview.cases.models.contact import METHODS
from casereview.interfaces.staff.key_in.forms import REACHED_AT
from casereview.people.models import Body
from casereview.schemes.model import BODY_KINDS, HATE_MOTIVATIONS

APPLICANT, VICTIM = "applicant", "victim"
CODES = (
    "asking_for",
    "going_on",
    "danger",
    "others_reported",
    "motivations",
    "stopped",
)
WORDS = ("problem", "place", "impact", "vulnerability", "wanted")
Said = Mapping[str, Any]


def application(
    said: Said,
    times: Iterable[Said],
    reporters: Iterable[Said],
    culprits: Iterable[Said],
    bodies: Iterable[Body],
    own: Iterable[str] = (),
) -> dict[str, Any]:
    """The JSON of an application. Rows in which nothing was typed are left out before.

    own: the codes of what the applicant alone can say under the area's rules.
    """
    codes = {name: said[name] for name in (*CODES, *own) if said[name] not in (None, "", [])}
    words = {name: said[name] for name in WORDS if said[name]}
    return {
        "people": [*_asking(said), *map(_reporter, reporters), *map(_culprit, culprits)],
        "incidents": _incidents(said, times, {body.holder: body for body in bodies}),
        "codes": {**codes, **_hate(said)},
        "words": {**words, **({"keep_from": said["keep_why"]} if said["keep_why"] else {})},
        "keep_from": said["keep_from"],
    }


def _hate(said: Said) -> dict[str, str]:
    """Whether they think that hate was the motive, where what they chose says so."""
    chosen = set(said["motivations"])
    if chosen & set(HATE_MOTIVATIONS):
        return {"hate_motivated": "yes"}
    return {"hate_motivated": "no"} if chosen == {"none"} else {}


def _asking(said: Said) -> list[dict[str, Any]]:
    """The applicant, and whoever is affected where that is somebody else."""
    home = {name: said[name] for name in ("address", "tenure", "landlord")}
    needs = dict.fromkeys(said["needs"], True)
    asks = {
        "id": APPLICANT,
        "name": said["name"],
        "relation": said["relation"],
        "needs": {**needs, **({"language": said["language"]} if said["language"] else {})},
        "contacts": _contacts(said),
    }
    if said["asking_for"] in ("someone", "group"):
        roles = ["victim", "group"] if said["asking_for"] == "group" else ["victim"]
        affected = {"id": VICTIM, "roles": roles, "name": said["affected"], "consent": said["consent"]}
        return [{**asks, "roles": ["applicant"]}, {**affected, **home}]
    return [{**asks, "roles": ["applicant", "victim"], "consent": said["consent"], **home}]


def _contacts(said: Said) -> list[dict[str, Any]]:
    never = set(said["never"])
    ways: list[dict[str, Any]] = [
        {
            "method": method,
            "value": said[method],
            "seen_by_others": said.get(f"{method}_seen", ""),
            "never": method in never,
            "when": said["when"],
            "how": said["how"],
        }
        for method in REACHED_AT
        if said[method]
    ]
    if said["applicant_calls"]:
        ways.append({"method": "applicant_calls", "when": said["when"], "how": said["how"]})
    given = {way["method"] for way in ways}
    return ways + [{"method": method, "never": True} for method in METHODS if method in never - given]


def _incidents(said: Said, times: Iterable[Said], bodies: Mapping[str, Body]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for row in times:
        if not (row["again"] and made):
            made.append(_incident(said, row))
        if row["body"]:
            made[-1]["reports"].append(_report(said, row, bodies))
    return made


def _incident(said: Said, row: Said) -> dict[str, Any]:
    return {
        **_when(row["on"]),
        "what": row["what"],
        "location": row["location"],
        "hate": [code for code in said["motivations"] if code in HATE_MOTIVATIONS],
        "reports": [],
    }


def _report(said: Said, row: Said, bodies: Mapping[str, Body]) -> dict[str, Any]:
    body = bodies.get(row["body"])
    kind = row["body"] if row["body"] in BODY_KINDS else ""
    return {
        "by": VICTIM if said["asking_for"] in ("someone", "group") else APPLICANT,
        "kind": body.kind if body else kind,
        "body": row["body"] if body else "",
        "name": body.name if body else "",
        "reference": row["reference"],
        "happened": row["happened"],
        **_when(row["reported_on"]),
    }


def _when(on: Any) -> dict[str, Any]:
    """An ApproximateDate as the application has it: the first and the last day that it can mean."""
    if on is None:
        return {"from": None, "to": None}
    return {"from": on.since.isoformat(), "to": on.until.isoformat()}


def _reporter(row: Said) -> dict[str, Any]:
    way = "email" if "@" in row["reach"] else "phone"
    contacts = [{"method": way, "value": row["reach"]}] if row["reach"] else []
    return {"roles": ["reporter"], "name": row["name"], "consent": "given", "contacts": contacts}


def _culprit(row: Said) -> dict[str, Any]:
    details = {name: row[name] for name in ("description", "under_18") if row[name]}
    return {"roles": ["alleged_perpetrator"], "name": row["name"], "details": details}

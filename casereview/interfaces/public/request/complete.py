"""Turns what was told into the application that `receive_application` takes. Pure: nothing is read or written."""

from typing import Any
from uuid import UUID

from casereview.interfaces.public.request.complete_people import APPLICANT, people, reporter_ids
from casereview.interfaces.public.request.recurring import Span, incidents
from casereview.interfaces.public.request.times_words import when_words
from casereview.interfaces.public.request.told import Told
from casereview.schemes.model import BODY_KINDS, HATE_MOTIVATIONS


def application(told: Told, applicant: UUID) -> dict[str, Any]:
    """The JSON of cases.application. applicant: the id that the person who asks will have, that of the draft.

    Whatever was left out or cannot be read is missing, and is asked later.
    """
    codes, words = _codes(told), _words(told)
    return {
        "people": people(told, applicant),
        "incidents": _incidents(told, applicant),
        "codes": {name: value for name, value in codes.items() if value not in (None, "", [])},
        "words": {name: value for name, value in words.items() if value},
        "keep_from": told.of("sharing").get("keep_from", []),
        "files": [{"file": file["file"], "name": file["name"]} for file in told.files],
        "equality": _equality(told),
    }


def _codes(told: Told) -> dict[str, Any]:
    now, others = told.of("now"), told.of("others")
    counted = others.get("how_many")
    return {
        "asking_for": told.of("who").get("asking_for"),
        "going_on": now.get("going_on"),
        "danger": now.get("danger"),
        "others": others.get("others"),
        "others_reported": max(counted or 0, len(told.numbers("others"))) or counted,
        "motivations": told.of("because").get("motivations"),
        "effects": told.of("effect").get("effects"),
        "harder": told.of("coping").get("reasons"),
        **told.of("answered"),
    }


def _words(told: Told) -> dict[str, str]:
    return {
        "problem": told.of("what").get("problem", ""),
        "place": told.of("where").get("place", ""),
        "danger": told.of("now").get("danger_what", ""),
        "because": told.of("because").get("something_else", ""),
        "impact": told.of("effect").get("impact", ""),
        "vulnerability": told.of("coping").get("vulnerability", ""),
        "wanted": told.of("wish").get("wanted", ""),
        "keep_from": told.of("sharing").get("keep_why", ""),
    }


def _equality(told: Told) -> dict[str, str]:
    willing = told.of("about-you").get("willing") == "yes"
    return dict(told.of("about-you/answers")) if willing else {}


def _incidents(told: Told, applicant: UUID) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for time in told.numbers("times"):
        if told.of(f"times/{time}/when").get("kind") == "keeps":
            made += [_incident(told, applicant, time, *one) for one in incidents(told, time)]
        else:
            on = told.of(f"times/{time}/day").get("on")
            span = Span(on.since, on.until) if on else Span(None, None)
            made.append(_incident(told, applicant, time, span, told.numbers(f"times/{time}/told")))
    return made


def _incident(told: Told, applicant: UUID, time: int, span: Span, reports: list[int]) -> dict[str, Any]:
    what = told.of(f"times/{time}/what")
    hate = [code for code in told.of("because").get("motivations", []) if code in HATE_MOTIVATIONS]
    return {
        "from": span.since and span.since.isoformat(),
        "to": span.until and span.until.isoformat(),
        "as_told": _as_told(told, time),
        "what": what.get("what", ""),
        "location": what.get("location", ""),
        "hate": hate,
        "reports": [_report(told, applicant, f"times/{time}/told/{number}") for number in reports],
    }


def _as_told(told: Told, time: int) -> str:
    """A pattern in words. What was typed into the boxes of a date says no more than the days that it can mean."""
    keeps = told.of(f"times/{time}/when").get("kind") == "keeps"
    return when_words(told, time) if keeps else ""


def _report(told: Told, applicant: UUID, page: str) -> dict[str, Any]:
    said = told.of(page)
    body, on = said.get("body", ""), said.get("on")
    kinds = {b.holder: b.kind for b in told.bodies}
    names = {b.holder: b.name for b in told.bodies}
    return {
        "by": reporter_ids(told, applicant).get(said.get("by", APPLICANT), str(applicant)),
        "kind": kinds.get(body, body if body in BODY_KINDS else ""),
        "body": body if body in kinds else "",
        "name": said.get("name") or names.get(body, ""),
        "from": on and on.since.isoformat(),
        "to": on and on.until.isoformat(),
        "told": said.get("officer", ""),
        "reference": said.get("reference", ""),
        "promised": said.get("promised", ""),
        "happened": said.get("happened", ""),
    }

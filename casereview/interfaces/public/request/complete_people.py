"""The people of an application, as told: who asks, who is affected, who else reported, who is said to do it."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from casereview.interfaces.public.request.told import Told

APPLICANT, VICTIM = "me", "victim"  # "me" is also the choice "I told them" on the page of a report
METHODS = ("email", "phone", "post", "through_someone", "applicant_calls")
AT_HOME = "home"  # the household of the person affected, whatever its address


def people(told: Told, applicant: UUID) -> list[dict[str, Any]]:
    """Everybody in the application. Somebody who did not agree to be named is not among them, only counted."""
    return [
        *_asking(told, applicant),
        *(_other(said, f"others/{n}") for n, said in _named_others(told)),
        *(_responsible(told.of(f"people/{n}")) for n in told.numbers("people")),
    ]


def reporter_ids(told: Told, applicant: UUID) -> dict[str, str]:
    """Whom a report is counted for, by what was chosen as "Who told them?"."""
    others = {f"others/{n}": f"others/{n}" for n, _said in _named_others(told)}
    separate = told.of("who").get("asking_for") in ("someone", "group")
    return {APPLICANT: VICTIM if separate else str(applicant), **others}


def _asking(told: Told, applicant: UUID) -> list[dict[str, Any]]:
    """The applicant, and the person or group affected where that is somebody else."""
    name, asking_for = told.of("name"), told.of("who").get("asking_for")
    asks = {
        "id": str(applicant),
        "name": name.get("name", ""),
        "relation": name.get("relation", ""),
        "contacts": contacts(told),
        "needs": _needs(told),
    }
    home = {key: value for key, value in told.of("home").items() if key in ("address", "tenure", "landlord")}
    consent = told.of("agreement").get("consent", "")
    if asking_for == "someone":
        affected = {"id": VICTIM, "roles": ["victim"], "name": name.get("affected", ""), "household": AT_HOME}
        return [{**asks, "roles": ["applicant"]}, {**affected, "consent": consent, **home}]
    if asking_for == "group":
        group = {
            "id": VICTIM,
            "roles": ["victim", "group"],
            "name": name.get("group", ""),
            "consent": consent,
        }
        return [{**asks, "roles": ["applicant"]}, {**group, **home}]
    return [{**asks, "roles": ["applicant", "victim"], "household": AT_HOME, "consent": "given", **home}]


def _named_others(told: Told) -> list[tuple[int, dict[str, Any]]]:
    said = [(number, told.of(f"others/{number}")) for number in told.numbers("others")]
    return [(number, one) for number, one in said if one.get("agreed") == "yes" and one.get("name")]


def _other(said: dict[str, Any], known_as: str) -> dict[str, Any]:
    ways = [{"method": method, "value": said[method]} for method in ("email", "phone") if method in said]
    other = {
        "id": known_as,
        "roles": ["reporter"],
        "name": said["name"],
        "consent": "given",
        "contacts": ways,
    }
    home = {"me": AT_HOME, "nobody": known_as}.get(said.get("home", ""))
    return {**other, "household": home} if home else other


def _responsible(said: dict[str, Any]) -> dict[str, Any]:
    details = {key: said[key] for key in ("description", "under_18", "complained") if key in said}
    return {"roles": ["alleged_perpetrator"], "name": said.get("name", ""), "details": details}


def _needs(told: Told) -> dict[str, Any]:
    said = told.of("easier")
    chosen = dict.fromkeys(said.get("needs", []), True)
    return {**chosen, **{key: said[key] for key in ("language", "other") if key in said}}


def contacts(told: Told) -> list[dict[str, Any]]:
    """The ways of contact that were chosen, then those that must never be used, each once."""
    safe, home = told.of("safe"), told.of("home")
    never = {method for method in safe.get("never", []) if method in METHODS}
    made = [
        {
            "method": method,
            "value": told.of(_page(method)).get("value", ""),
            "seen_by_others": told.of(_page(method)).get("seen_by_others", ""),
            "never": method in never,
            "when": safe.get("when", ""),
            "how": _how(told),
        }
        for method in told.of("contact").get("methods", [])
    ]
    if home.get("post_safe") == "no":
        never.add("post")
    chosen = {way["method"] for way in made}
    return made + [{"method": method, "never": True} for method in METHODS if method in never - chosen]


def _page(method: str) -> str:
    return f"contact/{method.replace('_', '-')}"


def _how(told: Told) -> str:
    """What to mind when calling or writing, in sentences."""
    safe = told.of("safe")
    rules = {
        "voicemail": _("Never leave a voicemail."),
        "visible_number": _("Never call with a number that shows."),
        "withheld": _("Never call with a withheld number."),
        "visit": _("Never come to the door."),
    }
    lines = [rules[code] for code in safe.get("never", []) if code in rules]
    if "if_another" in safe:
        lines.append(_("If somebody else answers: %(words)s") % {"words": safe["if_another"]})
    return "\n".join([*lines, safe["other"]] if "other" in safe else lines)

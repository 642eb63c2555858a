"""What was coded of each area's public page, in the words of a scheme: read apart from the files themselves.

`coded_areas.json` is the coding of the pages, made before there was a file; null is what a page did not say.
"""

import json
import re
from pathlib import Path

from casereview.clocks.length import Length

AREAS = {each["code"]: each for each in json.loads(Path(__file__).with_name("coded_areas.json").read_text())}
KINDS = ("individual", "community", "hate")  # routes called so; every other is "other"
ANCHORS = {
    "back from application": "application",
    "any six-month period": "any",
    "any twelve-month period": "any",
    "within six months of the first incident": "first_incident",
}
RESPONSES = {
    "no action": {"no_action"},
    "no effective action": {"no_effective_action"},
    "no or insufficient action": {"no_action", "insufficient_action"},
    "not resolved to satisfaction": {"not_resolved_to_satisfaction"},
    "not satisfied with outcome or response": {"not_satisfied_with_response"},
    "further actions are available to resolve the case": {"further_actions_available"},
    "inappropriate action": {"inappropriate_action"},
    "behaviour persists": {"problem_persists"},
    "not appropriately addressed or no action": {"not_appropriately_addressed", "no_action"},
    "complaint not properly addressed or no action taken": {"not_appropriately_addressed", "no_action"},
}
STOPS = {
    "acknowledge": {"acknowledgement_sent"},
    "request information from agencies": {"application_dispatched"},
    "agencies supply information": {"reports_answered", "all_reports_answered"},
    "threshold decision": {"threshold_met", "threshold_not_met"},
    "threshold decision notified": {"decision_notice_sent"},
    "tell panel members": {"information_requested"},
    "summary report to panel": {"pack_sent"},
    "review meeting": {"review_held"},
    "review completed": {"review_held"},
    "review and agreed actions": {"plan_sent"},
    "outcome to coordinator": {"minutes_signed"},
    "outcome letter": {"plan_sent"},
    "appeal window": {"appeal_received"},
    "appeal hearing": {"hearing_held"},
    "appeal decision": {"appeal_decided"},
}
STARTS = {
    None: set(),
    "request received": {"application_received"},
    "receipt of request": {"application_received"},
    "completed form": {"application_received"},
    "completed application received": {"application_received"},
    "submission": {"application_received"},
    "activation": {"application_received"},
    "case review activated": {"application_received"},
    "referral": {"application_received"},
    "information requested": {"application_dispatched"},
    "all information received": {"all_reports_answered"},
    "threshold decision": {"threshold_met", "threshold_not_met"},
    "applicant's completed form received": {"statement_received"},
    "review meeting": {"review_held"},
    "review decision": {"review_held"},
    "applicant informed of the outcome": {"plan_sent"},
    "applicant receives the outcome letter": {"plan_sent"},
    "appeal received": {"appeal_received"},
}
CHANNELS = {
    "online": "web",
    "email": "email",
    "telephone": "phone",
    "police 101": "phone",
    **dict.fromkeys(("post", "letter", "writing", "form by post"), "post"),
}
BODIES = (
    ("police", "police"),
    ("hous|landlord", "landlord"),
    ("health|clinical|care board", "health"),
    ("council|authority", "council"),
)


def length(text):
    """The first length in a text: "1 calendar month of incident" is a month."""
    found = re.search(r"(\d+) (?:calendar )?(day|week|month)", text or "")
    return Length(int(found[1]), f"{found[2]}s") if found else None


def apply_since(text):
    """From when the time to apply runs."""
    words = (text or "").lower()
    if "first" in words:
        return "first_incident"
    return "latest_incident" if "most recent" in words else "incident" if "behaviour" in words else "report"


def rules_of(route):
    """A coded route as the values that its block must state."""
    notes = (route["notes"] or "").lower()
    link = "location" if "location" in notes else "incident" if "of the same incident" in notes else "problem"
    limits = {name: length(route[name]) for name in ("report_within", "apply_within")}
    latest = route["latest_report_within"] or ""
    return {
        "reports": route["min_reports"],
        "people": route["min_reporters"],
        "window": length(route["window_months_or_days"]),
        "anchor": ANCHORS.get(route["window_basis"]),
        "report_within": limits["report_within"] and (limits["report_within"], "incident"),
        "apply_within": limits["apply_within"]
        and (limits["apply_within"], apply_since(route["apply_within"])),
        "latest_within": length(latest)
        and (length(latest), "latest_incident" if "INCIDENT" in latest else "latest_report"),
        "linked_by": link if route["same_problem"] else None,
        "response": RESPONSES.get(route["response_condition"], set()),
    }


def channel(said):
    """A way of asking as a channel; None for a form of which nobody knows how it is sent."""
    return "web" if said.startswith("online") else CHANNELS.get(said)


def kind_of(body):
    """The kind of a body by its name."""
    return next(kind for words, kind in BODIES if re.search(words, body.lower()))

"""A case as the threshold needs it, and its receipt: always worked out from the facts, never stored as a status.

A body's "no record" changes nothing here: lost reports are often the very grievance. Where a body's date differs
from the one we were told, either may be right, so that the report counts only where both readings agree. Only a named
person's reasoned finding (`report_discounted`) takes a report out.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from casereview.cases.beginning import TELLING, applied_on, beginning
from casereview.cases.models import Fact, Incident, Person, Report
from casereview.cases.record import Record
from casereview.schemes import application as scheme
from casereview.schemes.application import Application, When
from casereview.schemes.judged import of_applicant
from casereview.schemes.model import HATE_MOTIVATIONS
from casereview.schemes.receipt import Discount, Receipt
from casereview.schemes.threshold import assess

FINDING = "finding"  # the rule of receipt.DISCOUNTS by which a person took a report out
ANSWERS = {"yes": True, "no": False}
USUAL_PLACE = "the usual place"  # a time's own place is asked for only where it is another
OWN_HOUSEHOLD = ("applicant", "victim", "representative", "group")

Findings = Mapping[str, bool | None]


def receipt_of(record: Record, findings: Findings | None = None) -> Receipt:
    """The threshold receipt of the case under the rules it has pinned.

    findings: what the deciders find for each judged code, if it is not yet recorded.
    """
    receipt = assess(record.scheme, application_of(record, findings))
    out = tuple(Discount(str(id_), FINDING) for id_ in discounted(record))
    statute = receipt.statute
    return receipt._replace(
        routes=tuple(route._replace(discounted=(*route.discounted, *out)) for route in receipt.routes),
        statute=statute._replace(discounted=(*statute.discounted, *out)),
    )


def application_of(record: Record, findings: Findings | None = None) -> Application:
    """What was applied with, as it is known now."""
    received = beginning(record) or record.facts[0]
    begun = received.codes.get("first_contact")
    out = discounted(record)
    theirs = record.victim or record.applicant
    others = list(_confirmed_by_bodies(record))
    no_hate = _no_hate(record)
    return Application(
        received=applied_on(record),
        first_contact=date.fromisoformat(begun) if begun else None,
        applicant=str(theirs.id) if theirs else None,
        people=(*(_person(person) for person in record.people), *(person for person, _i, _r in others)),
        incidents=(
            *(_incident(incident, no_hate) for incident in record.incidents),
            *(incident for _p, incident, _r in others),
        ),
        reports=(
            *(_report(record, report) for report in record.reports if str(report.id) not in out),
            *(report for _p, _i, report in others),
        ),
        judged=judged(record, findings),
    )


def discounted(record: Record) -> dict[str, Fact]:
    """The findings that take a report out, by the id of the report."""
    return {fact.codes["report"]: fact for fact in record.current("report_discounted")}


def told_code(record: Record, name: str) -> Any:
    """What the applicant last said of this: at the application, or since."""
    for fact in reversed(record.current(*TELLING)):
        if fact.codes.get(name) not in (None, ""):
            return fact.codes[name]
    return None


def answered(record: Record) -> dict[str, dict[str, Any]]:
    """What the bodies last answered about each report, by its id: `answer`, and `on` where they corrected the day."""
    found: dict[str, dict[str, Any]] = {}
    for fact in record.current("reports_answered"):
        found |= fact.codes.get("answers", {})
    return found


def judged(record: Record, findings: Findings | None = None) -> dict[str, bool | None]:
    """The deciders' findings, under what the applicant alone can say: nobody overrules whether they feel ignored."""
    decided = record.latest("threshold_met", "threshold_not_met", "review_ordered")
    found = dict(findings if findings is not None else decided.codes.get("findings", {}) if decided else {})
    own = {code: ANSWERS.get(str(told_code(record, code))) for code in of_applicant(record.scheme)}
    return found | own


def _person(person: Person) -> scheme.Person:
    """Whoever applies for somebody reports in their place: their reports add up with those of the one affected."""
    own = any(role in OWN_HOUSEHOLD for role in person.roles)
    return scheme.Person(str(person.id), person.household or ("own" if own else None))


def _no_hate(record: Record) -> bool:
    """Whether they said that it is not motivated by hate: a "no", or some other reason named and none of the nine."""
    motivations = told_code(record, "motivations") or []
    other = bool(motivations) and not {*HATE_MOTIVATIONS, "not_sure"} & set(motivations)
    return told_code(record, "hate_motivated") == "no" or other


def _incident(incident: Incident, no_hate: bool) -> scheme.Incident:
    none = () if no_hate else None
    return scheme.Incident(
        id=str(incident.id),
        on=_when(incident.on_from, incident.on_to),
        problem=incident.problem or None,
        location=incident.location or USUAL_PLACE,
        culprit=incident.culprit or None,
        hate=tuple(incident.hate) or none,
    )


def _report(record: Record, report: Report) -> scheme.Report:
    when = _when(report.on_from, report.on_to)
    corrected = answered(record).get(str(report.id), {}).get("on")
    if corrected:
        when = _both(when, date.fromisoformat(corrected))
    return scheme.Report(
        id=str(report.id),
        incident=str(report.incident_id),
        by=str(report.by_id) if report.by_id else None,
        to=report.body_kind or None,
        on=when,
    )


def _when(earliest: date | None, latest: date | None) -> When:
    return When(earliest or date.min, latest or date.max)


def _both(told: When, corrected: date) -> When:
    """A body's day makes a vague date exact; against an exact one both stay possible."""
    if told.earliest <= corrected <= told.latest:
        return When.on(corrected)
    return When(min(told.earliest, corrected), max(told.latest, corrected))


def _confirmed_by_bodies(
    record: Record,
) -> Iterator[tuple[scheme.Person, scheme.Incident, scheme.Report]]:
    """Others whom a body confirms to have reported the same problem: each a person, without a name (MISSION A7)."""
    problem = next((incident.problem for incident in record.incidents if incident.problem), None)
    last = {fact.codes.get("body"): fact for fact in record.current("reports_answered")}
    for holder, fact in last.items():
        kind = record.bodies[holder].kind if holder in record.bodies else None
        days = [fact.codes.get(name) for name in ("others_from", "others_to")]
        when = _when(*(date.fromisoformat(day) if day else None for day in days))
        for number in range(fact.codes.get("others") or 0):
            key = f"{holder}:{number + 1}"
            yield (
                scheme.Person(key),
                scheme.Incident(key, problem=problem),
                scheme.Report(key, incident=key, by=key, to=kind, on=when),
            )

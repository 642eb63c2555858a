"""What was told in a case, as staff read it: the application, its incidents and reports, its people."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.beginning import TELLING
from casereview.cases.models import Contact, Fact, Incident, Person, Report
from casereview.cases.record import Record
from casereview.cases.sharing import consent_of
from casereview.cases.threshold import answered, discounted
from casereview.wording.application import ROLES, TENURES, chosen_words, need_words
from casereview.wording.bodies import BODY_KINDS_STAFF
from casereview.wording.casework import CHANNELS, CONSENTS, DISCOUNT_GROUNDS, REPORT_ANSWERS
from casereview.wording.dates import short_date, vague_date
from casereview.wording.told import told_words


@dataclass(frozen=True, slots=True)
class Telling:
    """The application, or what was told later: when, by which channel, and every answer with its question."""

    fact: Fact
    channel: str
    first_contact: date | None
    answers: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Reported:
    """A report in words: what its body answered about it, and why it was taken out, if it was."""

    report: Report
    to: str
    day: str
    answer: str
    taken_out: str


@dataclass(frozen=True, slots=True)
class Happened:
    """An incident in words, with its reports."""

    incident: Incident
    day: str
    reports: list[Reported]


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the case, in words."""

    person: Person
    roles: str
    consent: str
    tenure: str
    needs: list[str]
    details: list[tuple[str, str]]
    contacts: list[Contact]


def told_of(record: Record) -> list[Telling]:
    """The application first, then what was added, in order."""
    facts = record.current(*TELLING)
    return [
        Telling(
            fact,
            str(CHANNELS.get(fact.codes.get("channel", ""), "")),
            date.fromisoformat(fact.codes["first_contact"]) if fact.codes.get("first_contact") else None,
            [pair for words in record.words.get(fact.id, []) for pair in told_words(words.values)]
            + chosen_words(fact.codes, record.scheme),
        )
        for fact in facts
    ]


def incidents_of(record: Record) -> list[Happened]:
    """Every incident with its reports."""
    return [
        Happened(
            incident,
            day_words(incident.on_from, incident.on_to, incident.as_told),
            [reported(record, report) for report in record.reports if report.incident_id == incident.id],
        )
        for incident in record.incidents
    ]


def reported(record: Record, report: Report) -> Reported:
    """One report in words."""
    said = answered(record).get(str(report.id), {})
    answer = str(REPORT_ANSWERS.get(said.get("answer", ""), ""))
    if said.get("on"):
        answer = _("%(answer)s: %(day)s") % {
            "answer": answer,
            "day": short_date(date.fromisoformat(said["on"])),
        }
    finding = discounted(record).get(str(report.id))
    return Reported(
        report,
        body_name(record, report),
        day_words(report.on_from, report.on_to, report.as_told),
        answer,
        str(DISCOUNT_GROUNDS.get(finding.codes.get("ground", ""), "")) if finding else "",
    )


def body_name(record: Record, report: Report) -> str:
    """To whom a report was made, as well as it is known."""
    body = record.bodies.get(report.own)
    return (
        body.name if body else report.body_name or str(BODY_KINDS_STAFF.get(report.body_kind, _("not known")))
    )


def day_words(since: date | None, until: date | None, as_told: str) -> str:
    """A day as well as it is known, with the words in which it was told where it is not exact."""
    if since and since == until:
        return short_date(since)
    known = vague_date(since, until) if since and until else _("day not known")
    return f"{known} (“{as_told}”)" if as_told else known


def people_of(record: Record) -> list[Somebody]:
    """Everybody in the case."""
    return [
        Somebody(
            person,
            ", ".join(str(ROLES.get(role, role)) for role in person.roles),
            str(CONSENTS.get(consent_of(record, person), "")),
            str(TENURES.get(person.tenure, "")),
            need_words(person.needs),
            told_words(person.details),
            record.contacts_of(person),
        )
        for person in record.people
    ]

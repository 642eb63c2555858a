"""What `manage.py threshold --help` says of the JSON that it reads and prints: a sample, and what each key means."""

from collections.abc import Iterator, Mapping

from casereview.schemes.model import BODY_KINDS, HATE_MOTIVATIONS
from casereview.schemes.receipt import DISCOUNTS, NEEDS

SAMPLE = """\
{
  "received": "2026-12-01",
  "applicant": "Ann",
  "people": [{"id": "Ann", "household": "1 High Street"}, {"id": "Ben", "household": "1 High Street"}],
  "incidents": [
    {"id": "i1", "on": "2026-09-01", "problem": "noise", "location": "the yard", "culprit": "next door"},
    {"id": "i2", "on": {"from": "2026-10-01", "to": "2026-10-07"}, "problem": "noise", "hate": []},
    {"id": "i3", "on": "2026-11-20", "problem": "noise", "hate": ["race"]}
  ],
  "reports": [
    {"id": "r1", "incident": "i1", "by": "Ann", "to": "council", "on": "2026-09-02"},
    {"id": "r2", "incident": "i2", "by": "Ben", "to": "police", "on": "2026-10-08"},
    {"id": "r3", "incident": "i3", "by": "Ann", "to": "council", "on": "2026-11-20"}
  ],
  "judged": {"no_or_inadequate_response": true, "feels_ignored": null}
}"""
WHEN = 'the day, or {"from": DAY, "to": DAY} where it is known roughly: both days count, and either may be left out'
KEYS: Mapping[str, Mapping[str, str]] = {
    "The application": {
        "received": "the day on which the request was received. Needed",
        "first_contact": "the day of an earlier first contact, if there was one",
        "applicant": "the id of the person whose request it is",
        "people": "who reported or asks; where there is no list, reports may name anybody",
        "incidents": "what happened",
        "reports": "what was told to an organisation: one telling of one incident by one person",
        "judged": "what people found, by the code of the finding: true, false, or null where it is not found yet."
        " `manage.py scheme show AREA` lists them",
    },
    "Each of people": {
        "id": "a name of your own. Needed",
        "household": "which household they live in; left out, they are one of their own",
    },
    "Each of incidents": {
        "id": "a name of your own. Needed",
        "on": WHEN,
        "problem": "which problem it belongs to, by a name of your own; all are one where no incident has it",
        "location": "where, by a name of your own",
        "culprit": "who did it, by a name of your own",
        "hate": f"what motivated it, of: {', '.join(HATE_MOTIVATIONS)}. [] is none; left out, nobody has asked",
    },
    "Each of reports": {
        "id": "a name of your own. Needed",
        "incident": "the id of the incident",
        "by": "the id of who reported it",
        "to": f"which kind of body it was reported to: {', '.join(BODY_KINDS)}",
        "on": WHEN,
    },
    "The receipt that is printed": {
        "scheme, rules_of": "the area, and the first day of the rules that were used",
        "met": "true, false, or null where that cannot be said yet: of all, of each route, and of the law's own count",
        "routes": "each route by its name",
        "statute": "the law's own count; found_unmerged is the count if each report of one incident counts",
        "needs, found": "how many are needed and how many were found",
        "counted": "the ids of the reports that count",
        "discounted": f"those that do not, with the rule: {', '.join(DISCOUNTS)}",
        "unknown": f"those of which something must be known first: {', '.join(NEEDS)}."
        " `manage.py scheme show AREA` says what these codes mean",
        "judged": "each finding that the route asks for, as it was given",
        "also": "further numbers that the route asks for",
    },
}


def explained() -> str:
    """The whole text under the options."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "FILE.json, such as:"
    yield ""
    yield SAMPLE
    yield ""
    yield 'Days are written "2026-11-01". What is not needed may be left out or null: it is then not known.'
    for what, keys in KEYS.items():
        yield ""
        yield f"{what}:"
        yield from (f"  {key}: {means}." for key, means in keys.items())

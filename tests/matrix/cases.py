"""Three cases with a canary in every field that could tell on somebody, told through the steps of the procedure.

`ours` (Durham) went to the police, the council and the health board; the housing provider Moorside was reported to
and not told. `other` (Durham) went to the health board and the council, and its applicant has not agreed to be named.
`foreign` is Darlington's.

Kinds of secrets: `reference`; `told` (what the application says); `identity` (name and address of the person
affected, and the problem); `contact`; `people` (other reporters, alleged perpetrators); `place`; `incident:<body>`,
`where:<body>` and `report:<body>` (what was reported to one body, and where it happened); `notes` (internal);
`proposal`; `view:<body>`; `file`; `sealed` (equality answers).
"""

from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.utils import timezone

from casereview.cases.files import found_clean, keep
from casereview.cases.postgresql.roles import as_owner
from demo.casework import assess, signs
from demo.stage import Stage, incident
from tests.matrix.acting import ACTED, acted
from tests.matrix.appealed import APPEALED, appealed
from tests.matrix.heard import heard
from tests.matrix.planned import PLANNED, planned
from tests.matrix.returned import returned
from tests.matrix.reviewed import REVIEWED, reviewed

BODIES = {"durham": ("police", "council", "moorside"), "darlington": ("police", "council", "lingfield")}
TOLD = {
    "ours": ("police", "council", "health"),
    "other": ("council", "health"),
    "foreign": ("police", "council", "health"),
}


@dataclass
class Seeded:
    """A case of the walk, with everything that an address may name of it."""

    name: str
    stage: Stage
    files: list
    _ids: dict = field(default_factory=dict)

    @property
    def reference(self):
        """What the case is called."""
        return self.stage.case.reference

    def ids(self, model):
        """The keys of all rows of a model that belong to the case, whoever may see them."""
        if model not in self._ids:
            with as_owner():
                rows = model.objects.filter(**{model.guard.case: self.stage.case.pk})
                self._ids[model] = list(rows.values_list("pk", flat=True))
        return self._ids[model]


def seed(canaries, name, area, officers, consent=""):
    """Make one case. officers: who answers for each body. consent: of the applicant, as Person.consent has it."""
    stage = Stage(f"matrix-{name}", timezone.localdate(), area)
    who = {"durham": "dev.patel", "darlington": "dar.ling"}[area]

    def word(kind):
        return canaries.word(name, kind)

    def do(step, **answers):
        stage.do(step, who, **answers)

    file = keep(ContentFile(f"diary {word('file')}".encode(), "diary.txt"), timezone.now())
    found_clean(file, timezone.now())
    stage.days_ago(12)
    stage.apply(_application(stage, word, file, consent))
    stage.days_ago(11)
    do("triage_risk", **signs(), risk="high", notes=word("notes"))
    do("record_concern", concern=word("notes"), done=word("notes"))
    reasons = {"override_reason": word("notes"), "notes": word("notes")}
    assess(stage, "first_look", who, override="high", fear="uneasy", **reasons)
    do("record_referral", referred_to="victim_support", service=word("notes"), notes=word("notes"))
    do("agree_protection", what=word("notes"))
    do("assign_owner", owner=stage.user(who))
    do("add_task", what=word("notes"))
    do("dispatch_application", bodies=[stage.body(code) for code in TOLD[name]])
    do("log_contact", route="in_person", outcome="reached", time="10:30", notes=word("notes"))
    do("request_information", person=f"person:{stage.applicant}", questions=word("told"))
    do("add_information", channel="phone", told=word("told"))
    for body, officer in officers.items():
        _answer(stage, body, officer, word(f"view:{body}"))
    do("propose_decision", result="met", reasons=word("proposal"))
    for body, officer in officers.items():
        answers = {"view": "disagree", "reasons": word(f"view:{body}"), "given_by": word(f"view:{body}")}
        stage.do("record_body_view", officer, body=stage.body(body), **answers)
    if name in REVIEWED:
        reviewed(stage, name, word)
        returned(stage, name, word)
    if name in PLANNED:
        planned(stage, word)
    if name in ACTED:
        acted(stage, word)
    if name in APPEALED:
        appealed(stage, word)
        heard(stage, word)
    canaries.know(stage.case.reference, name, "reference")
    return Seeded(name, stage, [file.pk])


def _answer(stage, body, officer, note):
    holder = stage.body(body)
    theirs = [report for report in stage.record().reports if report.own == holder]
    answers = {f"answer_{report.number}": "confirmed" for report in theirs}
    stage.do("answer_reports", officer, body=holder, notes=note, **answers)


def _application(stage, word, file, consent):
    applicant = {
        "id": str(stage.applicant),
        "roles": ["applicant", "victim"],
        "name": word("identity"),
        "relation": word("contact"),
        "household": "home",
        "consent": consent,
        "address": f"1 {word('identity')} Street",
        "tenure": "housing_association",
        "landlord": word("contact"),
        "needs": {"other": word("contact")},
        "contacts": [
            {
                "method": "email",
                "value": f"{word('contact')}@example.org",
                "seen_by_others": "no",
                "when": word("contact"),
            },
            {"method": "phone", "value": word("contact"), "never": True, "how": word("contact")},
        ],
    }
    reporter = {"id": "r", "roles": ["reporter"], "name": word("people"), "consent": "given"}
    reporter |= {"household": "next", "address": word("people")}
    alleged = {"id": "a", "roles": ["alleged_perpetrator"], "name": word("people"), "address": word("people")}
    alleged["details"] = {"description": word("people")}
    words = {name: word("told") for name in ("impact", "vulnerability", "wanted")}
    return {
        "people": [applicant, reporter, alleged],
        "incidents": [_incident(stage, word, body) for body in BODIES[stage.area]],
        "words": {"problem": word("identity"), "place": word("place"), **words},
        "codes": {"asking_for": "me", "going_on": "yes", "feels_ignored": "yes"},
        "files": [{"file": str(file.pk), "name": f"{word('file')}.txt"}],
        "equality": {"religion": word("sealed")},
    }


def _incident(stage, word, body):
    """Something that was reported to this body alone."""
    days = {"police": 80, "council": 60}.get(body, 40)
    told = incident(stage, days, word(f"incident:{body}"), [(body, days - 1)])
    told |= {"location": word(f"where:{body}"), "culprit": word("people")}
    report = told["reports"][0]
    report |= {each: word(f"report:{body}") for each in ("told", "reference", "promised", "happened")}
    return told

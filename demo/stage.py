"""The stage on which a story is told: it moves through days, and everything it does goes through `take`.

Days are counted back from today, so that the demo is always about now. Telling a story twice changes nothing: each
thing it does has its own key.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from casereview.cases.models import Case, Fact
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.jobs.letters import send_due
from casereview.people.models import Body, User
from casereview.people.viewer import SYSTEM, Viewer, for_person, for_user
from casereview.process import take

LONDON = ZoneInfo("Europe/London")
SPACE = uuid.UUID("5f1c3c1e-4f0e-4b52-9d8f-2d8d5f1f6a10")  # names of stories become ids in it


@dataclass
class Stage:
    """One story: its case, its moment, and who acts. `today` is the day on which the demo is set up."""

    name: str
    today: date
    area: str = "durham"
    case: Case | None = None
    at: datetime = field(init=False)
    _taken: int = 0

    def __post_init__(self) -> None:
        self.days_ago(0)

    def is_told(self) -> bool:
        """Whether the story was told before; then its case is taken up, and its days are as they were."""
        with acting(SYSTEM):
            first = Fact.objects.filter(key=self._key(1)).select_related("case").first()
        self.case = first.case if first else None
        return first is not None

    @property
    def applicant(self) -> uuid.UUID:
        """The id of the one who asks, the same at every telling."""
        return uuid.uuid5(SPACE, self.name)

    @property
    def person(self) -> str:
        """The one who asks, as a holder."""
        return f"person:{self.applicant}"

    def days_ago(self, days: int, hour: int = 10) -> None:
        """Move to a moment so many calendar days before today."""
        day = self.today - timedelta(days=days)
        self.at = datetime.combine(day, time(hour, 7 * self._taken % 60), LONDON)

    def day(self, days_ago: int) -> str:
        """That day, as the answers of a form have it."""
        return (self.today - timedelta(days=days_ago)).isoformat()

    def apply(
        self, application: dict[str, Any], *, channel: str = "web", received: int | None = None
    ) -> None:
        """Somebody asks for a review; `received` (days ago) is earlier than now where it is keyed in late."""
        arrived = self.day(received) if received is not None else self.at.date().isoformat()
        answers = {
            "area": self.area,
            "channel": channel,
            "received_on": arrived,
            "read_back": channel == "phone",
            "application": application,
        }
        viewer = for_person(self.applicant, self.area) if channel == "web" else self.who("cora.wren")
        self.case = self._take("receive_application", viewer, answers, area=self.area)

    def do(self, step: str, by: str = "cora.wren", **answers: Any) -> None:
        """Somebody takes a step; whatever letters it queued then go out at that moment."""
        self._take(step, self.who(by), answers, case=self.case)

    def applicant_does(self, step: str, **answers: Any) -> None:
        """The applicant takes a step on their own page."""
        self.person_does(self.person, step, **answers)

    def person_does(self, holder: str, step: str, **answers: Any) -> None:
        """Somebody of the case takes a step on their own page, such as a representative."""
        viewer = for_person(holder.removeprefix("person:"), self.area)
        self._take(step, viewer, answers, case=self.case)

    def system_does(self, step: str, **answers: Any) -> None:
        """What a job does at this moment."""
        self._take(step, SYSTEM, answers, case=self.case)

    def goes_on(self, step: str) -> None:
        """The system opens the case that comes out of this one; the story goes on in it."""
        self.case = self._take(step, SYSTEM, {"area": self.area}, area=self.area, follows=self.case)

    def who(self, name: str) -> Viewer:
        """A person of the demo, by the part of the address before the @."""
        return for_user(User.objects.get(email=f"{name}@example.org"))

    def user(self, name: str) -> str:
        """Their holder, as forms choose it."""
        return f"user:{User.objects.get(email=f'{name}@example.org').pk}"

    def body_named(self, code: str) -> Body:
        """A body of the area."""
        return Body.objects.get(area_id=self.area, code=code)

    def body(self, code: str) -> str:
        """Its holder."""
        return self.body_named(code).holder

    def record(self) -> Record:
        """The case as it stands."""
        assert self.case is not None
        with acting(SYSTEM):
            return load(self.case, SYSTEM, self.at)

    def answer(self, body: str, by: str, **corrections: dict[str, str]) -> None:
        """A body confirms what was reported to it; `report_2={"answer": "no_record"}` says otherwise of one."""
        holder = self.body(body)
        answers: dict[str, Any] = {"body": holder}
        for report in self.record().reports:
            if report.own == holder:
                told = corrections.get(f"report_{report.number}", {"answer": "confirmed"})
                answers |= {f"{name}_{report.number}": value for name, value in told.items()}
        self.do("answer_reports", by, **answers)

    def _take(self, step: str, viewer: Viewer, answers: dict[str, Any], **where: Any) -> Case:
        self._taken += 1
        key = self._key(self._taken)
        with acting(SYSTEM):
            told = Fact.objects.filter(key=key).select_related("case").first()
        if told is not None:
            return told.case
        with acting(viewer):
            case = take(step, viewer=viewer, answers=answers, key=key, at=self.at, **where).case
        with acting(SYSTEM):
            send_due(self.at + timedelta(minutes=1))
        return case

    def _key(self, taken: int) -> str:
        return f"demo:{self.name}:{taken}"


def application(stage: Stage, **told: Any) -> dict[str, Any]:
    """An application in the shape of cases.application, from the few things that a story wants to say."""
    person = {
        "id": str(stage.applicant),
        "roles": ["applicant", "victim"],
        "name": told["name"],
        "household": "home",
        "address": told.get("address", ""),
        "tenure": told.get("tenure", "council"),
        "needs": told.get("needs", {}),
        "contacts": told.get("contacts", [email(told["name"])]),
    }
    words = {"problem": told["problem"], "place": told.get("place", "")}
    words |= {name: told[name] for name in ("impact", "vulnerability", "wanted") if name in told}
    incidents = told.get("incidents", [])
    motives = sorted({motive for each in incidents for motive in each.get("hate", [])})
    codes = {
        "asking_for": "me",
        "going_on": "yes",
        "feels_ignored": "yes",
        "motivations": motives or ["none"],
    }
    return {
        "people": [person, *told.get("people", [])],
        "incidents": incidents,
        "words": words,
        "codes": {**codes, **told.get("codes", {})},
        "keep_from": told.get("keep_from", []),
    }


def email(name: str, *, seen: str = "no") -> dict[str, Any]:
    """A safe e-mail address of an invented person."""
    return {
        "method": "email",
        "value": f"{name.lower().replace(' ', '.')}@example.org",
        "seen_by_others": seen,
    }


def incident(
    stage: Stage, ago: int, what: str, told: Iterable[tuple[str, int]] = (), **more: Any
) -> dict[str, Any]:
    """Something that happened so many days ago; `told` pairs a body with the days ago on which it was reported."""
    reports = []
    for code, reported in told:
        body = stage.body_named(code)
        day = stage.day(reported)
        reports.append({"kind": body.kind, "body": body.holder, "name": body.name, "from": day, "to": day})
    day = stage.day(ago)
    return {"from": day, "to": day, "what": what, "reports": reports, **more}

"""Stories told in memory: every step as `take` takes it, but read from and written to lists, saved by the hundred.

Who may, whether it is open, the check of the answers, what a step does, the chain of the facts, the letters and the
projections are the product's own functions; only loading and saving is done in bulk.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import transaction

from casereview.cases import projections, saving
from casereview.cases.after import after
from casereview.cases.models import Access, Case, Deadline, Fact, Summary
from casereview.cases.outcome import End, Outcome
from casereview.cases.postgresql.roles import acting, writing
from casereview.cases.record import Record
from casereview.cases.references import new_reference
from casereview.letters.models import Letter, Outbox
from casereview.letters.render import of_letter
from casereview.letters.safe_contact import route_to
from casereview.people.models import Body
from casereview.people.viewer import SYSTEM, Viewer
from casereview.process import STEPS
from casereview.taking import checked, must_be_allowed, must_be_open
from demo.cast import Cast
from demo.stage import Stage


@dataclass
class Rehearsal(Stage):
    """A stage without a database; `rows` are what is to be saved once the story is told."""

    cast: Cast = field(kw_only=True)
    rows: saving.Rows = field(default_factory=lambda: defaultdict(list), init=False)
    others: list[Record] = field(
        default_factory=list, init=False
    )  # the cases that it came out of, as they stood
    _record: Record | None = field(default=None, init=False)

    def who(self, name: str) -> Viewer:
        """A person of the demo."""
        return self.cast.viewers[name]

    def user(self, name: str) -> str:
        """Their holder."""
        return self.cast.viewers[name].holder

    def body_named(self, code: str) -> Body:
        """A body of the area."""
        return next(body for body in self.cast.bodies[self.area].values() if body.code == code)

    def record(self) -> Record:
        """The case as it stands at this moment of the story."""
        assert self._record is not None
        return self._record

    def scopes_of(self, viewer: Viewer) -> set[str]:
        """What they hold of the case at this moment of the story: its scopes, as the database would know them."""
        case = self.record().case
        rows = self.rows[Access]
        return {row.scope for holder in viewer.holders for row in rows if self._holds(row, case, holder)}

    def _take(self, step: str, viewer: Viewer, answers: dict[str, Any], **_where: Any) -> Case:
        if self._record is not None and self._record.now != self.at:
            self._stands(replace(self._record, now=self.at))
        made = self._step(step, viewer, answers)
        self._project()
        if letters := made.rows.get(Letter, ()):
            for letter in letters:
                self._send(letter)
            self._project()
        assert self.case is not None
        return self.case

    def _step(self, name: str, viewer: Viewer, answers: dict[str, Any]) -> saving.Written:
        """What `take` does between loading and saving."""
        step = STEPS[name]
        must_be_allowed(step, self._record, viewer, self.area, answers)
        must_be_open(step, self._record, viewer, None)
        outcome = step.do(self._record, checked(step, self._record, answers, None), viewer, self.at)
        if step.opens:
            self._open(outcome.facts[0].on)
        record = self.record()
        last = record.facts[-1] if record.facts else None
        self._taken += 1
        made = saving.written(record.case, outcome, last, viewer, f"many:{self.name}:{self._taken}", self.at)
        self._stands(after(record, made))
        self._keep(outcome, made)
        return made

    def _stands(self, record: Record) -> None:
        """From now on the case is what this record tells."""
        linked = (fact for other in self.others for fact in other.facts)
        self.case, self._record = record.case, self.cast.set_out(record, linked)

    def _project(self) -> None:
        """Derive deadlines and summary: before each step and letter that may ask for them, and in the end."""
        record = self.record()
        record.deadlines, summary = projections.project(record, self.cast.calendar)
        for model, rows in ((Deadline, record.deadlines), (Summary, [summary])):
            others = [row for row in self.rows[model] if row.case_id != record.case.pk]
            self.rows[model] = [*others, *rows]

    def _open(self, received: date) -> None:
        """Begin a case, received on that London date; out of the one that was told until now, if there is one."""
        before = self._record
        if before is not None:
            self.others.append(before)
        if before is not None and before.case.area == self.area:
            rules = {"scheme_id": before.case.scheme_id, "rules_of": before.case.rules_of}
        else:
            scheme = self.cast.scheme(self.area, received)
            rules = {"scheme_id": scheme.digest, "rules_of": scheme.starts}
        case = Case(
            id=uuid.uuid5(self.applicant, f"case {len(self.others)}"),
            reference=new_reference(),
            area=self.area,
            follows=before.case if before else None,
            opened_at=self.at,
            **rules,
        )
        self.rows[Case].append(case)
        self._stands(Record(case, SYSTEM, self.at))

    def _keep(self, outcome: Outcome, made: saving.Written) -> None:
        case = self.record().case
        self.rows[Fact] += made.facts
        for model, rows in made.rows.items():
            self.rows[model] += rows
        for change in outcome.access:
            held = [row for row in self.rows[Access] if self._holds(row, case, change.holder)]
            if isinstance(change, End):
                for row in held:
                    row.until = self.at if not change.scopes or row.scope in change.scopes else row.until
                continue
            already = {row.scope for row in held if saving.lasts_as_long(row, change)}
            self.rows[Access] += [
                Access(case=case, holder=change.holder, scope=scope, since=self.at, until=change.until)
                for scope in change.scopes
                if scope not in already
            ]

    def _holds(self, row: Access, case: Case, holder: str) -> bool:
        lasts = row.until is None or row.until > self.at
        return lasts and row.holder == holder and row.case_id == case.pk

    def _send(self, letter: Letter) -> None:
        """As the job does: it goes at once by e-mail or lies on a page; where neither is safe, it is held."""
        record = self.record()
        route = route_to(record, letter.to)
        if route.is_email or route.kind == "page":
            rendered = of_letter(record, letter, route)
            self._step("record_dispatch", SYSTEM, {"letter": letter, "rendered": rendered})
        else:
            self._step("hold_letter", SYSTEM, {"letter": letter, "why": route.why or "to_post"})
        for row in self.rows[Outbox]:
            if row.letter_id == letter.pk:
                row.state = "held" if route.kind in {"post", "held"} else "done"


def save(stories: Iterable[saving.Rows]) -> None:
    """Save what these stories made, in one transaction; each case under a reference that no other has."""
    rows: saving.Rows = defaultdict(list)
    with acting(SYSTEM), transaction.atomic(), writing():
        for story in _under_free_references(list(stories)):
            for model, theirs in story.items():
                rows[model] += theirs
        for model, unsaved in rows.items():
            model._default_manager.bulk_create(unsaved, batch_size=2000)


def _under_free_references(stories: list[saving.Rows]) -> list[saving.Rows]:
    """Two of a hundred thousand draw the same: the later gets another, though its letters still say the first."""
    drawn = [case.reference for story in stories for case in story[Case]]
    taken = set(Case.objects.filter(reference__in=drawn).values_list("reference", flat=True))
    for story in stories:
        for case in story[Case]:
            if case.reference in taken:
                _rename(story, case.reference, _free_reference(taken))
            taken.add(case.reference)
    return stories


def _free_reference(taken: set[str]) -> str:
    while (drawn := new_reference()) in taken or Case.objects.filter(reference=drawn).exists():
        pass
    return drawn


def _rename(story: saving.Rows, drawn: str, reference: str) -> None:
    for row in (row for rows in story.values() for row in rows):
        if getattr(row, "reference", None) == drawn:
            row.reference = reference

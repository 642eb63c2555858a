"""Stories told in memory: every step as `take` takes it, but read from and written to lists, saved by the hundred.

Who may, whether it is open, the check of the answers, what a step does, the chain of the facts, the letters and the
projections are the product's own functions; only loading and saving is done in bulk.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.db import transaction

from casereview.cases import projections, rules, saving
from casereview.cases.after import after
from casereview.cases.models import Access, Case, Deadline, Fact, Summary
from casereview.cases.outcome import End, Outcome
from casereview.cases.postgresql.roles import acting, writing
from casereview.cases.record import Record
from casereview.cases.references import new_reference
from casereview.clocks.calendar import Calendar
from casereview.letters.models import Letter, Outbox
from casereview.letters.render import of_letter
from casereview.letters.safe_contact import route_to
from casereview.people.models import Area, Body, User
from casereview.people.viewer import SYSTEM, Viewer, for_user
from casereview.process import STEPS
from casereview.schemes.load import by_name
from casereview.schemes.model import Scheme
from casereview.taking import checked, must_be_allowed, must_be_open
from demo.stage import Stage


@dataclass
class Cast:
    """Everybody and everything that the stories of one run share, read once."""

    calendar: Calendar = field(default_factory=rules.calendar, repr=False)
    _pinned: set[str] = field(default_factory=set)

    @cached_property
    def users(self) -> dict[str, User]:
        """Users by the part of their address before the @."""
        return {user.email.partition("@")[0]: user for user in User.objects.all()}

    @cached_property
    def viewers(self) -> dict[str, Viewer]:
        """Those users as viewers."""
        return {name: for_user(user) for name, user in self.users.items()}

    @cached_property
    def bodies(self) -> dict[str, dict[str, Body]]:
        """Bodies by area and holder."""
        found: dict[str, dict[str, Body]] = defaultdict(dict)
        for body in Body.objects.all():
            found[body.area_id][body.holder] = body
        return found

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Areas by their codes."""
        return Area.objects.in_bulk()

    def scheme(self, area: str, on: date) -> Scheme:
        """The scheme that a case received on that day pins."""
        scheme = by_name(area, on)
        if scheme.digest not in self._pinned:
            with acting(SYSTEM), transaction.atomic(), writing():
                rules.pin(area, on)
            self._pinned.add(scheme.digest)
        return scheme

    def set_out(self, record: Record) -> Record:
        """Hand the record what it would otherwise ask the database for."""
        coordinators = {
            viewer.holder: viewer.name
            for viewer in self.viewers.values()
            if viewer.may("coordinate", record.case.area)
        }
        record.bodies = self.bodies[record.case.area]
        vars(record).update(
            calendar=self.calendar, area=self.areas[record.case.area], coordinators=coordinators
        )
        return record


@dataclass
class Rehearsal(Stage):
    """A stage without a database; `rows` are what is to be saved once the story is told."""

    cast: Cast = field(kw_only=True)
    rows: saving.Rows = field(default_factory=lambda: defaultdict(list), init=False)
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

    def _take(self, step: str, viewer: Viewer, answers: dict[str, Any], **_where: Any) -> Case:
        if self._record is not None:
            self._record = self.cast.set_out(replace(self._record, now=self.at))
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
        last = self._record.facts[-1] if self._record else None
        self.case = self.case or self._open(outcome.facts[0].on)
        self._taken += 1
        made = saving.written(self.case, outcome, last, viewer, f"many:{self.name}:{self._taken}", self.at)
        stands = after(self._record or Record(self.case, SYSTEM, self.at), made)
        self._record = self.cast.set_out(stands)
        self._keep(outcome, made)
        return made

    def _project(self) -> None:
        """Derive deadlines and summary: before each step and letter that may ask for them, and in the end."""
        record = self.record()
        record.deadlines, summary = projections.project(record, self.cast.calendar)
        self.rows[Deadline], self.rows[Summary] = record.deadlines, [summary]

    def _open(self, received: date) -> Case:
        scheme = self.cast.scheme(self.area, received)
        return Case(
            id=uuid.uuid5(self.applicant, "case"),
            reference=new_reference(),
            area=self.area,
            scheme_id=scheme.digest,
            rules_of=scheme.starts,
            opened_at=self.at,
        )

    def _keep(self, outcome: Outcome, made: saving.Written) -> None:
        self.rows[Case] = [self.case]
        self.rows[Fact] += made.facts
        for model, rows in made.rows.items():
            self.rows[model] += rows
        for change in outcome.access:
            held = [row for row in self.rows[Access] if row.holder == change.holder and self._lasts(row)]
            if isinstance(change, End):
                for row in held:
                    row.until = self.at if not change.scopes or row.scope in change.scopes else row.until
                continue
            already = {row.scope for row in held if saving.lasts_as_long(row, change)}
            self.rows[Access] += [
                Access(case=self.case, holder=change.holder, scope=scope, since=self.at, until=change.until)
                for scope in change.scopes
                if scope not in already
            ]

    def _lasts(self, row: Access) -> bool:
        return row.until is None or row.until > self.at

    def _send(self, letter: Letter) -> None:
        """The letter goes at once where there is a way by e-mail; otherwise it waits, as any letter does."""
        record = self.record()
        route = route_to(record, letter.to)
        if not route.is_email:
            return
        rendered = of_letter(record, letter, route)
        self._step("record_dispatch", SYSTEM, {"letter": letter, "rendered": rendered})
        for row in self.rows[Outbox]:
            if row.letter_id == letter.pk:
                row.state = "done"


def save(stories: Iterable[saving.Rows]) -> None:
    """Save what these stories made, in one transaction."""
    rows: saving.Rows = defaultdict(list)
    for story in stories:
        for model, theirs in story.items():
            rows[model] += theirs
    with acting(SYSTEM), transaction.atomic(), writing():
        for model, unsaved in rows.items():
            model._default_manager.bulk_create(unsaved, batch_size=2000)

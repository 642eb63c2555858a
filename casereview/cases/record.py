"""A case as its facts tell it: everything that a page, a step or a letter needs, read in one handful of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.utils import timezone

from casereview.cases.linked import facts_of_linked
from casereview.cases.models import (
    Action,
    Case,
    Contact,
    Deadline,
    Document,
    Entry,
    Fact,
    Incident,
    Person,
    Recommendation,
    Report,
    Words,
)
from casereview.cases.naming import names_in
from casereview.cases.rules import calendar, scheme_of
from casereview.clocks.calendar import Calendar
from casereview.people.chairs import Candidate, pool_of
from casereview.people.models import Area, Body, Membership
from casereview.people.panel import Seat, panel_of
from casereview.people.viewer import Viewer
from casereview.schemes.model import Scheme

Detail = TypeVar("Detail", Action, Entry, Recommendation)


@dataclass
class Record:
    """One case, seen by one viewer at one moment. What the viewer may not see is simply not in it."""

    case: Case
    viewer: Viewer
    now: datetime
    facts: list[Fact] = field(default_factory=list)
    words: dict[UUID, list[Words]] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    incidents: Sequence[Incident] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    documents: Sequence[Document] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    bodies: dict[str, Body] = field(default_factory=dict)  # the area's, by holder
    deadlines: list[Deadline] = field(default_factory=list)
    letters: list[Any] = field(
        default_factory=list
    )  # the queued letters, of a room that this one does not know

    @property
    def today(self) -> date:
        """The London date."""
        return timezone.localdate(self.now)

    @cached_property
    def scheme(self) -> Scheme:
        """The rules that the case has pinned."""
        return scheme_of(self.case.scheme_id)

    @cached_property
    def calendar(self) -> Calendar:
        """The working days as this installation knows them now."""
        return calendar()

    @cached_property
    def area(self) -> Area:
        """The area's office: how it is reached, and its look."""
        return Area.objects.get(pk=self.case.area)

    @cached_property
    def names(self) -> dict[str, str]:
        """What everybody is called whom the case names, by holder; read when a page first asks for them."""
        return names_in(self)

    @cached_property
    def coordinators(self) -> dict[str, str]:
        """Who can own a case of this area: names by holder, read when a form first asks for them."""
        current = Membership.objects.current().filter(role="coordinator", area_id=self.case.area)
        found = current.select_related("user").order_by("user__name")
        return {f"user:{membership.user_id}": str(membership.user) for membership in found}

    @cached_property
    def chairs(self) -> dict[str, Candidate]:
        """The pool from which a chair is appointed, by holder, read when a form first asks for it."""
        return pool_of(self.case.area)

    @cached_property
    def clerks(self) -> dict[str, Candidate]:
        """The clerks of the area's appeals panel, by holder."""
        return pool_of(self.case.area, "clerk")

    @cached_property
    def panel_chairs(self) -> dict[str, Seat]:
        """Who may chair the area's appeals panel, by holder, with their terms of office."""
        return panel_of(self.case.area, "panel_chair")

    @cached_property
    def panel_pool(self) -> dict[str, Seat]:
        """Who may sit on the area's appeals panel, by holder, with their terms of office."""
        return panel_of(self.case.area)

    @cached_property
    def linked_facts(self) -> list[Fact]:
        """Who did what in the cases that this one is linked with, whoever reads: conflicts follow the chain."""
        return facts_of_linked(self.case)

    @cached_property
    def corrected(self) -> frozenset[UUID]:
        """The ids of facts that a later fact corrects."""
        return frozenset(fact.corrects_id for fact in self.facts if fact.corrects_id)

    @cached_property
    def _places(self) -> dict[UUID | None, int]:
        """Where each fact stands in the order of events: a correction stands where the fact it corrects stood."""
        places: dict[UUID | None, int] = {}
        for fact in self.facts:
            places[fact.id] = places.get(fact.corrects_id, fact.number)
        return places

    def comes_after(self, one: Fact, other: Fact) -> bool:
        """Whether one stands after the other in the order of events, corrected or not."""
        return self._places[one.id] > self._places[other.id]

    @cached_property
    def _by_kind(self) -> dict[str, list[Fact]]:
        found = defaultdict(list)
        for fact in self.facts:
            if fact.id not in self.corrected and not fact.codes.get("taken_back"):
                found[fact.kind].append(fact)
        for facts in found.values() if self.corrected else ():  # as recorded they stand in order
            facts.sort(key=lambda fact: self._places[fact.id])
        return dict(found)

    @cached_property
    def by_letter(self) -> dict[str, list[Fact]]:
        """What happened to each letter, by its id: the facts about it that no later fact corrects."""
        found = defaultdict(list)
        for fact in self.facts:
            if fact.codes.get("letter") and fact.id not in self.corrected:
                found[fact.codes["letter"]].append(fact)
        return dict(found)

    def current(self, *kinds: str) -> list[Fact]:
        """The facts of these kinds that no later fact corrects or takes back, in the order of recording.

        A correction stands in the place of what it corrects.
        """
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], [])
        found = [fact for kind in kinds for fact in self._by_kind.get(kind, [])]
        return sorted(found, key=lambda fact: self._places[fact.id])

    def latest(self, *kinds: str) -> Fact | None:
        """The last of them, or None."""
        found = self.current(*kinds)
        return found[-1] if found else None

    def has(self, *kinds: str) -> bool:
        """Whether any of these has happened, and has not been corrected away."""
        return not self._by_kind.keys().isdisjoint(kinds)

    def said(self, fact: Fact | None, name: str, default: Any = "") -> Any:
        """A word of a fact by its name, as far as the viewer may read it."""
        if fact is not None:
            for words in self.words.get(fact.id, []):
                if name in words.values:
                    return words.values[name]
        return default

    def person(self, role: str) -> Person | None:
        """The latest person with this role."""
        return next((person for person in reversed(self.people) if role in person.roles), None)

    def in_role(self, role: str) -> list[Person]:
        """All people with this role, oldest first."""
        return [person for person in self.people if role in person.roles]

    @property
    def applicant(self) -> Person | None:
        """Who asked for the review."""
        return self.person("applicant")

    @property
    def victim(self) -> Person | None:
        """The person affected: often the applicant."""
        return self.person("victim")

    def standing(self, rows: list[Detail]) -> list[Detail]:
        """Those of these detail rows whose fact no later fact corrects or takes back, in the order of recording."""
        kept = {fact.id for facts in self._by_kind.values() for fact in facts}
        return [row for row in rows if row.fact_id in kept]

    def contacts_of(self, person: Person) -> list[Contact]:
        """How this person may be reached now: the rows of the latest fact that set their contacts."""
        theirs = [contact for contact in self.contacts if contact.person_id == person.id]
        order = {fact.id: fact.number for fact in self.facts}
        last = max((order.get(contact.fact_id, 0) for contact in theirs), default=0)
        return [contact for contact in theirs if order.get(contact.fact_id, 0) == last]

    @cached_property
    def relevant_bodies(self) -> list[Body]:
        """The bodies of the area to which every application is dispatched (section 105)."""
        return [body for body in self.bodies.values() if body.relevant and body.active]

    @property
    def last_number(self) -> int:
        """The number of the last fact: what a form carries as `seen`."""
        return self.facts[-1].number if self.facts else 0

"""Everybody and everything that the stories of one run share, read once."""

from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db import transaction

from casereview.cases import rules
from casereview.cases.models import Fact
from casereview.cases.postgresql.roles import acting, writing
from casereview.cases.record import Record
from casereview.clocks.calendar import Calendar
from casereview.people.models import Area, Body, User
from casereview.people.viewer import SYSTEM, Viewer, for_user
from casereview.schemes.load import by_name
from casereview.schemes.model import Scheme

# What a record asks the database for about its area: the office, and the pools from which it appoints.
OF_THE_AREA = ("area", "coordinators", "chairs", "clerks", "panel_chairs", "panel_pool")


@dataclass
class Cast:
    """People, bodies, areas and rules; nothing of them changes while the stories are told."""

    calendar: Calendar = field(default_factory=rules.calendar, repr=False)
    _pinned: set[str] = field(default_factory=set)
    _read: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)

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

    def without_seat(self, area: str, holder: str) -> "Cast":
        """The same for stories in which that member of the panel's pool of an area is in office no more."""
        other, read = copy(self), self._read[area]
        pool = {one: seat for one, seat in read["panel_pool"].items() if one != holder}
        other._read = {**self._read, area: {**read, "panel_pool": pool}}
        return other

    def scheme(self, area: str, on: date) -> Scheme:
        """The scheme that a case received on that day pins."""
        scheme = by_name(area, on)
        if scheme.digest not in self._pinned:
            with acting(SYSTEM), transaction.atomic(), writing():
                rules.pin(area, on)
            self._pinned.add(scheme.digest)
        return scheme

    def set_out(self, record: Record, linked: Iterable[Fact] = ()) -> Record:
        """Hand the record what it would otherwise ask the database for. linked: facts of other cases of its chain."""
        area = record.case.area
        if area not in self._read:
            self._read[area] = {name: getattr(record, name) for name in OF_THE_AREA}
        record.bodies = self.bodies[area]
        told = sorted(linked, key=lambda fact: (fact.recorded_at, fact.number))
        vars(record).update(self._read[area], calendar=self.calendar, linked_facts=told)
        return record

"""What many tests begin with is made once: the rows stay under a savepoint, and each test gets a copy of the objects.

A beginning is a fixture that makes rows and returns an object; another may build upon it. They lie on each other as on
a pile, in one transaction that never commits. A test that stands on other beginnings first takes off what it does not
share, and its own rows go when it ends.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any

import pytest
from django.db import connection, transaction

OURS = [Parameter("pile", Parameter.KEYWORD_ONLY)]


def beginning(make: Callable) -> Any:
    """Make `make(*beginnings)` a fixture whose rows and objects are made once for the tests that stand on them.

    Whatever rows a fixture makes between two beginnings are gone: it belongs after the last of them.
    """

    @wraps(make)
    def fixture(*, pile: "Pile", **upon: Any) -> Any:
        return pile.begin(fixture, make, *upon.values())

    upon = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in signature(make).parameters.values()]
    fixture.__signature__ = Signature([*OURS, *upon])
    return pytest.fixture(fixture)


@dataclass
class Layer:
    """What a beginning made, as it was when it was new, and the savepoint that holds its rows."""

    fixture: Callable
    made: Any
    rows: transaction.Atomic


@dataclass
class Pile:
    """The beginnings of one worker's tests. height: how many of them the present test stands on."""

    layers: list[Layer] = field(default_factory=list)
    height: int = 0
    blocker: Any = None  # pytest-django's, who lets nobody at the database unasked
    of_the_test: transaction.Atomic | None = None

    def make_room(self, item: pytest.Item) -> None:
        """Before a test: what it does not stand on goes."""
        theirs = {each.func for found in item._fixtureinfo.name2fixturedefs.values() for each in found}
        shared = next(
            (n for n, layer in enumerate(self.layers) if layer.fixture not in theirs), len(self.layers)
        )
        if shared < len(self.layers):
            with self.blocker.unblock():
                self.take_off(shared)
        if "pile" in item.fixturenames and item.get_closest_marker("django_db"):
            raise pytest.UsageError(f"{item.nodeid}: the mark `django_db` begins a transaction of its own")

    def begin(self, fixture: Callable, make: Callable, *upon: Any) -> Any:
        """Return what `make(*upon)` makes; its rows are there. What it changes of `upon`, and returns, is changed."""
        self._end_test()
        if self.height < len(self.layers) and self.layers[self.height].fixture is not fixture:
            self.take_off(self.height)
        if self.height == len(self.layers):
            self._lay(fixture, make, upon)
        made = deepcopy(self.layers[self.height].made)
        self.height += 1
        self.of_the_test = _enter()
        same = next((each for each in upon if type(each) is type(made)), None)
        if same is None:
            return made
        same.__dict__ = made.__dict__  # the same world, further on
        return same

    def end(self) -> None:
        """The test is over: its own rows go."""
        if self.of_the_test:
            connection.check_constraints()
        self._end_test()
        self.height = 0

    def take_off(self, height: int = 0) -> None:
        """Keep so many layers; the rows of the others go."""
        while len(self.layers) > height:
            _leave(self.layers.pop().rows)

    def _lay(self, fixture: Callable, make: Callable, upon: tuple) -> None:
        rows = _enter()
        try:
            made = make(*upon)
        except BaseException:
            _leave(rows)
            raise
        self.layers.append(Layer(fixture, deepcopy(made), rows))

    def _end_test(self) -> None:
        if self.of_the_test:
            _leave(self.of_the_test)
            self.of_the_test = None


PILE = Pile()


@pytest.fixture
def db(request):
    """As pytest-django's, but that a test with beginnings stands in their transaction."""
    if "pile" not in request.fixturenames:
        request.getfixturevalue("_django_db_helper")


@pytest.fixture
def pile(db, django_db_setup, django_db_blocker):
    """What `beginning` makes its rows on."""
    PILE.blocker = django_db_blocker
    with django_db_blocker.unblock():
        try:
            yield PILE
        finally:
            PILE.end()


def _enter() -> transaction.Atomic:
    atomic = transaction.atomic()
    atomic._from_testcase = True  # as in Django's own TestCase: it is not the test's outermost
    atomic.__enter__()
    return atomic


def _leave(atomic: transaction.Atomic) -> None:
    transaction.set_rollback(True)
    atomic.__exit__(None, None, None)

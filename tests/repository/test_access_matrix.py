"""Every address, opened by everybody: no secret of a case shows where it does not belong (SECURITY B1, B2).

A page, a role and a guarded model that are added enter by themselves, and fail where something is left to say: a view
that wears no rule; an argument of an address that tests/matrix/values.py does not know; a role that is nobody's in
tests/matrix/viewers.py; a model of which tests/matrix/cases.py makes no row.
"""

import logging

import pytest
from django.core.cache import cache
from django.db import transaction

from casereview.people.roles import ROLES
from demo.place import PEOPLE
from tests.matrix.addresses import addresses
from tests.matrix.found import look
from tests.matrix.rows import NOT_SEEDED, OF_A_CASE
from tests.matrix.values import undeclared
from tests.matrix.viewers import MORE_PEOPLE, THE_CASE

# Views of libraries that wear no rule of ours, each with the reason.
WITHOUT_RULE: dict[str, str] = {}
ADDRESSES = list(addresses())
OPENED = pytest.param("opened", id="opened", marks=pytest.mark.sqlite)
SENT = pytest.param("sent", id="sent", marks=pytest.mark.postgresql)
FILTER = pytest.param("filter", id="query sets alone")
DATABASE = pytest.param("database", id="row security alone", marks=pytest.mark.postgresql)
FEWEST = {"opened": 5000, "sent": 5000, "database": 3000}  # cells


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.pattern)
def test_every_view_says_who_may_open_it(address):
    assert address.rule or address.name in WITHOUT_RULE, f"{address.pattern}: no rule of interfaces.access"


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.pattern)
def test_every_address_can_be_walked(address):
    assert not address.name.endswith("None"), f"{address.pattern}: an address without a name"
    missing = " and ".join(f"“{argument}”" for argument in undeclared(address))
    assert not missing, (
        f"{address.pattern} ({address.name}): say in tests/matrix/values.py what stands for {missing}"
    )


@pytest.fixture(scope="module")
def found(django_db_setup, django_db_blocker):
    """What everybody found, once for all tests."""
    logging.disable(logging.CRITICAL)  # thousands of pages that were not found
    try:
        with django_db_blocker.unblock(), transaction.atomic():
            found = look()
            transaction.set_rollback(True)
    finally:
        logging.disable(logging.NOTSET)
        cache.clear()
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("layer", [OPENED, SENT, DATABASE])
class TestTheWalk:
    def test_no_secret_shows_where_it_does_not_belong(self, found, layer, record_property):
        walk = found.walks[layer]
        record_property(f"Access matrix ({layer})", f"{walk.cells} cells, {len(walk.leaks)} leaks")
        assert walk.cells >= FEWEST[layer]
        assert walk.leaks == []

    def test_a_hidden_case_answers_as_one_that_is_not_there(self, found, layer):
        assert found.walks[layer].told_apart == []

    def test_nothing_is_recorded_in_a_hidden_case(self, found, layer):
        assert found.walks[layer].changed == []

    def test_no_page_fails(self, found, layer):
        assert found.walks[layer].failed == []


@pytest.mark.django_db
@pytest.mark.parametrize("layer", [OPENED, DATABASE])
class TestWhatIsTheirs:
    @pytest.mark.parametrize(
        ("who", "case", "kinds"),
        [
            ("dev.patel", "ours", THE_CASE - {"view:moorside"}),
            ("dar.ling", "foreign", THE_CASE),
            ("pc.hale", "ours", {"identity", "place", "report:police", "proposal", "return:police"}),
            ("by link for police", "ours", {"identity", "place", "asked", "return:police", "shown:police"}),
            ("uma.chair", "ours", {"return:police", "return:council", "shown:police"}),
            ("mel.panel", "ours", {"appeal", "panel", "hearing", "side", "further:police"}),
            ("applicant of ours", "ours", {"contact", "file"}),
            ("representative, confirmed", "ours", {"acts:confirmed", "reach:confirmed"}),
            ("somebody who writes", "draft", {"draft"}),
            ("uma.chair", "ours", {"reference", "identity", "told", "incident:moorside", "place"}),
            ("ira.chair", "other", {"reference"}),
            ("col.clerk", "ours", {"reference", "appeal", "panel", "identity", "contact"}),
            ("pam.panel", "ours", {"reference", "appeal", "panel", "identity", "told"}),
            ("dev.patel", "ours", {"appeal"}),
            ("applicant of ours", "ours", {"appeal"}),
            ("val.support", "ours", {"reference", "identity"}),
            ("val.support", "other", {"reference"}),
        ],
    )
    def test_it_opens(self, found, layer, who, case, kinds):
        wanted = {(case, kind) for kind in kinds} & found.seeded
        assert wanted - found.walks[layer].shown[who] == set()


@pytest.mark.django_db
@pytest.mark.parametrize("layer", [FILTER, DATABASE])
class TestTheRows:
    def test_nobody_is_given_a_row_of_a_hidden_case(self, found, layer):
        foreign = [
            (who, model.__name__, case)
            for (who, model), given in found.rows[layer].items()
            for case in ("ours", "other", "foreign")
            if case not in found.sees[who] and given & found.there.get((model, case), set())
        ]
        assert foreign == []

    def test_whoever_works_a_case_is_given_every_row_of_it(self, found, layer):
        works = [(who, case) for who, sees in found.sees.items() for case in sees if sees[case] == THE_CASE]
        assert works == [("dev.patel", "ours"), ("dev.patel", "other"), ("dar.ling", "foreign")]
        given = found.rows[layer]
        missing = [
            (who, model.__name__, case)
            for who, case in works
            for model in OF_A_CASE
            if found.there[model, case] - found.panels[model, case] - given[who, model]
        ]
        assert missing == []


@pytest.mark.postgresql
@pytest.mark.django_db
def test_database_and_query_sets_give_everybody_the_same_rows(found):
    database, query_sets = found.rows["database"], found.rows["filter"]
    assert [key for key in database if database[key] != query_sets[key]] == []


@pytest.mark.django_db
def test_reading_one_case_gives_everybody_what_the_query_set_gives_them(found):
    assert [key for key, (asked_once, asked) in found.sight.items() if asked_once != asked] == []
    assert any(asked for _asked_once, asked in found.sight.values())


@pytest.mark.django_db
def test_every_guarded_model_has_a_row_in_the_case(found):
    empty = {model.__name__ for model in OF_A_CASE if not found.there[model, "ours"]}
    assert empty == NOT_SEEDED, (
        "make a row of it in tests/matrix/cases.py, and keep NOT_SEEDED in rows.py true"
    )


@pytest.mark.django_db
def test_every_role_has_somebody_who_looks(found):
    held = [(name, role) for name, _full, role, *_where in PEOPLE] + [who[:2] for who in MORE_PEOPLE]
    assert {role for name, role in held if name in found.sees} == set(ROLES)

"""What is erased is gone from every table, and nothing else is: with a canary in every field of two cases."""

from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.files.storage import default_storage, storages
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from casereview.audit.models import Entry
from casereview.cases.chain import broken_at
from casereview.cases.models import Access, Fact, StoredFile
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.interfaces.staff.case.pages import PAGES
from casereview.jobs.retention import erase_again
from casereview.jobs.uploads import remove_unused_files
from casereview.people.models import User
from casereview.people.viewer import SYSTEM
from casereview.process import NotOpen, take
from demo.place import build
from tests.matrix.canaries import Canaries
from tests.matrix.cases import seed
from tests.matrix.viewers import add_people
from tests.signed_in import enter

OURS = [model for model in apps.get_models() if model.__module__.startswith("casereview.")]
STAYS = {"reference", "sealed"}  # the case's number; equality answers, which are nobody's


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_of_a_case_says_what_is_left_of_it(model):
    columns = {field.attname for field in model._meta.concrete_fields}
    assert not columns & {"case_id", "became_id"} or getattr(model, "erased", None) or model is Entry


def everything():
    """All rows of all tables of the service, as one text."""
    with as_owner():
        return "\n".join(str(list(model.objects.values())) for model in OURS)


@pytest.fixture
def two(db):
    """Two cases full of canaries; a note says that the first was erased before."""
    canaries = Canaries()
    build()
    add_people()
    ours = seed(canaries, "ours", "durham", {"police": "pc.hale", "council": "sam.ferry"})
    other = seed(canaries, "other", "durham", {"council": "sam.ferry"}, consent="not_yet")
    return canaries, ours, other


def kinds_left(canaries, case):
    """The kinds of secrets of a case that are in any table."""
    found = [canaries.secrets[word] for word in canaries.found_in(everything())]
    return {kind for name, kind in found if name == case}


def erase(case):
    """As after a restore: the note is there, and the job comes by."""
    storages["erasures"].save(str(case.pk), StringIO(""))
    with acting(SYSTEM):
        assert erase_again() == 1
        assert erase_again() == 0


def test_erasure_leaves_the_spine_and_nothing_of_anybody(two, time_machine):
    canaries, ours, _other = two
    case = ours.stage.case
    before = kinds_left(canaries, "other")
    assert len(kinds_left(canaries, "ours") - STAYS) > 20
    with acting(SYSTEM):
        facts = list(Fact.objects.filter(case=case).order_by("number"))
        stored = StoredFile.objects.get(pk=ours.files[0])

    erase(case)

    assert kinds_left(canaries, "ours") <= STAYS
    assert kinds_left(canaries, "other") == before
    with acting(SYSTEM):
        after = list(Fact.objects.filter(case=case).order_by("number"))
        assert broken_at(after) is None
        assert [fact.hash for fact in after[: len(facts)]] == [fact.hash for fact in facts]
        assert [fact.kind for fact in after[len(facts) :]] == ["case_closed", "case_erased"]
        time_machine.move_to(timezone.now() + timedelta(days=3))
        remove_unused_files()
    assert not default_storage.exists(stored.stored)
    with as_owner():
        held = set(Access.objects.filter(case=case, until=None).values_list("holder", flat=True))
    assert held == {"area:durham", "clerks:durham", "system"}
    out = StringIO()
    call_command("rebuild", stdout=out)
    assert "0 of them had differed" in out.getvalue()


def test_the_pages_of_an_erased_case_still_open(two):
    _canaries, ours, _other = two
    erase(ours.stage.case)
    client = Client()
    enter(client, User.objects.get(email__startswith="dev.patel@"))
    case = f"/work/cases/{ours.reference}/"
    for page in PAGES:
        address = case if page == "overview" else f"{case}{page}/"
        assert client.get(address).status_code == 200, address
    assert "were erased on" in client.get(case).content.decode()
    with pytest.raises(NotOpen, match="erased"), acting(SYSTEM):
        take("flag_silence", viewer=SYSTEM, case=ours.stage.case, answers={}, key="late")

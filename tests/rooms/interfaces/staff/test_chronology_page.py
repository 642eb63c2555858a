"""The chronology and the papers as staff open them: narrowed, joined, downloaded; shut to everybody else."""

import pytest

from tests.rooms.steps import sittings
from tests.rooms.steps.conftest import World
from tests.rooms.steps.test_returns import answer, ask

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def root(world: World):
    """A review that is arranged, in which the police told of the same night as the applicant."""
    sittings.met(world)
    ask(world)
    told = {"r1_kind": "incident", "r1_when": "2026-10-10", "r1_what": "Loud shouting heard by a patrol"}
    answer(world, today=sittings.MET, **told)
    sittings.arrange(world)
    return f"/work/cases/{world.case.reference}/"


def test_it_says_what_looks_the_same_and_joins_it(root, world: World, cora):
    page = cora.get(f"{root}chronology/").content.decode()
    assert "These look like the same" in page
    assert "Loud shouting heard by a patrol" in page
    keys = [part.split('"')[0] for part in page.split('name="same" value="')[1:]]
    joining = cora.get(f"{root}do/merge_entries/", {"same": keys[:2]})
    ticket = joining.content.decode().split('name="ticket" value="')[1].split('"')[0]
    done = cora.post(f"{root}do/merge_entries/", {"ticket": ticket, "same": ",".join(keys[:2])})
    assert done.status_code == 302
    assert "Part again" in cora.get(f"{root}chronology/").content.decode()


def test_it_can_be_narrowed_and_says_when_nothing_fits(root, cora):
    assert "Loud shouting" not in cora.get(f"{root}chronology/?kind=report").content.decode()
    nothing = cora.get(f"{root}chronology/?kind=contact").content.decode()
    assert "Nothing in the chronology fits." in nothing


@pytest.mark.parametrize(
    ("file", "kind"), [("chronology.csv", "text/csv"), ("chronology.pdf", "application/pdf")]
)
def test_it_is_downloaded_by_its_own_office_alone(root, cora, stranger, file, kind):
    mine = cora.get(root + file)
    assert mine["Content-Type"].startswith(kind)
    assert mine["Cache-Control"] == "no-store"
    assert stranger.get(root + file).status_code == 404


def test_every_readers_version_can_be_looked_at(root, world: World, cora):
    page = cora.get(f"{root}papers/").content.decode()
    assert "The chair" in page
    assert cora.get(f"{root}papers/chair.pdf").content.startswith(b"%PDF")
    assert cora.get(f"{root}papers/{world.police.code}.pdf").content.startswith(b"%PDF")
    assert cora.get(f"{root}papers/nobody.pdf").status_code == 404

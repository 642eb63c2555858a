"""Pages as they stand when something is wrong: a silence, a body that does not answer, a letter that cannot be made.

Accessible on phone and desk as the others.
"""

from datetime import date
from pathlib import Path

import pytest

from casereview.cases.postgresql.roles import acting
from casereview.jobs.silence import tell_of_silence
from casereview.jobs.work import run_job
from casereview.letters import pdf
from casereview.letters.values import VALUES
from casereview.people.viewer import SYSTEM
from demo.stage import Stage, application, incident
from tests.journeys.sweep import faults

pytestmark = pytest.mark.django_db(transaction=True)


def silent(name):
    """Somebody who asked forty days ago, can be reached by phone alone, and has heard nothing."""
    stage = Stage(name, date(2026, 12, 4))
    stage.days_ago(40)
    told = [incident(stage, 60, "Bin on fire", [("council", 59), ("police", 59)])]
    phone = [{"method": "phone", "value": "01632 960 123", "seen_by_others": "no"}]
    problem = "Bins are set alight"
    stage.apply(application(stage, name="Lee Carr", problem=problem, incidents=told, contacts=phone))
    return stage


@pytest.fixture
def cases(place):
    """One that Cora has, sent to two bodies; one that nobody has."""
    hers, nobodys = silent("hers"), silent("nobodys")
    hers.do("assign_owner", owner=hers.user("cora.wren"))
    hers.do("dispatch_application", bodies=[hers.body("council"), hers.body("police")])
    assert run_job("silence", tell_of_silence) == 2
    with acting(SYSTEM):
        letter = hers.case.letters.get(code="acknowledgement")
    return hers.case, nobodys.case, letter.pk


def test_no_page_has_a_fault(cases, place, worker, monkeypatch):
    """Cora has a silent case that went to two bodies; nobody has the other, so that Ada was told of it."""
    hers, nobodys, letter = cases
    cora, ada = worker("cora.wren"), worker("ada.quill")
    cora.signs_in()
    root = f"/work/cases/{hers.reference}/"
    found = looked_at(cora, place, "/work/?show=not_heard", "(told: the named contact)")
    found += looked_at(cora, place, "/work/?show=silent", "Which body")
    found += looked_at(cora, place, "/work/tasks/", "The applicant has heard nothing from us since")
    found += looked_at(cora, place, root, "The applicant has heard nothing from us for 40 days")
    found += looked_at(cora, place, root + "way-in/", "Give a new code")
    found += looked_at(cora, place, root + "way-in/new/", "opens nothing any more")
    found += looked_at(cora, place, root + "do/read_aloud/", "Their code for that page")

    letter = f"{root}letters/{letter}"
    monkeypatch.setattr(pdf, "STYLES", Path("/nowhere/letter.css"))
    found += looked_at(cora, place, letter + ".pdf", "cannot be made as a PDF")
    monkeypatch.delitem(VALUES, "received_on")
    found += looked_at(cora, place, letter + "/", "This letter cannot be made at the moment.")

    ada.signs_in()
    found += looked_at(ada, place, "/work/settings/unheard/", nobodys.reference)
    assert found == []


def looked_at(who, place, path, words):
    who.page.goto(place.url + path)
    assert words in who.reads()
    return [(path, fault) for fault in faults(who.page)]

"""Where the proposed rules are those in force, nothing would change."""

import json

from casereview.cases.models import Case
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from casereview.schemes.load import by_name
from casereview.statistics.whatif import WhatIf, what_if
from casereview.statistics.whatif.result import InTime
from tests.what_if import TODAY


def test_the_same_rules_change_nothing(stories):
    heard = []
    found = what_if(by_name("durham", TODAY), lambda done, of: heard.append((done, of)))
    with acting(SYSTEM):
        cases = Case.objects.filter(area="durham").count()
    assert cases > len(stories)  # what was reopened goes on in a case of its own
    assert (found.open_cases + found.closed_cases, heard[-1]) == (cases, (cases, cases))
    assert found.open_cases
    assert found.closed_cases
    assert found.erased == 1
    assert found.changes_nothing
    assert {each.before for each in found.answers} >= {"met", "not_met"}
    assert not any(each.cases.references for each in found.answers)
    assert found.moved.number == 0
    for year in found.years:
        assert all((total.fewer, total.unclear) == (0, 0) and not total.more for total in year.totals)
        assert all(clock.before == clock.after != InTime() for clock in year.timeliness)


def test_the_result_can_be_kept(stories):
    found = what_if(by_name("durham", TODAY))
    assert WhatIf.from_json(json.loads(json.dumps(found.as_json()))) == found

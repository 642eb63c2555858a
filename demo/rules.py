"""The demo's proposed rules: longer time for the review in County Durham, waiting for an administrator to look at."""

from datetime import date

from casereview.clocks.months import months_after
from casereview.interfaces.staff.settings.rules.tasks import ask
from casereview.people import proposals
from casereview.people.models import Proposal, User
from casereview.process import events
from casereview.schemes.check import check
from casereview.schemes.first_day import with_first_day
from casereview.schemes.load import newest
from casereview.schemes.model import Scheme

AREA = "durham"
NOW, PROPOSED = "length = { working_days = 10 }", "length = { working_days = 15 }"


def propose_rules(today: date) -> Proposal:
    """Propose them for the month after next, or later; a second time changes nothing."""
    there = Proposal.objects.filter(area=AREA).first()
    if there:
        return there
    before = newest(AREA)
    starts = max(months_after(today.replace(day=1), 2), months_after(before.starts, 1))
    text = with_first_day(before.text, starts) or ""
    scheme = check(text.replace(NOW, PROPOSED), events(), AREA)
    assert isinstance(scheme, Scheme), scheme
    made = proposals.propose(scheme, by=User.objects.get(email="ada.quill@example.org"))
    ask(made)
    return made

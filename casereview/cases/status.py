"""Where a case stands, derived from its facts: the last of these that has happened."""

from casereview.cases.appeal import State, appeal_of
from casereview.cases.beginning import BEGINNINGS
from casereview.cases.record import Record

# In the order of the procedure. The words for each code are in wording/status.py.
STATUSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("received", BEGINNINGS),
    ("with_bodies", ("application_dispatched",)),
    ("deciding", ("decision_proposed",)),
    ("met", ("threshold_met", "review_ordered")),
    ("not_met", ("threshold_not_met",)),
    ("meeting_set", ("meeting_arranged",)),
    ("reviewed", ("review_held",)),
    ("plan_sent", ("plan_sent",)),
    ("completed", ("plan_completed",)),
    ("withdrawn", ("application_withdrawn",)),
    ("passed_on", ("transferred_out",)),
    ("closed", ("case_closed",)),
)

# Where the appeal stands that was made last. Once it was withdrawn the case stands where it stood without it.
APPEALED: dict[State, str] = {
    "received": "appealed",
    "acknowledged": "appealed",
    "referred": "appeal_referred",
    "admitted": "appeal_referred",
    "qualified": "appeal_qualified",
    "hearing_set": "hearing_set",
    "part_heard": "hearing_adjourned",
    "heard": "hearing_held",
    "decided": "appeal_decided",
    "not_admitted": "appeal_not_heard",
    "not_qualified": "appeal_not_heard",
}
# Every status, in the order in which a case comes to them.
ORDER = (
    *(code for code, _kinds in STATUSES[:-3]),
    *dict.fromkeys(APPEALED.values()),
    *(code for code, _kinds in STATUSES[-3:]),
)


def status(record: Record) -> str:
    """Return the code of where the case stands: with an appeal that is not over, where that stands."""
    happened = [code for code, kinds in STATUSES if record.has(*kinds)]
    stands = happened[-1] if happened else "received"
    found = appeal_of(record)
    if found is None or found.state not in APPEALED or (found.ended and stands == "closed"):
        return stands
    return APPEALED[found.state]

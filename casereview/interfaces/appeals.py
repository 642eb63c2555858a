"""An appeal as those read it who work on it: what it says, what was done with it, and what it is made against."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from casereview.cases.appeal import Appeal, appeal_of, appeals, may_appeal_about
from casereview.cases.appeal_rules import rules_of, to_be_found
from casereview.cases.appeal_window import begins_with, last_day
from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.interfaces.due import dues_of
from casereview.interfaces.hearings import hearing_page
from casereview.interfaces.history import Entry, history_of, holder_names
from casereview.wording.appeals import ABOUT, STATES, limits_when_made
from casereview.wording.casework import CHANNELS
from casereview.wording.told import told_words

CLOCKS = {"appeal_acknowledge", "appeal_contact", "qualify", "qualification", "outcome"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One appeal in words. limits: what the area's rules say against it; said: what it says itself.

    later: each fact of it with words besides.
    """

    appeal: Appeal
    state: str
    about: str
    channel: str
    limits: list[str]
    said: list[tuple[str, str]]
    later: list[tuple[Fact, list[tuple[str, str]]]]
    history: list[Entry]


def appeal_page(record: Record) -> dict[str, Any]:
    """What `told/appeal.html` shows: the appeals, the newest first; the window; what they are made against."""
    found, newest = [_shown(record, each) for each in reversed(appeals(record))], appeal_of(record)
    against = newest.about if newest else may_appeal_about(record)
    names = holder_names(record, [run.subject for run in record.deadlines])
    return {
        "appeals": found,
        "waited": newest.days_waited(record.today) if newest else 0,
        "last_day": last_day(record),
        "not_fixed": begins_with(record.scheme, against) != "" if against else False,
        "named": record.scheme.appeal is not None,
        "may_appeal": may_appeal_about(record),
        "dues": [due for due in dues_of(record, names) if due.row.clock in CLOCKS and due.row.is_open],
        "against": _against(record),
        "appeal_files": [document for document in record.documents if document.scope == "appeal"],
        **hearing_page(record),
    }


def words_of(record: Record, fact: Fact) -> list[tuple[str, str]]:
    """The words of a fact, as far as the reader may see them, each once: what several may read is kept for each."""
    found = [pair for row in record.words.get(fact.id, []) for pair in told_words(row.values)]
    return list(dict.fromkeys(found))


def _shown(record: Record, appeal: Appeal) -> Shown:
    later = [(fact, words_of(record, fact)) for fact in appeal.facts[1:]]
    return Shown(
        appeal=appeal,
        state=str(STATES[appeal.state]),
        about=str(ABOUT[appeal.about]),
        channel=str(CHANNELS.get(appeal.received.codes.get("channel", ""), "")),
        limits=_limits(record, appeal),
        said=words_of(record, appeal.received),
        later=[(fact, words) for fact, words in later if words],
        history=history_of(record, list(appeal.facts)),
    )


def _limits(record: Record, appeal: Appeal) -> list[str]:
    to_decide = not appeal.ended and appeal.latest("appeal_qualified") is None
    to_find = to_be_found(rules_of(record, appeal))
    return limits_when_made(record.scheme, appeal.barred, to_find, to_decide=to_decide)


def _against(record: Record) -> list[tuple[str, list[tuple[str, str]]]]:
    """The decision, and what was told of the review: a heading, and the words, as far as they may be seen."""
    titles = {
        "threshold_not_met": _("The threshold decision"),
        "plan_settled": _("What was told of the review"),
    }
    found = [(title, record.latest(kind)) for kind, title in titles.items()]
    return [(title, words) for title, fact in found if fact and (words := words_of(record, fact))]

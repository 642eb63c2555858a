"""The appeal: when it came, what was written down, who decides on it, and what was decided (L21–L24)."""

import re
from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.appeal import Appeal, appeal_of, clerk_of
from casereview.cases.appeal_rules import rules
from casereview.cases.conflicts import bodies_in, took_part
from casereview.letters.about import About
from casereview.letters.markup import Prose, paragraphs
from casereview.people.names import names_of
from casereview.wording.clocks import beside_its_words
from casereview.wording.dates import long_date
from casereview.wording.length import length_words
from casereview.wording.own import said

DECISIONS = (
    "late_appeal_not_admitted",
    "appeal_not_qualified",
    "appeal_qualified",
)


def appeal_on(about: About) -> str:
    """The London day on which it arrived, or was told by phone."""
    found = appeal_of(about.record)
    return long_date(found.received.happened_on) if found else ""


def appeal_late(about: About) -> str:
    """Not "" where it came after the last day."""
    found = appeal_of(about.record)
    return "yes" if found and found.late else ""


def appeal_against(about: About) -> str:
    """What it is made against, in plain words."""
    found = appeal_of(about.record)
    if found and found.about == "threshold":
        return _("the decision that there will be no review")
    return _("the way the review was carried out")


def appeal_written_down(about: About) -> Prose:
    """What was written down on the phone, for its speaker to read; "" where they wrote it themselves.

    Nobody else is told in this way what was said.
    """
    found = appeal_of(about.record)
    if found is None or found.received.codes.get("channel") != "phone":
        return paragraphs("")
    mine = found.received.codes.get("person") == about.to
    return paragraphs(str(about.record.said(found.received, "reasons")) if mine else "")


def appeal_clerk(about: About) -> str:
    """Who clerks it; "" while nobody has taken it on."""
    holder = clerk_of(about.record)
    return names_of([holder]).get(holder, "") if holder else ""


def appeal_decided_on(about: About) -> str:
    """The day of the decision by the chair of the panel."""
    found = appeal_of(about.record)
    fact = found.latest(*DECISIONS) if found else None
    return long_date(fact.happened_on) if fact else ""


def appeal_reasons(about: About) -> Prose:
    """The reasons of that decision, as they were recorded with it."""
    found = appeal_of(about.record)
    fact = found.latest(*DECISIONS) if found else None
    return paragraphs(str(about.record.said(fact, "reasons")))


def appeal_chair(about: About) -> str:
    """The panel's chair who decided, by name."""
    found = appeal_of(about.record)
    fact = found.latest(*DECISIONS) if found else None
    return fact.by_name if fact else ""


def panel(about: About) -> str:
    """By whom appeals are heard, in the page's words; "" where it does not say."""
    appeal = rules(about.record)
    return said(appeal.heard_by) if appeal else ""


def page_calls_it(about: About) -> str:
    """What the area's page calls an appeal that is not upheld, where our reading of its words quotes them.

    A page may say it in words that read like a win: then the reader sees both.
    """
    ours = [reading.why for reading in about.record.scheme.readings if reading.value == "not_upheld"]
    quoted = re.search("“([^”]+)”", " ".join(ours))
    return quoted[1] if quoted else ""


def qualify_length(about: About) -> str:
    """How long the chair of the panel has to decide; "" where no time is promised."""
    return _length(about, "qualify")


def notice_length(about: About) -> str:
    """Within how long of that decision the notice comes; "" where no time is promised."""
    return _length(about, "qualification")


def outcome_length(about: About) -> str:
    """Within how long of the last day of the hearing the outcome comes in writing; "" where no time is promised."""
    return _length(about, "outcome")


def hearing_day(about: About) -> str:
    """The day of the hearing where one is arranged; "" before."""
    found = appeal_of(about.record)
    return _day_of(found) if found else ""


def who_took_part(about: About) -> list[str]:
    """The organisations and staff with a part in the case, by name: somebody of the panel sees a conflict by them."""
    bodies = sorted(body.name for body in bodies_in(about.record).values())
    return [*bodies, *sorted(names_of(took_part(about.record)).values())]


def _length(about: About, name: str) -> str:
    clock = about.record.scheme.clocks.get(name)
    return beside_its_words(clock, length_words(clock.length)) if clock and clock.length else ""


def _day_of(found: Appeal) -> str:
    arranged = found.latest("hearing_arranged")
    told = arranged.codes.get("for") if arranged else None
    return long_date(date.fromisoformat(str(told))) if told else ""

"""What has been promised, by when, and how that date was counted: from the deadlines of the case."""

from django.utils.translation import gettext as _

from casereview.cases.beginning import applied_on
from casereview.cases.deadlines import receipt_of
from casereview.cases.involved import NONE, parts_of
from casereview.cases.models import Deadline
from casereview.cases.undated import undated
from casereview.letters.about import About
from casereview.wording.clocks import beside_its_words, its_words_sentence
from casereview.wording.codes import code_words
from casereview.wording.dates import long_date
from casereview.wording.deadlines import deadline_words
from casereview.wording.meeting import led_by as led_by_words
from casereview.wording.own import said


def received_on(about: About) -> str:
    """The day on which the application arrived, which may be before it was written down."""
    return long_date(applied_on(about.record))


def read_at_once(about: About) -> str:
    """Not "" where the scheme says that a request is read for danger on the working day on which it arrives."""
    clocks = about.record.scheme.clocks.values()
    lengths = [clock.length for clock in clocks if "risk_triaged" in clock.stops and clock.length]
    return "yes" if any(length.amount == 0 for length in lengths) else ""


def led_by(about: About) -> str:
    """Who leads the meeting, as a sentence."""
    return led_by_words(about.record.scheme)


def decide_by(about: About) -> str:
    """By when the decision is due, with its receipt and the page's own words; "" where the page promises no date."""
    found = _by(about, "decide")
    return f"{found} {its_words_sentence(about.record.scheme.clocks['decide'])}".strip() if found else ""


def review_by(about: About) -> str:
    """The last day on which the review may be held, with the page's own words; "" where none is promised."""
    found = open_deadline(about, "review")
    return in_its_words(about, "review", long_date(found.due)) if found and found.due else ""


def review_receipt(about: About) -> str:
    """How the last day for the review was counted; "" where none is promised."""
    found = open_deadline(about, "review")
    said = _by(about, "review")
    if found and "working_days" in (found.receipt.get("length") or {}):
        return f"{said} " + _("Working days are Monday to Friday, without bank holidays.")
    return said


def review_undated(about: About) -> str:
    """Where no last day for the review follows: what the page says of it all the same, else that none is promised."""
    return undated(about.record, "review")


def decide_undated(about: About) -> str:
    """The same of the decision."""
    return undated(about.record, "decide")


def involvement(about: About) -> list[str]:
    """The parts that the applicant may choose, but for none."""
    words = {
        "opening_section": _("come to the first part of the meeting"),
        "whole_meeting": _("come to the whole meeting"),
        "representative": _("ask somebody to come for you"),
        "statement": _("write a statement, which is read out"),
    }
    scheme, offered = about.record.scheme, [code for code in parts_of(about.record) if code != NONE]
    return [words.get(code) or code_words(scheme, "parts", code) for code in offered]


def whole_meeting(about: About) -> str:
    """Not "" where they may come to the whole meeting, and not to its first part alone."""
    return "yes" if "whole_meeting" in parts_of(about.record) else ""


def support(about: About) -> str:
    """The victim support service's name, or ""."""
    return said(about.record.scheme.support)


def open_deadline(about: About, clock: str, subject: str = "") -> Deadline | None:
    """The run of that clock that is open now, for one body if the clock runs for each."""
    open_runs = (run for run in about.record.deadlines if run.clock == clock and run.is_open)
    return next((run for run in open_runs if run.subject in {"", subject}), None)


def in_its_words(about: About, clock: str, promised: str) -> str:
    """A date or a length of that clock, and beside it what the page says of it, so that nothing firmer is promised."""
    return beside_its_words(about.record.scheme.clocks.get(clock), promised)


def _by(about: About, clock: str) -> str:
    run = open_deadline(about, clock)
    return deadline_words(receipt_of(run)) if run and run.due else ""

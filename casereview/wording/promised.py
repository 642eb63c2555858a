"""When an area does what it promises, as the public reads it: "within 10 working days after the meeting"."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.schemes.model import Clock, Scheme
from casereview.schemes.unstated import OF_THE_LAW
from casereview.wording.clocks import beside_its_words, next_meeting_words, promise_with_its_words
from casereview.wording.events import any_event, any_served
from casereview.wording.length import length_words
from casereview.wording.own import said

# What a promise counts from, after “after”, as said to the person who asks: shorter than the words of the event.
AFTER = {
    ("application_received",): gettext_lazy("your request arrives"),
    ("application_dispatched",): gettext_lazy("the organisations are told"),
    ("all_reports_answered",): gettext_lazy("all organisations have answered"),
    ("threshold_met",): gettext_lazy("it was decided that there will be one"),
    ("threshold_met", "threshold_not_met"): gettext_lazy("it is decided"),
    ("review_held",): gettext_lazy("the meeting"),
    ("appeal_received",): gettext_lazy("your appeal arrives"),
    ("appeal_qualified", "appeal_not_qualified"): gettext_lazy("that is decided"),
    ("hearing_held",): gettext_lazy("the hearing"),
}


def times(scheme: Scheme) -> dict[str, str]:
    """For each clock by its name when it is done, with the page's own words; "" where the page names no time."""
    return {name: _when(scheme, clock) for name, clock in scheme.clocks.items()}


def further(scheme: Scheme, told: Collection[str]) -> list[str]:
    """What the page promises besides, a sentence a clock. told: the names of the clocks that are said already.

    What only we chose is no promise of the area; what the law promises is not its own.
    """
    left = (clock for name, clock in scheme.clocks.items() if name not in told and name not in OF_THE_LAW)
    return [
        promise_with_its_words(clock, "applicant") for clock in left if clock.stated and _when(scheme, clock)
    ]


def _when(scheme: Scheme, clock: Clock) -> str:
    """The time of the clock beside the page's words, or those words alone where it has none."""
    return beside_its_words(clock, _time(scheme, clock)) or said(clock.says)


def _time(scheme: Scheme, clock: Clock) -> str:
    """As the clock has it; "" where it has none."""
    if clock.until:
        return next_meeting_words(scheme.group) if scheme.group else _("at the next meeting of the group")
    if clock.length is None:
        return ""
    length = {"length": length_words(clock.length)}
    if clock.counts_back_from:
        return _("at least %(length)s before the meeting") % length
    if clock.length.amount == 0:
        return _("on the same working day")
    if not clock.starts:
        return _("within %(length)s (it is not said from when)") % length
    return _("within %(length)s after %(event)s") % {**length, "event": _event(clock)}


def _event(clock: Clock) -> str:
    """What most cases begin with: the first event, or the two answers of one decision."""
    if clock.starts_on == "served":
        return any_served(clock.starts)
    pair, first = clock.starts[:2], clock.starts[:1]
    return str(AFTER.get(pair) or AFTER.get(first) or any_event(first, "applicant"))

"""What begins the time in which to appeal, by the scheme's clock `appeal`."""

from casereview.cases.appeal import About
from casereview.schemes.model import Scheme

# What begins it, by what the appeal is against: of these the first that the scheme's clock names.
BEGINS: dict[About, tuple[str, ...]] = {
    "threshold": ("threshold_not_met", "decision_notice_sent"),
    "review": ("completion_notice_sent", "plan_completed", "plan_sent", "plan_settled", "review_held"),
}
# Of these events a letter is the written notice: a time that runs from the day of service begins with no other.
NOTICES = ("threshold_not_met", "plan_sent", "completion_notice_sent")


def begins_with(scheme: Scheme, about: About) -> str:
    """The event from which the time to appeal counts; "" where no last day follows from the area's page.

    None does where the page names no time, or does not say from when it counts, or speaks of other appeals alone.
    """
    clock = scheme.clocks.get("appeal")
    if clock is None or clock.length is None:
        return ""
    known = [event for event in BEGINS[about] if clock.starts_on == "day" or event in NOTICES]
    return next((event for event in known if event in clock.starts), "")

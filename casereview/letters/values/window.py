"""How somebody who disagrees can appeal, and until when, as far as the area's page says so (MISSION D1, D2)."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import About as Against
from casereview.cases.appeal import may_appeal_about
from casereview.cases.appeal_rules import barred, rules
from casereview.cases.appeal_window import begins_with, last_day, length_from
from casereview.clocks.deadline import deadline
from casereview.letters.about import About
from casereview.letters.served import served_on
from casereview.schemes.terms import Appeal
from casereview.wording.clocks import its_words_sentence
from casereview.wording.codes import code_words
from casereview.wording.dates import long_date
from casereview.wording.events import event_words
from casereview.wording.length import length_words, or_list
from casereview.wording.own import said

# With what the days to appeal will begin, to whoever waits for it.
LATER = {
    "completion_notice_sent": _("our letter that the plan is completed"),
    "plan_sent": _("our letter with the plan"),
}
# What calls for the letter that begins them, and what that letter is called.
UNOPENED = {
    "threshold_not_met": ("threshold_not_met", _("the letter with the decision")),
    "plan_sent": ("plan_settled", _("the letter with the plan")),
    "completion_notice_sent": ("plan_completed", _("the letter that the plan is completed")),
}


@dataclass(frozen=True, slots=True)
class Window:
    """What a letter or a page says of the right to appeal; "" wherever the area's page says nothing.

    named: whether the page names a way to appeal at all. last_day: in words; past: whether it is over. from_page: the
    days begin only when the reader opens this letter, or it is read to them. later: with what the days will begin;
    unopened: the letter that was sent already, with whose opening they begin. waits: the last day lies ahead, but the
    page takes no appeal while there is a plan. excused: it is over, and the page took none on it: none is late then.
    says: the page's own words of the time.
    """

    named: bool
    length: str
    last_day: str
    past: bool
    from_page: bool
    later: str
    unopened: str
    to: str
    barred: str
    waits: bool
    excused: bool
    says: str


def appeal(about: About) -> dict[str, Any]:
    """The window as a letter sees it, and `address`, where appeals go by post, on one line."""
    lines = about.record.area.appeals_address.splitlines()
    return asdict(window(about)) | {"address": ", ".join(line.strip() for line in lines if line.strip())}


def may_appeal(about: About) -> str:
    """Not "" where there is something to appeal against, and the area's page names an appeal."""
    return may_appeal_about(about.record) if about.record.scheme.appeal else ""


def window(about: About) -> Window:
    """As it stands when this letter goes to its recipient, or when they read their page."""
    scheme, against = about.record.scheme, _against(about)
    found = rules(about.record)
    bars = _bars(found, against)
    begins = begins_with(scheme, against)
    length = length_from(scheme, begins)
    last = _last_day(about, begins) if begins else None
    return Window(
        named=scheme.appeal is not None,
        length=length_words(length) if length else "",
        last_day=long_date(last) if last else "",
        past=last is not None and last < about.record.today,
        from_page=begins != "" and _serves(about, begins) and from_page(about),
        later=str(LATER.get(begins) or event_words(begins)) if begins and not last else "",
        unopened=str(UNOPENED[begins][1]) if not last and _is_unopened(about, begins) else "",
        to=said(found.lodged_with) if found else "",
        barred=or_list([code_words(scheme, "bars", code) for code in bars]),
        waits=last is not None and last >= about.record.today and "plan_live" in bars,
        excused=last is not None and last < about.record.today and bool(barred(about.record, last)),
        says=its_words_sentence(scheme.clocks["appeal"]) if "appeal" in scheme.clocks else "",
    )


def _bars(found: Appeal | None, against: Against) -> list[str]:
    """While what the page takes no appeal, as far as it can be so: who is refused has no plan."""
    codes = found.barred_while if found else ()
    return [code for code in codes if code != "plan_live" or against == "review"]


def from_page(about: About) -> bool:
    """Whether the days to appeal begin only when the recipient opens the letter, or it is read to them."""
    return about.route.kind in {"page", "read_aloud", "held"} and _served(about) is None


def _is_unopened(about: About, begins: str) -> bool:
    """Whether the letter that begins the days has gone, or is about to, and nobody has opened it yet."""
    served = begins in UNOPENED and about.record.scheme.clocks["appeal"].starts_on == "served"
    return served and about.record.has(UNOPENED[begins][0])


def _against(about: About) -> Against:
    return "review" if about.record.has("threshold_met", "review_ordered") else "threshold"


def _serves(about: About, begins: str) -> bool:
    """Whether the time begins with this very letter, on the day on which it counts as served."""
    return begins == about.serves and about.record.scheme.clocks["appeal"].starts_on == "served"


def _last_day(about: About, begins: str) -> date | None:
    """The last day, counted from the day on which this letter goes or will count as served; None where none is fixed.

    On the recipient's own page that is the day they open it: then it is the last day if they open it today. A letter
    that is sent again says what the first did: its days have begun.
    """
    record, today = about.record, about.record.today
    length = record.scheme.clocks["appeal"].length
    if _serves(about, begins):
        on = _served(about) or served_on(
            record, about.route.kind, "opened" if from_page(about) else "sent", today
        )
        return deadline(on or today, length, record.calendar).due
    if begins in about.records and not record.has(begins):
        return deadline(today, length, record.calendar).due
    return last_day(record)


def _served(about: About) -> date | None:
    """The day on which the notice that this letter is counts as served already."""
    found = about.record.current("notice_served")
    return next((fact.happened_on for fact in found if fact.codes.get("event") == about.serves), None)

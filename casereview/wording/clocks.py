"""A clock as one sentence: what must have happened, how long after what, and who owes it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from casereview.schemes.model import Clock, Scheme, StandingGroup
from casereview.wording.bodies import with_article
from casereview.wording.dates import long_date
from casereview.wording.events import any_event, any_served, event_words
from casereview.wording.length import and_list, length_words, sentence
from casereview.wording.own import said
from casereview.wording.page import page_of
from casereview.wording.people import OWED_BY
from casereview.wording.reader import Reader

# What a list calls the clocks that schemes commonly have; others by their own code.
TITLES = {
    "triage": gettext_lazy("First look"),
    "acknowledge": gettext_lazy("Acknowledge"),
    "contact": gettext_lazy("Contact the applicant"),
    "dispatch": gettext_lazy("Tell the bodies"),
    "reports_confirmed": gettext_lazy("Reports confirmed"),
    "decide": gettext_lazy("Decide the threshold"),
    "support": gettext_lazy("Offer support"),
    "return": gettext_lazy("Say what the body holds"),
    "chair": gettext_lazy("Appoint a chair"),
    "review": gettext_lazy("Hold the review"),
    "appeal": gettext_lazy("Last day to appeal"),
    "appeal_acknowledge": gettext_lazy("Acknowledge the appeal"),
    "appeal_contact": gettext_lazy("Speak about the appeal"),
    "qualify": gettext_lazy("Decide whether there is a hearing"),
    "qualification": gettext_lazy("Send that decision"),
    "action": gettext_lazy("An action of the plan"),
    "further_action": gettext_lazy("What the appeals panel asked for"),
    "outcome": gettext_lazy("Outcome of the appeal"),
}


def clock_title(name: str) -> str:
    """A clock's code as a heading: "plan_draft" as "Plan draft"."""
    return str(TITLES.get(name, name.replace("_", " ").capitalize()))


def clock_sentences(clock: Clock) -> list[str]:
    """The promise, then what else is particular to it."""
    return [promise_sentence(clock), *_particulars(clock)]


def group_sentences(scheme: Scheme, group: StandingGroup) -> Iterator[str]:
    """Which group, and when it meets as far as the page says."""
    yield sentence(said(group.name))
    if group.says:
        yield _("It meets: %(says)s.") % {"says": _plain_end(said(group.says))}
    if group.meets:
        yield _("It meets on %(days)s.") % {"days": and_list([long_date(day) for day in group.meets])}
    elif group.says:
        yield _("The page names no days, so no date follows from its meetings.")
    else:
        text = _("%(page)s does not say when it meets, so no date follows from its meetings.")
        yield text % {"page": page_of(scheme)}


def next_meeting_words(group: StandingGroup) -> str:
    """ "at the next meeting of the joint action group", and when the page says that it meets."""
    when = _("at the next meeting of %(group)s") % {"group": with_article(said(group.name))}
    if not group.says:
        return when
    says = {"when": when, "says": _plain_end(said(group.says))}
    return _("%(when)s (it meets: %(says)s)") % says


def _plain_end(words: str) -> str:
    """Words of the page as they stand inside a sentence of ours: without their full stop."""
    return words.strip().rstrip(".")


def beside_its_words(clock: Clock | None, promised: str) -> str:
    """A time or a date, and beside it what the page says of it: "… (the public page says: “we aim to …”)".

    promised: as the clock has it, without the conditions that the page makes. Without words of the page it stays alone.
    """
    if clock is None or not clock.says or not promised:
        return promised
    words = {"promised": promised, "says": _plain_end(said(clock.says))}
    return _("%(promised)s (the public page says: “%(says)s”)") % words


def its_words_sentence(clock: Clock) -> str:
    """ "In the page’s words: …"; "" where the clock has none."""
    return _("In the page’s words: %(says)s") % {"says": sentence(said(clock.says))} if clock.says else ""


def promise_with_its_words(clock: Clock, reader: Reader = "staff") -> str:
    """What is done within which time, then the page's own words where they say more."""
    promise = promise_sentence(clock, reader)
    return f"{promise} {its_words_sentence(clock)}" if _has_more_words(clock) else promise


def promise_sentence(clock: Clock, reader: Reader = "staff") -> str:
    """What is done within which time."""
    stops = any_event(clock.stops, reader)
    starts = _start(clock, reader)
    if clock.counts_back_from and clock.length:
        return sentence(
            _("at least %(length)s before %(event)s: %(stops)s")
            % {
                "length": length_words(clock.length),
                "event": event_words(clock.counts_back_from, reader),
                "stops": stops,
            }
        )
    if not clock.starts:
        return _from_nowhere(clock, stops)
    if clock.until:
        text = _("at the next meeting of the group after %(starts)s: %(stops)s")
        return sentence(text % {"starts": starts, "stops": stops})
    if clock.length is None:
        text = _("from when %(starts)s until %(stops)s: %(says)s")
        says = said(clock.says) or _("no length is promised; the time is measured all the same")
        return sentence(text % {"starts": starts, "stops": stops, "says": says})
    if clock.length.amount == 0:
        text = _("on the same working day on which %(starts)s: %(stops)s")
        return sentence(text % {"starts": starts, "stops": stops})
    text = _("within %(length)s after %(starts)s: %(stops)s")
    return sentence(text % {"length": length_words(clock.length), "starts": starts, "stops": stops})


def _start(clock: Clock, reader: Reader) -> str:
    """The one start of its time: with what it begins, or where it waits for the letter about that, the letter too."""
    if clock.starts_on == "day":
        return any_event(clock.starts, reader)
    if reader == "applicant":
        return any_served(clock.starts)
    words = _("%(starts)s, and the written notice of that counts as served")
    return words % {"starts": any_event(clock.starts)}


def _from_nowhere(clock: Clock, stops: str) -> str:
    """A promise of which the page does not say from when its time counts."""
    if clock.length is None:
        text = _("it is not said from when or within what time: %(stops)s")
        return sentence(text % {"stops": stops})
    text = _("within %(length)s, it is not said from when: %(stops)s")
    return sentence(text % {"length": length_words(clock.length), "stops": stops})


def _has_more_words(clock: Clock) -> bool:
    """Whether the page has words for this time that are not the promise itself already."""
    return bool(clock.says and (clock.length or clock.until or not clock.starts))


def _particulars(clock: Clock) -> list[str]:
    found = [_("Who must do it: %(who)s.") % {"who": OWED_BY[clock.owed_by]}]
    if _has_more_words(clock):
        found.append(its_words_sentence(clock))
    if clock.counts_back_from and clock.starts != (clock.counts_back_from,):
        starts = any_event(clock.starts)
        found.append(_("It is asked for from when %(starts)s.") % {"starts": starts})
    if clock.starts_on == "served" and (clock.counts_back_from or not clock.starts):
        found.append(_("The time begins on the day on which the written notice counts as served."))
    if clock.survives_close:
        found.append(_("It runs on after the case is closed."))
    if clock.chase:
        found.append(reminders_sentence(clock.chase))
    return found


def reminders_sentence(days: tuple[int, ...]) -> str:
    """ "Reminders: 2 working days before and on the last day."; days: working days from the due date."""
    return _("Reminders: %(days)s.") % {"days": and_list([_chase(day) for day in days])}


def _chase(day: int) -> str:
    if day == 0:
        return _("on the last day")
    text = ngettext("%(n)s working day", "%(n)s working days", abs(day)) % {"n": abs(day)}
    return (_("%(days)s before") if day < 0 else _("%(days)s after")) % {"days": text}

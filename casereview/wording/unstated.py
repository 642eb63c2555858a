"""What the product does where a scheme's file is silent, as sentences, each with the reason why it does something."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.schemes import unstated
from casereview.schemes.model import Scheme
from casereview.schemes.unstated import Block, left_open
from casereview.wording import terms
from casereview.wording.clocks import reminders_sentence
from casereview.wording.scheme import Section

TIMING = {
    "draft_lasts": gettext_lazy("Somebody who stops may need some weeks to go on; then it goes."),
    "contact_tries": gettext_lazy("One call in vain is not enough to say that somebody cannot be reached."),
    "keep_case": gettext_lazy(
        "The law lets nothing be kept for ever; six years is how long most civil claims may be brought."
    ),
}
NOTICES = {
    "posted": gettext_lazy(
        "A letter needs that long in the ordinary course of post (Interpretation Act 1978, s.7)."
    ),
    "emailed": gettext_lazy("It is there on that day."),
    "page": gettext_lazy("Until then nobody knows of it."),
}
FIGURES = {
    "months": gettext_lazy("That is the longest that the law allows."),
    "year_starts": gettext_lazy("Where no other year is named, it is the calendar’s."),
    "suppress_under": gettext_lazy("A count under five could point to a person."),
}
MEETING = {
    "applicant": gettext_lazy(
        "The Home Office’s guidance asks the organisations to consider inviting them. This page does not promise it."
    ),
    "agenda": gettext_lazy("Whoever chairs it may change it for each meeting."),
}

DONE = {
    "acknowledgement_sent": gettext_lazy(
        "Whoever asks is told that the request has arrived. Somebody who hears nothing does not know whether it has."
    ),
    "contact_made": gettext_lazy(
        "Whoever asks is called or written to about it. Only they know what is missing, and what is safe for them."
    ),
    "application_dispatched": gettext_lazy(
        "The request is passed to the organisations that take part. The law asks for that (section 104(3))."
    ),
    "decision_notice_sent": gettext_lazy(
        "Whoever asks is told in writing whether there will be a review, with the reasons. The law asks that they be "
        "told (section 104(6)); nobody can disagree with reasons that they have not been given."
    ),
    "plan_sent": gettext_lazy(
        "The action plan is sent to the person affected in writing. The law has them told what comes of a review."
    ),
}
WHO = gettext_lazy(
    "Somebody can ask for themselves, for somebody else, for a group or for a business. "
    "Whether it can be reviewed is for people to decide, and no form refuses a request."
)


def unstated_section(scheme: Scheme) -> Section:
    """The product's own, wherever the file states nothing, and what no file can state."""
    lines = [
        *_who(scheme),
        *(str(DONE[event]) for event in unstated.done_unsaid(scheme)),
        *_each(scheme.timing, unstated.TIMING, TIMING, terms.timing_sentences),
        *_each(scheme.notices, unstated.NOTICES, NOTICES, terms.notices_sentences),
        *_each(
            scheme.meeting, unstated.MEETING, MEETING, lambda block: terms.meeting_sentences(scheme, block)
        ),
        *_each(scheme.figures, unstated.FIGURES, FIGURES, terms.figures_sentences),
        *_reminders(scheme),
        _poll_reminder(),
    ]
    topic = _("Not in this file: what the service does all the same, and why")
    return Section("unstated", topic, tuple(lines))


def _each(
    stated: Block | None, ours: Block, reasons: Mapping[str, object], say: Callable[[Block], Iterable[str]]
) -> Iterator[str]:
    silent = left_open(stated, ours)
    for name, why in reasons.items():
        value = getattr(silent, name)
        if value not in (None, ()):
            for line in say(type(ours)(source="", **{name: value})):
                yield f"{line} {why}"


def _who(scheme: Scheme) -> Iterator[str]:
    if not (scheme.apply and scheme.apply.who):
        yield str(WHO)


def _reminders(scheme: Scheme) -> Iterator[str]:
    clock = scheme.clocks.get("return")
    if not (clock and clock.chase):
        said = reminders_sentence(unstated.REMINDERS)
        why = _("These are for actions of a plan, whose dates people set.")
        yield f"{said} {why}"


def _poll_reminder() -> str:
    said = reminders_sentence((unstated.POLL_REMINDER,))
    return _("%(reminder)s This is for whoever has not said which dates of a meeting they can make.") % {
        "reminder": said
    }

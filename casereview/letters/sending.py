"""What is recorded when a letter has gone, whichever way: used by every step that sends one."""

from datetime import date

from django.utils.translation import gettext

from casereview.cases.models import Fact
from casereview.cases.outcome import NewFact
from casereview.cases.record import Record
from casereview.letters.models import Letter, SentLetter
from casereview.letters.prose_file import prose_of
from casereview.letters.render import Rendered
from casereview.letters.served import Event, served_on
from casereview.letters.states import state


def sent(record: Record, letter: Letter, rendered: Rendered, route: str, on: date) -> tuple[NewFact, ...]:
    """The fact `letter_sent` with the copy as sent, what else its prose file `records`, and when it is served.

    on: the London date on which it went. Sent again, a letter records only that: what it told was told before.
    """
    file = prose_of(letter.code, rendered.language)
    copy = SentLetter(
        letter=letter,
        to=letter.to,
        route=route,
        address=rendered.route.address,
        subject=rendered.subject,
        title=rendered.title,
        prose=rendered.prose,
        language=rendered.language,
    )
    codes = {"letter": str(letter.pk), "code": letter.code, "to": letter.to}
    facts = [
        NewFact("letter_sent", on, {**codes, "route": route, "contact": rendered.route.contact}, rows=(copy,))
    ]
    if not _told_before(record, letter):
        facts += [NewFact(kind, on, _about(letter, codes)) for kind in file.records]
        facts += serving(record, letter, route, "told" if route == "read_aloud" else "sent", on)
    return tuple(facts)


def serving(record: Record, letter: Letter, route: str, event: Event, on: date) -> tuple[NewFact, ...]:
    """The fact `notice_served`, dated the day on which the notice counts as served, if `event` serves it.

    Its codes: `event`, the kind of fact it is the notice of ("threshold_not_met"), and `letter`.
    """
    serves = prose_of(letter.code).serves
    served = served_on(record, route, event, on) if serves else None
    before = any(fact.codes.get("letter") == str(letter.pk) for fact in record.current("notice_served"))
    if served is None or before:
        return ()
    came_back = _no_longer_served(record, serves)
    reason = gettext("The letter had come back and went again") if came_back else ""
    codes = {"letter": str(letter.pk), "event": serves}
    return (NewFact("notice_served", served, codes, corrects=came_back, reason=reason),)


def unserving(record: Record, letter: Letter) -> tuple[NewFact, ...]:
    """What becomes of `notice_served` when its letter comes back: nobody's days run from a notice that never came.

    It is taken back, until the letter goes again. Where they had opened it, or it was read to them, it counts from
    that day, if that is later. Who has appealed had the notice: then nothing changes.
    """
    found = [fact for fact in record.current("notice_served") if fact.codes.get("letter") == str(letter.pk)]
    if not found or record.has("appeal_received"):
        return ()
    served, known = found[-1], state(record, letter).read_on
    if known is None:
        back = {**served.codes, "taken_back": True}
        reason = gettext("The letter came back")
        return (NewFact("notice_served", served.happened_on, back, corrects=served, reason=reason),)
    if known <= served.happened_on:
        return ()
    reason = gettext("The letter came back; by then it had been opened or read aloud")
    return (NewFact("notice_served", known, served.codes, corrects=served, reason=reason),)


def _no_longer_served(record: Record, event: str) -> Fact | None:
    """The notice of that event whose letter came back, and which no later one has taken the place of yet."""
    back = [
        fact
        for fact in record.facts
        if fact.kind == "notice_served" and fact.codes.get("taken_back") and fact.id not in record.corrected
    ]
    return next((fact for fact in reversed(back) if fact.codes.get("event") == event), None)


def _about(letter: Letter, codes: dict[str, str]) -> dict[str, str]:
    """A body's letter records for that body, so that each body's clock is its own."""
    return {**codes, "body": letter.to} if letter.to.startswith("body:") else codes


def _told_before(record: Record, letter: Letter) -> bool:
    """Whether the same letter went to the same recipient before, and did not come back."""
    came_back = {fact.codes.get("letter"): fact.number for fact in record.current("letter_bounced")}
    return any(
        fact.codes.get("code") == letter.code
        and fact.codes.get("to") == letter.to
        and fact.number > came_back.get(fact.codes.get("letter"), 0)
        for fact in record.current("letter_sent")
    )

"""What an applicant reads first: where their case stands, which dates are ahead, what they can do, whom to ask."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casereview.cases.appeal import appeal_of, may_appeal_about
from casereview.cases.appeal_rules import barred
from casereview.cases.beginning import applied_on
from casereview.cases.deadlines import receipt_of
from casereview.cases.hearing import hearing_of
from casereview.cases.meeting import meeting_of
from casereview.cases.models import Deadline, Fact
from casereview.cases.record import Record
from casereview.cases.status import status
from casereview.cases.support import answer_of, was_offered
from casereview.cases.undated import undated
from casereview.interfaces.applicant.hearing import to_choose_part
from casereview.interfaces.applicant.own import THEMSELVES
from casereview.interfaces.applicant.plan_seen import to_comment, to_say_whether_stopped
from casereview.interfaces.applicant.posts import Post, posts
from casereview.interfaces.applicant.taking_part import to_choose, to_write
from casereview.interfaces.due import worked_out
from casereview.letters.about import About
from casereview.letters.safe_contact import Route
from casereview.letters.values import office
from casereview.process import STEPS
from casereview.taking import is_for
from casereview.wording.clocks import beside_its_words
from casereview.wording.dates import long_date, time_of_day
from casereview.wording.receipt import skipped_days
from casereview.wording.status import (
    APPLICANT_DATES,
    APPLICANT_LATE,
    APPLICANT_NEXT,
    APPLICANT_NO_DATE,
    APPLICANT_STATUS,
)

LETTERS_NAMED = 3  # lines that unopened letters take at most


@dataclass(frozen=True, slots=True)
class Ahead:
    """A date in words, and how it was worked out: a sentence, and each day left out with its reason."""

    sentence: str
    worked_out: str = ""
    skipped: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Todo:
    """Something that the applicant can do now, and where. new: something came from us that they have not read."""

    text: str
    href: str
    new: bool = True


def standing_sentence(record: Record) -> str:
    """Where the case stands, in plain words."""
    return str(APPLICANT_STATUS[status(record)])


def ahead(record: Record) -> list[Ahead]:
    """What was promised and is still to come, the nearest date first; then what has no date, and how long it took."""
    running = [run for run in record.deadlines if run.is_open and run.clock in APPLICANT_DATES]
    dated = sorted((run for run in running if run.due), key=lambda run: run.due or date.max)
    undated = [run for run in running if not run.due and run.clock in APPLICANT_NO_DATE]
    found = [_dated(record, run) for run in dated] + [
        _no_date(record, run.clock, run.started_on) for run in undated
    ]
    return _meeting(record) + _hearing(record) + found + _without_clock(record, running)


def _without_clock(record: Record, running: list[Deadline]) -> list[Ahead]:
    """What comes next, where no clock runs for it."""
    clock = APPLICANT_NEXT.get(status(record))
    if clock is None or any(run.clock == clock for run in running):
        return []
    begun = record.latest("review_held") or record.latest("threshold_met", "review_ordered")
    return [_no_date(record, clock, begun.happened_on if begun else applied_on(record))]


def _meeting(record: Record) -> list[Ahead]:
    """The meeting, where one is arranged and has not ended."""
    found = meeting_of(record)
    if found is None or record.now > found.finishes:
        return []
    when = {"day": long_date(found.day), "time": time_of_day(found.slot_of(record.viewer.holder))}
    return [Ahead(_("The meeting is on %(day)s, for you at %(time)s.") % when)]


def _hearing(record: Record) -> list[Ahead]:
    """The hearing of an appeal, where one is arranged and has not ended."""
    found = hearing_of(record)
    if found is None or record.now > found.finishes:
        return []
    when = {"day": long_date(found.day), "time": time_of_day(found.starts)}
    return [Ahead(_("The hearing of your appeal is on %(day)s, at %(time)s.") % when)]


def ahead_of(record: Record, clock: str) -> list[Ahead]:
    """The dates of one clock that runs now; none before it has started."""
    runs = [run for run in record.deadlines if run.is_open and run.clock == clock and run.due]
    return [_dated(record, run) for run in runs]


def _dated(record: Record, run: Deadline) -> Ahead:
    receipt = receipt_of(run)
    assert run.due is not None
    excused = run.clock == "appeal" and barred(record, run.due)
    late = APPLICANT_LATE.get("no_appeal_taken" if excused else run.clock, APPLICANT_LATE["other"])
    words = APPLICANT_DATES[run.clock] if run.due >= record.today else late
    day = beside_its_words(record.scheme.clocks.get(run.clock), long_date(run.due))
    sentence = words % {"day": day}
    return Ahead(sentence, worked_out(run), tuple(skipped_days(receipt)))


def _no_date(record: Record, clock: str, since: date) -> Ahead:
    """What the page says of it all the same, and how long it has taken so far."""
    days = (record.today - since).days
    taken = ngettext("So far it has taken %(n)s day.", "So far it has taken %(n)s days.", days) % {"n": days}
    sentence = undated(record, clock)
    return Ahead(f"{sentence} {taken}" if days else sentence)


def todos(record: Record) -> list[Todo]:
    """What waits for the applicant. Nothing here is a duty: silence never ends a case."""
    found = _unread(posts(record))
    if open_question(record):
        found.append(Todo(_("Answer our questions"), reverse("my:add")))
    if appeal_of(record) and not STEPS["confirm_appeal"].is_open(record):
        found.append(Todo(_("Check what we wrote down of your appeal"), reverse("my:appeal_words")))
    if may_appeal(record):
        how = _("Read how to appeal, if you disagree")
        if record.scheme.appeal is None:
            how = _("Read what you can do if you disagree")
        found.append(Todo(how, reverse("my:appeal"), new=False))
    if not is_for(THEMSELVES, record, record.viewer):
        return found  # somebody who acts for them says nothing else in their place
    me = record.viewer.holder
    if was_offered(record, me) and answer_of(record, me) is None:
        found.append(Todo(_("Say whether you want support"), reverse("my:support")))
    if to_choose(record):
        found.append(Todo(_("Choose how you want to take part in the meeting"), reverse("my:meeting")))
    if to_write(record):
        found.append(Todo(_("Write your statement for the meeting"), reverse("my:statement")))
    if to_choose_part(record):
        found.append(Todo(_("Choose how you want to take part in the hearing"), reverse("my:hearing")))
    if to_comment(record):
        found.append(Todo(_("Read the draft of the plan, and comment if you want to"), reverse("my:plan")))
    if to_say_whether_stopped(record):
        found.append(Todo(_("Say whether it has stopped"), reverse("my:plan")))
    return found


def _unread(found: list[Post]) -> list[Todo]:
    """The newest letters by their titles, the others together: what else can be done is never far below them."""
    unread = [post for post in found if not post.read_on]
    named = unread if len(unread) <= LETTERS_NAMED else unread[: LETTERS_NAMED - 1]
    todos = [Todo(_("Open your letter: %(title)s") % {"title": post.title}, post.address) for post in named]
    if more := len(unread) - len(named):
        todos.append(Todo(_("Open %(n)s older letters") % {"n": more}, reverse("my:letters")))
    return todos


def open_question(record: Record) -> Fact | None:
    """What the reader was asked last, while neither they nor, for them, the office has answered."""
    me = record.viewer.holder
    asked = [fact for fact in record.current("questions_asked") if fact.codes.get("person") == me]
    told = [
        fact
        for fact in record.current("information_added")
        if fact.by == me or not fact.by.startswith("person:")  # not what somebody else of the case told us
    ]
    if not asked or (told and told[-1].number > asked[-1].number):
        return None
    return asked[-1]


def may_appeal(record: Record) -> bool:
    """Whether there is a decision against a review, or the plan of one, that nobody has appealed against yet."""
    return appeal_of(record) is None and bool(may_appeal_about(record))


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom to ask: names, "" where nobody is named yet."""

    contact: str
    deputy: str


def whom_to_ask(record: Record) -> Whom:
    """The named contact and who stands in."""
    about = About(record, record.viewer.holder, Route("page"), record.facts[-1])
    return Whom(office.named_contact(about), office.deputy(about))

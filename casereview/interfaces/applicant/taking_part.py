"""What the applicant’s pages of the meeting share: who may take part, and what happens when it is too late."""

from django.utils.translation import gettext as _

from casereview.cases.involved import STATEMENT, chosen, involved, offered, part_of, statement_of
from casereview.cases.meeting import DECIDED, begun, concluded
from casereview.cases.record import Record
from casereview.steps.meeting_rules import before_it_begins


def may_take_part(record: Record) -> bool:
    """Whether there will be, or was, a meeting in which the reader may take part as the person affected."""
    mine = any(person.holder == record.viewer.holder for person in involved(record))
    return mine and record.has(*DECIDED)


def to_choose(record: Record) -> bool:
    """Whether they were asked and have not answered, while they still can."""
    me = record.viewer.holder
    return bool(offered(record, me)) and chosen(record, me) is None and not before_it_begins(record)


def to_write(record: Record) -> bool:
    """Whether they chose to write a statement and have not sent one, while they still can."""
    me = record.viewer.holder
    waits = part_of(record, me) == STATEMENT and statement_of(record, me) is None
    return waits and not before_it_begins(record)


def afterwards(record: Record) -> str:
    """Once it has begun: what becomes of what they wrote, or how they can still be heard. "" before that."""
    if not begun(record):
        return ""
    me = record.viewer.holder
    if any(fact.codes["person"] == me for fact in record.current("statement_read")):
        return _("Your statement was read out in the meeting.")
    if concluded(record):
        return _(
            "The meeting is over. You get the plan in writing, and you can tell us what you think of it."
        )
    if statement_of(record, me):
        return _("We have your statement. It is read out in the meeting.")
    return _("It is too late to change it here. Call us: we tell the meeting what you want to say.")

"""The panel of an appeal and its hearing, derived from the facts of the appeal that stands (MISSION D4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from casereview.cases.appeal import appeal_of, has_declared, panel_chair, running
from casereview.cases.meeting import Meeting, as_meeting
from casereview.cases.models import Fact
from casereview.cases.record import Record

OVER = ("hearing_cancelled", "hearing_adjourned", "hearing_held")  # each ends what was arranged before it
ASKED_TO_SIT = "panel_member_appointed"
LEAVES = ("panel_member_ended", "panel_conflict_declared", "panel_office_ended")  # each takes a member off it
SITTINGS = ("hearing_adjourned", "hearing_held")
LEAST_PANEL = 2  # a panel is never one person
PARTS = ("attend", "representative", "in_writing", "none")
COMES = ("attend", "representative")
APPLICANT, REVIEW = "applicant", "review"  # the two sides


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the panel. until: the last London day of their access, ISO. declared: that nothing conflicts."""

    holder: str
    until: str
    declared: bool


def since_appeal(record: Record, *kinds: str) -> list[Fact]:
    """The facts of these kinds since the appeal that stands was made; none where nobody has appealed."""
    found = appeal_of(record)
    if found is None:
        return []
    return [fact for fact in record.current(*kinds) if fact.number > found.received.number]


def members(record: Record) -> list[Member]:
    """Whoever was asked to sit and has not left the panel since, in the order in which they were asked."""
    asked = asked_to_sit(since_appeal(record, ASKED_TO_SIT, *LEAVES))
    return [
        Member(holder, fact.codes["until"], _declared(record, holder, fact)) for holder, fact in asked.items()
    ]


def asked_to_sit(facts: Iterable[Fact]) -> dict[str, Fact]:
    """By holder the fact by which somebody was asked to sit, of those who have not left the panel since."""
    asked: dict[str, Fact] = {}
    for fact in facts:
        if fact.kind == ASKED_TO_SIT:
            asked[fact.codes["member"]] = fact
        else:
            asked.pop(str(fact.codes["member"]), None)
    return asked


def _declared(record: Record, holder: str, asked: Fact) -> bool:
    said = [fact for fact in since_appeal(record, "panel_declared") if fact.codes["member"] == holder]
    return bool(said) and said[-1].number > asked.number


def member_of(record: Record, holder: str) -> Member | None:
    """This member; None for who was not asked to sit, or no longer does."""
    return next((each for each in members(record) if each.holder == holder), None)


def panel(record: Record) -> list[str]:
    """The holders who may hear it: the chair and the members who have declared that nothing conflicts."""
    chair = panel_chair(record)
    led = [chair] if chair and has_declared(record, chair) else []
    return [*led, *(each.holder for each in members(record) if each.declared)]


def sits(record: Record, holder: str) -> bool:
    """Whether they are the chair of this panel, or asked to be of it, declared or not."""
    return holder == panel_chair(record) or member_of(record, holder) is not None


def hearing_of(record: Record) -> Meeting | None:
    """The hearing that is arranged and neither cancelled, adjourned nor held; None where none is."""
    last, over = _last(record, "hearing_arranged"), _last(record, *OVER)
    return as_meeting(last) if last and (over is None or over.number < last.number) else None


def last_hearing(record: Record) -> Meeting | None:
    """The hearing that was arranged last, whatever became of it."""
    last = _last(record, "hearing_arranged")
    return as_meeting(last) if last else None


def arrangements(record: Record) -> list[Fact]:
    """Each time that the day which stands was arranged or changed, in order; none where no day stands."""
    over = _last(record, *OVER)
    return [
        fact for fact in since_appeal(record, "hearing_arranged") if over is None or fact.number > over.number
    ]


def held(record: Record) -> Fact | None:
    """The fact that the hearing was held to its end."""
    return _last(record, "hearing_held")


def sittings(record: Record) -> list[Fact]:
    """Each sitting of the hearing, in order: those that were adjourned, then the one that ended it."""
    return since_appeal(record, *SITTINGS)


def next_sitting(record: Record) -> int:
    """Which sitting is the next: 1 until one was adjourned."""
    return 1 + len(since_appeal(record, "hearing_adjourned"))


def next_sequence(record: Record) -> int:
    """The number that the next change of the hearing bears: 0 for the first, as calendars count."""
    numbers = [
        int(fact.codes["sequence"]) for fact in record.current("hearing_arranged", "hearing_cancelled")
    ]
    return max(numbers, default=-1) + 1


def to_be_heard(record: Record) -> bool:
    """Whether an appeal runs that qualified for a hearing."""
    found = running(record)
    return found is not None and found.latest("appeal_qualified") is not None


def begun(record: Record) -> bool:
    """Whether a sitting has begun or the hearing is over: from then on nobody changes their part or what they wrote.

    Between two sittings they may again.
    """
    if held(record):
        return True
    hearing = hearing_of(record)
    return hearing is not None and record.now >= hearing.begins


def part_chosen(record: Record, holder: str) -> Fact | None:
    """How this person said last that they take part."""
    said = [each for each in since_appeal(record, "hearing_part_chosen") if each.codes["person"] == holder]
    return said[-1] if said else None


def views(record: Record, side: str) -> list[Fact]:
    """What a side has written for the hearing: of each who wrote, the last before each sitting.

    What the panel had before it at a sitting stays before it; what is written afterwards is added.
    """
    kept: dict[tuple[str, int], Fact] = {}
    sitting = 1
    for fact in since_appeal(record, "appeal_view_given", "hearing_adjourned"):
        if fact.kind == "hearing_adjourned":
            sitting += 1
        elif fact.codes["side"] == side:
            kept[fact.codes["of"], sitting] = fact
    return list(kept.values())


def views_of(record: Record, holder: str) -> list[Fact]:
    """What this holder has written for the hearing: the last before each sitting."""
    return [
        fact for side in (APPLICANT, REVIEW) for fact in views(record, side) if fact.codes["of"] == holder
    ]


def view_of(record: Record, holder: str) -> Fact | None:
    """What this holder wrote last since the last sitting, which another replaces; None where they wrote nothing."""
    last, mine = _last(record, "hearing_adjourned"), views_of(record, holder)
    return mine[-1] if mine and (last is None or mine[-1].number > last.number) else None


def _last(record: Record, *kinds: str) -> Fact | None:
    found = since_appeal(record, *kinds)
    return found[-1] if found else None

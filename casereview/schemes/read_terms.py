"""The other blocks of a scheme: bodies, contacts, who may ask, meeting, appeal, notices, figures, brand."""

import re

from casereview.schemes.model import BODY_KINDS, HATE_MOTIVATIONS
from casereview.schemes.read_routes import CALENDAR, read_judged
from casereview.schemes.reading import Block
from casereview.schemes.terms import (
    Appeal,
    Apply,
    Body,
    Brand,
    Contact,
    Decision,
    Example,
    Exclusion,
    Figures,
    Meeting,
    Notices,
    OnlyWords,
    Served,
    Timing,
)
from casereview.schemes.vocabulary import (
    BARS,
    CHANNELS,
    CONSIDERATIONS,
    GROUNDS,
    MEETING_AGENDA,
    MEETING_PARTS,
    MEETING_WORK,
    OUTCOMES,
)

DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SERVED_AFTER = ("sent", "opened", "told")


def read_body(block: Block) -> Body:
    relevant = block.truth("relevant")
    return Body(
        code=block.text("code", required=True) or "",
        kind=block.choice("kind", BODY_KINDS, required=True) or "other",
        name=block.words("name", required=True) or "",
        relevant=True if relevant is None else relevant,
        when=block.words("when"),
        source=block.source(),
    )


def read_exclusion(block: Block) -> Exclusion:
    return Exclusion(
        code=block.text("code", required=True) or "",
        says=block.words("says", required=True) or "",
        leads_to=block.words("leads_to") or "",
        source=block.source(),
    )


def read_only_words(block: Block) -> OnlyWords:
    return OnlyWords(
        code=block.text("code", required=True) or "",
        says=block.words("says", required=True) or "",
        because=block.text("because", required=True) or "",
        source=block.source(),
    )


def read_example(block: Block) -> Example:
    return Example(
        address=block.text("address", required=True) or "",
        seen=block.number("seen", least=2014, most=2100, required=True)
        or 2014,  # the Act came into force in 2014
        others=tuple(address for _, address in block.items("others", str)),
        whole=block.truth("whole"),
        source=block.source(),
    )


def read_hate(block: Block) -> tuple[str, ...]:
    """The motivations that count, for every route: the nine, and an area's own."""
    block.source()
    return block.codes("motivations", ours=HATE_MOTIVATIONS) or HATE_MOTIVATIONS


def read_contact(block: Block) -> Contact:
    return Contact(
        phone=block.text("phone"),
        email=block.text("email"),
        web=block.text("web"),
        post=tuple(line for _, line in block.items("post", str)),
        source=block.source(),
    )


def read_apply(block: Block) -> tuple[Apply, tuple[str, ...]]:
    """Who may ask, and the ways in."""
    channels = block.codes("channels", CHANNELS)
    return Apply(
        who=block.words("who"),
        consent=block.choice("consent", ("asked", "written")),
        anonymous=block.truth("anonymous"),
        counts_from=block.choice("counts_from", ("application", "first_contact")) or "application",
        source=block.source(),
    ), channels


def read_decision(block: Block) -> Decision:
    return Decision(people=block.number("people"), bodies=block.number("bodies"), source=block.source())


def read_meeting(block: Block) -> Meeting:
    return Meeting(
        chair=block.choice("chair", ("independent", "lead")),
        applicant=block.codes("applicant", ours=MEETING_PARTS),
        settle=block.codes("settle", ours=MEETING_WORK),
        agenda=block.codes("agenda", ours=MEETING_AGENDA),
        quorum=block.number("quorum", most=50),
        source=block.source(),
    )


def read_appeal(block: Block) -> Appeal:
    """`[appeal]`; a second tier stands in `[appeal.then]`."""
    contact, then = block.block("contact"), block.block("then")
    appeal = Appeal(
        grounds=block.codes("grounds", ours=GROUNDS),
        heard_by=block.words("heard_by"),
        lodged_with=block.words("lodged_with"),
        outcomes=block.codes("outcomes", ours=OUTCOMES),
        source=block.source(),
        considerations=block.codes("considerations", ours=CONSIDERATIONS),
        channels=block.codes("channels", CHANNELS),
        judged=read_judged(block),
        contact=read_contact(contact) if contact else None,
        barred_while=block.codes("barred_while", BARS),
        consent=block.truth("consent") or False,
        written=block.truth("written") or False,
        then=read_appeal(then) if then else None,
    )
    for inner in (contact, then):
        if inner is not None and inner is not then:
            inner.finish()
    if then is not None:
        then.finish()
    return appeal


def read_notices(block: Block) -> Notices:
    return Notices(
        posted=_served(block.block("posted")),
        emailed=_served(block.block("emailed")),
        page=_served(block.block("page")),
        source=block.source(),
    )


def _served(block: Block | None) -> Served | None:
    """`{ after = ["sent"], working_days = 2 }`"""
    if block is None:
        return None
    block.ask("after", "list of words", required=True, known=SERVED_AFTER)
    after = block.codes("after", SERVED_AFTER)
    if not after and "after" not in block.table:
        block.fault(f"after is missing: expected a list of {', '.join(SERVED_AFTER)}.")
    served = Served(after, block.length_here(required=False))  # type: ignore[arg-type]  # of SERVED_AFTER
    block.finish()
    return served


def read_timing(block: Block) -> Timing:
    return Timing(
        draft_lasts=block.length("draft_lasts"),
        contact_tries=block.number("contact_tries", most=20),
        keep_case=block.length("keep_case", units=CALENDAR),
        source=block.source(),
    )


def read_figures(block: Block) -> Figures:
    return Figures(
        months=block.number("months", most=12),
        year_starts=_month_and_day(block),
        suppress_under=block.number("suppress_under", most=100),
        source=block.source(),
    )


def _month_and_day(block: Block) -> tuple[int, int] | None:
    """`year_starts = "04-01"`: the first of April."""
    text = block.text("year_starts")
    if text is None:
        return None
    found = re.fullmatch(r"(0[1-9]|1[0-2])-([0-3][0-9])", text)
    if found and 1 <= int(found[2]) <= DAYS_IN[int(found[1]) - 1]:
        return int(found[1]), int(found[2])
    block.fault('expected a month and a day such as "04-01".', "year_starts")
    return None


def read_brand(block: Block) -> Brand:
    colour = block.text("colour")
    if colour is not None and not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        block.fault('expected a colour such as "#1d4f6e".', "colour")
    return Brand(
        name=block.words("name"),
        sender=block.words("sender"),
        colour=colour,
        logo=block.text("logo"),
        source=block.source(),
    )

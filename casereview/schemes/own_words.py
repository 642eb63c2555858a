"""Codes in a scheme that the vocabulary does not have must have their words in the file."""

from collections.abc import Iterator

from casereview.schemes import vocabulary as v
from casereview.schemes.faults import nearest
from casereview.schemes.model import HATE_MOTIVATIONS, Judgement, Scheme
from casereview.schemes.reading import Block
from casereview.schemes.terms import Appeal

Use = tuple[tuple[str | int, ...], str, tuple[str, ...]]  # where, the code, the codes known there


def check_codes(top: Block, scheme: Scheme) -> None:
    """Refuses every code that is neither of the vocabulary nor under `[words]`."""
    for path, code, known in _uses(scheme):
        if code and code not in known and code not in scheme.words:
            near = nearest(code, (*known, *scheme.words))
            top.refuse(f'"{code[:40]}" is not a code we know: give its words under [words].{near}', *path)


def _uses(scheme: Scheme) -> list[Use]:
    uses: list[Use] = [(("hate", "motivations"), code, HATE_MOTIVATIONS) for code in scheme.hate]
    for at, route in enumerate(scheme.routes):
        uses += [(("route", at, "judged", n), code, v.JUDGED) for n, code in _in_the_list(route.judged)]
    if scheme.meeting:
        uses += [(("meeting", "applicant"), code, v.MEETING_PARTS) for code in scheme.meeting.applicant]
        uses += [(("meeting", "settle"), code, v.MEETING_WORK) for code in scheme.meeting.settle]
        uses += [(("meeting", "agenda"), code, v.MEETING_AGENDA) for code in scheme.meeting.agenda]
    path: tuple[str | int, ...] = ("appeal",)
    appeal = scheme.appeal
    while appeal:
        uses += _appeal_uses(appeal, path)
        appeal, path = appeal.then, (*path, "then")
    return uses


def _in_the_list(judged: tuple[Judgement, ...]) -> Iterator[tuple[int, str]]:
    """Each finding's code with its place in the file's list, where alternatives share one."""
    at, before = -1, 0
    for each in judged:
        at += not each.either or each.either != before
        before = each.either
        yield at, each.code


def _appeal_uses(appeal: Appeal, path: tuple[str | int, ...]) -> list[Use]:
    return [
        *(((*path, "grounds"), code, v.GROUNDS) for code in appeal.grounds),
        *(((*path, "outcomes"), code, v.OUTCOMES) for code in appeal.outcomes),
        *(((*path, "considerations"), code, v.CONSIDERATIONS) for code in appeal.considerations),
        *(((*path, "judged", n), code, v.JUDGED) for n, code in _in_the_list(appeal.judged)),
    ]

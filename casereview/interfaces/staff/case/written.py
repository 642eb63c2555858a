"""The letters of a case in words."""

from dataclasses import dataclass

from casereview.cases.record import Record
from casereview.interfaces.history import holder_names
from casereview.letters.prose_file import title_of
from casereview.letters.states import State, states
from casereview.wording.letters import BY_ROUTE, STATES, WHY_HELD


@dataclass(frozen=True, slots=True)
class Written:
    """A letter with its title, whom it is for, and what became of it."""

    state: State
    title: str
    to: str
    became: str
    why: str
    route: str


def letters_of(record: Record) -> list[Written]:
    """Every letter of the case, the newest first."""
    names = holder_names(record, [letter.to for letter in record.letters])
    return [
        Written(
            state,
            title_of(state.letter.code),
            names.get(state.letter.to, ""),
            str(STATES[state.code]),
            str(WHY_HELD.get(state.why, state.why)),
            str(BY_ROUTE.get(state.route, "")),
        )
        for state in reversed(states(record))
    ]

"""One case with a chronology of 500 lines: three incidents, their reports, and a spreadsheet of the police."""

from datetime import date, timedelta

from casereview.cases.chronology import chronology
from demo.casework import to_be_reviewed
from demo.stage import Stage, incident

LINES = 500
TOLD = 6  # of them by the applicant: each incident, and its report


def tell_long_case(today: date) -> str:
    """Tell it unless it was told; return its reference."""
    stage = Stage("bench-long-case", today)
    if not stage.is_told():
        _tell(stage)
    assert len(chronology(stage.record()).lines) == LINES
    assert stage.case is not None
    return stage.case.reference


def _tell(stage: Stage) -> None:
    days = (("police", 140), ("council", 90), ("police", 50))
    to_be_reviewed(
        stage,
        6,
        name="Lena Long",
        place="Long Row, Durham",
        problem="Shouting below my window on most nights.",
        incidents=[incident(stage, day, "Shouting until 3am", [(body, day - 1)]) for body, day in days],
    )
    police = stage.body("police")
    stage.do("ask_for_returns", bodies=[police, stage.body("council")], purpose="To see what was done.")
    reports = [report for report in stage.record().reports if report.own == police]
    matches = {f"match_{report.number}": "not_held" for report in reports}
    rows = [_row(stage.today, number) for number in range(LINES - TOLD)]
    answers = {"body": police, "held": "something", "withheld": "none", "given_by": "Sgt Jo Hale", **matches}
    stage.do("give_return", "pc.hale", imported=rows, **answers)


def _row(today: date, number: int) -> dict[str, str]:
    """A line of the police's own, a few on each day of the last months: every fourth is something they did."""
    day = today - timedelta(days=20 + number // 4)
    action = number % 4 == 0
    return {
        "kind": "action" if action else "report",
        "when": f"{day.day}/{day.month}/{day.year}",
        "what": f"Patrol {number}" if action else f"Call {number}: noise in the street",
        "outcome": "Nobody seen",
        "reference": f"P{number}",
        "shown": "no",
    }

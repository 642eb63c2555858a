"""Where walks begin: at every moment of every story that the demo tells, and so wherever a case may stand."""

from datetime import date

from casereview.process import STEPS
from demo.cast import Cast
from demo.tell import all_stories
from tests.walk.walker import PREPARED_BY, WALKED, Walk


def beginnings(cast: Cast, today: date, *, silent: bool = False) -> dict[str, list[Walk]]:
    """By the name of each step, the walks as they stood at those moments at which it was open.

    What was open at none is open later: for that, those at which it could be prepared, or all. today: the day as of
    which they are told. silent: under rules that leave much open (`Walk.silent`).
    """
    moments = [
        moment
        for name, story in all_stories()
        for moment in Walk(name, today, cast=cast, silent=silent).tell(story)
    ]
    open_at = {
        name: [moment for moment in moments if not STEPS[name].is_open(moment.record())] for name in WALKED
    }
    return {name: found or open_at.get(PREPARED_BY.get(name, ""), moments) for name, found in open_at.items()}

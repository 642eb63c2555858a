"""All questions of the application, in the order in which they are asked. A file a subject; a new one: one entry."""

from functools import lru_cache

from casereview.interfaces.public.request.question import Question
from casereview.interfaces.public.request.questions import about, effect, problem, reaching, sharing, times

_ABOUT = {question.page: question for question in about.QUESTIONS}
ORDER: tuple[Question, ...] = (
    *(_ABOUT[page] for page in ("who", "agreement", "name")),
    *reaching.QUESTIONS,
    *(_ABOUT[page] for page in ("home", "easier")),
    *problem.QUESTIONS,
    *times.QUESTIONS,
    *problem.AFTERWARDS,
    *effect.QUESTIONS,
    *sharing.QUESTIONS,
)


def find(page: str) -> tuple[Question, tuple[int, ...]]:
    """The question at an address, and the numbers of the items in it. Raises KeyError."""
    parts = page.split("/")
    pattern = "/".join("*" if part.isdecimal() else part for part in parts)
    numbers = tuple(int(part) for part in parts if part.isdecimal())
    if any(not 1 <= number <= 999 for number in numbers):
        raise KeyError(page)
    return _by_page()[pattern], numbers


@lru_cache(maxsize=1)
def _by_page() -> dict[str, Question]:
    return {question.page: question for question in ORDER}

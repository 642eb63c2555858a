"""What a chair is told before they have declared any conflict: nothing of the case but who has a part in it."""

from casereview.cases.conflicts import bodies_in
from casereview.letters.about import About


def bodies_in_case(about: About) -> list[str]:
    """The names of the bodies that have a part in the case."""
    return sorted(body.name for body in bodies_in(about.record).values())

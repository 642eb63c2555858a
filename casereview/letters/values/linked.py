"""What a case that opened out of another tells of why it did."""

from typing import Any

from casereview.letters.about import About
from casereview.letters.markup import paragraphs


def ordered(about: About) -> dict[str, Any]:
    """What the panel asked for: `words`, and `part`, whether it is a review of a part alone."""
    began = about.record.latest("review_ordered", "decision_reopened")
    return {
        "words": paragraphs(str(about.record.said(began, "ordered"))),
        "part": bool(began and began.codes.get("scope") == "part"),
    }

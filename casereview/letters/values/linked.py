"""What a case that opened out of another tells of why it did."""

from typing import Any

from casereview.cases import beginning
from casereview.letters.about import About
from casereview.letters.markup import paragraphs


def ordered(about: About) -> dict[str, Any]:
    """What the panel asked for, or why the case goes on: `words`; `review`, whether there is one, `part`, of a part."""
    began = about.record.latest("review_ordered", "decision_reopened")
    return {
        "words": paragraphs(
            str(about.record.said(began, "ordered") or about.record.said(began, "why_again"))
        ),
        "review": bool(began and began.kind == "review_ordered"),
        "part": bool(began and began.codes.get("scope") == "part"),
    }


def case_before(about: About) -> str:
    """The reference of the case that this one came out of; "" for none."""
    return beginning.case_before(about.record)

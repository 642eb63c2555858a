"""What the support service is told: what was recorded with the referral, which is what they said yes to."""

from casereview.letters.about import About
from casereview.letters.markup import Prose, ours, paragraphs
from casereview.wording.support import COVERS, COVERS_YOU


def told_if_yes(_about: About) -> list[str]:
    """What the service could be told of the reader, each thing as words."""
    return [str(words) for words in COVERS_YOU.values()]


def said_yes(about: About) -> list[list[dict[str, Prose | str]]]:
    """Of each person, what they agreed to have told: `label` and `text`."""
    people = about.record.said(about.fact, "people", [])
    return [[_line(name, value) for name, value in each.items() if value] for each in people]


def _line(name: str, value: object) -> dict[str, Prose | str]:
    lines = list(map(str, value)) if isinstance(value, list) else [str(value)]
    if name == "contact":  # to be copied as it is: an address with a joiner in it is none
        return {"label": str(COVERS[name]), "text": Prose("\n\n".join(map(ours, lines)))}
    return {"label": str(COVERS[name]), "text": paragraphs("\n".join(lines))}

"""What a route may say of its reports, each in all the forms in which it is shown.

`answer` is how one says it when asked, as in `scheme new`, and in a reading of ours; `rule` is a sentence of the
rules; `cell` and `concept` stand in tables for those who write schemes, which are in English only.
"""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy, ngettext_lazy


class Term(NamedTuple):
    """Whose reports add up, or what joins them. `cell` is None where a table need not say it."""

    answer: Any
    rule: Any
    cell: str | None


class Counted(NamedTuple):
    """What is counted. `number` is so many of it; None where nothing is counted."""

    answer: Any
    number: Any
    concept: str


WHOSE = {
    "person": Term(
        gettext_lazy("one person’s alone"),
        gettext_lazy("One person must have made all of the reports."),
        "by one person",
    ),
    "household": Term(
        gettext_lazy("those of one household together"),
        gettext_lazy("The reports of one household count together."),
        "of one household",
    ),
    "anyone": Term(gettext_lazy("anybody’s"), gettext_lazy("Anybody’s reports count."), None),
}
LINKED_BY = {
    "incident": Term(
        gettext_lazy("the same incident"),
        gettext_lazy("All of them must be about the same incident."),
        "about one incident",
    ),
    "problem": Term(
        gettext_lazy("the same problem"),
        gettext_lazy("All of them must be about the same problem."),
        "about one problem",
    ),
    "location": Term(
        gettext_lazy("the same place"),
        gettext_lazy("All of them must be about the same place."),
        "about one place",
    ),
    "culprit": Term(
        gettext_lazy("the same person or people"),
        gettext_lazy("All of them must be about the same person or people."),
        "about one person or group",
    ),
}
COUNTS = {
    "incidents": Counted(
        gettext_lazy("separate incidents that were reported"),
        ngettext_lazy("%(n)s incident that was reported", "%(n)s separate incidents that were reported", "n"),
        "each incident counts once, however often it was reported",
    ),
    "reports": Counted(
        gettext_lazy("reports"), ngettext_lazy("%(n)s report", "%(n)s reports", "n"), "each report counts"
    ),
    "people": Counted(
        gettext_lazy("different people who made reports"),
        ngettext_lazy("%(n)s person who made a report", "%(n)s different people who made reports", "n"),
        "different people who report",
    ),
    "households": Counted(
        gettext_lazy("households that made reports"),
        ngettext_lazy("%(n)s household that made a report", "%(n)s households that made reports", "n"),
        "different households that report",
    ),
    "groups": Counted(
        gettext_lazy("groups that made reports"),
        ngettext_lazy("%(n)s group that made a report", "%(n)s groups that made reports", "n"),
        "different groups that report",
    ),
    "dates": Counted(
        gettext_lazy("different days on which something happened"),
        ngettext_lazy("%(n)s day with an incident", "%(n)s different days with an incident", "n"),
        "different days on which something happened",
    ),
    "none": Counted(
        gettext_lazy("nothing: people decide without counting"),
        None,
        "nothing is counted: people find whether a review is needed",
    ),
}
# As one says it when asked.
ANSWERS = {
    name: {code: term.answer for code, term in terms.items()}
    for name, terms in (("whose", WHOSE), ("linked_by", LINKED_BY), ("counts", COUNTS))
}

"""The questions about when the threshold is met: the routes, and what counts as hate."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.interfaces.command.interview.findings import Findings, Further
from casereview.interfaces.command.interview.form import Chosen, Part, Question, Table
from casereview.interfaces.command.interview.kinds import NAME, NUMBER, TEXT, YES, Choice, Codes, Kind
from casereview.interfaces.command.interview.lengths import CALENDAR_LENGTH
from casereview.interfaces.command.interview.literals import literal
from casereview.schemes.model import BODY_KINDS, HATE_MOTIVATIONS, Route, Window
from casereview.schemes.read_routes import BACK_FROM, COUNTED, FORWARD_FROM, LATEST, ON_A_ROUTE, SINCE
from casereview.wording.bodies import BODY_KINDS_STAFF
from casereview.wording.hate import HATE
from casereview.wording.route_terms import ANSWERS
from casereview.wording.routes import WHEN

ENDS = {**WHEN, "any": gettext_lazy("none of these: any time of that length")}


def _counts(table: Table) -> bool:
    return _plain(table.get("counts")) != "none"


def _plain(value: object) -> object:
    return value.value if isinstance(value, Chosen) else value


def _of(table: Table) -> Chosen:
    return Chosen(
        "report",
        _(
            "The page does not say whether the incident or the report must lie within this time."
            " The report has a date that can be looked up."
        ),
    )


def _forward(table: Table) -> bool:
    return "back_from" not in table["within"]


ROUTE = Part(
    "route",
    gettext_lazy("When the threshold is met: any one route is enough"),
    (
        Question(
            "name",
            gettext_lazy(
                "Which way to meet the threshold does the page give? One at a time. Enter when no more."
            ),
            Kind(
                lambda: _("Its name: individual, hate, community, discretion or a short one of your own."),
                NAME.read,
            ),
        ),
        Question(
            "title",
            gettext_lazy(
                "How does the page itself put it? Copy all of it: residents read it in place of these rules."
            ),
            TEXT,
        ),
        Question("counts", gettext_lazy("What is counted?"), Choice(COUNTED, ANSWERS["counts"]), needed=True),
        Question(
            "at_least",
            gettext_lazy(
                "How many at the least? Where the page gives no number, type < and say that nothing is counted."
            ),
            NUMBER,
            needed=True,
            when=_counts,
        ),
        Question(
            "also", gettext_lazy("Is there a further number that they must reach?"), Further(), when=_counts
        ),
        Question(
            "within.length", gettext_lazy("Within which time do they count?"), CALENDAR_LENGTH, when=_counts
        ),
        Question(
            "within.of",
            gettext_lazy("What must lie within that time?"),
            Choice(literal(Window, "of"), WHEN),
            unsaid=_of,
            when=_counts,
            enter=WHEN["report"],
            marked=True,
        ),
        Question(
            "within.back_from",
            gettext_lazy("If it is counted back: from when?"),
            Choice(BACK_FROM, ENDS),
            when=_counts,
        ),
        Question(
            "within.forward_from",
            gettext_lazy("If it is counted forward: from when?"),
            Choice(FORWARD_FROM, WHEN),
            when=lambda table: _counts(table) and _forward(table),
            enter=gettext_lazy("it is counted back from the day of the request"),
        ),
        Question(
            "report_within.length",
            gettext_lazy("How soon after its own incident must a report have been made for it to count?"),
            CALENDAR_LENGTH,
        ),
        Question(
            "apply_within.length", gettext_lazy("How soon must somebody ask for the review?"), CALENDAR_LENGTH
        ),
        Question(
            "apply_within.since",
            gettext_lazy("How soon after what?"),
            Choice(SINCE, WHEN),
            enter=WHEN["report"],
        ),
        Question(
            "latest_within.length",
            gettext_lazy("How recent must the latest incident or report be when they ask?"),
            CALENDAR_LENGTH,
        ),
        Question(
            "latest_within.since",
            gettext_lazy("Which must be that recent?"),
            Choice(LATEST, WHEN),
            enter=WHEN["latest_report"],
        ),
        Question(
            "report_age_at_least",
            gettext_lazy("How old must a report be before it counts, so that there was time to answer it?"),
            CALENDAR_LENGTH,
        ),
        Question(
            "reported_to",
            gettext_lazy("To whom must it have been reported?"),
            Codes(BODY_KINDS, BODY_KINDS_STAFF),
        ),
        Question(
            "linked_by",
            gettext_lazy("What must they have in common?"),
            Choice(literal(Route, "linked_by"), ANSWERS["linked_by"]),
        ),
        Question(
            "whose",
            gettext_lazy("Whose reports add up?"),
            Choice(literal(Route, "whose"), ANSWERS["whose"]),
            enter=ANSWERS["whose"]["anyone"],
        ),
        Question("different_dates", gettext_lazy("Must they be on different dates?"), YES),
        Question("hate_only", gettext_lazy("Does it take incidents motivated by hate only?"), YES),
        Question(
            "judged", gettext_lazy("What else must be found, by people?"), Findings(ON_A_ROUTE), when=_counts
        ),
        Question(
            "judged",
            gettext_lazy("What must people find?"),
            Findings(ON_A_ROUTE),
            needed=True,
            when=lambda table: not _counts(table),
        ),
    ),
    repeated=True,
)
HATE_PART = Part(
    "hate",
    gettext_lazy("What counts as motivated by hate"),
    (
        Question(
            "motivations",
            gettext_lazy("Which motivations does the page name?"),
            Codes(HATE_MOTIVATIONS, HATE, own=True),
        ),
    ),
)

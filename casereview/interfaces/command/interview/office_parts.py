"""The questions about what pages seldom say: a group that meets, letters, keeping, figures, what no rule says."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.command.interview.form import Part, Question, Table, ask, code_of
from casereview.interfaces.command.interview.kinds import DATES, NAME, NUMBER, Codes
from casereview.interfaces.command.interview.lengths import CALENDAR_LENGTH, LENGTH
from casereview.schemes.read_terms import SERVED_AFTER
from casereview.wording.terms import SERVED_AFTER as SERVED_WORDS


def _served(key: str, way: Any) -> tuple[Question, Question]:
    return (
        ask(f"{key}.after", way, Codes(SERVED_AFTER, SERVED_WORDS)),
        ask(f"{key}.length", _("How long after that? Enter: on the same day."), LENGTH),
    )


def _no_rule(table: Table) -> str:
    return gettext("The language of these files has no rule for it.")


GROUP = Part(
    "group",
    _("A group that meets at times of its own"),
    (
        ask("name", _("Does the page speak of a group that takes the cases at its next meeting? Its name.")),
        ask("meets", _("On which days does it meet?"), DATES),
        ask("says", _("Does the page say in words when it meets, such as “every four weeks”?")),
    ),
)
ONLY_WORDS = Part(
    "only_words",
    _("What people must see to"),
    (
        ask(
            "says",
            _("What else does the page say that no question asked for? One sentence. Enter when no more."),
        ),
        ask("because", _("Why can no rule carry it out?"), unsaid=_no_rule),
        ask("code", _("A short name for it; Enter makes one."), NAME, unsaid=code_of("says")),
    ),
    order=("code",),
    repeated=True,
)
OFFICE = (
    Part(
        "notices",
        _("When a letter counts as served"),
        (
            *_served("posted", _("A posted letter counts as served after which of these?")),
            *_served("emailed", _("A letter sent by e-mail counts as served after which of these?")),
            *_served(
                "page", _("A letter on the applicant’s own page counts as served after which of these?")
            ),
        ),
    ),
    Part(
        "timing",
        _("How long things are kept"),
        (
            ask("draft_lasts", _("How long is a request kept that was begun and not sent?"), LENGTH),
            ask("contact_tries", _("How often do you try to reach somebody before you write?"), NUMBER),
            ask("keep_case", _("How long is a case kept after it closes?"), CALENDAR_LENGTH),
        ),
    ),
    Part(
        "figures",
        _("Published figures"),
        (
            ask("months", _("Every how many months are figures published?"), NUMBER),
            ask("year_starts", _("When does their year start? Month and day, such as 04-01.")),
            ask("suppress_under", _("Under which number is a count left out?"), NUMBER),
        ),
    ),
    Part(
        "brand",
        _("How the service signs itself"),
        (
            ask("name", _("What is the service called?")),
            ask("sender", _("Who should an e-mail say it is from? It must not tell what it is about.")),
            ask("colour", _("Which colour has it? Such as #1d4f6e.")),
            ask("logo", _("Which file of the installation is its logo?")),
        ),
    ),
)

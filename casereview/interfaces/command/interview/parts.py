"""The questions about everything around routes and clocks: who may ask, the bodies, review and appeal."""

from collections.abc import Collection

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.command.interview.clock_parts import clock_parts
from casereview.interfaces.command.interview.findings import Findings
from casereview.interfaces.command.interview.form import Chosen, Part, Table, ask, code_of
from casereview.interfaces.command.interview.kinds import (
    ADDRESS,
    DAY,
    LINES,
    NAME,
    NUMBER,
    YES,
    Choice,
    Codes,
)
from casereview.interfaces.command.interview.literals import literal
from casereview.interfaces.command.interview.office_parts import GROUP, OFFICE, ONLY_WORDS
from casereview.interfaces.command.interview.risk_parts import RISK
from casereview.interfaces.command.interview.route_parts import HATE_PART, ROUTE
from casereview.schemes import vocabulary as v
from casereview.schemes.model import BODY_KINDS
from casereview.schemes.read_routes import FINDERS
from casereview.schemes.reading import LANGUAGES
from casereview.schemes.terms import Apply, Meeting
from casereview.wording import codes as words
from casereview.wording.bodies import BODY_KINDS_STAFF


def _other_kind(table: Table) -> Chosen:
    return Chosen("other", gettext("The page does not say what kind of body this is."))


ABOUT = Part(
    "",
    _("About the page"),
    (
        ask("title", _("What is the page’s heading?")),
        ask("page", _("What is the page’s address?"), ADDRESS),
        ask("read_on", _("On which day did you read it?"), DAY),
        ask(
            "from",
            _("From which day on do these rules apply?"),
            DAY,
            enter=_("the day on which this file is written"),
            marked=True,
        ),
        ask(
            "languages",
            _("In which languages is the page?"),
            Codes(LANGUAGES, words.LANGUAGES),
            enter=words.LANGUAGES["en"],
        ),
    ),
)
WHO = (
    Part("lead", _("Who co-ordinates the reviews"), (ask("name", _("Which office co-ordinates them?")),)),
    Part(
        "apply",
        _("Who may ask, and how"),
        (
            ask("who", _("Who may ask for a review? Copy the page’s sentence.")),
            ask("channels", _("How can they ask?"), Codes(v.CHANNELS, words.CHANNELS)),
            ask("consent", _("Is consent wanted?"), Choice(literal(Apply, "consent"), words.CONSENT)),
            ask("anonymous", _("Are anonymous requests taken?"), YES),
            ask(
                "counts_from",
                _("Where times are counted back from the request: from which day of it?"),
                Choice(
                    literal(Apply, "counts_from"),
                    {
                        "application": _("the day on which it is made"),
                        "first_contact": _("the first contact, if that helps whoever asks"),
                    },
                ),
                enter=_("the day on which it is made"),
            ),
        ),
    ),
)
CONTACT = (
    ask("phone", _("Which phone number?")),
    ask("email", _("Which e-mail address?")),
    ask("web", _("Which address on the web?"), ADDRESS),
    ask("post", _("Which postal address?"), LINES),
)
HOW = (
    Part("contact", _("How to reach the office"), CONTACT),
    Part(
        "exclusion",
        _("When something else is the right way"),
        (
            ask(
                "says",
                _("What does the page say a review is not for? Copy one sentence. Enter when no more."),
            ),
            ask("leads_to", _("What does it say to do instead?")),
            ask("code", _("A short name for it; Enter makes one."), NAME, unsaid=code_of("says")),
        ),
        order=("code",),
        repeated=True,
    ),
    Part(
        "body",
        _("The organisations that take part"),
        (
            ask("name", _("Which organisation takes part? One at a time. Enter when no more.")),
            ask(
                "kind",
                _("What is it?"),
                Choice(BODY_KINDS, BODY_KINDS_STAFF),
                unsaid=_other_kind,
                enter=BODY_KINDS_STAFF["other"],
                marked=True,
            ),
            ask("relevant", _("Is it sent every request?"), YES, enter=_("yes")),
            ask("when", _("If it takes part only at times: when? Copy the page’s words.")),
            ask("code", _("A short name for it; Enter makes one."), NAME, unsaid=code_of("name")),
        ),
        order=("code",),
        repeated=True,
    ),
    Part(
        "decision",
        _("Who decides whether the threshold is met"),
        (
            ask("people", _("How many people decide, at the least?"), NUMBER),
            ask("bodies", _("From how many organisations, at the least?"), NUMBER),
        ),
    ),
)
REVIEW = (
    Part(
        "support",
        _("Support"),
        (
            ask(
                "name",
                _(
                    "Which service supports the people affected? Without “the”, such as “victim care service”."
                ),
            ),
        ),
    ),
    Part(
        "meeting",
        _("The review"),
        (
            ask("chair", _("Who leads it?"), Choice(literal(Meeting, "chair"), words.CHAIRS)),
            ask(
                "applicant",
                _("How can the person affected take part?"),
                Codes(v.MEETING_PARTS, words.MEETING_PARTS, own=True),
            ),
            ask(
                "settle",
                _("What do the organisations do there?"),
                Codes(v.MEETING_WORK, words.MEETING_WORK, own=True),
            ),
            ask(
                "agenda",
                _("What is on its agenda, in which order?"),
                Codes(v.MEETING_AGENDA, words.MEETING_AGENDA, own=True),
            ),
            ask("quorum", _("How many organisations must be there, at the least?"), NUMBER),
        ),
    ),
)
TIER = (
    ask("grounds", _("About what can people appeal?"), Codes(v.GROUNDS, words.GROUNDS, own=True)),
    ask("lodged_with", _("To whom do they send it? Without “the”, such as “local authority”.")),
    ask("heard_by", _("Who hears it?")),
    ask("channels", _("How can it be made?"), Codes(v.CHANNELS, words.CHANNELS)),
    ask("considerations", _("What is considered?"), Codes(v.CONSIDERATIONS, words.CONSIDERATIONS, own=True)),
    ask("outcomes", _("What can its outcome be?"), Codes(v.OUTCOMES, words.OUTCOMES, own=True)),
    ask("judged", _("What must be found before it is heard?"), Findings(FINDERS)),
    ask("barred_while", _("While what is so is no appeal taken?"), Codes(v.BARS, words.BARS)),
    ask("consent", _("Must people agree to its being passed on to whoever hears it?"), YES),
    ask("written", _("Must they give their reasons in writing?"), YES),
)
AFTER = _("Appeals")
APPEAL = (
    Part("appeal", AFTER, TIER, gate=_("Does the page give a right to appeal?")),
    Part("appeal.contact", _("Where appeals go"), CONTACT, within="appeal"),
    Part(
        "appeal.then",
        _("A second appeal"),
        TIER,
        gate=_("Is there a second appeal after that?"),
        within="appeal",
    ),
)


def all_parts(events: Collection[str]) -> tuple[Part, ...]:
    """The whole form, in the order of the file. `events` are those that clocks may name."""
    around = (*RISK, *REVIEW, *APPEAL, *OFFICE, ONLY_WORDS)
    return (ABOUT, WHO[0], ROUTE, HATE_PART, WHO[1], *HOW, GROUP, *clock_parts(events), *around)

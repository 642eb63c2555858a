"""The demo's cases as the sweep opens them: what their addresses may name, and at which of them each step is shown."""

from dataclasses import dataclass, field

from allauth.mfa.models import Authenticator
from django.utils import timezone

from casereview.cases.postgresql.roles import acting
from casereview.interfaces.public.request.questions import ORDER
from casereview.letters.models import Letter
from casereview.people.models import Body, Interest, Proposal, Term, User
from casereview.people.viewer import SYSTEM
from casereview.process import STEPS
from casereview.schemes.load import newest
from casereview.statistics.models import Release
from demo.stage import Stage
from demo.tell import all_stories
from tests.matrix.addresses import addresses
from tests.matrix.cases import Seeded
from tests.matrix.values import Absent, is_of_a_case, undeclared, values

# The story, and before which step it stops, if it does. Of every step that a person takes one case is open for it.
STORIES = (
    ("banging_at_night", ""),
    ("arrived_last_night", ""),
    ("nothing_held", ""),
    ("plan_blocked_with_a_recommendation", ""),
    ("bodies_differ", ""),
    ("no_safe_way", ""),
    ("refused_by_post", ""),
    ("same_lane_second", ""),
    ("withdrawn", ""),
    ("asks_what_is_held", ""),
    ("has_her_copy", ""),
    ("daughter_acts_for_her", ""),
    ("yes_to_support", ""),
    ("changed_their_mind", "refer_to_support"),
    ("changed_their_mind", ""),
    ("meeting_on_the_last_lawful_day", ""),
    ("statement_read_out", ""),
    ("plan_completed", "hold_review"),
    ("plan_completed", "draft_plan"),
    ("plan_completed", "send_plan"),
    ("plan_completed", "complete_plan"),
    ("appeal_in_time", ""),
    ("appeal_too_late", ""),
    ("appeal_on_the_phone", ""),
    ("hearing_to_come", "qualify_appeal"),
    ("hearing_to_come", ""),
    ("heard_and_waiting", "hold_hearing"),
    ("heard_and_waiting", ""),
    ("review_ordered_on_appeal", "order_review"),
    ("refusal_upheld_on_appeal", ""),
    ("kept_for_the_court", ""),
    ("withdrawn_and_closed", ""),
    ("complained_about_asks", ""),
)
WHOLE = 4  # of how many of them every page is looked at; of the others where it stands, letters and steps
EVERY_CASE = ("work:case", "partner:case")  # besides all that chairs, the panel and its clerk open
AT_FIRST = "hearing_to_come"  # of what opens in one case alone this one has the most to tell
OF_A_PROPOSAL = ("proposal", "what_if", "confirm_rules", "withdraw_rules", "proposal_text")
OF_A_VERSION = ("rules_version", "rules_text")
QUESTIONS = [question.page.replace("*", "1") for question in ORDER]


@dataclass
class Told(Seeded):
    """A story's case. letters, steps: of each kind those of the first case that has one."""

    letters: list = field(default_factory=list)
    steps: list = field(default_factory=list)

    def ids(self, model):
        """The keys of its rows."""
        return self.letters if model is Letter else super().ids(model)


class Enough(Exception):
    """The story has come to where it stops."""


@dataclass
class Stopped(Stage):
    """A story that is told up to a step."""

    before: str = ""

    def do(self, step, by="cora.wren", **answers):
        """Take it, unless it is the one."""
        if step == self.before:
            raise Enough
        super().do(step, by, **answers)

    def goes_on(self, step):
        """Go on in the case that the step opens, unless it is the one."""
        if step == self.before:
            raise Enough
        super().goes_on(step)


def tell_stories():
    """Tell them as of today: the cases, and the steps that are open in none of them."""
    left, known = dict(STEPS), set()
    told = [_told(_stage(*story), left, known) for story in STORIES]
    return told, left


def _stage(name, before):
    stage = Stopped(f"{name} {before}".strip(), timezone.localdate(), before=before)
    try:
        dict(all_stories())[name](stage)
    except Enough:
        return stage
    assert not before, f"{name} never comes to {before}"
    return stage


def _told(stage, left, known):
    record = stage.record()
    steps = [name for name, step in left.items() if not step.opens and not step.is_open(record)]
    for name in steps:
        del left[name]
    with acting(SYSTEM):
        letters = {
            letter.code: letter.pk
            for letter in Letter.objects.filter(case=stage.case).exclude(code__in=known)
        }
    known |= letters.keys()
    return Told(stage.name, stage, files=[], letters=list(letters.values()), steps=steps)


def paths(told):
    """Every path of every address: the address, its step and its question, if any, the case, and the path."""
    there = _there()
    return [
        (address, chosen.get("step"), chosen.get("page"), case, address.path(chosen))
        for address in addresses()
        for case in _cases(address, told)
        for chosen in address.choices(_arguments(address, case, there))
    ]


def _cases(address, told):
    """The cases in which an address is looked at."""
    if not is_of_a_case(address):
        return [Absent]
    if address.name in EVERY_CASE or address.name.startswith("panel:"):
        return sorted(told, key=lambda case: case.name != AT_FIRST)
    return told if {"step", "number"} & {*address.arguments} else told[:WHOLE]


def _there():
    """People, bodies and what else is there whatever the case, by argument."""
    dev = User.objects.get(email="dev.patel@example.org")
    council = Body.objects.get(area="durham", code="council")
    interest = Interest.objects.get()
    term = Term.objects.get(user__email="mel.frost@example.org")
    return {
        "dev": [dev.pk],
        "public:request_page:page": QUESTIONS,
        "public:request_remove:item": ["times/1"],
        "mfa_remove_webauthn:pk": list(
            Authenticator.objects.filter(type="webauthn").values_list("pk", flat=True)
        ),
        "since": [release.since.isoformat() for release in Release.objects.all()],
        "settings:act:action": ["invite", "disable", "second-factor"],
        "settings:end_role:membership": [dev.membership_set.get().pk],
        "settings:body:number": [council.pk],
        "settings:deactivate:number": [council.pk],
        "settings:person:number": [dev.pk, interest.user_id],
        "settings:end_interest:number": [interest.user_id],
        "settings:end_interest:interest": [interest.pk],
        "settings:end_term:number": [term.user_id],
        "settings:end_term:term": [term.pk],
        **{f"settings:{page}:since": [newest("durham").starts.isoformat()] for page in OF_A_VERSION},
        **{f"settings:{page}:number": [Proposal.objects.get().pk] for page in OF_A_PROPOSAL},
    }


def _arguments(address, case, there):
    """As tests/matrix/values.py says; but every question and step, and people and bodies that are there."""
    declared, ours = values(address, case), {**there, "step": getattr(case, "steps", [])}
    if not is_of_a_case(address):
        ours["number"] = there["dev"]
    if "request" in address.name or "check" in address.name:  # the same pages in each area
        ours["code"] = ["durham"]

    def of(argument):
        for known in (f"{address.name}:{argument}", argument):
            if known in ours:
                return ours[known]
        try:
            return declared(argument)
        except LookupError:
            assert argument not in undeclared(address)
            return []  # this case has none

    return of
